/** @import { Range as Place, Version } from "../pkg/storydiff.js" */
import { element } from "./element.js";
import { settle } from "./place.js";

/** Names of what is highlighted; the style sheet knows them. One document has one of each. */
const MARK = "storydiff-passage";

/** Marks a passage of the text. @param {Range[]} ranges */
export function highlight(ranges, name = MARK) {
  if (!globalThis.Highlight) return;
  if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

/** Scrolls the beginning of a passage to the middle of the window. @param {Range} passage */
export function scrollToPassage(passage) {
  const anchor = element("span");
  settle(() => {
    passage.insertNode(anchor);
    anchor.scrollIntoView({ block: "center", behavior: "instant" });
    anchor.remove();
  });
}

/**
 * What stands between two offsets of a version's text, within one of its paragraphs.
 *
 * @param {Element} paragraph as it is drawn
 * @param {Version["paragraphs"][number]} range of it, in UTF-16 code units of the text
 * @param {Place} place in the same
 */
export function rangeIn(paragraph, { start: at }, { start, end }) {
  const range = new Range();
  range.selectNodeContents(paragraph);
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node; (node = /** @type {Text | null} */ (texts.nextNode())); at += node.length) {
    if (start >= at && start < at + node.length) range.setStart(node, start - at);
    if (end > at && end <= at + node.length) range.setEnd(node, end - at);
  }
  return range;
}
