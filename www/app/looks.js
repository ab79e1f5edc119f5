/**
 * What the map and the figures tell apart, each by a shade and a shape of its own.
 *
 * @typedef {"same" | "changed" | "retold" | "moved" | "removed" | "added"} Look
 */
/** @import { Drawing } from "../element/types.js" */

/** The weakest first: where several share a place, the strongest is seen. @type {readonly Look[]} */
export const LOOKS = ["same", "changed", "retold", "moved", "removed", "added"];

/**
 * @param {Drawing} drawing of versions of one story
 * @param {number} bead
 * @returns {Look}
 */
export function lookOf({ comparison, states }, bead) {
  const state = states[bead];
  if (comparison.report.beads[bead].moved) return "moved";
  return state === "plain" ? "same" : state;
}

/** Whether there is anything to tell apart: texts that are no versions of one story are drawn plain. @param {Drawing} drawing */
export function hasLooks({ states }) {
  return states.length > 0 && !states.includes("plain");
}

/**
 * How long a bead is on one side, in UTF-16 code units.
 *
 * @param {Drawing} drawing
 * @param {number} bead
 * @param {"before" | "after"} side
 */
export function lengthOf({ comparison: { report } }, bead, side) {
  const { start, end } = report.beads[bead][side];
  const { paragraphs } = report[side];
  let length = 0;
  for (let index = start; index < end; index++) length += paragraphs[index].end - paragraphs[index].start;
  return length;
}
