/**
 * Bytes to text: which encoding a text is written in, and why that was assumed. Knows no file and no page.
 *
 * UTF-8 is certain enough to go without saying: text in another encoding is hardly ever valid UTF-8 by chance.
 * Everything else is an assumption, and carries its reason.
 */
/** @import { Decoded, Encoding } from "./types.js" */

/** The encodings a reader can choose from, and their names. @type {Readonly<Record<Encoding, string>>} */
export const ENCODINGS = Object.freeze({
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  "windows-1252": "Windows-1252",
  "windows-1250": "Windows-1250",
  "iso-8859-2": "ISO-8859-2",
  "windows-1251": "Windows-1251",
  shift_jis: "Shift_JIS",
  gb18030: "GB18030",
  big5: "Big5",
  "euc-kr": "EUC-KR",
});

/** How much of a text is looked at to tell UTF-16 from its zero bytes: 64 KiB hold thousands of spaces and line ends. */
const SAMPLE = 0x10000;

/**
 * The least share of code units with a zero byte in UTF-16 without a byte order mark. Latin text has it in nearly
 * all, Cyrillic and Greek in their spaces and full stops, about one in seven; a stray zero byte stays far below.
 */
const ZERO_SHARE = 0.1;

/**
 * Decodes a text whose encoding nobody told.
 *
 * @param {Uint8Array} bytes
 * @returns {Decoded}
 */
export function decode(bytes) {
  const marked = byMark(bytes);
  if (marked === "utf-8") return decodeAs(bytes, "utf-8");
  if (marked) return { ...decodeAs(bytes, marked), reason: "mark" };
  const patterned = byZeros(bytes);
  if (patterned) return { ...decodeAs(bytes, patterned), reason: "zeros" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8", reason: "" };
  } catch {
    return { ...decodeAs(bytes, "windows-1252"), reason: "invalid" };
  }
}

/**
 * Decodes a text in the encoding that a reader chose; what is not valid in it becomes U+FFFD.
 *
 * @param {Uint8Array} bytes
 * @param {Encoding} encoding
 * @returns {Decoded}
 */
export function decodeAs(bytes, encoding) {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, reason: "" };
}

/**
 * @param {Uint8Array} bytes
 * @returns {Encoding | null}
 */
function byMark([first, second, third]) {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

/**
 * UTF-16 by where its zero bytes stand: the upper halves of its ASCII characters, hence all on odd places (little
 * endian) or all on even ones.
 *
 * @param {Uint8Array} bytes
 * @returns {Encoding | null}
 */
function byZeros(bytes) {
  if (bytes.length % 2 === 1) return null;
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]++;
  });
  const [even, odd] = zeros;
  const enough = (sample.length / 2) * ZERO_SHARE;
  if (odd > enough && even === 0) return "utf-16le";
  if (even > enough && odd === 0) return "utf-16be";
  return null;
}
