/** @import { Bead, Edit, Range, Report } from "../pkg/storydiff.js" */
/** @import { Comparison, Marked, Side } from "./types.js" */
import { OTHER, SIDES } from "./terms.js";
import { editsOn, indexAt } from "./words.js";

/**
 * The least that is marked: everything; from spelling on, without typography; from wording on, without spelling;
 * or content alone – sentences and facts that came or went, and no rewording.
 */
export const LEVELS = /** @type {const} */ (["everything", "spelling", "wording", "content"]);

/** @typedef {typeof LEVELS[number]} Level */

/**
 * What is marked of a bead at a level, in the place of the report's own edits.
 *
 * @param {Report} report
 * @param {Level} level
 * @returns {(bead: Bead) => Edit[]} below `content` they are the bead's edits, those that are not marked made equal ones
 */
export function editsAt(report, level) {
  if (level === "everything") return ({ edits }) => edits;
  if (level === "content") return contentEdits(report);
  return ({ edits }) => edits.map((edit) => (edit.cosmetic && (edit.cosmetic !== "spelling" || level === "wording") ? { ...edit, kind: "equal" } : edit));
}

/**
 * What came or went in substance: sentences without a counterpart, and changed facts.
 *
 * @param {Report} report
 * @returns {(bead: Bead) => Edit[]} of a bead, in the order of the later text; of an insertion or a deletion, its own edits
 */
export function contentEdits(report) {
  const facts = changedFacts(report);
  const told = toldIn(report);
  return (bead) => {
    if (bead.kind === "insertion" || bead.kind === "deletion") return bead.edits;
    const [gone, come] = SIDES.map((side) => untold(report, bead, side, told[side]));
    /** @type {Edit[]} */
    const edits = [
      ...gone.map((before) => ({ kind: /** @type {const} */ ("deletion"), before, after: placeIn(bead, before.start) })),
      ...come.map((after) => ({ kind: /** @type {const} */ ("insertion"), before: { start: after.start, end: after.start }, after })),
    ];
    const taken = { before: gone, after: come };
    for (const index of factsIn(bead, facts)) {
      const { before, after } = report.facts[index];
      const [was, is] = [claim(before, "before", report, bead, taken), claim(after, "after", report, bead, taken)];
      if (was && is) edits.push({ kind: "substitution", before: was, after: is });
      else if (was) edits.push({ kind: "deletion", before: was, after: placeIn(bead, was.start) });
      else if (is) edits.push({ kind: "insertion", before: { start: is.start, end: is.start }, after: is });
    }
    return edits.sort((one, other) => one.after.start - other.after.start || one.before.start - other.before.start);
  };
}

/** Which sentences have a counterpart somewhere: 1 for each, by its index. @param {Report} report @returns {Record<Side, Uint8Array>} */
export function toldIn(report) {
  const told = { before: new Uint8Array(report.before.sentences?.length ?? 0), after: new Uint8Array(report.after.sentences?.length ?? 0) };
  for (const { before, after } of report.links) told.before[before] = told.after[after] = 1;
  return told;
}

/**
 * The edits of a bead that was told anew, with what came or went in substance taken out of them and put beside them.
 *
 * @param {Edit[]} edits
 * @param {Edit[]} substance
 * @returns {Marked[]} each with words on one side at most, but for facts that changed
 */
export function withSubstance(edits, substance) {
  if (substance.length === 0) return edits;
  const rest = edits.flatMap((edit) =>
    SIDES.flatMap((side) =>
      without(edit[side], editsOn(side, substance).map((marked) => marked[side])).map((part) => ({
        ...edit,
        [OTHER[side]]: { start: edit[OTHER[side]].start, end: edit[OTHER[side]].start },
        [side]: part,
      })),
    ),
  );
  return [...rest, ...substance.map((edit) => ({ ...edit, substance: true }))];
}

/** What is left of a range. @param {Range} range @param {Range[]} taken in order @returns {Range[]} */
function without({ start, end }, taken) {
  const left = [];
  for (const hole of taken) {
    if (hole.end <= start || hole.start >= end) continue;
    if (hole.start > start) left.push({ start, end: hole.start });
    start = hole.end;
  }
  return start < end ? [...left, { start, end }] : left;
}

/** Which facts changed, by the paragraphs where they stand. @param {Report} report */
export function changedFacts({ facts, ...versions }) {
  /** @type {Record<Side, number[][]>} indices into the facts, of each paragraph that has some */
  const places = { before: [], after: [] };
  facts?.forEach((fact, index) => {
    for (const side of SIDES) {
      const place = fact.change !== "kept" && fact[side];
      if (place) (places[side][indexAt(versions[side].paragraphs, place.start)] ??= []).push(index);
    }
  });
  return places;
}

/** @param {Bead} bead @param {Record<Side, number[][]>} facts */
function factsIn(bead, facts) {
  return new Set(SIDES.flatMap((side) => facts[side].slice(bead[side].start, bead[side].end).flat()));
}

/** The sentences of a bead that have no counterpart anywhere. @param {Report} report @param {Bead} bead @param {Side} side @param {Uint8Array} told of that side, as `toldIn` gives it */
export function untold(report, bead, side, told) {
  const { paragraphs, sentences } = report[side];
  /** @type {Range[]} */
  const ranges = [];
  const last = paragraphs[bead[side].end - 1].sentences?.end ?? 0;
  for (let sentence = paragraphs[bead[side].start].sentences?.start ?? 0; sentence < last; sentence++) {
    if (!sentences?.[sentence]) break; // An older report, or a hostile one.
    const { start, end } = sentences[sentence];
    if (!told[sentence]) ranges.push({ start, end });
  }
  return ranges;
}

/**
 * The place of a fact where it stands in this bead and nothing around it is marked yet.
 *
 * @param {Range | null} place
 * @param {Side} side
 * @param {Report} report
 * @param {Bead} bead
 * @param {Record<Side, Range[]>} taken
 */
function claim(place, side, report, bead, taken) {
  if (place === null) return null;
  const paragraph = indexAt(report[side].paragraphs, place.start);
  if (paragraph < bead[side].start || paragraph >= bead[side].end) return null;
  if (taken[side].some(({ start, end }) => start < place.end && end > place.start)) return null;
  const end = Math.min(place.end, report[side].paragraphs[paragraph].end);
  const claimed = { start: place.start, end };
  taken[side].push(claimed);
  return claimed;
}

/** Where in the later text of a bead words of its earlier text would stand. @param {Bead} bead @param {number} offset @returns {Range} */
function placeIn({ edits }, offset) {
  let at = edits[0]?.after.start ?? 0;
  for (const { kind, before, after } of edits) {
    if (before.start > offset) break;
    if (kind === "transposition") continue;
    at = before.end <= offset ? after.end : kind === "equal" ? after.start + Math.min(offset - before.start, after.end - after.start) : after.start;
  }
  return { start: at, end: at };
}

/** The words at a range, without the white space around them. @param {Comparison} comparison @param {Side} side @param {Range} range */
export const textOf = (comparison, side, { start, end }) => comparison[side].slice(start, end).trim();
