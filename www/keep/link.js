/**
 * A link that holds both texts: compressed, in the fragment of an address, which a browser never sends to a server.
 *
 *     #texts=1.…    the version of this format, then base64url of deflate-raw of JSON:
 *                   [name, name, slice, slice, …], of the earlier and the later version in turn
 *
 * JSON, because UTF-8 alone cannot hold half of a surrogate pair and a text may. In slices, because deflate looks back no
 * further than 32 KiB: so a passage of the later version finds its counterpart, and close versions need half the room.
 */
/** @import { Comparison } from "../element/types.js" */
import { words } from "../language/tools.js";
import { namesOf } from "./json.js";

/** How such a fragment begins, before its version. */
const SIGN = "#texts=";
const VERSION = "1";

/**
 * The longest address that is offered, in characters. Browsers open millions of them; what comes between does not:
 * Windows hands a link from a mail or a chat program to the browser on a command line of at most 32,767 characters, the
 * name of the program included. Many chats cut off messages sooner, and show it.
 */
export const MOST = 32_000;

/** The most that is unpacked, in bytes: as much as is read of two small files or one large one. */
const UNPACKED = 100_000_000;

/** The most of a text in one slice, in UTF-16 code units: two of each stand within the 32 KiB that deflate looks back. */
const SLICE = 8_000;

/** How many bytes are made into characters at once: a call takes only so many arguments, and base64 three bytes at a time. */
const RUN = 3 * 0x2000;

/** @typedef {{ name: string, text: string }} NamedText */

/** @typedef {{ before: NamedText, after: NamedText }} Texts */

/** Says in one sentence why a link cannot be opened. The message is meant for the reader. */
export class BadLink extends Error {}

/**
 * Packs both texts of a comparison, and their names.
 *
 * @param {Comparison} comparison
 * @param {string} [page] the address that the fragment is to follow
 * @returns {Promise<{ fragment: string, length: number, tooLong: boolean }>} `length` is that of the whole address, in
 *   characters; where it is `tooLong`, the fragment is empty
 */
export async function packTexts(comparison, page = location.origin + location.pathname) {
  const { before, after } = comparison;
  const names = namesOf(comparison);
  const slices = Math.ceil(Math.max(before.length, after.length) / SLICE);
  const inTurn = Array.from({ length: slices }, (_, index) => [before, after].map((text) => slice(text, index, slices)));
  const json = JSON.stringify([names.before, names.after, ...inTurn.flat()]);
  const packed = await gather(through(new Blob([json]), new CompressionStream("deflate-raw")), Infinity);
  const head = `${SIGN}${VERSION}.`;
  const length = page.length + head.length + Math.ceil((packed.length * 4) / 3);
  const tooLong = length > MOST;
  return { fragment: tooLong ? "" : head + toBase64(packed), length, tooLong };
}

/**
 * @param {string} fragment as in `location.hash`
 * @returns {Promise<Texts>} Rejects with `BadLink`.
 */
export async function unpackTexts(fragment) {
  const [, version, data] = /^#texts=([^.]*)\.(.*)$/s.exec(fragment) ?? [];
  if (data === undefined) throw new BadLink(words.keep.link.foreign);
  if (version !== VERSION) throw new BadLink(Number(version) > Number(VERSION) ? words.keep.link.newer : words.keep.link.foreign);
  return textsIn(await unpack(fromBase64(data)));
}

/** @param {Uint8Array<ArrayBuffer>} packed */
async function unpack(packed) {
  try {
    const bytes = await gather(through(new Blob([packed]), new DecompressionStream("deflate-raw")), UNPACKED);
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw error instanceof BadLink ? error : new BadLink(words.keep.link.damaged, { cause: error });
  }
}

/** @param {string} json @returns {Texts} */
function textsIn(json) {
  let parts;
  try {
    parts = JSON.parse(json);
  } catch (error) {
    throw new BadLink(words.keep.link.damaged, { cause: error });
  }
  const whole = Array.isArray(parts) && parts.length >= 2 && parts.length % 2 === 0 && parts.every((part) => typeof part === "string");
  if (!whole) throw new BadLink(words.keep.link.damaged);
  const [before, after] = [0, 1].map((side) => {
    const [name, ...text] = parts.filter((/** @type {string} */ _, /** @type {number} */ index) => index % 2 === side);
    return { name, text: text.join("") };
  });
  return { before, after };
}

/** One of so many slices of a text. @param {string} text @param {number} index @param {number} slices */
function slice(text, index, slices) {
  return text.slice(Math.floor((text.length * index) / slices), Math.floor((text.length * (index + 1)) / slices));
}

/** @param {Blob} blob @param {CompressionStream | DecompressionStream} stream */
function through(blob, stream) {
  return blob.stream().pipeThrough(stream).getReader();
}

/**
 * All that a stream brings, unless it is more than that: a small link may unpack to any size.
 *
 * @param {ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>} reader
 * @param {number} most in bytes
 */
async function gather(reader, most) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > most) {
      await reader.cancel();
      throw new BadLink(words.keep.link.tooLarge);
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += RUN) text += btoa(String.fromCharCode(...bytes.subarray(at, at + RUN)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} text */
function fromBase64(text) {
  // `atob` passes over spaces and takes the plain alphabet too; neither is what was written here.
  if (!/^[\w-]+$/.test(text)) throw new BadLink(words.keep.link.damaged);
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
  } catch (error) {
    throw new BadLink(words.keep.link.damaged, { cause: error });
  }
}
