/** @import { Bead, Edit, Range, Version } from "../pkg/storydiff.js" */

/** @import { Run, Side } from "./types.js" */

/** A bead of which more than this share changed was told anew: its words are not marked one by one. */
const REWRITTEN = 0.6;

/** A kept phrase this short, in words, is chance and not memory. */
const KEPT_WORDS = 3;

/** Fewer kept letters than this are chance and not an ending or a slip of the pen. */
const KEPT_LETTERS = 3;

/** In UTF-16 code units: what is longer is no word, and would keep the page busy. */
const LONGEST_WORD = 64;

const LETTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What some paragraphs cover of their text. @param {Version} version @param {Range} paragraphs @returns {Range} */
export function cover({ paragraphs }, { start, end }) {
  return start === end ? { start: 0, end: 0 } : { start: paragraphs[start].start, end: paragraphs[end - 1].end };
}

/**
 * The edits of a bead that have text on one side, in the order of that text.
 *
 * @template {Edit} T
 * @param {Side} side
 * @param {T[]} edits
 */
export function editsOn(side, edits) {
  return edits.filter((edit) => length(edit[side]) > 0).sort((one, other) => one[side].start - other[side].start);
}

/**
 * Cuts a paragraph into runs by the edits that reach into it; what no edit covers is a run of its own.
 *
 * @param {Side} side
 * @param {Edit[]} edits in the order of that side's text, as `editsOn` gives them
 * @param {Range} paragraph
 * @returns {Run[]}
 */
export function runs(side, edits, paragraph) {
  /** @type {Run[]} */
  const found = [];
  let at = paragraph.start;
  for (let index = firstIndex(edits.length, (index) => edits[index][side].end > at); index < edits.length; index++) {
    const edit = edits[index];
    const start = Math.max(edit[side].start, at);
    const end = Math.min(edit[side].end, paragraph.end);
    if (start >= paragraph.end) break;
    if (start > at) found.push({ start: at, end: start, edit: null });
    found.push({ start, end, edit });
    at = end;
  }
  if (at < paragraph.end) found.push({ start: at, end: paragraph.end, edit: null });
  return found;
}

/**
 * The edits of a bead that took words away, each with the place in the later text where those words would stand.
 *
 * @param {Edit[]} edits
 * @returns {{ at: number, edit: Edit }[]} in the order of that place
 */
export function replacedBefore(edits) {
  const first = editsOn("after", edits)[0];
  let at = first ? first.after.start : 0;
  const found = [];
  for (const edit of edits) {
    if (edit.kind !== "equal" && edit.kind !== "transposition") at = Math.max(at, edit.after.start);
    if (edit.kind === "substitution" || edit.kind === "deletion") found.push({ at, edit });
    if (edit.kind !== "transposition" && length(edit.after) > 0) at = edit.after.end;
  }
  return found.sort((one, other) => one.at - other.at);
}

/**
 * Whether so much of a bead changed that its counterparts are better read as two tellings.
 *
 * @param {Bead} bead
 */
export function isRewritten(bead) {
  let kept = 0;
  let all = 0;
  for (const edit of bead.edits) {
    const size = length(edit.before) + length(edit.after);
    all += size;
    if (edit.kind === "equal" || edit.kind === "transposition" || edit.cosmetic) kept += size;
  }
  const oneSided = bead.kind === "insertion" || bead.kind === "deletion";
  return !oneSided && all > 0 && 1 - kept / all > REWRITTEN;
}

/**
 * Whether an edit changes something that a reader can see: white space alone is no change.
 *
 * @param {Edit} edit
 * @param {{ before: string, after: string }} texts
 */
export function isVisible({ kind, before, after }, texts) {
  const says = (/** @type {string} */ text, /** @type {Range} */ { start, end }) => text.slice(start, end).trim() !== "";
  return kind !== "equal" && (says(texts.before, before) || says(texts.after, after));
}

/**
 * How many words are others than they were.
 *
 * @param {Edit[]} edits of a bead
 * @param {{ before: string, after: string }} texts
 */
export function countChangedWords(edits, texts) {
  let changed = 0;
  for (const edit of edits) {
    if (edit.kind === "equal" || edit.kind === "transposition" || edit.cosmetic) continue;
    const before = countWords(texts.before.slice(edit.before.start, edit.before.end));
    const after = countWords(texts.after.slice(edit.after.start, edit.after.end));
    changed += Math.max(before, after);
  }
  return changed;
}

/** @param {string} text */
export function isKeptPhrase(text) {
  return countWords(text) >= KEPT_WORDS;
}

/** @param {string} text */
export function countWords(text) {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
}

/**
 * Where a word differs from its counterpart, in UTF-16 code units: between the letters that both begin with and those
 * that both end with; `null` where most letters differ, or where either has spaces or is too long for a word.
 *
 * @param {string} word
 * @param {string} counterpart
 * @returns {Range | null}
 */
export function changedLetters(word, counterpart) {
  if (/\s/.test(word + counterpart) || Math.max(word.length, counterpart.length) > LONGEST_WORD) return null;
  const [here, there] = [word, counterpart].map((text) => Array.from(LETTERS.segment(text), ({ segment }) => segment));
  const least = Math.min(here.length, there.length);
  let start = 0;
  while (start < least && here[start] === there[start]) start++;
  let end = 0;
  while (end < least - start && here.at(-1 - end) === there.at(-1 - end)) end++;
  const kept = start + end;
  if (kept < KEPT_LETTERS || kept <= Math.max(here.length, there.length) / 2) return null;
  return { start: here.slice(0, start).join("").length, end: word.length - here.slice(here.length - end).join("").length };
}

/** @param {Range} range */
function length(range) {
  return range.end - range.start;
}

/** Which of ascending ranges an offset stands in, or before. @param {Range[]} ranges @param {number} offset */
export const indexAt = (ranges, offset) => firstIndex(ranges.length, (index) => ranges[index].end > offset);

/** The first of so many indices for which something holds, as it does for all that follow. @param {number} high @param {(index: number) => boolean} holds */
export function firstIndex(high, holds) {
  let low = 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Without space around it; cut between words where there are any, and never within a character. @param {string} text @param {number} most in UTF-16 code units */
export function cut(text, most) {
  const trimmed = text.trim();
  if (trimmed.length <= most) return trimmed;
  return `${trimmed.slice(0, most).replace(/\s+\S*$|[\ud800-\udbff]$/, "")} …`;
}
