/** @import { Drawing, Settings, Side } from "./types.js" */
import { words } from "../language/element.js";
import { SIDES } from "./terms.js";
import { element } from "./element.js";
import { drawMark } from "./facts.js";
import { drawNote, inWords, noteOf } from "./notes.js";
import { drawParagraph } from "./paragraph.js";
import { hasParagraphs } from "./plan.js";
import { countWords, cover, editsOn, replacedBefore } from "./words.js";

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
  if (before !== null && after !== null && before !== after) {
    row.append(drawEnd(drawing, before, "before", settings), drawEnd(drawing, after, "after", settings));
    return row;
  }
  const bead = /** @type {number} */ (before ?? after);
  describe(row, drawing, bead, settings);
  if (towards) row.dataset.towards = towards;
  const gap = gapIn(drawing, bead);
  if (gap) row.dataset.gap = gap;
  const repeated = repeats(drawing, index);
  for (const side of SIDES) {
    const here = side === "before" ? before : after;
    const standsElsewhere = here === null && hasParagraphs(drawing.comparison.report.beads[bead], side);
    row.append(standsElsewhere ? element("div", "blank") : drawSide(drawing, bead, side, { towards, repeated }));
  }
  const facts = factsOn(drawing, index);
  if (facts.length > 0) row.append(drawMark(drawing.comparison.report, facts));
  return row;
}

/** What is said where one version is read and the other has a paragraph of its own. @param {Drawing} drawing @param {number} index of the bead */
function gapIn({ comparison, states }, index) {
  const { before, after } = comparison.report.beads[index];
  const count = (/** @type {Side} */ side, /** @type {{ start: number, end: number }} */ paragraphs) => {
    const { start, end } = cover(comparison.report[side], paragraphs);
    return countWords(comparison[side].slice(start, end));
  };
  if (states[index] === "removed") return words.note.dropped(count("before", before));
  return states[index] === "added" ? words.note.added(count("after", after)) : "";
}

/** The facts that changed on a row. @param {Drawing} drawing @param {number} index of the row */
export function factsOn({ comparison, rows, facts }, index) {
  /** @type {number[]} */
  const found = [];
  for (const side of SIDES) {
    const bead = rows[index][side];
    if (bead === null) continue;
    const { start, end } = comparison.report.beads[bead][side];
    for (let paragraph = start; paragraph < end; paragraph++) found.push(...(facts[side][paragraph] ?? []));
  }
  return found;
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

  const { start, end } = cover(version, bead[side]);
  if (RIGHT_TO_LEFT.test(comparison[side].slice(start, end))) container.dir = "rtl";
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
export function repeats({ comparison, rows, states }, index) {
  if (index === 0) return false;
  const { beads } = comparison.report;
  const [above, here] = [rows[index - 1], rows[index]].map((row) => row.before ?? row.after ?? 0);
  return states[above] === states[here] && beads[above].moved === beads[here].moved;
}
