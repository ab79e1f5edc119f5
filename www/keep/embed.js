/**
 * Markup that shows a comparison on another page, for its author to copy: a tag, a frame, and the lines for npm.
 *
 * A comparison is found again at the addresses of both texts, which are compared where they are shown, or in a saved
 * comparison, which needs no engine there. Names and addresses may hold anything: here alone they are written as markup.
 */
import { SIDES } from "../element/terms.js";
import { nameOf } from "../read/read.js";

/**
 * Where other pages find storydiff: the folder of a release, and what its files are to be, as in Subresource Integrity.
 *
 * @typedef {{ folder: string, hashes: ReadonlyMap<string, string> }} Release
 *
 * @typedef {{ before: string, after: string } | { src: string }} Source addresses
 *
 * @typedef {Readonly<Record<string, string>>} Reading attributes that say how it is read: `view`, `level` and the like
 *
 * @typedef {{ before: string, after: string }} Names
 */

/** How long a line of attributes may be, in characters. */
const LINE = 60;

/** What npm is told. */
export const INSTALL = "npm install storydiff";

/** What a module then says. */
export const MODULE = `import "storydiff/define"; // <story-diff> is known from here on
import { compare } from "storydiff"; // the report alone, without a page

const report = compare(before, after);`;

/**
 * The element. What stands inside is there before the script is, and for those who have none.
 *
 * @param {Release} release
 * @param {Source} source
 * @param {Reading} reading
 * @param {Names} names
 */
export function tag(release, source, reading, names) {
  const texts = "src" in source ? source : { "before-src": source.before, "after-src": source.after, ...called(source, names) };
  const links = "src" in source ? [link(source.src, `${names.before} – ${names.after}`)] : [link(source.before, names.before), link(source.after, names.after)];
  return `${script(release, "storydiff-element.js")}
<story-diff${written({ ...texts, ...reading })}>
  <p>${links.join(" – ")}</p>
</story-diff>`;
}

/**
 * A frame of its own, and the script that lets it be as high as what it shows.
 *
 * @param {Release} release
 * @param {Source} source
 * @param {Reading} reading
 * @param {Names} names
 * @param {string} title
 */
export function frame(release, source, reading, names, title) {
  const texts = "src" in source ? source : { ...source, ...called(source, names) };
  // Within a query, colons and slashes stand for themselves, and an address can be read.
  const query = String(new URLSearchParams({ ...texts, ...reading })).replaceAll("%3A", ":").replaceAll("%2F", "/");
  const src = `${release.folder}embed.html?${query}`;
  // The frame has to know which page it is in, and some browsers say so by the referrer alone.
  const look = { referrerpolicy: "origin", loading: "lazy", style: "width:100%;border:0;height:40rem" };
  return `<iframe${written({ src, title, sandbox: "allow-scripts", ...look })} data-storydiff></iframe>
${script(release, "storydiff-embed.js")}`;
}

/**
 * The names of the texts, where they are not those of their files.
 *
 * @param {Names} addresses
 * @param {Names} names
 * @returns {Reading}
 */
function called(addresses, names) {
  const others = SIDES.filter((side) => nameOf(new URL(addresses[side])) !== names[side]);
  return Object.fromEntries(others.map((side) => [`${side}-name`, names[side]]));
}

/** @param {Release} release @param {string} file */
function script({ folder, hashes }, file) {
  const integrity = hashes.get(file);
  return `<script${written({ type: "module", src: folder + file, ...(integrity ? { integrity, crossorigin: "anonymous" } : {}) })}></script>`;
}

/** @param {string} href @param {string} text */
const link = (href, text) => `<a${written({ href })}>${escaped(text)}</a>`;

/** Attributes; where they are too long for a line, they have one each. @param {Reading} attributes */
function written(attributes) {
  const all = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return ` ${all.join(all.join(" ").length > LINE ? "\n  " : " ")}`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
