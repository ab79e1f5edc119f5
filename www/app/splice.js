/** Puts what an edit reaches, compared by itself, in its place in the comparison of the whole. */
/** @import { Bead, Fact, Range, Report, Summary, Version } from "../pkg/storydiff.js" */
/** @import { Stretch, Texts } from "./stretch.js" */
/** @import { Side } from "./types.js" */
import { SIDES } from "../element/terms.js";
import { each } from "../element/turns.js";
import { indexAt } from "../element/words.js";
import { both, isIn } from "./stretch.js";

/** By how much something stands further on: UTF-16 code units of its text, and indices. @typedef {{ text: number, paragraphs: number, sentences: number }} Shift */

/** @type {Shift} */
const STILL = { text: 0, paragraphs: 0, sentences: 0 };

/** Which facts a summary counts together. @type {Record<keyof Summary["facts"], readonly Fact["kind"][]>} */
const COUNTED = { quotations: ["quotation"], numbers: ["number", "date"], names: ["name"] };

/**
 * What only all of the texts can tell stays as it is known: facts and echoes that the edit does not touch, how much was retold,
 * and whether both are one story.
 *
 * @param {Report} report it is left as it is; what is the same in both is shared
 * @param {Stretch} stretch
 * @param {Texts} texts the edited ones
 * @param {Report} alone of what the stretch covered
 * @param {Report} edited of what it covers
 * @returns {Generator<void, Report>} in steps
 */
export function* splicing(report, stretch, texts, alone, edited) {
  const { paragraphs, sentences, was } = stretch;
  const start = both((side) => ({ text: was[side].start, paragraphs: paragraphs[side].start, sentences: sentences[side].start }));
  const shift = both((side) => {
    const text = texts[side].length - report[side].length;
    const more = edited[side].paragraphs.length - alone[side].paragraphs.length;
    const longer = edited[side].sentences.length - alone[side].sentences.length;
    return text || more || longer ? { text, paragraphs: more, sentences: longer } : STILL;
  });
  const versions = { before: yield* spliceVersion("before"), after: yield* spliceVersion("after") };
  const beads = yield* spliceBeads();
  const facts = yield* spliceFacts();
  const approximate = report.approximate || edited.approximate;
  return { ...report, ...versions, beads, links: yield* spliceLinks(), facts, summary: summarise(), approximate };

  /** @param {Side} side @returns {Generator<void, Version>} */
  function* spliceVersion(side) {
    const known = report[side].paragraphs.slice(paragraphs[side].start, paragraphs[side].end);
    // A title, say, is told from where it stands in the text.
    const put = edited[side].paragraphs.map((paragraph, index) => ({ ...paragraph, role: known[index]?.role ?? "body" }));
    return {
      length: texts[side].length,
      words: report[side].words + edited[side].words - alone[side].words,
      language: report[side].language,
      paragraphs: yield* spliced(report[side].paragraphs, paragraphs[side], put, start[side], shift[side], placeParagraph),
      sentences: yield* spliced(report[side].sentences, sentences[side], edited[side].sentences, start[side], shift[side], placeSentence),
    };
  }

  function* spliceBeads() {
    const { moved, move } = report.beads[stretch.beads.start];
    const put = edited.beads.map((bead) => placeBead({ ...bead, moved, ...(move === undefined ? {} : { move }) }, start));
    /** What follows in one version may, where it has moved, not follow in the other. @param {Bead} bead */
    const later = (bead) => both((side) => (bead[side].start < paragraphs[side].end ? STILL : shift[side]));
    /** @type {Bead[]} */
    const result = [];
    yield* each(report.beads, (bead, index) => {
      if (index === stretch.beads.start) result.push(...put);
      if (!isIn(index, stretch.beads)) result.push(placeBead(bead, later(bead)));
    });
    return result;
  }

  function* spliceLinks() {
    const result = edited.links.map((link) => ({ ...link, ...both((side) => link[side] + sentences[side].start) }));
    yield* each(report.links, (link) => {
      if (SIDES.every((side) => isIn(link[side], sentences[side]))) return;
      const [before, after] = SIDES.map((side) => sentenceNow(link[side], side));
      if (before !== null && after !== null) result.push({ ...link, before, after });
    });
    return result.sort((one, other) => one.before - other.before || one.after - other.after);
  }

  /** The index of a sentence; `null` where it is not the same. @param {number} index that it had @param {Side} side */
  function sentenceNow(index, side) {
    if (index < sentences[side].start) return index;
    if (index >= sentences[side].end) return index + shift[side].sentences;
    const place = kept(report[side].sentences[index], side);
    const now = place ? indexAt(versions[side].sentences, place.start) : -1;
    const found = versions[side].sentences[now];
    return found && found.start === place?.start && found.end === place.end ? now : null;
  }

  function* spliceFacts() {
    /** @type {Fact[]} */
    const result = [];
    yield* each(report.facts, (fact) => {
      const places = both((side) => fact[side] && kept(fact[side], side));
      if (SIDES.every((side) => !fact[side] || places[side])) result.push({ ...fact, ...places });
    });
    return result;
  }

  /** Where a range of a text stands in the edited one; `null` where the edit touches it. @param {Range} range @param {Side} side */
  function kept(range, side) {
    const gone = stretch.gone[side];
    if (!gone || range.end < gone.start) return range;
    return range.start > gone.end ? placeRange(range, shift[side].text) : null;
  }

  /** @returns {Summary} */
  function summarise() {
    const { longest, ...known } = report.summary;
    const [before, after] = SIDES.map((side) => longest && kept(longest[side], side));
    const changes = facts.filter(({ change }) => change !== "kept");
    const counted = Object.entries(COUNTED).map(([name, kinds]) => [name, changes.filter(({ kind }) => kinds.includes(kind)).length]);
    return {
      ...known,
      words: changed(known.words, alone.summary.words, edited.summary.words),
      longest: longest && before && after ? { ...longest, before, after } : null,
      beads: { ...changed(known.beads, alone.summary.beads, edited.summary.beads), moved: beads.filter(({ moved }) => moved).length },
      facts: Object.fromEntries(counted),
    };
  }
}

/**
 * A list of a version, with others in the place of some.
 *
 * @template T
 * @param {readonly T[]} items
 * @param {Range} range
 * @param {readonly T[]} put
 * @param {Shift} start of what is put
 * @param {Shift} shift of what follows
 * @param {(item: T, shift: Shift) => T} place
 */
function* spliced(items, range, put, start, shift, place) {
  const result = [...items.slice(0, range.start), ...put.map((item) => place(item, start))];
  const later = items.slice(range.end);
  if (shift === STILL) return result.concat(later);
  yield* each(later, (item) => result.push(place(item, shift)));
  return result;
}

/** @param {Version["paragraphs"][number]} paragraph @param {Shift} shift */
function placeParagraph(paragraph, shift) {
  return { ...paragraph, ...placeRange(paragraph, shift.text), sentences: placeRange(paragraph.sentences, shift.sentences) };
}

/** @param {Version["sentences"][number]} sentence @param {Shift} shift */
function placeSentence(sentence, shift) {
  return { ...placeRange(sentence, shift.text), paragraph: sentence.paragraph + shift.paragraphs };
}

/** @param {Bead} bead @param {Record<Side, Shift>} shift @returns {Bead} */
function placeBead(bead, shift) {
  if (SIDES.every((side) => shift[side] === STILL)) return bead;
  const edits = bead.edits.map((edit) => ({ ...edit, ...both((side) => placeRange(edit[side], shift[side].text)) }));
  return { ...bead, ...both((side) => placeRange(bead[side], shift[side].paragraphs)), edits };
}

/** @param {Range} range @param {number} by @returns {Range} */
function placeRange({ start, end }, by) {
  return { start: start + by, end: end + by };
}

/**
 * @template {Record<string, number>} Counts
 * @param {Counts} known
 * @param {Counts} alone
 * @param {Counts} edited
 */
function changed(known, alone, edited) {
  return /** @type {Counts} */ (Object.fromEntries(Object.entries(known).map(([name, count]) => [name, count + edited[name] - alone[name]])));
}
