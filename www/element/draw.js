/** @import { Drawing, Settings, Side } from "./types.js" */
import { words } from "../language/element.js";
import { OTHER, SIDES } from "./check.js";
import { element } from "./element.js";
import { drawMark } from "./facts.js";
import { drawNote, inWords, noteOf } from "./notes.js";
import { drawParagraph } from "./paragraph.js";
import { hasParagraphs } from "./plan.js";
import { countWords, editsOn, replacedBefore } from "./words.js";

/** The height to reserve for a row that has not come into view: characters to a line, and pixels. */
const ESTIMATE = { line: 48, lineHeight: 30, margin: 18 };

/** A text whose first letter is of a script that is read from right to left. */
const RIGHT_TO_LEFT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * Draws one row.
 *
 * @param {Drawing} drawing
 * @param {number} index of the row
 * @param {Settings} settings
 */
export function drawRow(drawing, index, settings) {
  const { before, after, towards } = drawing.rows[index];
  const row = element("div", "row");
  row.style.containIntrinsicBlockSize = `auto ${estimateHeight(drawing, index)}px`;
  if (before !== null && after !== null && before !== after) {
    row.append(drawEnd(drawing, before, "before", settings), drawEnd(drawing, after, "after", settings));
    return row;
  }
  const bead = /** @type {number} */ (before ?? after);
  describe(row, drawing, bead, settings);
  if (towards) row.dataset.towards = towards;
  const gap = gapIn(drawing, bead);
  if (gap) row.dataset.gap = gap;
  const repeated = index > 0 && repeats(drawing, index);
  for (const side of SIDES) {
    const here = side === "before" ? before : after;
    const standsElsewhere = here === null && hasParagraphs(drawing.comparison.report.beads[bead], side);
    row.append(standsElsewhere ? element("div", "blank") : drawSide(drawing, bead, side, { towards, repeated }));
  }
  const facts = factsOn(drawing, index);
  if (facts.length > 0) row.append(drawMark(drawing.comparison.report, facts));
  return row;
}

/**
 * What a row says and how, in one string: rows of two drawings that have the same look the same.
 *
 * @param {Drawing} drawing
 * @param {number} index of the row
 * @param {Settings} settings
 */
export function keyOf(drawing, index, settings) {
  const { comparison, rows, states, edits } = drawing;
  const row = rows[index];
  const sides = SIDES.flatMap((side) => {
    const number = row[side];
    if (number === null) return [null];
    const bead = comparison.report.beads[number];
    const { paragraphs, language } = comparison.report[side];
    const covered = paragraphs.slice(bead[side].start, bead[side].end);
    const { start } = covered[0];
    const marks = edits[number].map(({ kind, cosmetic, substance, ...edit }) => {
      const counterpart = kind === "substitution" ? comparison[OTHER[side]].slice(edit[OTHER[side]].start, edit[OTHER[side]].end) : "";
      return [kind, cosmetic, substance, edit[side].start - start, edit[side].end - start, counterpart];
    });
    const texts = covered.map(({ start, end, role }) => [comparison[side].slice(start, end), role]);
    return [number, bead.kind, bead.before, bead.after, bead.moved, states[number], language, texts, marks];
  });
  const repeated = index > 0 && repeats(drawing, index);
  const facts = factsOn(drawing, index).map((fact) => [fact, comparison.report.facts[fact].kind, comparison.report.facts[fact].change]);
  return JSON.stringify([row.towards, repeated, sides, facts, settings.summaries]);
}

/** What is said where one version is read and the other has a paragraph of its own. @param {Drawing} drawing @param {number} index of the bead */
function gapIn({ comparison, states }, index) {
  const { before, after } = comparison.report.beads[index];
  const count = (/** @type {Side} */ side, /** @type {{ start: number, end: number }} */ { start, end }) => {
    const { paragraphs } = comparison.report[side];
    return countWords(comparison[side].slice(paragraphs[start].start, paragraphs[end - 1].end));
  };
  if (states[index] === "removed") return words.note.dropped(count("before", before));
  return states[index] === "added" ? words.note.added(count("after", after)) : "";
}

/** The facts that changed on a row. @param {Drawing} drawing @param {number} index of the row */
function factsOn({ comparison, rows, facts }, index) {
  return SIDES.flatMap((side) => {
    const bead = rows[index][side];
    if (bead === null) return [];
    const { start, end } = comparison.report.beads[bead][side];
    return facts[side].slice(start, end).flat();
  });
}

/**
 * Half of a row on which two beads stand that have nothing to do with each other.
 *
 * @param {Drawing} drawing
 * @param {number} bead
 * @param {Side} side
 * @param {Settings} settings
 */
function drawEnd(drawing, bead, side, settings) {
  const end = element("div", "end");
  describe(end, drawing, bead, settings);
  end.append(drawSide(drawing, bead, side, { repeated: true }));
  return end;
}

/** @param {HTMLElement} target @param {Drawing} drawing @param {number} index @param {Settings} settings */
function describe(target, drawing, index, { summaries }) {
  const { comparison, states } = drawing;
  const bead = comparison.report.beads[index];
  target.setAttribute("part", "bead");
  target.setAttribute("role", "group");
  target.setAttribute("aria-label", words.spoken.bead(bead, inWords(drawing, index, summaries)));
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
function drawSide(drawing, index, side, { towards, repeated }) {
  const { comparison, states } = drawing;
  const { report } = comparison;
  const bead = report.beads[index];
  const version = report[side];
  const container = element("div", `side ${side}`, `side ${side}`);
  container.dataset.side = side;
  if (!hasParagraphs(bead, side)) return container;

  const { start } = version.paragraphs[bead[side].start];
  if (RIGHT_TO_LEFT.test(comparison[side].slice(start, version.paragraphs[bead[side].end - 1].end))) container.dir = "rtl";
  const isCaption = version.paragraphs[bead[side].start].role === "caption";
  const note = drawNote(drawing, index, side, { isCaption, towards, repeated });
  if (note) container.append(note);

  const text = element("div", "text");
  const edits = drawing.edits[index];
  const marks = {
    state: states[index],
    numbers: new Map(edits.map((edit, number) => [edit, number])),
    replaced: side === "after" && states[index] === "changed" ? replacedBefore(edits) : [],
  };
  const here = editsOn(side, edits);
  for (let paragraph = bead[side].start; paragraph < bead[side].end; paragraph++) {
    if (side === "after" && bead.kind === "split" && paragraph > bead.after.start && states[index] !== "plain") {
      text.append(noteOf(words.note.split));
    }
    text.append(drawParagraph(comparison, side, paragraph, here, marks));
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
