/**
 * From an address or bytes to a text that can be compared, or to the reason why there is none. Says nothing itself:
 * the page and the element each have their own words for it.
 */
/** @import { Kind } from "./recognise.js" */
import { decode } from "./decode.js";
import { notAText } from "./recognise.js";

const MEGABYTE = 1_000_000;

/** The most that is read, in megabytes. */
export const LIMIT = 100;

/**
 * Why there is no text: a kind of file that is none, or one of these.
 *
 * @typedef {"answered" | "noAnswer" | "tooLarge" | "empty" | "blank" | Kind} Why
 */

export class Refusal extends Error {
  /** @param {Why} why @param {{ status?: number, answer?: string, megabytes?: number, cause?: unknown }} [more] what the server said, and how large it is */
  constructor(why, { status = 0, answer = "", megabytes = 0, cause } = {}) {
    super(why, { cause });
    this.why = why;
    this.status = status;
    this.answer = answer;
    this.megabytes = megabytes;
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
    const { ok, status, statusText } = response;
    if (!ok) throw new Refusal("answered", { status, answer: `${status} ${statusText}`.trim() });
    return await bodyOf(response);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    signal.throwIfAborted();
    throw new Refusal("noAnswer", { cause });
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
  if (size > LIMIT * MEGABYTE) throw new Refusal("tooLarge", { megabytes: Math.ceil(size / MEGABYTE) });
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
