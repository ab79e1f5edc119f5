/**
 * Characters that nobody sees, as marks that say which they are. A mark is a box around the character, and its label is the
 * style sheet's: the text stays what it was, also where it is copied or searched. What is shown so is not obeyed: in its box, a
 * character that turns the order of others round has nothing to turn.
 */
import { element } from "./element.js";

/**
 * A letter under a heap of marks, where no script needs so many; or one that nobody sees, but for those that
 * pictures are joined by.
 */
const FOUND = /(\P{M}?\p{M}{6,})|(?![\t\n\r]|(?<=\p{Emoji}|\ufe0f)(?:\u200d|\ufe0f))([\p{Cc}\p{DI}\u2028\u2029])/gu;

/** Marks them in what is drawn of the texts: the paragraphs of a row, or what a panel quotes. @param {Element} drawn */
export function reveal(drawn) {
  for (const quoted of drawn.querySelectorAll("[data-paragraph], .passage")) {
    const walker = document.createTreeWalker(quoted, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    for (const text of texts) mark(text);
  }
}

/** @param {Text} text makes way for marks and what is between them */
function mark(text) {
  const parts = new DocumentFragment();
  let end = 0;
  for (const { 0: found, 1: heap, 2: unseen, index } of text.data.matchAll(FOUND)) {
    const sign = element("span", "sign");
    sign.dataset.sign = heap ? `×${[...heap].length - 1}` : `U+${unseen.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
    sign.append(found);
    parts.append(text.data.slice(end, index), sign);
    end = index + found.length;
  }
  if (end > 0) text.replaceWith(parts, text.data.slice(end));
}
