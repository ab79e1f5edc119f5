/**
 * The elements that index.html promises, and how they are written.
 */

/** How many letters at its end a name keeps, however narrow its place: a number and an extension. */
const TAIL = 6;

/**
 * An element that index.html promises.
 *
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @param {ParentNode} [root]
 * @returns {T}
 */
export function find(selector, type, root = document) {
  const found = root.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`There is no ${type.name} at "${selector}".`);
}

/**
 * Shows a file name that may be cut short in the middle: names of versions differ at their ends ("draft-1.txt", "draft-2.txt").
 * The two parts together are the name, character for character.
 *
 * @param {Element} element
 * @param {string} name
 */
export function showName(element, name) {
  if (element.textContent === name) return;
  const letters = Array.from(name);
  const parts = [letters.slice(0, -TAIL), letters.slice(-TAIL)].filter((part) => part.length > 0);
  element.replaceChildren(
    ...parts.map((part) => {
      const span = document.createElement("span");
      span.textContent = part.join("");
      return span;
    }),
  );
  element.setAttribute("title", name);
}

/**
 * A live region is written only when it has something new to say, or it would be read out again.
 *
 * @param {Element} element
 * @param {string} text
 */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Keeps the keyboard where there is something to do.
 *
 * @param {() => void} draw Changes the page; what has the focus may go with it, and then the next thing to do gets it.
 */
export function keepFocus(draw) {
  const focused = document.activeElement;
  draw();
  if (!focused || focused.checkVisibility()) return;
  const writing = focused.closest(".place") ? [".place textarea"] : [];
  const next = ["#again", "#cancel", ...writing, "#title"].flatMap((selector) => [...document.querySelectorAll(selector)]);
  const visible = next.find((element) => element.checkVisibility());
  if (visible instanceof HTMLElement) visible.focus();
}
