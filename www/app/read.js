/**
 * From what a reader hands over – a file, an address, a pasted text – to a text that can be compared,
 * or to one clear sentence that says why not.
 */
/** @import { Encoding, Side, StoryText } from "./types.js" */
import { nameOf } from "../element/load.js";
import { decode, decodeAs } from "./decode.js";
import { notAText } from "./recognise.js";
import { readSaved } from "./saved.js";

/** The most that is read, in bytes. */
const LIMIT = 100_000_000;

/** Says in one sentence why a text cannot be read. The message is meant for the reader. */
export class Unreadable extends Error {}

/**
 * A file that came alone: a text, or a comparison that was saved.
 *
 * @param {File} file
 * @returns {Promise<StoryText | Record<Side, StoryText>>} Rejects with `Unreadable`, or where a saved comparison is not whole.
 */
export async function readOne(file) {
  const story = await readFile(file);
  return readSaved(story) ?? story;
}

/**
 * @param {File} file
 * @returns {Promise<StoryText>} Rejects with `Unreadable`.
 */
export async function readFile(file) {
  refuseLarge(file.name, file.size);
  const bytes = await file.arrayBuffer().catch(() => {
    throw new Unreadable(`“${file.name}” could not be read. Was it moved or removed, or is it a folder?`);
  });
  return readBytes(file.name, new Uint8Array(bytes));
}

/**
 * @param {string} address Absolute, or relative to the page.
 * @param {AbortSignal} signal
 * @returns {Promise<StoryText>} Rejects with `Unreadable`, or with the signal's reason.
 */
export async function readAddress(address, signal) {
  const url = parseAddress(address);
  const name = nameOf(url);
  try {
    const response = await fetch(url, { signal, referrerPolicy: "no-referrer" });
    if (!response.ok) {
      const answer = `${response.status} ${response.statusText}`.trim();
      throw new Unreadable(`“${name}” could not be loaded: its site answered “${answer}”.`);
    }
    return { ...readBytes(name, await body(name, response)), address };
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    signal.throwIfAborted();
    throw new Unreadable(`“${name}” could not be loaded: its site does not answer, or does not let other pages read it.`, {
      cause: error,
    });
  }
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {Promise<StoryText>} Rejects with `Unreadable`.
 */
export async function readPasted(name, text) {
  refuseLarge(name, text.length);
  refuseEmpty(name, text);
  return { name, text, encoding: "utf-8", reason: "" };
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @returns {StoryText}
 */
function readBytes(name, bytes) {
  const decoded = decode(bytes);
  const refusal = notAText(name, bytes, decoded.text);
  if (refusal) throw new Unreadable(`“${name}” ${refusal}`);
  refuseEmpty(name, decoded.text);
  return decoded.reason ? { name, ...decoded, bytes } : { name, ...decoded };
}

/**
 * Reads a text again, in the encoding that the reader chose.
 *
 * @param {StoryText} story One that kept its bytes.
 * @param {Encoding} encoding
 * @returns {StoryText}
 */
export function readAgain(story, encoding) {
  if (!story.bytes) return story;
  return { ...story, ...decodeAs(story.bytes, encoding), reason: "as you chose" };
}

/**
 * @param {string} name
 * @param {number} size
 */
function refuseLarge(name, size) {
  if (size <= LIMIT) return;
  throw new Unreadable(`“${name}” is too large: it has ${Math.ceil(size / 1e6)} MB, and 100 MB is the most that can be read.`);
}

/**
 * @param {string} name
 * @param {string} text
 */
function refuseEmpty(name, text) {
  if (text === "") throw new Unreadable(`“${name}” is empty.`);
  if (!/\S/.test(text)) throw new Unreadable(`“${name}” holds nothing but white space.`);
}

/** @param {string} address */
function parseAddress(address) {
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
  if (url?.protocol === "http:" || url?.protocol === "https:") return url;
  throw new Unreadable(`“${address}” is not an address of a text on the web.`);
}

/**
 * The whole body, but no more than the limit, whatever the server says of its length.
 *
 * @param {string} name
 * @param {Response} response
 */
async function body(name, response) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.length;
    if (size > LIMIT) await reader?.cancel();
    refuseLarge(name, size);
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
