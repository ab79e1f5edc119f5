/**
 * The panel of paragraphs: what moved, from where to where, and what only one version has, as far as whole sentences.
 */
/** @import { Range } from "../pkg/storydiff.js" */
/** @import { Comparison, Passage, Side } from "./types.js" */
import { words } from "../language/element.js";
import { SIDES } from "./check.js";
import { element } from "./element.js";
import { untold } from "./level.js";
import { hasParagraphs } from "./plan.js";
import { isOneStory, paragraphsIn } from "./summary.js";
import { cut, indexAt } from "./words.js";

/** How much of a passage is quoted, in UTF-16 code units. */
const QUOTED = 140;

/** A row of the panel: where it stood or stands, how many it counts for, and its passages. @typedef {{ place: string, count: number, passages: Passage[] }} Row */

/**
 * The panel before it is opened.
 *
 * @param {Comparison} comparison
 * @returns {HTMLDetailsElement | null} nothing where there is nothing to list
 */
export function drawChangesPanel(comparison) {
  if (!isOneStory(comparison.report)) return null;
  const count = groupsOf(comparison).reduce((sum, [, rows]) => sum + countOf(rows), 0);
  if (count === 0) return null;
  const details = element("details", "of-paragraphs");
  const summary = element("summary");
  summary.append(`${words.changes.heading} · ${words.figure(count)}`);
  details.append(summary);
  return details;
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
  const moved = report.beads.flatMap((bead) => {
    if (!bead.moved || !hasParagraphs(bead, "before") || !hasParagraphs(bead, "after")) return [];
    const place = words.changes.fromTo(bead.before, bead.after);
    return [{ place, count: paragraphsIn(bead), passages: SIDES.map((side) => ({ side, ...cover(report[side].paragraphs.slice(bead[side].start, bead[side].end)) })) }];
  });
  /** @param {Side} side */
  const only = (side) => {
    const told = new Set(report.links.map((link) => link[side]));
    const beads = report.beads.filter((bead) => hasParagraphs(bead, side)).sort((one, other) => one[side].start - other[side].start);
    return beads.flatMap((bead) => {
      const { paragraphs } = report[side];
      const isAlone = bead.kind === "insertion" || bead.kind === "deletion";
      const ranges = isAlone ? [cover(paragraphs.slice(bead[side].start, bead[side].end))] : joined(untold(report, bead, side, told));
      return ranges.map((range) => {
        const place = words.figure(indexAt(paragraphs, range.start) + 1);
        return { place, count: 1, passages: [{ side, ...range }] };
      });
    });
  };
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

/** @param {Range[]} ranges in order, at least one */
function cover(ranges) {
  return { start: ranges[0].start, end: ranges[ranges.length - 1].end };
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
