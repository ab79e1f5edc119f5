/** @import { Report } from "../pkg/storydiff.js" */
/** @import { Comparison } from "./types.js" */
import { capitalised, count, figure, tally } from "./labels.js";
import { changesIn } from "./words.js";

/**
 * A piece of the summary; what the reader should take away is `strong`.
 *
 * @typedef {{ text: string, strong?: boolean }} Piece
 */

/** Below this, the texts are read as two stories and not as two versions of one. */
const SAME_STORY = 0.5;

/** Shares in words: the nearest one is said. @type {[share: number, words: string, plural: boolean][]} */
const SHARES = [
  [0, "nothing", false],
  [0.03, "hardly anything", false],
  [0.1, "a tenth", false],
  [0.2, "a fifth", false],
  [0.25, "a quarter", false],
  [1 / 3, "a third", false],
  [0.4, "two fifths", true],
  [0.5, "half", false],
  [0.6, "three fifths", true],
  [2 / 3, "two thirds", true],
  [0.75, "three quarters", true],
  [0.8, "four fifths", true],
  [0.9, "nine tenths", true],
  [0.97, "nearly all", false],
  [1, "all", false],
];

const LIST = new Intl.ListFormat("en-GB");

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
  const pieces = [{ text: retelling(comparison) }];
  if (moved > 0) {
    const finding = capitalised(`${count(moved, "paragraph")} moved`);
    pieces.push({ text: " " }, { text: finding, strong: true }, { text: facts.length > 0 ? "; " : "." });
  } else if (facts.length > 0) {
    facts[0] = capitalised(facts[0]);
    pieces.push({ text: " " });
  }
  for (const { type, value } of LIST.formatToParts(facts)) pieces.push({ text: value, strong: type === "element" });
  if (facts.length > 0) pieces.push({ text: " changed." });
  return pieces;
}

/**
 * The figures under the summary.
 *
 * @param {Report} report
 */
export function figures(report) {
  const { before, after, summary } = report;
  const said = [`${tally(before.paragraphs.length, "paragraph")} against ${figure(after.paragraphs.length)}`];
  if (summary.longest) said.push(`longest passage kept word for word: ${tally(summary.longest.words, "word")}`);
  if (report.approximate) said.push("so long that the search was cut short: some counterparts may be missing");
  return said.join(" · ");
}

/** How many facts changed, kind by kind, all in figures where one must be. @param {Report} report */
function changedFacts({ summary: { facts } }) {
  const { quotations = 0, numbers = 0, names = 0 } = facts ?? {};
  const say = Math.max(quotations, numbers, names) > 12 ? tally : count;
  /** @type {[number, string][]} */
  const kinds = [[quotations, "quotation"], [numbers, "number"], [names, "name"]];
  return kinds.filter(([number]) => number > 0).map(([number, kind]) => say(number, kind));
}

/** @param {Report} report */
function emptiness({ before, after }) {
  if (before.paragraphs.length > 0) return after.paragraphs.length > 0 ? null : "The second version is empty.";
  return after.paragraphs.length > 0 ? "The first version is empty." : "Both versions are empty.";
}

/** @returns {Piece[]} */
function unrelated() {
  return [
    { text: "These are not versions of one story.", strong: true },
    { text: " They share too little to be read against each other, so each stands by itself, as it is." },
  ];
}

/** @param {Comparison} comparison */
function retelling(comparison) {
  const { before, after } = comparison.report.summary.retold;
  const fresh = 1 - after;
  if (before > 1 - NEGLIGIBLE && fresh < NEGLIGIBLE) return rewording(comparison);
  const kept = share(before);
  const main = `${capitalised(kept.words)} of the first version ${kept.plural ? "are" : "is"} retold in the second`;
  if (fresh < NEGLIGIBLE) return `${main}, which adds nothing.`;
  const added = share(fresh);
  return `${main}, ${added.words} of which ${added.plural ? "are" : "is"} new.`;
}

/** Where nothing was dropped and nothing added. @param {Comparison} comparison */
function rewording(comparison) {
  const { report } = comparison;
  const edits = report.beads.flatMap((bead) => changesIn(bead, comparison));
  if (edits.length === 0) {
    const inOrder = report.summary.beads.moved === 0;
    return inOrder ? "The two versions are the same, word for word." : "The two versions have the same words.";
  }
  if (edits.every((edit) => edit.cosmetic)) {
    return "The two versions have the same words; only spelling, case or punctuation differs.";
  }
  const { inserted, deleted, substituted, substitutes } = report.summary.words;
  const changed = inserted + deleted + Math.max(substituted, substitutes);
  if (changed === 0) return "The two versions have the same words, some in another order.";
  return `The second version tells all of the first and nothing else; ${count(changed, "word")} changed.`;
}

/** @param {number} value 0..1 */
function share(value) {
  const exact = value > NEGLIGIBLE && value < 1 - NEGLIGIBLE;
  const sayable = exact ? SHARES.slice(1, -1) : SHARES;
  const [, words, plural] = sayable.reduce((best, next) =>
    Math.abs(next[0] - value) < Math.abs(best[0] - value) ? next : best,
  );
  return { words, plural };
}

/** @param {Report} report */
function movedParagraphs(report) {
  return report.beads
    .filter((bead) => bead.moved)
    .reduce((sum, { before, after }) => sum + Math.max(before.end - before.start, after.end - after.start), 0);
}
