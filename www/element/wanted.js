/** What an element is to show, and when it is time to load it. */
/** @import { Named, Side } from "./types.js" */
import { words } from "../language/element.js";
import { BadComparison } from "./bad.js";

/** How far outside of the window, in pixels, an element begins to load. */
const AHEAD = 400;

/**
 * What an element names to be shown: a saved comparison, or two texts; `null` for neither.
 *
 * @param {Element} host
 * @returns {Named | null}
 * @throws {BadComparison} where one text alone is named
 */
export function namedBy(host) {
  const saved = host.getAttribute("src");
  if (saved !== null) return { saved };
  const [before, after] = [textNamedBy(host, "before"), textNamedBy(host, "after")];
  if (!before !== !after) throw new BadComparison(words.bad.noText);
  return before && after && { before, after };
}

/** @param {Element} host @param {Side} side */
function textNamedBy(host, side) {
  const name = host.getAttribute(`${side}-name`);
  const address = host.getAttribute(`${side}-src`);
  if (address !== null) return { address, name };
  const template = /** @type {HTMLTemplateElement | null} */ (host.querySelector(`:scope > template[data-version="${side}"]`));
  return template && { text: template.content.textContent ?? "", name };
}

/** An element that the parser has just begun has no templates inside it yet. @param {Document} document @returns {Promise<void>} */
export function isParsed(document) {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", () => resolve(), { once: true }));
}

/** @param {Element} host @param {AbortSignal} signal @returns {Promise<void>} Rejects with the signal's reason. */
export function comesIntoView(host, signal) {
  return new Promise((resolve, reject) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: `${AHEAD}px` },
    );
    observer.observe(host);
    signal.addEventListener("abort", () => (observer.disconnect(), reject(signal.reason)));
  });
}
