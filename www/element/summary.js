/** @import { Bead, Edit, Report } from "../pkg/storydiff.js" */
/** @import { Comparison } from "./types.js" */
import { words } from "../language/element.js";
import { FACTS } from "./terms.js";
import { isVisible } from "./words.js";

/**
 * A piece of the summary; what the reader should take away is `strong`, and leads to what it sums up.
 *
 * @typedef {{ text: string, strong?: boolean, leads?: Finding }} Piece
 *
 * @typedef {"moved" | "added" | "quotation" | "number" | "date" | "name"} Finding
 */

/** Below this, the texts are read as two stories and not as two versions of one. */
const SAME_STORY = 0.5;

/** What is below this share, or as close to the whole, goes unsaid. */
const NEGLIGIBLE = 0.005;

/** @param {Report} report */
export function isOneStory(report) {
  return report.summary.sameStory >= SAME_STORY;
}

/**
 * What became of the story, in a sentence or two.
 *
 * @param {Comparison} comparison
 * @returns {Piece[]}
 */
export function summarise(comparison) {
  const { report } = comparison;
  const empty = emptiness(report);
  if (empty) return [{ text: empty }];
  if (!isOneStory(report)) return unrelated();
  const moved = movedParagraphs(report);
  const facts = changedFacts(report);
  /** @type {Piece[]} */
  const pieces = retelling(comparison);
  if (moved > 0) {
    pieces.push({ text: " " }, { text: words.summary.moved(moved), strong: true, leads: "moved" }, { text: facts.length > 0 ? "; " : "." });
  } else if (facts.length > 0) {
    facts[0].text = words.capitalised(facts[0].text);
    pieces.push({ text: " " });
  }
  const list = new Intl.ListFormat(words.locale).formatToParts(facts.map(({ text }) => text));
  for (const { type, value } of list) pieces.push(type === "element" ? { strong: true, .../** @type {Piece} */ (facts.shift()) } : { text: value });
  if (list.length > 0) pieces.push({ text: words.summary.changed });
  return pieces;
}

/**
 * The figures under the summary.
 *
 * @param {Report} report
 */
export function figures(report) {
  const { before, after, summary } = report;
  const said = [words.summary.sizes(before.paragraphs.length, after.paragraphs.length)];
  if (summary.longest) said.push(words.summary.longest(summary.longest.words));
  if (report.approximate) said.push(words.summary.approximate);
  return said.join(" · ");
}

/** How many facts changed, kind by kind, all in figures where one must be. @param {Report} report @returns {Piece[]} */
function changedFacts({ facts = [] }) {
  const counts = FACTS.map((kind) => facts.filter((fact) => fact.kind === kind && fact.change !== "kept").length);
  const say = Math.max(...counts) > 12 ? words.tally : words.count;
  return FACTS.flatMap((kind, index) => (counts[index] > 0 ? [{ text: say(counts[index], kind), leads: kind }] : []));
}

/** @param {Report} report */
function emptiness({ before, after }) {
  const { empty } = words.summary;
  if (before.paragraphs.length > 0) return after.paragraphs.length > 0 ? null : empty.after;
  return after.paragraphs.length > 0 ? empty.before : empty.both;
}

/** @returns {Piece[]} */
function unrelated() {
  return [{ text: words.summary.unrelated, strong: true }, { text: words.summary.apart }];
}

/** @param {Comparison} comparison @returns {Piece[]} */
function retelling(comparison) {
  const { before, after } = comparison.report.summary.retold;
  const fresh = 1 - after;
  if (before > 1 - NEGLIGIBLE && fresh < NEGLIGIBLE) return [{ text: rewording(comparison) }];
  // What is new comes second where anything is, and leads there.
  return words.summary
    .retold(share(before), fresh < NEGLIGIBLE ? null : share(fresh))
    .map((text, index) => (index === 1 ? { text, leads: "added" } : { text }));
}

/** Where nothing was dropped and nothing added. @param {Comparison} comparison */
function rewording(comparison) {
  const { report } = comparison;
  const seen = (/** @type {(edit: Edit) => boolean} */ wanted) => report.beads.some(({ edits }) => edits.some((edit) => wanted(edit) && isVisible(edit, comparison)));
  if (!seen(() => true)) {
    const inPlace = report.beads.every(({ kind, moved }) => kind === "match" && !moved);
    return inPlace ? words.summary.same : words.summary.reordered;
  }
  const { inserted, deleted, substituted, substitutes, transposed } = report.summary.words;
  const changed = inserted + deleted + Math.max(substituted, substitutes);
  if (changed > 0 && seen((edit) => !edit.cosmetic)) return words.summary.reworded(changed);
  return transposed > 0 ? words.summary.transposed : words.summary.cosmetic;
}

/** The share that is nearest to a value and can be said of it. @param {number} value 0..1 */
function share(value) {
  const { shares } = words.summary;
  const sayable = value > NEGLIGIBLE && value < 1 - NEGLIGIBLE ? shares.slice(1, -1) : shares;
  return sayable.reduce((best, next) => (Math.abs(next.of - value) < Math.abs(best.of - value) ? next : best));
}

/** @param {Report} report */
function movedParagraphs({ beads }) {
  return beads.reduce((sum, bead) => sum + (bead.moved ? paragraphsIn(bead) : 0), 0);
}

/** How many paragraphs a bead counts for, whichever version has more of them. @param {Bead} bead */
export function paragraphsIn({ before, after }) {
  return Math.max(before.end - before.start, after.end - after.start);
}
