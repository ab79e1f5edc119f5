/** @import { Bead } from "../pkg/storydiff.js" */
/** @import { Level } from "./level.js" */
/** @import { Comparison, Drawing, Row, Side } from "./types.js" */
import { SIDES } from "./terms.js";
import { changedFacts, contentEdits, editsAt, withSubstance } from "./level.js";
import { stateOf } from "./notes.js";
import { isOneStory } from "./summary.js";
import { atOnce, each } from "./turns.js";

/**
 * All that is drawn of a comparison, before any of it is drawn.
 *
 * @param {Comparison} comparison
 * @param {Level} [level] the least that is marked
 */
export const planDrawing = (comparison, level = "everything") => atOnce(planning(comparison, level));

/**
 * The same, in steps: a book has many paragraphs.
 *
 * @param {Comparison} comparison
 * @param {Level} level
 * @returns {Generator<void, Drawing>}
 */
export function* planning(comparison, level) {
  const { report } = comparison;
  const related = isOneStory(report);
  const marked = related ? editsAt(report, level) : () => [];
  /** What is marked of what was told anew: few texts have any. @type {ReturnType<typeof contentEdits> | null} */
  let substance = null;
  /** @type {Drawing["edits"]} */
  const edits = [];
  /** @type {Drawing["states"]} */
  const states = [];
  yield* each(report.beads, (bead) => {
    const own = marked(bead);
    const state = related ? stateOf(bead, own, comparison, level) : "plain";
    states.push(state);
    edits.push(state === "retold" ? withSubstance(own, (substance ??= contentEdits(report))(bead)) : own);
  });
  const rows = related ? yield* alignedRows(report.beads) : unalignedRows(report.beads);
  return {
    comparison,
    rows,
    edits,
    states,
    facts: related ? changedFacts(report) : { before: [], after: [] },
    places: yield* placesOf(rows),
    beads: yield* beadsOf(report.beads),
  };
}

/** Whether anything became of what stands on a row. @param {Drawing} drawing @param {number} index of the row */
export function isChanged({ rows, states, comparison }, index) {
  const { before, after } = rows[index];
  const bead = /** @type {number} */ (before ?? after);
  return states[bead] !== "plain" && (states[bead] !== "same" || comparison.report.beads[bead].moved);
}

/** @param {Bead} bead @param {Side} side */
export function hasParagraphs(bead, side) {
  return bead[side].end > bead[side].start;
}

/**
 * The rows of a comparison in reading order: the unmoved beads as the report lists them, and between them
 * each end of a moved bead, right before the first paragraph that follows it in its own version.
 *
 * @param {Bead[]} beads
 * @returns {Generator<void, Row[]>}
 */
function* alignedRows(beads) {
  /** @type {Row[]} */
  const rows = [];
  const waiting = { before: movedEnds(beads, "before"), after: movedEnds(beads, "after") };

  /** @param {Side} side @param {number} paragraph */
  const placeEndsUpTo = (side, paragraph) => {
    const ends = waiting[side];
    while (ends.length > 0 && beads[ends[ends.length - 1]][side].start < paragraph) {
      const bead = /** @type {number} */ (ends.pop());
      rows.push({ before: null, after: null, [side]: bead });
    }
  };

  yield* each(beads, (bead, index) => {
    if (standsTwice(bead)) return;
    const before = hasParagraphs(bead, "before");
    const after = hasParagraphs(bead, "after");
    if (before) placeEndsUpTo("before", bead.before.start);
    if (after) placeEndsUpTo("after", bead.after.start);
    rows.push({ before: before ? index : null, after: after ? index : null });
  });
  placeEndsUpTo("before", Infinity);
  placeEndsUpTo("after", Infinity);
  pointEndsAtEachOther(rows, beads);
  return rows;
}

/**
 * The rows of two texts that are not versions of one story: each runs down its own column.
 *
 * @param {Bead[]} beads
 * @returns {Row[]}
 */
function unalignedRows(beads) {
  const [before, after] = SIDES.map((side) => beadsInOrder(beads, side, (bead) => hasParagraphs(bead, side)));
  return Array.from({ length: Math.max(before.length, after.length) }, (_, line) => ({
    before: before[line] ?? null,
    after: after[line] ?? null,
  }));
}

/** Whether a bead moved: then it stands at both its places. @param {Bead} bead */
export function standsTwice(bead) {
  return bead.moved && hasParagraphs(bead, "before") && hasParagraphs(bead, "after");
}

/**
 * The moved beads by their place on one side, the first one last, ready to be popped.
 *
 * @param {Bead[]} beads
 * @param {Side} side
 */
function movedEnds(beads, side) {
  return beadsInOrder(beads, side, standsTwice).reverse();
}

/**
 * @param {Bead[]} beads
 * @param {Side} side
 * @param {(bead: Bead) => boolean} wanted
 */
function beadsInOrder(beads, side, wanted) {
  /** @type {number[]} */
  const found = [];
  beads.forEach((bead, index) => wanted(bead) && found.push(index));
  return found.sort((one, other) => beads[one][side].start - beads[other][side].start);
}

/** @param {Row[]} rows @param {Bead[]} beads */
function pointEndsAtEachOther(rows, beads) {
  /** @type {Map<number, Row>} */
  const firstEnds = new Map();
  for (const row of rows) {
    const bead = row.before ?? row.after;
    if (bead === null || !standsTwice(beads[bead])) continue;
    const first = firstEnds.get(bead);
    if (first === undefined) {
      firstEnds.set(bead, row);
    } else {
      first.towards = "down";
      row.towards = "up";
    }
  }
}

/** On which row each side of each bead stands. @param {Row[]} rows */
function* placesOf(rows) {
  /** @type {Drawing["places"]} */
  const places = { before: [], after: [] };
  yield* each(rows, (row, index) => {
    for (const side of SIDES) {
      const bead = row[side];
      if (bead !== null) places[side][bead] = index;
    }
  });
  return places;
}

/** Which bead each paragraph of either version stands in. @param {Bead[]} beads */
function* beadsOf(beads) {
  /** @type {Drawing["beads"]} */
  const found = { before: [], after: [] };
  yield* each(beads, (bead, index) => {
    for (const side of SIDES) {
      for (let paragraph = bead[side].start; paragraph < bead[side].end; paragraph++) found[side][paragraph] = index;
    }
  });
  return found;
}
