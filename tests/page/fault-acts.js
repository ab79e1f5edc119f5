/** What goes wrong around the page, for the specs of its faults. */
/** @import { Page } from "@playwright/test" */
import { expect } from "@playwright/test";
import { paragraphs } from "./page-acts.js";

/** What the page says of a part of its own that it cannot have. */
export const MISSING = "A part of this page could not be loaded: try again when there is a connection, or else load the page anew.";

/** Opens an address, until the engine has all that it is made of. @param {Page} page @param {string} [address] */
export async function openReady(page, address = "./") {
  const [wasm] = await Promise.all([page.waitForResponse("**/*.wasm"), page.goto(address)]);
  await wasm.finished();
}

/** What the page says went wrong: one sentence at one place, or none. @param {Page} page */
export const problem = (page) => page.getByRole("alert").filter({ hasText: /./ });

/** Both texts are compared still, each in its place. @param {Page} page @param {string} before @param {string} after */
export async function expectKept(page, before, after) {
  for (const [side, text] of /** @type {const} */ ([["before", before], ["after", after]])) {
    await expect(paragraphs(page, side)).toHaveText(text.split("\n\n"));
  }
}

/** What the page complains of to nobody, from now on: an error that no one caught. @param {Page} page */
export function listenToErrors(page) {
  /** @type {string[]} */
  const heard = [];
  page.on("pageerror", ({ message }) => heard.push(message));
  return heard;
}

/** What the page and the element say of an engine that was stopped. */
export const STOPPED = "The engine stopped in the middle of this comparison. It starts afresh with the next one.";

/** The number at a place, and where the next begins: LEB128, as in wasm. @param {Uint8Array} bytes @param {number} at @returns {[number, number]} */
function numberAt(bytes, at) {
  let number = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    number += (byte & 127) * 2 ** shift;
    if (byte < 128) return [number, at];
  }
}

/** @param {number} number @returns {number[]} in LEB128 */
const written = (number) => (number < 128 ? [number] : [(number % 128) + 128, ...written(Math.floor(number / 128))]);

/**
 * The engine with little memory: where it asks for more it has none, and traps.
 *
 * @param {Buffer} wasm
 * @param {number} more how many pages of 64 KiB it may have beside those that it begins with
 */
function withLittleMemory(wasm, more) {
  const MEMORY = 5;
  for (let at = 8; at < wasm.length; ) {
    const [length, start] = numberAt(wasm, at + 1);
    if (wasm[at] === MEMORY) {
      const [least] = numberAt(wasm, start + 2);
      const limits = [1, 1, ...written(least), ...written(least + more)];
      return Buffer.concat([wasm.subarray(0, at), Buffer.from([MEMORY, limits.length, ...limits]), wasm.subarray(start + length)]);
    }
    at = start + length;
  }
  throw new Error("this wasm has no memory of its own");
}

/** Gives the engine of the page 1 MB beside what it begins with, for as long as it is not let go again with `page.unroute`. @param {Page} page */
export async function limitMemory(page) {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: withLittleMemory(await response.body(), 16) });
  });
}

/** A text that is too long for an engine with so little. */
export const TOO_LONG = Array.from({ length: 800 }, (_, index) => `In paragraph ${index} somebody counted ${index * 7} crates, and went home.`).join("\n\n");

/** Keeps what the page asks its workers from them until they are let go. @param {Page} page */
export async function holdWorkers(page) {
  await page.addInitScript(() => {
    /** @type {(() => void)[] | null} */
    let held = null;
    const { postMessage } = Worker.prototype;
    /** @this {Worker} @param {any} message @param {any} [transfer] */
    Worker.prototype.postMessage = function (message, transfer) {
      const post = () => Reflect.apply(postMessage, this, [message, transfer]);
      if (held) held.push(post);
      else post();
    };
    Object.assign(globalThis, {
      hold: () => (held = []),
      letGo: () => {
        const posts = held ?? [];
        held = null;
        for (const post of posts) post();
      },
    });
  });
  const call = (/** @type {string} */ name) => page.evaluate((name) => void Reflect.get(globalThis, name)(), name);
  return { hold: () => call("hold"), letGo: () => call("letGo") };
}
