/**
 * What a file is when it is not a text.
 *
 * @typedef {keyof typeof import("../language/load.js").words.kinds} Kind
 */

/** How a file of each kind begins. @type {readonly (readonly [string, Kind])[]} */
const KINDS = [
  ["%PDF-", "pdf"],
  ["{\\rtf", "rtf"],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"],
  ["PK\x03\x04", "archive"],
  ["PK\x05\x06", "archive"],
  ["\x1f\x8b", "archive"],
  ["7z\xbc\xaf\x27\x1c", "archive"],
  ["Rar!\x1a\x07", "archive"],
  ["\x89PNG\r\n\x1a\n", "picture"],
  ["\xff\xd8\xff", "picture"],
  ["GIF89a", "picture"],
  ["\0asm", "program"],
  ["\x7fELF", "program"],
];

/** Documents that are archives inside: only the name tells. @type {Readonly<Record<string, Kind>>} */
const ZIPPED = Object.freeze({ docx: "word", odt: "openDocument", pages: "pages", epub: "epub" });

/** The control characters that texts do hold: tabs, line and page ends, and DOS's end of file. */
const HARMLESS = new Set("\t\n\v\f\r\x1a");

/** How much of a text is looked at for control characters, in UTF-16 code units. */
const SAMPLE = 0x10000;

/** Texts hold next to none; compressed or compiled bytes read as Windows-1252 hold about one in ten. */
const CONTROL_SHARE = 0.02;

/**
 * What it is instead, where this file is not a text; `null` for a text.
 *
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {string} text The bytes, decoded.
 * @returns {Kind | null}
 */
export function notAText(name, bytes, text) {
  const beginning = String.fromCharCode(...bytes.subarray(0, 8));
  const kind = KINDS.find(([signature]) => beginning.startsWith(signature))?.[1];
  if (kind === "archive") return ZIPPED[extension(name)] ?? kind;
  if (kind) return kind;
  const sample = [...text.slice(0, SAMPLE)];
  const controls = sample.filter((character) => character < " " && !HARMLESS.has(character)).length;
  return text.includes("\0") || controls > sample.length * CONTROL_SHARE ? "data" : null;
}

/** @param {string} name */
function extension(name) {
  return name.slice(name.lastIndexOf(".") + 1).toLowerCase();
}
