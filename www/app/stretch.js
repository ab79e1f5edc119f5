/**
 * What of the comparison of long texts has to be made anew after an edit: the beads that the edit reaches, taken for a stretch of
 * which nothing else need be known.
 */
/** @import { Bead, Range, Report, Version } from "../pkg/storydiff.js" */
/** @import { Side } from "./types.js" */
import { SIDES } from "../element/terms.js";
import { firstIndex, indexAt } from "../element/words.js";

/** A stretch is no longer than this in any text, in UTF-16 code units: to compare it takes but a moment. */
const MOST = 10_000;

/**
 * Beads that lie side by side in both versions, and what they hold.
 *
 * @typedef {object} Stretch
 * @property {Range} beads indices into those of the report
 * @property {Ranges} paragraphs indices
 * @property {Ranges} sentences indices
 * @property {Ranges} was what they cover of the texts that the report is of, in UTF-16 code units, as all that follows
 * @property {Ranges} is what they cover of the edited texts
 * @property {Record<Side, Range | null>} gone what the edit took the place of in the texts that the report is of; `null` in one
 *   that is as it was
 *
 * @typedef {Record<Side, Range>} Ranges
 * @typedef {Record<Side, string>} Texts
 */

/**
 * @param {Report} report of `was`
 * @param {Texts} was
 * @param {Texts} is the same, edited
 * @returns {Stretch | null} `null` where the edit reaches no paragraph, or more than a stretch can be
 */
export function stretchOf(report, was, is) {
  const gone = both((side) => replaced(was[side], is[side]));
  const reached = both((side) => gone[side] && paragraphsAt(report[side], gone[side]));
  const isReached = (/** @type {Bead} */ bead) => SIDES.some((side) => reached[side] && overlap(bead[side], reached[side]));
  const [start, end] = [report.beads.findIndex(isReached), report.beads.findLastIndex(isReached) + 1];
  if (start < 0) return null;
  const beads = report.beads.slice(start, end);
  if (!beads.every((bead, index) => index === 0 || adjoin(beads[index - 1], bead))) return null;
  const paragraphs = both((side) => ({ start: beads[0][side].start, end: beads[beads.length - 1][side].end }));
  const held = both((side) => holding(report[side].paragraphs, paragraphs[side]));
  const covered = both((side) => held[side].text);
  const isInside = SIDES.every((side) => !gone[side] || (covered[side].start <= gone[side].start && gone[side].end <= covered[side].end));
  const covers = both((side) => ({ start: covered[side].start, end: covered[side].end + is[side].length - was[side].length }));
  const isShort = SIDES.every((side) => [covered[side], covers[side]].every(({ start, end }) => end - start <= MOST));
  if (!isInside || !isShort) return null;
  return { beads: { start, end }, paragraphs, sentences: both((side) => held[side].sentences), was: covered, is: covers, gone };
}

/** @param {Texts} texts @param {Ranges} ranges @returns {Texts} what the ranges cover */
export function textsIn(texts, ranges) {
  return both((side) => texts[side].slice(ranges[side].start, ranges[side].end));
}

/**
 * Whether a stretch is by itself what it is within the whole: where paragraphs and sentences end, and which are counterparts,
 * may follow from all the rest.
 *
 * @param {Report} report
 * @param {Stretch} stretch
 * @param {Report} alone of what the stretch covered, and nothing else
 */
export function standsAlone(report, { beads, paragraphs, sentences, was }, alone) {
  const links = report.links.filter((link) => SIDES.every((side) => isIn(link[side], sentences[side])));
  const known = report.beads.slice(beads.start, beads.end);
  return (
    SIDES.every((side) => same(report[side].paragraphs, paragraphs[side], alone[side].paragraphs, was[side].start)) &&
    SIDES.every((side) => same(report[side].sentences, sentences[side], alone[side].sentences, was[side].start)) &&
    alone.beads.length === known.length &&
    alone.beads.every((bead, index) => SIDES.every((side) => bead[side].end + paragraphs[side].start === known[index][side].end)) &&
    alone.links.length === links.length &&
    alone.links.every((link, index) => SIDES.every((side) => link[side] + sentences[side].start === links[index][side]))
  );
}

/**
 * Whether the whole need not be asked what moves: nothing moves within the stretch, and where all of it has moved, nothing of it is
 * in one version alone.
 *
 * @param {Report} report
 * @param {Stretch} stretch
 * @param {Report} edited of what the stretch covers
 */
export function isStill(report, { beads }, edited) {
  const { moved } = report.beads[beads.start];
  return edited.beads.every((bead) => !bead.moved && (!moved || SIDES.every((side) => bead[side].start < bead[side].end)));
}

/** @template T @param {(side: Side) => T} make @returns {Record<Side, T>} */
export function both(make) {
  return { before: make("before"), after: make("after") };
}

/** @param {number} index @param {Range} range */
export function isIn(index, { start, end }) {
  return index >= start && index < end;
}

/** What an edit took the place of; `null` where there was none. @param {string} was @param {string} is @returns {Range | null} */
function replaced(was, is) {
  if (was === is) return null;
  const most = Math.min(was.length, is.length);
  let start = 0;
  while (start < most && was.charCodeAt(start) === is.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && was.charCodeAt(was.length - 1 - end) === is.charCodeAt(is.length - 1 - end)) end++;
  return { start, end: was.length - end };
}

/** The paragraphs that a range reaches or touches, by their indices. @param {Version} version @param {Range} range of the text @returns {Range} */
function paragraphsAt({ paragraphs }, range) {
  const start = indexAt(paragraphs, range.start - 1);
  return { start, end: firstIndex(paragraphs.length, (index) => paragraphs[index].start > range.end) };
}

/** Whether beads are next to each other in both versions, and none has moved away from the other. @param {Bead} one @param {Bead} next */
function adjoin(one, next) {
  return one.move === next.move && SIDES.every((side) => one[side].end === next[side].start);
}

/** What some paragraphs hold; of none, the place behind the one before. @param {Version["paragraphs"]} paragraphs @param {Range} range */
function holding(paragraphs, { start, end }) {
  const ahead = paragraphs[start - 1] ?? { end: 0, sentences: { end: 0 } };
  const [first, last] = [paragraphs[start], paragraphs[end - 1]];
  return start === end
    ? { text: { start: ahead.end, end: ahead.end }, sentences: { start: ahead.sentences.end, end: ahead.sentences.end } }
    : { text: { start: first.start, end: last.end }, sentences: { start: first.sentences.start, end: last.sentences.end } };
}

/** Whether the ranges of a stretch, taken by themselves, are those of the whole. @param {readonly Range[]} known @param {Range} range @param {readonly Range[]} alone @param {number} start where the stretch starts */
function same(known, range, alone, start) {
  const inside = known.slice(range.start, range.end);
  return alone.length === inside.length && alone.every((one, index) => one.start + start === inside[index].start && one.end + start === inside[index].end);
}

/** @param {Range} one @param {Range} other */
function overlap(one, other) {
  return one.start < other.end && other.start < one.end;
}
