/** @import { Bead, Range, Report, Version } from "../pkg/storydiff.js" */
/** @import { Comparison, Side } from "./types.js" */
import { words } from "../language/element.js";
import { BadComparison } from "./bad.js";
import { CHANGES, FACTS, SIDES } from "./terms.js";
import { atOnce, each, STEPS } from "./turns.js";
import { cover, editsOn, indexAt } from "./words.js";

const EDIT_KINDS = new Set(["equal", "insertion", "deletion", "substitution", "transposition"]);

/** How deep objects lie in a report, at the most. */
const DEEPEST = 8;

/** How many there are, and places for them, for each UTF-16 code unit of its texts, and beside these. */
const EACH = 16;
const BESIDE = 10_000;

/**
 * Makes sure that all that is drawn lies inside its text, and that every paragraph stands in exactly one bead.
 * A report may come from a file, so nothing about it is taken on trust.
 *
 * @param {unknown} value
 * @returns {Comparison}
 */
export const checkComparison = (value) => atOnce(checking(value));

/**
 * The same, in steps: a book has many paragraphs.
 *
 * @param {unknown} value
 * @returns {Generator<void, Comparison>}
 */
export function* checking(value) {
  if (!isObject(value)) throw new BadComparison(words.bad.notAnObject);
  const { before, after, report, names } = value;
  if (typeof before !== "string" || typeof after !== "string") throw new BadComparison(words.bad.noText);
  if (!isObject(report)) throw new BadComparison(words.bad.noReport);
  if (report.format !== 1) throw new BadComparison(words.bad.format);
  const texts = { before, after };
  yield* checkSize(report, before.length + after.length);
  const said = /** @type {Report} */ (/** @type {unknown} */ (report));
  for (const side of SIDES) yield* checkVersion(side, texts[side], report[side]);
  yield* checkBeads(said);
  yield* checkLinks(said);
  yield* checkFacts(said);
  checkSummary(said);
  checkCorrections(said);
  return { before, after, report: said, names: readNames(names) };
}

/**
 * Opens a saved comparison.
 *
 * @param {unknown} value the parsed JSON
 * @returns {Comparison}
 */
export function checkSavedComparison(value) {
  if (!isObject(value) || value.storydiff !== 1) throw new BadComparison(words.bad.notSaved);
  const { before, after, report } = value;
  if (!isObject(before) || !isObject(after)) throw new BadComparison(words.bad.noText);
  return checkComparison({
    before: before.text,
    after: after.text,
    report,
    names: { before: before.name, after: after.name },
  });
}

/**
 * A report is no larger or deeper than one of its texts can be, and does not hold itself, as one in a message may, nor
 * values of a kind that JSON cannot hold.
 *
 * @param {object} report
 * @param {number} length of both texts, in UTF-16 code units
 */
function* checkSize(report, length) {
  let left = length * EACH + BESIDE;
  /** @type {[object: object, depth: number][]} */
  const open = [[report, 1]];
  for (let next; (next = open.pop()); ) {
    const [object, depth] = next;
    for (const value of Object.values(object)) {
      if (!isSaved(value)) throw new BadComparison(words.bad.format);
      if (!isObject(value)) continue;
      // An array may claim to be longer than what it holds.
      left -= Array.isArray(value) ? value.length + 1 : 1;
      if (depth > DEEPEST || left < 0) throw new BadComparison(words.bad.format);
      open.push([value, depth + 1]);
      if (left % STEPS === 0) yield;
    }
  }
}

/** @param {Side} side @param {string} text @param {unknown} version */
function* checkVersion(side, text, version) {
  const { paragraphs, sentences = [] } = isObject(version) ? version : {};
  if (!isObject(version) || !Array.isArray(paragraphs) || !Array.isArray(sentences)) {
    throw new BadComparison(words.bad.noParagraphs);
  }
  if (typeof version.language !== "string" || !isCount(version.words)) {
    throw new BadComparison(words.bad.tooLittle(side));
  }
  if (version.length !== text.length) throw new BadComparison(words.bad.otherText(side));
  for (const ranges of [paragraphs, sentences]) {
    let end = 0;
    yield* each(ranges, (range) => {
      if (!isRange(range, end, text.length)) throw new BadComparison(words.bad.outside(side));
      // Of a paragraph: what it says of its sentences is followed where these are counted.
      if ("sentences" in range && !isRange(range.sentences, 0, sentences.length)) throw new BadComparison(words.bad.outside(side));
      end = range.end;
    });
  }
}

/** @param {Report} report */
function* checkBeads(report) {
  if (!Array.isArray(report.beads)) throw new BadComparison(words.bad.noAlignment);
  const seen = {
    before: new Uint8Array(report.before.paragraphs.length),
    after: new Uint8Array(report.after.paragraphs.length),
  };
  let misnamed = false;
  yield* each(report.beads, (bead) => {
    for (const side of SIDES) {
      if (!isObject(bead) || !isRange(bead[side], 0, seen[side].length)) {
        throw new BadComparison(words.bad.noSuchParagraph);
      }
      for (let index = bead[side].start; index < bead[side].end; index++) {
        if (seen[side][index]++) throw new BadComparison(words.bad.twice(index + 1, side));
      }
    }
    checkEdits(report, bead);
    if (bead.kind !== kindOf(bead)) misnamed = true;
  });
  for (const side of SIDES) {
    const missing = seen[side].indexOf(0);
    if (missing >= 0) throw new BadComparison(words.bad.missing(missing + 1, side));
  }
  if (misnamed) throw new BadComparison(words.bad.bead);
}

/** @param {Bead} bead */
function kindOf({ before, after }) {
  const [n, m] = [before, after].map(({ start, end }) => end - start);
  if (n && m) return n > 1 ? (m > 1 ? "recast" : "merge") : m > 1 ? "split" : "match";
  return n ? "deletion" : m && "insertion";
}

/** @param {Report} report @param {Bead} bead */
function checkEdits(report, bead) {
  if (!Array.isArray(bead.edits)) throw new BadComparison(words.bad.noEdits);
  for (const edit of bead.edits) {
    if (!isObject(edit) || !EDIT_KINDS.has(edit.kind)) throw new BadComparison(words.bad.editKind);
  }
  for (const side of SIDES) {
    const { start, end } = cover(report[side], bead[side]);
    for (const edit of bead.edits) {
      const empty = isRange(edit[side], 0, report[side].length) && edit[side].start === edit[side].end;
      if (!empty && !isRange(edit[side], start, end)) {
        throw new BadComparison(words.bad.editOutside);
      }
    }
    editsOn(side, bead.edits).forEach((edit, index, edits) => {
      const last = edits[index - 1]?.[side].end ?? start;
      if (edit[side].start < last) throw new BadComparison(words.bad.overlap);
    });
  }
}

/** @param {Report} report */
function* checkLinks({ links, ...versions }) {
  const leads = (/** @type {unknown} */ link) =>
    isObject(link) && SIDES.every((side) => isIndex(link[side], versions[side].sentences ?? []));
  if (!Array.isArray(links)) throw new BadComparison(words.bad.links);
  yield* each(links, (link) => {
    if (!leads(link)) throw new BadComparison(words.bad.links);
  });
}

/** A report without facts was made before they were audited. @param {Report} report */
function* checkFacts({ facts = [], ...versions }) {
  const isPlace = (/** @type {Range | null} */ place, /** @type {Version} */ { length, paragraphs }) =>
    place === null || (isRange(place, 0, length) && indexAt(paragraphs, place.start) < paragraphs.length);
  yield* each(Array.isArray(facts) ? facts : [null], (fact) => {
    if (!isObject(fact) || !FACTS.includes(fact.kind) || !CHANGES.includes(fact.change)) {
      throw new BadComparison(words.bad.factKind);
    }
    if (!SIDES.every((side) => isPlace(fact[side], versions[side]))) throw new BadComparison(words.bad.factOutside);
  });
}

/** One without facts was made before they were audited. @param {Report} report */
function checkSummary({ summary, ...versions }) {
  const isWhole =
    isObject(summary) &&
    [summary.words, summary.beads, summary.facts ?? {}].every((counts) => isObject(counts) && Object.values(counts).every(isCount)) &&
    [summary.retold, [summary.sameStory]].every((shares) => isObject(shares) && Object.values(shares).every(isShare)) &&
    (summary.longest === null || (isObject(summary.longest) && isCount(summary.longest.words) && isRange(summary.longest.after, 0, versions.after.length)));
  if (!isWhole) throw new BadComparison(words.bad.noSummary);
}

/** @param {Report} report */
function checkCorrections({ corrections = [], ...versions }) {
  const isSound = (/** @type {unknown} */ correction) =>
    isObject(correction) && SIDES.every((side) => isIndex(correction[side], versions[side].paragraphs));
  if (!Array.isArray(corrections) || !corrections.every(isSound)) throw new BadComparison(words.bad.noSuchParagraph);
}

/** @param {unknown} names */
function readNames(names) {
  if (!isObject(names)) return undefined;
  const { before, after } = names;
  return typeof before === "string" && typeof after === "string" ? { before, after } : undefined;
}

/** @param {unknown} value @param {readonly unknown[]} table */
const isIndex = (value, table) => isCount(value) && Number(value) < table.length;

/** @param {unknown} value */
const isShare = (value) => Number.isFinite(value) && Number(value) >= 0 && Number(value) <= 1;

/** @param {unknown} value @param {number} least @param {number} most @returns {value is Range} */
function isRange(value, least, most) {
  if (!isObject(value)) return false;
  const { start, end } = value;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return false;
  return Number(start) >= least && Number(start) <= Number(end) && Number(end) <= most;
}

/** @param {unknown} value */
function isCount(value) {
  return Number.isInteger(value) && Number(value) >= 0;
}

/** Whether JSON can hold values of this kind: it has no big integers, and dates and maps become something else. @param {unknown} value */
function isSaved(value) {
  // Of another page's objects nothing else can be asked.
  return isObject(value) ? Array.isArray(value) || Object.prototype.toString.call(value) === "[object Object]" : typeof value !== "bigint";
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isObject(value) {
  return typeof value === "object" && value !== null;
}
