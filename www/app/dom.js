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
  const [stem, tail] = [letters.slice(0, -TAIL), letters.slice(-TAIL)].map((part) => {
    const span = document.createElement("span");
    span.textContent = part.join("");
    return span;
  });
  element.replaceChildren(stem, tail);
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
