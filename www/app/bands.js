/**
 * What became of the paragraphs, counted, and gathered into as many bands as a picture can show.
 *
 * @typedef {"same" | "changed" | "retold" | "split" | "joined" | "recast" | "moved" | "dropped" | "added"} Fate
 *
 * @typedef {object} Band Paragraphs that are drawn as one.
 * @property {Look} look
 * @property {number[]} beads their indices, in reading order
 * @property {Range} before paragraph indices; empty where it has none on that side
 * @property {Range} after
 * @property {Record<Look, number>} lengths how much of its text looks how, in UTF-16 code units of both sides
 */
/** @import { Range } from "../pkg/storydiff.js" */
/** @import { Drawing } from "../element/types.js" */
/** @import { Look } from "./looks.js" */
import { SIDES } from "../element/terms.js";
import { lengthOf, lookOf } from "./looks.js";

/** In the order in which they are listed. @type {readonly Fate[]} */
export const FATES = ["same", "changed", "retold", "split", "joined", "recast", "moved", "dropped", "added"];

/** More bands than this cannot be told apart; each is drawn as two segments and what joins them. */
const MOST = 130;

/** How much longer the shortest that may be seen are, each time that there are still too many. */
const STEP = 1.2;

/** The looks of what has a counterpart in its place. @type {readonly Look[]} */
const JOINED = ["same", "changed", "retold"];

/**
 * How many paragraphs of each version became what; each stands in one count.
 *
 * @param {Drawing} drawing
 * @param {Iterable<number>} beads
 */
export function countFates(drawing, beads) {
  const counts = Object.fromEntries(FATES.map((fate) => [fate, { before: 0, after: 0 }]));
  for (const bead of beads) {
    const { before, after } = drawing.comparison.report.beads[bead];
    const count = counts[fateOf(drawing, bead)];
    count.before += before.end - before.start;
    count.after += after.end - after.start;
  }
  return /** @type {Record<Fate, { before: number, after: number }>} */ (counts);
}

/** The same without those that nothing became, counted in the version that has more of them. @param {Drawing} drawing @param {Iterable<number>} beads */
export function tellFates(drawing, beads) {
  const counts = countFates(drawing, beads);
  return FATES.map((fate) => ({ fate, count: Math.max(counts[fate].before, counts[fate].after) })).filter(({ count }) => count > 0);
}

/** @param {Drawing} drawing @param {number} index @returns {Fate} */
function fateOf({ comparison, states }, index) {
  const { kind, moved } = comparison.report.beads[index];
  const state = states[index];
  if (moved) return "moved";
  if (kind === "split" || kind === "recast") return kind;
  if (kind === "merge") return "joined";
  if (state === "removed") return "dropped";
  return state === "plain" ? "same" : state;
}

/**
 * The beads of a comparison as bands, those that moved last: each bead one band where they are few. Where they are many,
 * neighbours of one look are joined, and then the shortest are left to what is around them, until few enough are left.
 * Of more moves than half as many the shortest are left out.
 *
 * @param {Drawing} drawing
 * @param {number} [most] bands
 */
export function bandsOf(drawing, most = MOST) {
  const { beads } = drawing.comparison.report;
  const each = beads.map((_, bead) => bandOf(drawing, bead));
  const moved = joinMoves(drawing, each).slice(0, most / 2);
  let still = each.filter(({ look }) => look !== "moved");
  const room = Math.max(1, Math.floor(most - moved.length));
  for (let least = 0; still.length > room; least = Math.max(1, least * STEP)) still = joinNeighbours(still, least, room);
  return [...still, ...moved];
}

/** @param {Drawing} drawing @param {number} bead @returns {Band} */
function bandOf(drawing, bead) {
  const { before, after } = drawing.comparison.report.beads[bead];
  const look = lookOf(drawing, bead);
  const lengths = { same: 0, changed: 0, retold: 0, moved: 0, removed: 0, added: 0 };
  lengths[look] = SIDES.reduce((sum, side) => sum + lengthOf(drawing, bead, side), 0);
  return { look, beads: [bead], before, after, lengths };
}

/** What moved together is one band; the longest first. @param {Drawing} drawing @param {Band[]} each of the beads */
function joinMoves(drawing, each) {
  /** @type {Map<number, Band>} */
  const moves = new Map();
  drawing.comparison.report.beads.forEach(({ moved, move }, bead) => {
    if (!moved) return;
    // Older reports do not say what moved together.
    const key = move ?? -1 - bead;
    const first = moves.get(key);
    moves.set(key, first ? join(first, each[bead]) : each[bead]);
  });
  return [...moves.values()].sort((one, other) => size(other) - size(one));
}

/**
 * @param {Band[]} bands in reading order, none of them moved
 * @param {number} least what is shorter is left to a neighbour of another look, in UTF-16 code units
 * @param {number} room how many bands are few enough
 */
function joinNeighbours(bands, least, room) {
  /** @type {Band[]} */
  const joined = [];
  bands.forEach((band, index) => {
    const last = joined.at(-1);
    const tooMany = joined.length + bands.length - index > room;
    const passed = last && tooMany && (last.look === band.look || Math.min(size(last), size(band)) <= least);
    if (passed) joined[joined.length - 1] = join(last, band);
    else joined.push(band);
  });
  return joined;
}

/** @param {Band} one @param {Band} other @returns {Band} */
function join(one, other) {
  const lengths = { ...one.lengths };
  for (const [look, length] of Object.entries(other.lengths)) lengths[/** @type {Look} */ (look)] += length;
  const band = {
    look: one.look,
    beads: [...one.beads, ...other.beads],
    before: hull(one.before, other.before),
    after: hull(one.after, other.after),
    lengths,
  };
  if (one.look !== other.look) band.look = mixedLook(lengths);
  return band;
}

/** Of several looks together: never one that would hide that something changed. @param {Record<Look, number>} lengths @returns {Look} */
function mixedLook(lengths) {
  const look = JOINED.reduce((most, look) => (lengths[look] > lengths[most] ? look : most));
  return look === "same" ? "changed" : look;
}

/** @param {Range} one @param {Range} other @returns {Range} */
function hull(one, other) {
  if (one.start === one.end) return other;
  if (other.start === other.end) return one;
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

/** Of both sides; what stands in one alone counts for two, so that it is not the first to go unseen. @param {Band} band */
function size({ lengths, look }) {
  const length = Object.values(lengths).reduce((sum, length) => sum + length, 0);
  return look === "removed" || look === "added" ? 2 * length : length;
}
