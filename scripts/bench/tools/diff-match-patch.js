/** diff-match-patch, by characters, without its time limit: with one, what it finds depends on the machine's load. */
// @ts-expect-error It has no types.
import DiffMatchPatch from "diff-match-patch";

/** @param {string} before @param {string} after */
export default (before, after) => {
  const differ = new DiffMatchPatch();
  differ.Diff_Timeout = 0;
  return differ.diff_main(before, after);
};
