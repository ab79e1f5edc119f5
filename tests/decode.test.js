// Whatever bytes come: the page loses nothing of them without a word, and the program reads them as the page does.

import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../www/read/decode.js";
import { notAText } from "../www/read/recognise.js";
import { storydiff, withFiles } from "./support/program.js";
import { generator } from "./support/random.js";

const FILES = 4000;
/** Of those, as many as the program is started for. */
const STARTS = 120;

const random = generator(11);
const below = (/** @type {number} */ end) => Math.floor(random() * end);
/** @template T @param {readonly T[]} from */
const pick = (from) => from[below(from.length)];

const PIECES = ["The lamp", "was lit.", " ", "\n\n", "\r\n", "“naïve”", "Über", "паром", "渡し船", "🚢", "e\u0301", "\ufeff", "\u200b", "\t", "\u0085", "\u001a", "%PDF-", "{\\rtf", "\ufffd"];

/** @type {((text: string) => Buffer)[]} */
const ENCODERS = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
];

const ODD = [0x00, 0x01, 0x0a, 0x1b, 0x20, 0x41, 0x7f, 0xa0, 0xbf, 0xc3, 0xe2, 0xef, 0xf0, 0xfe, 0xff];

const texts = Array.from({ length: FILES }, () => Array.from({ length: 1 + below(12) }, () => pick(PIECES)).join(""));

/** Files as people and programs leave them: whole, cut short, with a byte changed, or nothing but odd bytes. */
const files = texts.map((text) => {
  const bytes = pick([...ENCODERS, (/** @type {string} */ text) => Buffer.from(text, "utf16le"), (/** @type {string} */ text) => Buffer.from(text, "latin1")])(text);
  switch (below(4)) {
    case 0:
      return bytes.subarray(0, below(bytes.length + 1));
    case 1:
      bytes[below(bytes.length)] = pick(ODD);
      return bytes;
    case 2:
      return Buffer.from(Array.from({ length: below(40) }, () => pick(ODD)));
    default:
      return bytes;
  }
});

test(`a text is read as it was written, in every encoding with a mark and in UTF-8: ${FILES} texts`, () => {
  for (const text of texts) {
    for (const encode of ENCODERS) {
      // Without a mark of its own, a text that begins with one loses it.
      const expected = encode === ENCODERS[0] ? text.replace(/^\ufeff/, "") : text;
      assert.equal(decode(encode(text)).text, expected, JSON.stringify(text));
    }
  }
});

test(`nothing is lost without a word: ${FILES} files`, () => {
  for (const bytes of files) {
    const { text, encoding, reason } = decode(bytes);
    const encoded = { "utf-8": () => Buffer.from(text), "utf-16le": () => Buffer.from(text, "utf16le"), "utf-16be": () => Buffer.from(text, "utf16le").swap16() };
    if (encoding === "windows-1252") assert.equal(text.length, bytes.length);
    else if (!text.includes("\ufffd")) {
      const written = encoded[/** @type {keyof typeof encoded} */ (encoding)]();
      const mark = bytes.length - written.length;
      assert.ok([0, 2, 3].includes(mark), `${encoding}, ${reason}: ${bytes.toString("hex")}`);
      assert.deepEqual(bytes.subarray(mark), written);
    }
  }
});

test(`the program reads and refuses what the page does: ${STARTS} files`, () => {
  let refused = 0;
  for (const file of files.slice(0, STARTS)) {
    const { encoding } = decode(file);
    // Some versions of Node read these bytes as Latin-1.
    const bytes = encoding === "windows-1252" ? file.map((byte) => (byte >= 0x80 && byte < 0xa0 ? byte + 0x20 : byte)) : file;
    const { text } = decode(bytes);
    const isRead = notAText("before.txt", bytes, text) === null && text.trim() !== "";
    refused += Number(!isRead);
    withFiles(bytes, "A lamp.", (before, after) => {
      const save = () => JSON.parse(storydiff("--save", "-", before, after)).before.text;
      const named = Buffer.from(bytes).toString("hex");
      if (isRead) assert.equal(save(), text, named);
      else assert.throws(save, { status: 2 }, named);
    });
  }
  assert.ok(refused > 0 && refused < STARTS / 2, `${refused} were refused`);
});
