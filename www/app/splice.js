/**
 * What an edit of long texts leaves as it was of their comparison, and what of it has to be compared anew: the beads that the
 * edit reaches, taken for a section of which nothing else need be known.
 */
/** @import { Bead, Fact, Range, Report, Summary, Version } from "../pkg/storydiff.js" */
/** @import { Side } from "./types.js" */
import { SIDES } from "../element/terms.js";
import { each } from "../element/turns.js";
import { firstIndex, indexAt } from "../element/words.js";

/** An edit that reaches more beads than this is compared with all the rest. */
const MOST = 8;

/**
 * Beads that lie side by side in both versions, and what they hold.
 *
 * @typedef {object} Section
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
 * @returns {Section | null} `null` where the edit reaches no paragraph, or more than what lies side by side
 */
export function sectionOf(report, was, is) {
  const gone = both((side) => replaced(was[side], is[side]));
  const reached = both((side) => gone[side] && paragraphsAt(report[side], gone[side]));
  const isReached = (/** @type {Bead} */ bead) => SIDES.some((side) => reached[side] && overlap(bead[side], reached[side]));
  const start = report.beads.findIndex(isReached);
  const end = report.beads.findLastIndex(isReached) + 1;
  if (start < 0 || end - start > MOST) return null;
  const beads = report.beads.slice(start, end);
  if (!beads.every((bead, index) => index === 0 || adjoin(beads[index - 1], bead))) return null;
  const paragraphs = both((side) => ({ start: beads[0][side].start, end: beads[beads.length - 1][side].end }));
  const held = both((side) => holding(report[side].paragraphs, paragraphs[side]));
  const covered = both((side) => held[side].text);
  if (!SIDES.every((side) => !gone[side] || (covered[side].start <= gone[side].start && gone[side].end <= covered[side].end))) return null;
  return {
    beads: { start, end },
    paragraphs,
    sentences: both((side) => held[side].sentences),
    was: covered,
    is: both((side) => ({ start: covered[side].start, end: covered[side].end + is[side].length - was[side].length })),
    gone,
  };
}

/** @param {Texts} texts @param {Ranges} ranges @returns {Texts} what the ranges cover */
export function cut(texts, ranges) {
  return both((side) => texts[side].slice(ranges[side].start, ranges[side].end));
}

/**
 * Whether a section is by itself what it is within the whole: where paragraphs and sentences end, and which are counterparts,
 * may follow from all the rest.
 *
 * @param {Report} report
 * @param {Section} section
 * @param {Report} alone of what the section covered, and nothing else
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
 * Puts the comparison of a section, edited, in the place of the earlier one. What only all of the texts can tell stays as it
 * is known: facts that the edit does not touch, echoes, how much was retold, and whether both are one story.
 *
 * @param {Report} report it is left as it is; what is the same in both is shared
 * @param {Section} section
 * @param {Texts} texts the edited ones
 * @param {Report} alone of what the section covered
 * @param {Report} edited of what it covers
 * @returns {Generator<void, Report>} in steps
 */
export function* splicing(report, section, texts, alone, edited) {
  const { beads, paragraphs, sentences, was } = section;
  const start = both((side) => ({ text: was[side].start, paragraphs: paragraphs[side].start, sentences: sentences[side].start }));
  const shift = both((side) => {
    const text = texts[side].length - report[side].length;
    const added = edited[side].paragraphs.length - alone[side].paragraphs.length;
    const more = edited[side].sentences.length - alone[side].sentences.length;
    return text || added || more ? { text, paragraphs: added, sentences: more } : STILL;
  });
  return {
    ...report,
    before: yield* spliceVersion("before"),
    after: yield* spliceVersion("after"),
    beads: yield* spliceBeads(),
    links: yield* spliceLinks(),
    facts: yield* spliceFacts(),
    summary: summaryOf(report.summary, alone.summary, edited.summary, (range, side) => kept(range, side)),
    approximate: report.approximate || edited.approximate,
  };

  /** @param {Side} side @returns {Generator<void, Version>} */
  function* spliceVersion(side) {
    const known = report[side].paragraphs.slice(paragraphs[side].start, paragraphs[side].end);
    const put = {
      // A title, say, is told from where it stands in the text.
      paragraphs: edited[side].paragraphs.map((paragraph, index) => ({ ...paragraph, role: known[Math.min(index, known.length - 1)]?.role ?? "body" })),
      sentences: edited[side].sentences,
    };
    return {
      length: texts[side].length,
      words: report[side].words + edited[side].words - alone[side].words,
      language: report[side].language,
      paragraphs: yield* spliced(report[side].paragraphs, paragraphs[side], put.paragraphs, start[side], shift[side], movedParagraph),
      sentences: yield* spliced(report[side].sentences, sentences[side], put.sentences, start[side], shift[side], movedSentence),
    };
  }

  function* spliceBeads() {
    const { moved, move } = report.beads[beads.start];
    const put = edited.beads.map((bead) => ({ ...bead, moved, ...(move === undefined ? {} : { move }) }));
    /** What follows in one version may, where it has moved, not follow in the other. @param {Bead} bead */
    const later = (bead) => both((side) => (bead[side].start < paragraphs[side].end ? STILL : shift[side]));
    /** @type {Bead[]} */
    const result = [];
    yield* each(report.beads, (bead, index) => {
      if (index === beads.start) result.push(...put.map((bead) => movedBead(bead, start)));
      if (!isIn(index, beads)) result.push(movedBead(bead, later(bead)));
    });
    return result;
  }

  function* spliceLinks() {
    const result = edited.links.map((link) => ({ ...link, ...both((side) => link[side] + sentences[side].start) }));
    yield* each(report.links, (link) => {
      if (SIDES.some((side) => isIn(link[side], sentences[side]))) return;
      result.push({ ...link, ...both((side) => link[side] + (link[side] < sentences[side].end ? 0 : shift[side].sentences)) });
    });
    return result.sort((one, other) => one.before - other.before || one.after - other.after);
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
    const gone = section.gone[side];
    if (!gone || range.end < gone.start) return range;
    return range.start > gone.end ? moved(range, shift[side].text) : null;
  }
}

/** @typedef {{ text: number, paragraphs: number, sentences: number }} Shift By how much something stands further on: UTF-16 code units, and indices */

/** @type {Shift} */
const STILL = { text: 0, paragraphs: 0, sentences: 0 };

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
function movedParagraph(paragraph, shift) {
  return { ...paragraph, ...moved(paragraph, shift.text), sentences: moved(paragraph.sentences, shift.sentences) };
}

/** @param {Version["sentences"][number]} sentence @param {Shift} shift */
function movedSentence(sentence, shift) {
  return { ...moved(sentence, shift.text), paragraph: sentence.paragraph + shift.paragraphs };
}

/** @param {Bead} bead @param {Record<Side, Shift>} shift @returns {Bead} */
function movedBead(bead, shift) {
  if (SIDES.every((side) => shift[side] === STILL)) return bead;
  const edits = bead.edits.map((edit) => ({ ...edit, ...both((side) => moved(edit[side], shift[side].text)) }));
  return { ...bead, ...both((side) => moved(bead[side], shift[side].paragraphs)), edits };
}

/**
 * @param {Summary} known
 * @param {Summary} alone
 * @param {Summary} edited
 * @param {(range: Range, side: Side) => Range | null} kept
 * @returns {Summary}
 */
function summaryOf(known, alone, edited, kept) {
  const { longest } = known;
  const [before, after] = SIDES.map((side) => longest && kept(longest[side], side));
  return {
    ...known,
    words: changed(known.words, alone.words, edited.words),
    beads: changed(known.beads, alone.beads, edited.beads),
    longest: longest && before && after ? { ...longest, before, after } : null,
  };
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

/** Whether the ranges of a section, taken by themselves, are those of the whole. @param {readonly Range[]} known @param {Range} range @param {readonly Range[]} alone @param {number} start where the section starts */
function same(known, range, alone, start) {
  const inside = known.slice(range.start, range.end);
  return alone.length === inside.length && alone.every((one, index) => one.start + start === inside[index].start && one.end + start === inside[index].end);
}

/** @template T @param {(side: Side) => T} make @returns {Record<Side, T>} */
function both(make) {
  return { before: make("before"), after: make("after") };
}

/** @param {Range} range @param {number} by @returns {Range} */
function moved({ start, end }, by) {
  return { start: start + by, end: end + by };
}

/** @param {number} index @param {Range} range */
function isIn(index, { start, end }) {
  return index >= start && index < end;
}

/** @param {Range} one @param {Range} other */
function overlap(one, other) {
  return one.start < other.end && other.start < one.end;
}
