/**
 * What a file is when it is not a text, in the words a reader is told it with.
 */

/** How a file of each kind begins. A text document of a word processor can be saved as plain text, a picture cannot. */
const KINDS = /** @type {const} */ ([
  ["%PDF-", "a PDF", "document"],
  ["{\\rtf", "a rich text (RTF) document", "document"],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word or other Office document", "document"],
  ["PK\x03\x04", "an archive", "archive"],
  ["PK\x05\x06", "an archive", "archive"],
  ["\x1f\x8b", "an archive", "archive"],
  ["7z\xbc\xaf\x27\x1c", "an archive", "archive"],
  ["Rar!\x1a\x07", "an archive", "archive"],
  ["\x89PNG\r\n\x1a\n", "a picture", "other"],
  ["\xff\xd8\xff", "a picture", "other"],
  ["GIF89a", "a picture", "other"],
  ["\0asm", "a program", "other"],
  ["\x7fELF", "a program", "other"],
]);

/** Documents that are archives inside: only the name tells. @type {Readonly<Record<string, string>>} */
const ZIPPED = Object.freeze({
  docx: "a Word document",
  odt: "an OpenDocument text",
  pages: "a Pages document",
  epub: "an e-book (EPUB)",
});

/** The control characters that texts do hold: tabs, line and page ends, and DOS's end of file. */
const HARMLESS = new Set("\t\n\v\f\r\x1a");

/** How much of a text is looked at for control characters, in UTF-16 code units. */
const SAMPLE = 0x10000;

/** Texts hold next to none; compressed or compiled bytes read as Windows-1252 hold about one in ten. */
const CONTROL_SHARE = 0.02;

/**
 * What is wrong with taking this file for a text, as the rest of a sentence that begins with its name; `null` for a text.
 *
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {string} text The bytes, decoded.
 * @returns {string | null}
 */
export function notAText(name, bytes, text) {
  const beginning = String.fromCharCode(...bytes.subarray(0, 8));
  const kind = KINDS.find(([signature]) => beginning.startsWith(signature));
  if (kind) {
    const [, what, group] = kind;
    const document = group === "archive" ? ZIPPED[extension(name)] : group === "document" && what;
    if (document) return `is ${document}: save it as plain text first.`;
    return group === "archive" ? `is ${what}: take the texts out of it first.` : `is ${what}, not a text.`;
  }
  const sample = [...text.slice(0, SAMPLE)];
  const controls = sample.filter((character) => character < " " && !HARMLESS.has(character)).length;
  if (text.includes("\0") || controls > sample.length * CONTROL_SHARE) {
    return "is not a text: it holds data that only a program can read.";
  }
  return null;
}

/** @param {string} name */
function extension(name) {
  return name.slice(name.lastIndexOf(".") + 1).toLowerCase();
}
