/** @import { Comparison, Side } from "./types.js" */
import { BadComparison, checkSavedComparison } from "./check.js";
import { words } from "../language/element.js";

/** How far outside of the window, in pixels, an element begins to load. */
const AHEAD = 400;

/**
 * Whether an element names a comparison that `loadComparison` can find.
 *
 * @param {Element} host
 */
export function namesComparison(host) {
  return host.hasAttribute("src") || (namesVersion(host, "before") && namesVersion(host, "after"));
}

/**
 * Finds what an element is to show: a saved comparison at `src`, or two texts at `before-src` and `after-src`
 * or in the templates inside it, which are compared here.
 *
 * @param {Element} host
 * @param {AbortSignal} signal
 * @returns {Promise<Comparison>}
 */
export async function loadComparison(host, signal) {
  const src = host.getAttribute("src");
  if (src !== null) return checkSavedComparison(await fetchSaved(src, signal));
  const [before, after] = await Promise.all([loadVersion(host, "before", signal), loadVersion(host, "after", signal)]);
  const { compare } = await import("../engine/engine.js");
  const report = await compare(before.text, after.text, { signal });
  return { before: before.text, after: after.text, report, names: { before: before.name, after: after.name } };
}

/** @param {Element} host @param {Side} side */
function namesVersion(host, side) {
  return host.hasAttribute(`${side}-src`) || templateOf(host, side) !== null;
}

/** @param {Element} host @param {Side} side @param {AbortSignal} signal */
async function loadVersion(host, side, signal) {
  const address = host.getAttribute(`${side}-src`);
  if (address === null) return { name: words.names[side], text: templateOf(host, side)?.content.textContent ?? "" };
  try {
    return { name: nameOf(address), text: await (await fetchFound(address, signal)).text() };
  } catch (error) {
    signal.throwIfAborted();
    throw new Error(words.load.version(side, address, reasonOf(error)), { cause: error });
  }
}

/** @param {string} address @param {AbortSignal} signal @returns {Promise<unknown>} */
async function fetchSaved(address, signal) {
  let response;
  try {
    response = await fetchFound(address, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw new Error(words.load.saved(address, reasonOf(error)), { cause: error });
  }
  return response.json().catch((error) => {
    signal.throwIfAborted();
    throw new BadComparison(words.bad.notJson, { cause: error });
  });
}

/** @param {string} address @param {AbortSignal} signal */
async function fetchFound(address, signal) {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(words.load.answered(response.status));
  return response;
}

/** @param {Element} host @param {Side} side @returns {HTMLTemplateElement | null} */
function templateOf(host, side) {
  return host.querySelector(`:scope > template[data-version="${side}"]`);
}

/** An element that the parser has just begun has no templates inside it yet. @returns {Promise<void>} */
export function isParsed() {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", () => resolve(), { once: true }));
}

/** @param {Element} host @param {AbortSignal} signal @returns {Promise<void>} */
export function comesIntoView(host, signal) {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: `${AHEAD}px` },
    );
    observer.observe(host);
    signal.addEventListener("abort", () => (observer.disconnect(), resolve()));
  });
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

/** @param {unknown} error */
function reasonOf(error) {
  return error instanceof TypeError ? words.load.noAnswer : error instanceof Error ? error.message : String(error);
}
