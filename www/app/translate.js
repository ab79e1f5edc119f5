/**
 * Words for what stands in index.html. An element says which ones: `data-words` for its text, `data-words-label` for its
 * name and title, `data-words-placeholder` for its placeholder, each a path in language/page.js ("footer.private").
 */
import { words } from "../language/page.js";

/** @type {readonly [string, readonly string[]][]} */
const ATTRIBUTES = [
  ["data-words-label", ["aria-label", "title"]],
  ["data-words-placeholder", ["placeholder"]],
];

/** @param {ParentNode} [root] */
export function translate(root = document) {
  for (const element of root.querySelectorAll("[data-words]")) element.textContent = wordsOf(element, "data-words");
  for (const [source, targets] of ATTRIBUTES) {
    for (const element of root.querySelectorAll(`[${source}]`)) {
      for (const target of targets) element.setAttribute(target, wordsOf(element, source));
    }
  }
}

/** @param {Element} element @param {string} source the attribute that holds the path */
function wordsOf(element, source) {
  const path = element.getAttribute(source) ?? "";
  /** @type {unknown} */
  let found = words;
  for (const key of path.split(".")) {
    found = typeof found === "object" && found !== null && Object.hasOwn(found, key) ? Reflect.get(found, key) : null;
  }
  if (typeof found !== "string") throw new Error(`There are no words at "${path}".`);
  return found;
}
