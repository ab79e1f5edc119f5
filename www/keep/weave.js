/**
 * Both versions woven into one sequence, from which either can be taken again, character for character: what the forms
 * that write two texts as one have in common.
 *
 * A report may come from a file, so nothing here relies on its order: a bead or an edit that stands out of order is
 * written as gone from one place and come to another.
 */
/** @import { Bead, Edit, Report } from "../pkg/storydiff.js" */
/** @import { Comparison, Side } from "../element/types.js" */
import { editsOn, isRewritten, runs } from "../element/words.js";

/**
 * Text that may go on from one paragraph to the next: a part for each paragraph that it reaches into, so that `[""]` is
 * nothing and `["", ""]` is the end of a paragraph.
 *
 * @typedef {string[]} Content
 */

/** What stands at one place of each version; where it is `kept`, nothing but the white space may differ. @typedef {{ before: Content, after: Content, kept: boolean }} Piece */

/** A bead at a place of the sequence, with the versions that have it there: `twice` where the other one has it elsewhere. @typedef {{ bead: Bead, sides: Side[], twice: boolean }} Block */

/** @typedef {{ edit: Edit | null, content: Content }} Item */

/** @type {Content} */
const NOTHING = [""];

/** @type {Content} */
const BREAK = ["", ""];

/**
 * The beads in the order of both versions: what only the earlier one has at a place before what only the later one has.
 *
 * @param {Report} report
 * @returns {Block[]}
 */
export function blocks({ beads }) {
  const inOrder = beadsInOrder(beads);
  const waiting = { before: beadsApart(beads, inOrder, "before"), after: beadsApart(beads, inOrder, "after") };
  /** @type {Block[]} */
  const found = [];

  /** @param {Side} side @param {number} paragraph */
  const placeUpTo = (side, paragraph) => {
    const beads = waiting[side];
    while (beads.length > 0 && beads[beads.length - 1][side].start < paragraph) {
      const bead = /** @type {Bead} */ (beads.pop());
      found.push({ bead, sides: [side], twice: hasBoth(bead) });
    }
  };
  for (const bead of inOrder) {
    placeUpTo("before", bead.before.start);
    placeUpTo("after", bead.after.start);
    found.push({ bead, sides: ["before", "after"], twice: false });
  }
  placeUpTo("before", Infinity);
  placeUpTo("after", Infinity);
  return found;
}

/** The beads that stand in both versions at one place. @param {Bead[]} beads */
function beadsInOrder(beads) {
  const end = { before: 0, after: 0 };
  /** @type {Set<Bead>} */
  const inOrder = new Set();
  for (const bead of beads) {
    if (!hasBoth(bead) || bead.moved || bead.before.start < end.before || bead.after.start < end.after) continue;
    inOrder.add(bead);
    end.before = bead.before.end;
    end.after = bead.after.end;
  }
  return inOrder;
}

/** The others that have text on one side, the first one last, ready to be popped. @param {Bead[]} beads @param {Set<Bead>} inOrder @param {Side} side */
function beadsApart(beads, inOrder, side) {
  return beads
    .filter((bead) => !inOrder.has(bead) && bead[side].end > bead[side].start)
    .sort((one, other) => other[side].start - one[side].start);
}

/** @param {Bead} bead */
function hasBoth({ before, after }) {
  return before.end > before.start && after.end > after.start;
}

/**
 * The paragraphs of one version in a bead, as they are.
 *
 * @param {Comparison} comparison
 * @param {Bead} bead
 * @param {Side} side
 * @returns {Content}
 */
export function paragraphsOf(comparison, bead, side) {
  const { paragraphs } = comparison.report[side];
  return paragraphs.slice(bead[side].start, bead[side].end).map(({ start, end }) => comparison[side].slice(start, end));
}

/**
 * The two texts of a bead as one sequence of pieces. One that was told anew is a single change.
 *
 * @param {Comparison} comparison
 * @param {Bead} bead
 * @returns {Piece[]}
 */
export function weave(comparison, bead) {
  if (isRewritten(bead)) {
    return joined(changed(paragraphsOf(comparison, bead, "before"), paragraphsOf(comparison, bead, "after")));
  }
  const before = itemsOf(comparison, bead, "before");
  const after = itemsOf(comparison, bead, "after");
  const places = { before: placesOf(before), after: placesOf(after) };
  /** @type {Piece[]} */
  const pieces = [];
  let [there, here] = [0, 0];
  for (const [edit, [first, last]] of places.before) {
    const place = places.after.get(edit);
    // What was transposed goes from one place and comes to the other.
    if (!place || place[0] < here || edit.kind === "transposition") continue;
    pieces.push(...changed(contentOf(before, there, first), contentOf(after, here, place[0])));
    [there, here] = [last + 1, place[1] + 1];
    const [was, is] = [contentOf(before, first, there), contentOf(after, place[0], here)];
    pieces.push(...(edit.kind === "equal" ? unchanged(was, is) : changed(was, is)));
  }
  pieces.push(...changed(contentOf(before, there, before.length), contentOf(after, here, after.length)));
  return joined(pieces);
}

/** @param {Comparison} comparison @param {Bead} bead @param {Side} side @returns {Item[]} */
function itemsOf(comparison, bead, side) {
  const edits = editsOn(side, bead.edits);
  const text = comparison[side];
  const paragraphs = comparison.report[side].paragraphs.slice(bead[side].start, bead[side].end);
  return paragraphs.flatMap((paragraph, index) => {
    const items = runs(side, edits, paragraph).map(({ start, end, edit }) => ({ edit, content: [text.slice(start, end)] }));
    return index === 0 ? items : [{ edit: null, content: BREAK }, ...items];
  });
}

/** The first and the last item of every edit. @param {Item[]} items */
function placesOf(items) {
  /** @type {Map<Edit, [first: number, last: number]>} */
  const places = new Map();
  items.forEach(({ edit }, index) => {
    if (edit) places.set(edit, [places.get(edit)?.[0] ?? index, index]);
  });
  return places;
}

/** @param {Item[]} items @param {number} start @param {number} end @returns {Content} */
function contentOf(items, start, end) {
  /** @type {Content} */
  const content = [""];
  for (let index = start; index < end; index++) append(content, items[index].content);
  return content;
}

/** @param {Content} content is added to @param {Content} more */
function append(content, [first, ...rest]) {
  content[content.length - 1] += first;
  content.push(...rest);
}

/** One text in the place of another: the ends of paragraphs that both have are kept. @param {Content} before @param {Content} after */
function changed(before, after) {
  const common = Math.min(before.length, after.length) - 1;
  /** @type {Piece[]} */
  const pieces = [];
  for (let part = 0; part < common; part++) {
    pieces.push(pieceOf([before[part]], [after[part]]), { before: BREAK, after: BREAK, kept: true });
  }
  pieces.push(pieceOf(before.slice(common), after.slice(common)));
  return pieces;
}

/** @param {Content} before @param {Content} after @returns {Piece} */
function pieceOf(before, after) {
  return { before, after, kept: isSame({ before, after }) };
}

/** One text twice, but for the white space between its words. @param {Content} before @param {Content} after @returns {Piece[]} */
function unchanged(before, after) {
  const whole = pieceOf(before, after);
  if (whole.kept) return [whole];
  const [was, is] = [before, after].map(wordsOf);
  if (was.words.length !== is.words.length || was.words.some((word, index) => word !== is.words[index])) {
    return changed(before, after);
  }
  return was.gaps.flatMap((gap, index) => {
    const between = { before: gap, after: is.gaps[index], kept: areAlike(gap, is.gaps[index]) };
    const word = was.words[index];
    return word === undefined ? [between] : [between, pieceOf([word], [word])];
  });
}

/** The words of a text, and the white space around them: one gap more than there are words. @param {Content} content */
function wordsOf(content) {
  /** @type {string[]} */
  const words = [];
  /** @type {Content[]} */
  const gaps = [[""]];
  content.forEach((part, index) => {
    if (index > 0) append(gaps[gaps.length - 1], BREAK);
    for (const [token] of part.matchAll(/\s+|\S+/g)) {
      if (/\s/.test(token[0])) append(gaps[gaps.length - 1], [token]);
      else (words.push(token), gaps.push([""]));
    }
  });
  return { words, gaps };
}

/** Whether two gaps between words have white space in the same places. @param {Content} one @param {Content} other */
function areAlike(one, other) {
  return one.length === other.length && one.every((part, index) => (part === "") === (other[index] === ""));
}

/** Leaves out what is nothing, and makes one of pieces of a kind that stand side by side. @param {Piece[]} pieces @returns {Piece[]} */
function joined(pieces) {
  /** @type {Piece[]} */
  const found = [];
  for (const piece of pieces) {
    if (isNothing(piece.before) && isNothing(piece.after)) continue;
    const last = found.at(-1);
    if (last?.kept === piece.kept && isSame(last) === isSame(piece)) {
      append(last.before, piece.before);
      append(last.after, piece.after);
    } else {
      found.push({ before: [...piece.before], after: [...piece.after], kept: piece.kept });
    }
  }
  return found;
}

/** Whether a piece is the same in both versions, white space and all. @param {{ before: Content, after: Content }} piece */
export function isSame({ before, after }) {
  return before.length === after.length && before.every((part, index) => part === after[index]);
}

/** @param {Content} content */
export function isNothing(content) {
  return content.length === 1 && content[0] === NOTHING[0];
}
