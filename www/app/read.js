/**
 * From what a reader hands over – a file, an address, a pasted text – to a text that can be compared,
 * or to one clear sentence that says why not.
 */
/** @import { Encoding, Saying, Side, StoryText } from "./types.js" */
import { nameOf } from "../element/load.js";
import { words } from "../language/page.js";
import { decode, decodeAs } from "./decode.js";
import { notAText } from "./recognise.js";
import { readSaved } from "./saved.js";

const MEGABYTE = 1_000_000;

/** The most that is read, in bytes. */
const LIMIT = 100 * MEGABYTE;

/** Says in one sentence why a text cannot be read. The message is meant for the reader, and worded whenever it is read. */
export class Unreadable extends Error {
  #why;

  /** @param {Saying} why @param {ErrorOptions} [options] */
  constructor(why, options) {
    super(undefined, options);
    this.#why = why;
  }

  get message() {
    return this.#why();
  }
}

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
    throw new Unreadable(() => words.read.unreadable(file.name));
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
  return { ...(await readResponse(nameOf(url), fetch(url, { signal, referrerPolicy: "no-referrer" }), signal)), address };
}

/**
 * @param {string} name
 * @param {Promise<Response>} asked What was asked for by this name.
 * @param {AbortSignal} signal
 * @returns {Promise<StoryText>} Rejects with `Unreadable`, or with the signal's reason.
 */
export async function readResponse(name, asked, signal) {
  try {
    const response = await asked;
    if (!response.ok) {
      const answer = `${response.status} ${response.statusText}`.trim();
      throw new Unreadable(() => words.read.answered(name, answer));
    }
    return readBytes(name, await body(name, response));
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    signal.throwIfAborted();
    throw new Unreadable(() => words.read.noAnswer(name), { cause: error });
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
  const kind = notAText(name, bytes, decoded.text);
  if (kind) throw new Unreadable(() => words.notAText[kind](name));
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
  return { ...story, ...decodeAs(story.bytes, encoding), reason: "chosen" };
}

/**
 * @param {string} name
 * @param {number} size
 */
function refuseLarge(name, size) {
  if (size <= LIMIT) return;
  throw new Unreadable(() => words.read.tooLarge(name, Math.ceil(size / MEGABYTE), LIMIT / MEGABYTE));
}

/**
 * @param {string} name
 * @param {string} text
 */
function refuseEmpty(name, text) {
  if (text === "") throw new Unreadable(() => words.read.empty(name));
  if (!/\S/.test(text)) throw new Unreadable(() => words.read.blank(name));
}

/** @param {string} address */
function parseAddress(address) {
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
  if (url?.protocol === "http:" || url?.protocol === "https:") return url;
  throw new Unreadable(() => words.read.noAddress(address));
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
