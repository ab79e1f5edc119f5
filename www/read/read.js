/**
 * From an address or bytes to a text that can be compared, or to the reason why there is none. Says nothing itself:
 * the page and the element each have their own words for it.
 */
/** @import { Kind } from "./recognise.js" */
import { decode } from "./decode.js";
import { notAText } from "./recognise.js";

const MEGABYTE = 1_000_000;

/** The most that is read, in megabytes. */
const LIMIT = 100;

/**
 * Why there is no text: a kind of file that is none, or one of these. A web page comes in the place of a text that is not there
 * where a site has a page for every address.
 *
 * @typedef {"answered" | "noAnswer" | "tooLarge" | "empty" | "blank" | "webPage" | Kind} Why
 */

export class Refusal extends Error {
  /** @param {Why} why @param {(string | number)[]} details What the server answered; or the size and the limit, in megabytes. */
  constructor(why, ...details) {
    super(why);
    this.why = why;
    this.details = details;
  }
}

/**
 * All that was answered, but no more than the limit, whatever the server says of its length.
 *
 * @param {Promise<Response>} asked
 * @param {AbortSignal} signal that it was asked with
 * @returns {Promise<Uint8Array>} Rejects with `Refusal`, or with the signal's reason.
 */
export async function bytesOf(asked, signal) {
  try {
    const response = await asked;
    if (!response.ok) throw new Refusal("answered", `${response.status} ${response.statusText}`.trim());
    if (/^text\/html\b/i.test(response.headers.get("content-type") ?? "")) throw new Refusal("webPage");
    return await bodyOf(response);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    signal.throwIfAborted();
    throw new Refusal("noAnswer");
  }
}

/**
 * @param {string} name Its ending tells some files from others.
 * @param {Uint8Array} bytes
 * @throws {Refusal}
 */
export function readBytes(name, bytes) {
  const decoded = decode(bytes);
  const kind = notAText(name, bytes, decoded.text);
  if (kind) throw new Refusal(kind);
  refuseEmpty(decoded.text);
  return decoded;
}

/** @param {number} size in bytes, or in UTF-16 code units */
export function refuseLarge(size) {
  if (size > LIMIT * MEGABYTE) throw new Refusal("tooLarge", Math.ceil(size / MEGABYTE), LIMIT);
}

/** @param {string} text */
export function refuseEmpty(text) {
  if (text === "") throw new Refusal("empty");
  if (!/\S/.test(text)) throw new Refusal("blank");
}

/** What a reader would call the file. @param {string | URL} address */
export function nameOf(address) {
  const { pathname, host } = new URL(address, document.baseURI);
  const last = pathname.split("/").at(-1) || host;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** @param {Response} response */
async function bodyOf(response) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  let size = 0;
  const reader = response.body?.getReader();
  try {
    refuseLarge(Number(response.headers.get("content-length")));
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      size += part.value.length;
      refuseLarge(size);
      parts.push(part.value);
    }
  } catch (error) {
    // What is not wanted need not come; what broke off has nothing to cancel.
    void reader?.cancel().catch(() => {});
    throw error;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
