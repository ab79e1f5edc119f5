import { words } from "../language/page.js";
export function translate(root = document) {
  const at = (path) => path.split(".").reduce((found, key) => found?.[key], words);
  for (const element of root.querySelectorAll("[data-words]")) element.textContent = at(element.dataset.words);
  for (const element of root.querySelectorAll("[data-words-label]")) element.ariaLabel = element.title = at(element.dataset.wordsLabel);
}
