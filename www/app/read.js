/**
 * From what a reader hands over – a file, an address, a pasted text – to a text that can be compared,
 * or to one clear sentence that says why not.
 */
/** @import { Encoding, Saying, Side, StoryText } from "./types.js" */
import { words } from "../language/page.js";
import { decodeAs } from "../read/decode.js";
import { bytesOf, nameOf, readBytes, refuseEmpty, Refusal, refuseLarge } from "../read/read.js";
import { readSaved } from "./saved.js";

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
  return (await readSaved(story)) ?? story;
}

/**
 * @param {File} file
 * @returns {Promise<StoryText>} Rejects with `Unreadable`.
 */
export function readFile(file) {
  return worded(file.name, async () => {
    refuseLarge(file.size);
    const bytes = await file.arrayBuffer().catch(() => {
      throw new Unreadable(() => words.read.unreadable(file.name));
    });
    return read(file.name, new Uint8Array(bytes));
  });
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
export function readResponse(name, asked, signal) {
  return worded(name, async () => read(name, await bytesOf(asked, signal)));
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {Promise<StoryText>} Rejects with `Unreadable`.
 */
export function readPasted(name, text) {
  return worded(name, async () => {
    refuseLarge(text.length);
    refuseEmpty(text);
    return { name, text, encoding: "utf-8", reason: "" };
  });
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @returns {StoryText}
 */
function read(name, bytes) {
  const decoded = readBytes(name, bytes);
  return decoded.reason ? { name, ...decoded, bytes } : { name, ...decoded };
}

/**
 * @param {string} name
 * @param {() => Promise<StoryText>} read
 */
async function worded(name, read) {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { why, details } = error;
    // Each of them takes the name and these.
    throw new Unreadable(() => Reflect.apply({ ...words.read, ...words.notAText }[why], null, [name, ...details]));
  }
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

/** @param {string} address */
function parseAddress(address) {
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
  if (url?.protocol === "http:" || url?.protocol === "https:") return url;
  throw new Unreadable(() => words.read.noAddress(address));
}
