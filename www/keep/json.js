/** A saved comparison: both texts and the report on them, so that it opens again as it was, without the engine. */
/** @import { Comparison } from "../element/types.js" */
import { words } from "../language/page.js";

/**
 * What the two versions are called, in a file that has to call them something.
 *
 * @param {Comparison} comparison
 */
export function namesOf({ names }) {
  return { before: names?.before || words.keep.names.before, after: names?.after || words.keep.names.after };
}

/**
 * The text of a saved comparison, which `checkSavedComparison` reads again. Every text is kept exactly: JSON writes what
 * no UTF-8 file can hold, such as half of a surrogate pair, as an escape.
 *
 * @param {Comparison} comparison
 * @returns {string} JSON
 */
export function saved(comparison) {
  const names = namesOf(comparison);
  return JSON.stringify({
    storydiff: 1,
    before: { name: names.before, text: comparison.before },
    after: { name: names.after, text: comparison.after },
    report: comparison.report,
  });
}
