/**
 * The panel of paragraphs: what moved, from where to where, and what only one version has, as far as whole sentences.
 */
/** @import { Bead, Range, Report } from "../pkg/storydiff.js" */
/** @import { Comparison, Passage, Side } from "./types.js" */
import { words } from "../language/element.js";
import { SIDES } from "./terms.js";
import { element } from "./element.js";
import { toldIn, untold } from "./level.js";
import { hasParagraphs, standsTwice } from "./plan.js";
import { isOneStory, paragraphsIn } from "./summary.js";
import { each } from "./turns.js";
import { cover, cut, indexAt } from "./words.js";

/** How much of a passage is quoted, in UTF-16 code units. */
const QUOTED = 140;

/** A row of the panel: where it stood or stands, how many it counts for, and its passages. @typedef {{ place: string, count: number, passages: Passage[] }} Row */

/**
 * The panel before it is opened.
 *
 * @param {number} count of what it lists
 * @returns {HTMLDetailsElement | null} nothing where there is nothing to list
 */
export function drawChangesPanel(count) {
  if (count === 0) return null;
  const details = element("details", "of-paragraphs");
  const summary = element("summary");
  summary.append(`${words.changes.heading} · ${words.figure(count)}`);
  details.append(summary);
  return details;
}

/** How much the panel lists, without making it. @param {Comparison} comparison @returns {Generator<void, number>} */
export function* countChanges({ report }) {
  if (!isOneStory(report)) return 0;
  const told = toldIn(report);
  let count = 0;
  yield* each(report.beads, (bead) => {
    if (standsTwice(bead)) count += paragraphsIn(bead);
    for (const side of SIDES) if (hasParagraphs(bead, side)) count += onlyIn(report, bead, side, told[side]).length;
  });
  return count;
}

/** All that the panel lists. @param {Comparison} comparison @returns {HTMLElement[]} */
export function drawChanges(comparison) {
  return groupsOf(comparison).flatMap(([kind, rows]) => {
    if (rows.length === 0) return [];
    const heading = element("h2");
    const count = element("span");
    const list = element("ul");
    heading.dataset.kind = kind;
    heading.tabIndex = -1;
    count.append(` · ${words.figure(countOf(rows))}`);
    heading.append(words.changes[kind], count);
    list.role = "list";
    list.append(...rows.map((row) => drawRow(row, comparison)));
    return [heading, list];
  });
}

/** @param {Comparison} comparison @returns {["moved" | "added" | "removed", Row[]][]} */
function groupsOf({ report }) {
  const told = toldIn(report);
  const moved = report.beads.filter(standsTwice).map((bead) => ({
    place: words.changes.fromTo(bead.before, bead.after),
    count: paragraphsIn(bead),
    passages: SIDES.map((side) => ({ side, ...cover(report[side], bead[side]) })),
  }));
  /** @param {Side} side */
  const only = (side) =>
    report.beads
      .filter((bead) => hasParagraphs(bead, side))
      .sort((one, other) => one[side].start - other[side].start)
      .flatMap((bead) => onlyIn(report, bead, side, told[side]))
      .map((range) => ({ place: words.figure(indexAt(report[side].paragraphs, range.start) + 1), count: 1, passages: [{ side, ...range }] }));
  return [
    ["moved", moved],
    ["added", only("after")],
    ["removed", only("before")],
  ];
}

/** @param {Row[]} rows */
const countOf = (rows) => rows.reduce((sum, { count }) => sum + count, 0);

/** @param {Row} row @param {Comparison} comparison */
function drawRow({ place, passages }, comparison) {
  const row = element("li");
  const label = element("span");
  label.append(place);
  row.append(label, ...passages.map((passage) => drawPassage(passage, comparison)));
  return row;
}

/** @param {Passage} passage @param {Comparison} comparison */
function drawPassage({ side, start, end }, { report, ...texts }) {
  const { language } = report[side];
  const button = element("button", `passage ${side}`, "passage");
  const quoted = element("span");
  Object.assign(button.dataset, { at: side, start, end });
  quoted.dir = "auto";
  if (language !== "und") quoted.lang = language;
  quoted.append(cut(texts[side].slice(start, end), QUOTED));
  button.append(quoted);
  return button;
}

/** What one version alone has of a bead. @param {Report} report @param {Bead} bead @param {Side} side @param {Uint8Array} told */
function onlyIn(report, bead, side, told) {
  const isAlone = bead.kind === "insertion" || bead.kind === "deletion";
  return isAlone ? [cover(report[side], bead[side])] : joined(untold(report, bead, side, told));
}

/** Sentences that follow each other, as one passage. @param {Range[]} ranges in order */
function joined(ranges) {
  /** @type {Range[]} */
  const found = [];
  for (const range of ranges) {
    const last = found.at(-1);
    if (last && range.start - last.end <= 2) last.end = range.end;
    else found.push({ ...range });
  }
  return found;
}
