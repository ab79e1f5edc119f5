/** Whether a row of one drawing looks the same in another: then what was drawn of it can stay. */
/** @import { Range, Version } from "../pkg/storydiff.js" */
/** @import { Drawing, Side } from "./types.js" */
import { SIDES } from "./terms.js";
import { factsOn, repeats } from "./draw.js";

/** What is said above a row, unless it is said above the last one. */
const SAID = new Set(["retold", "added", "removed"]);

/**
 * All that is drawn of a row is compared, with as little work as may be: where one paragraph of a book is edited, this is asked
 * of all the others.
 *
 * @param {Drawing} one
 * @param {Drawing} other
 * @param {number} index of the row in both
 */
export function looksSame(one, other, index) {
  if (one === other) return true;
  const [row, own] = [one.rows[index], other.rows[index]];
  if (!row || !own || row.before !== own.before || row.after !== own.after || row.towards !== own.towards) return false;
  // Where nothing is said of a row, it cannot be said again.
  if (SIDES.some((side) => row[side] !== null && SAID.has(one.states[row[side]])) && repeats(one, index) !== repeats(other, index)) return false;
  return SIDES.every((side) => row[side] === null || (side === "after" && row.before === row.after) || sameBead(one, other, row[side])) && sameFacts(one, other, index);
}

/** @param {Drawing} one @param {Drawing} other @param {number} index of the bead in both */
function sameBead(one, other, index) {
  const [bead, own] = [one.comparison.report.beads[index], other.comparison.report.beads[index]];
  if (bead.kind !== own.kind || bead.moved !== own.moved || one.states[index] !== other.states[index]) return false;
  if (!SIDES.every((side) => samePlace(bead[side], own[side], 0) && sameText(one, other, side, bead[side]))) return false;
  const [edits, others] = [one.edits[index], other.edits[index]];
  if (edits.length !== others.length) return false;
  const shifts = { before: shiftOf(one, other, "before", bead.before), after: shiftOf(one, other, "after", bead.after) };
  return edits.every((edit, nth) => {
    const same = others[nth];
    if (edit.kind !== same.kind || edit.cosmetic !== same.cosmetic || edit.substance !== same.substance) return false;
    return SIDES.every((side) => edit[side].start === edit[side].end ? same[side].start === same[side].end : samePlace(edit[side], same[side], shifts[side]));
  });
}

/** By how much what stands in a paragraph stands further on. @param {Drawing} one @param {Drawing} other @param {Side} side @param {Range} paragraphs */
function shiftOf(one, other, side, { start, end }) {
  return start === end ? 0 : other.comparison.report[side].paragraphs[start].start - one.comparison.report[side].paragraphs[start].start;
}

/** @param {Range} one @param {Range} other @param {number} shift */
const samePlace = (one, other, shift) => one.start + shift === other.start && one.end + shift === other.end;

/** Whether the paragraphs are of the same words, cut at the same places. @param {Drawing} one @param {Drawing} other @param {Side} side @param {Range} paragraphs */
function sameText(one, other, side, { start, end }) {
  const [version, own] = /** @type {Version[]} */ ([one.comparison.report[side], other.comparison.report[side]]);
  if (version.language !== own.language) return false;
  for (let index = start; index < end; index++) {
    const [paragraph, same] = [version.paragraphs[index], own.paragraphs[index]];
    if (paragraph.role !== same.role || paragraph.end - paragraph.start !== same.end - same.start) return false;
    if (paragraph.start - version.paragraphs[start].start !== same.start - own.paragraphs[start].start) return false;
    if (one.comparison[side].slice(paragraph.start, paragraph.end) !== other.comparison[side].slice(same.start, same.end)) return false;
  }
  return true;
}

/** @param {Drawing} one @param {Drawing} other @param {number} index of the row */
function sameFacts(one, other, index) {
  const [facts, own] = [factsOn(one, index), factsOn(other, index)];
  const sameOne = (/** @type {number} */ fact) => {
    const [was, is] = [one.comparison.report.facts[fact], other.comparison.report.facts[fact]];
    return was.kind === is.kind && was.change === is.change;
  };
  return facts.length === own.length && facts.every((fact, nth) => fact === own[nth] && sameOne(fact));
}
