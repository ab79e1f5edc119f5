/** fast-diff, by characters. */
import diff from "fast-diff";

/** @param {string} before @param {string} after */
export default (before, after) => diff(before, after);
