/** @import { Range as Place, Version } from "../pkg/storydiff.js" */
/** @import { Drawing, Side } from "./types.js" */
import { element } from "./element.js";
import { settle } from "./place.js";

/** The marks of one element on passages of the text. A document has one register of them, which all its elements share. */
export class Highlights {
  /** @type {Record<"passage" | "found", Range[]>} */
  #own = { passage: [], found: [] };

  /**
   * Marks passages instead of those that were marked; the style sheet knows both kinds of marks.
   *
   * @param {"passage" | "found"} kind
   * @param {Range[]} ranges none to mark nothing any more
   */
  set(kind, ranges) {
    if (!globalThis.Highlight) return;
    const name = `storydiff-${kind}`;
    const all = CSS.highlights.get(name) ?? new Highlight();
    for (const range of this.#own[kind]) all.delete(range);
    for (const range of ranges) all.add(range);
    this.#own[kind] = ranges;
    if (all.size > 0) CSS.highlights.set(name, all);
    else CSS.highlights.delete(name);
  }
}

/**
 * A paragraph as it is drawn; `null` where it is not drawn yet.
 *
 * @param {{ drawing: Drawing | null, rows: readonly HTMLElement[] }} drawn
 * @param {Side} side
 * @param {number} index
 */
export function paragraphIn({ drawing, rows }, side, index) {
  const row = drawing?.places[side][drawing.beads[side][index]];
  return row === undefined ? null : (rows[row]?.querySelector(`[data-side="${side}"] [data-paragraph="${index}"]`) ?? null);
}

/** Scrolls the beginning of a passage to the middle of the window. @param {Range} passage */
export function scrollToPassage(passage) {
  const anchor = element("span");
  settle(() => {
    passage.insertNode(anchor);
    anchor.scrollIntoView({ block: "center", behavior: "instant" });
    const { parentNode } = anchor;
    anchor.remove();
    // The text was cut in two for it.
    parentNode?.normalize();
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
