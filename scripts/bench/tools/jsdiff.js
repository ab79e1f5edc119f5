/** jsdiff, by words. */
import { diffWords } from "diff";

/** @param {string} before @param {string} after */
export default (before, after) => diffWords(before, after);
