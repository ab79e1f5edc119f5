/**
 * Two texts that came as one – a saved comparison, a link that holds both – and what came with them, which is true of
 * them only as long as they stand side by side as they came.
 */
/** @import { Pair, Side, StoryText, Whole } from "./types.js" */

/**
 * @param {Record<Side, { name: string, text: string }>} texts
 * @param {Whole} whole
 * @returns {Record<Side, StoryText>}
 */
export function together({ before, after }, whole) {
  /** @type {(side: Side, text: { name: string, text: string }) => StoryText} */
  const read = (side, { name, text }) => ({ name, text, encoding: "utf-8", reason: "", part: { side, whole } });
  return { before: read("before", before), after: read("after", after) };
}

/**
 * What came with both texts, if they came together.
 *
 * @param {Pair} pair
 * @returns {Whole | null}
 */
export function wholeOf({ before, after }) {
  const whole = before?.part?.whole;
  const asTheyCame = before?.part?.side === "before" && after?.part?.side === "after" && after.part.whole === whole;
  return (asTheyCame && whole) || null;
}
