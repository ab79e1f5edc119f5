/**
 * A document as the text of an HTML file that a parser makes the same document of.
 *
 * Serializers of the platform do not: that of XML escapes what stands in `<style>` and `<script>`, where HTML knows no
 * escapes, and that of HTML is reached through properties that also parse, which this page never uses; and neither
 * keeps a carriage return.
 */

/** Elements without content or an end. */
const VOID = new Set(["meta", "br", "hr"]);

/** Elements whose content is no markup. */
const RAW = new Set(["script", "style"]);

/** What no HTML file can hold, in whatever notation: it is shown as U+FFFD. */
// eslint-disable-next-line no-control-regex -- It is what this is about.
const IMPOSSIBLE = /[\u0000\ud800-\udfff]/gu;

/** @type {Readonly<Record<string, string>>} */
const ESCAPES = Object.freeze({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;" });

/**
 * @param {Element} root of the document
 * @returns {string}
 */
export function htmlOf(root) {
  /** @type {string[]} */
  const parts = ["<!doctype html>\n"];
  write(root, parts);
  return `${parts.join("")}\n`;
}

/** @param {Node} node @param {string[]} parts */
function write(node, parts) {
  if (node instanceof Text) parts.push(escape(node.data));
  if (!(node instanceof Element)) return;
  const name = node.localName;
  const attributes = Array.from(node.attributes, ({ name, value }) => ` ${name}="${escape(value)}"`);
  parts.push(`<${name}${attributes.join("")}>`);
  if (VOID.has(name)) return;
  if (RAW.has(name)) parts.push(raw(node));
  else for (const child of node.childNodes) write(child, parts);
  parts.push(`</${name}>`);
}

/** @param {string} text */
function escape(text) {
  return text.replace(IMPOSSIBLE, "\ufffd").replace(/[&<>"\r]/g, (character) => ESCAPES[character]);
}

/** What would end a script or a style sheet too early must not stand in it. @param {Element} element */
function raw({ localName, textContent }) {
  if (/<(?:!--|\/?script|\/?style)/i.test(textContent)) throw new Error(`This cannot stand in <${localName}>.`);
  return textContent;
}
