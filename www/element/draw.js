/** @import { Bead } from "../pkg/storydiff.js" */
/** @import { Comparison, Drawing, Row, Side } from "./types.js" */
import { SIDES } from "./check.js";
import { element } from "./element.js";
import { drawMark, placeFacts } from "./facts.js";
import * as labels from "./labels.js";
import { drawNote, noteOf, stateInWords, stateOf } from "./notes.js";
import { drawParagraph } from "./paragraph.js";
import { isOneStory } from "./summary.js";
import { editsOn, replacedBefore } from "./words.js";

/** The height to reserve for a row that has not come into view: characters to a line, and pixels. */
const ESTIMATE = { line: 48, lineHeight: 30, margin: 18 };

/**
 * @param {Comparison} comparison
 * @returns {Drawing}
 */
export function planDrawing(comparison) {
  const { beads } = comparison.report;
  const related = isOneStory(comparison.report);
  return {
    comparison,
    rows: related ? alignedRows(beads) : unalignedRows(beads),
    facts: related ? placeFacts(comparison.report) : { before: [], after: [] },
    states: beads.map((bead) => (related ? stateOf(bead, comparison) : "plain")),
  };
}

/**
 * Draws one row.
 *
 * @param {Drawing} drawing
 * @param {number} index of the row
 */
export function drawRow(drawing, index) {
  const { before, after, towards } = drawing.rows[index];
  const row = element("div", "row");
  row.style.containIntrinsicBlockSize = `auto ${estimateHeight(drawing, index)}px`;
  if (before !== null && after !== null && before !== after) {
    row.append(drawEnd(drawing, before, "before"), drawEnd(drawing, after, "after"));
    return row;
  }
  const bead = /** @type {number} */ (before ?? after);
  describe(row, drawing, bead);
  if (towards) row.dataset.towards = towards;
  const repeated = index > 0 && repeats(drawing, index);
  for (const side of SIDES) {
    const here = side === "before" ? before : after;
    const standsElsewhere = here === null && hasParagraphs(drawing.comparison.report.beads[bead], side);
    row.append(standsElsewhere ? element("div", "blank") : drawSide(drawing, bead, side, { towards, repeated }));
  }
  const { report } = drawing.comparison;
  const facts = SIDES.flatMap((side) => {
    if ((side === "before" ? before : after) === null) return [];
    const { start, end } = report.beads[bead][side];
    return drawing.facts[side].slice(start, end).flat();
  });
  if (facts.length > 0) row.append(drawMark(report, facts));
  return row;
}

/**
 * Half of a row on which two beads stand that have nothing to do with each other.
 *
 * @param {Drawing} drawing
 * @param {number} bead
 * @param {Side} side
 */
function drawEnd(drawing, bead, side) {
  const end = element("div", "end");
  describe(end, drawing, bead);
  end.append(drawSide(drawing, bead, side, { repeated: true }));
  return end;
}

/** @param {HTMLElement} target @param {Drawing} drawing @param {number} index */
function describe(target, { comparison, states }, index) {
  const bead = comparison.report.beads[index];
  target.setAttribute("part", "bead");
  target.setAttribute("role", "group");
  target.setAttribute("aria-label", labels.described(bead, stateInWords(bead, states[index], comparison)));
  target.tabIndex = -1;
  Object.assign(target.dataset, { bead: index, kind: bead.kind, state: states[index] });
  if (bead.moved) target.dataset.moved = "true";
}

/**
 * @param {Drawing} drawing
 * @param {number} index of the bead
 * @param {Side} side
 * @param {{ towards?: "up" | "down", repeated: boolean }} place
 */
function drawSide({ comparison, states }, index, side, { towards, repeated }) {
  const { report } = comparison;
  const bead = report.beads[index];
  const version = report[side];
  const container = element("div", `side ${side}`, `side ${side}`);
  container.dataset.side = side;
  if (!hasParagraphs(bead, side)) return container;

  const isCaption = version.paragraphs[bead[side].start].role === "caption";
  const note = drawNote(bead, side, states[index], { isCaption, towards, repeated, comparison });
  if (note) container.append(note);

  const text = element("div", "text");
  const edits = states[index] === "plain" ? [] : editsOn(side, bead);
  const replaced = side === "after" && states[index] === "changed" ? replacedBefore(bead) : [];
  for (let paragraph = bead[side].start; paragraph < bead[side].end; paragraph++) {
    if (side === "after" && bead.kind === "split" && paragraph > bead.after.start) text.append(noteOf(labels.SPLIT));
    text.append(drawParagraph(comparison, side, paragraph, edits, { state: states[index], replaced }));
  }
  container.append(text);
  return container;
}

/**
 * Whether the row above is in the same state, so that saying it again would be noise.
 *
 * @param {Drawing} drawing
 * @param {number} index
 */
function repeats({ comparison, rows, states }, index) {
  const { beads } = comparison.report;
  const [above, here] = [rows[index - 1], rows[index]].map((row) => row.before ?? row.after ?? 0);
  return states[above] === states[here] && beads[above].moved === beads[here].moved;
}

/** @param {Drawing} drawing @param {number} index */
function estimateHeight({ comparison, rows }, index) {
  const { report } = comparison;
  const heights = SIDES.map((side) => {
    const bead = rows[index][side];
    if (bead === null) return 0;
    const { start, end } = report.beads[bead][side];
    return report[side].paragraphs.slice(start, end).reduce((sum, paragraph) => {
      const lines = Math.ceil((paragraph.end - paragraph.start) / ESTIMATE.line);
      return sum + lines * ESTIMATE.lineHeight + ESTIMATE.margin;
    }, 0);
  });
  return Math.max(...heights);
}

/**
 * The rows of a comparison in reading order: the unmoved beads as the report lists them, and between them
 * each end of a moved bead, right before the first paragraph that follows it in its own version.
 *
 * @param {Bead[]} beads
 * @returns {Row[]}
 */
function alignedRows(beads) {
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

  beads.forEach((bead, index) => {
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
  const [before, after] = /** @type {const} */ (["before", "after"]).map((side) =>
    beadsInOrder(beads, side, (bead) => hasParagraphs(bead, side)),
  );
  return Array.from({ length: Math.max(before.length, after.length) }, (_, line) => ({
    before: before[line] ?? null,
    after: after[line] ?? null,
  }));
}

/** @param {Bead} bead @param {Side} side */
function hasParagraphs(bead, side) {
  return bead[side].end > bead[side].start;
}

/** @param {Bead} bead */
function standsTwice(bead) {
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
  return beads
    .map((_, index) => index)
    .filter((index) => wanted(beads[index]))
    .sort((one, other) => beads[one][side].start - beads[other][side].start);
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
