/** The diff of VS Code's editor, with moves and without its time limit. Each paragraph is a line. */
// @ts-expect-error It has no types.
import { DefaultLinesDiffComputer } from "monaco-editor/editor/common/diff/defaultLinesDiffComputer/defaultLinesDiffComputer.js";

const OPTIONS = { ignoreTrimWhitespace: false, maxComputationTimeMs: 0, computeMoves: true };

/** @param {string} before @param {string} after */
export default (before, after) => new DefaultLinesDiffComputer().computeDiff(before.split(/\n+/), after.split(/\n+/), OPTIONS);
