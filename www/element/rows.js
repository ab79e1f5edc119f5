/** @import { Bead } from "../pkg/storydiff.js" */
/** @import { Row } from "./types.js" */

/**
 * The rows of a comparison in reading order: the unmoved beads as the report lists them, and between them
 * each end of a moved bead, right before the first paragraph that follows it in its own version.
 *
 * @param {Bead[]} beads
 * @returns {Row[]}
 */
export function alignedRows(beads) {
  /** @type {Row[]} */
  const rows = [];
  const waiting = { before: movedEnds(beads, "before"), after: movedEnds(beads, "after") };

  /** @param {"before" | "after"} side @param {number} paragraph */
  const placeEndsUpTo = (side, paragraph) => {
    const ends = waiting[side];
    while (ends.length > 0 && beads[ends[ends.length - 1]][side].start < paragraph) {
      const bead = /** @type {number} */ (ends.pop());
      rows.push({ before: null, after: null, [side]: bead });
    }
  };

  beads.forEach((bead, index) => {
    if (standsTwice(bead)) return;
    const before = hasParagraphs(bead, "before");
    const after = hasParagraphs(bead, "after");
    if (before) placeEndsUpTo("before", bead.before.start);
    if (after) placeEndsUpTo("after", bead.after.start);
    rows.push({ before: before ? index : null, after: after ? index : null });
  });
  placeEndsUpTo("before", Infinity);
  placeEndsUpTo("after", Infinity);
  pointEndsAtEachOther(rows, beads);
  return rows;
}

/**
 * The rows of two texts that are not versions of one story: each runs down its own column.
 *
 * @param {Bead[]} beads
 * @returns {Row[]}
 */
export function unalignedRows(beads) {
  const [before, after] = /** @type {const} */ (["before", "after"]).map((side) =>
    beadsInOrder(beads, side, (bead) => hasParagraphs(bead, side)),
  );
  return Array.from({ length: Math.max(before.length, after.length) }, (_, line) => ({
    before: before[line] ?? null,
    after: after[line] ?? null,
  }));
}

/** @param {Bead} bead @param {"before" | "after"} side */
export function hasParagraphs(bead, side) {
  return bead[side].end > bead[side].start;
}

/** @param {Bead} bead */
function standsTwice(bead) {
  return bead.moved && hasParagraphs(bead, "before") && hasParagraphs(bead, "after");
}

/**
 * The moved beads by their place on one side, the first one last, ready to be popped.
 *
 * @param {Bead[]} beads
 * @param {"before" | "after"} side
 */
function movedEnds(beads, side) {
  return beadsInOrder(beads, side, standsTwice).reverse();
}

/**
 * @param {Bead[]} beads
 * @param {"before" | "after"} side
 * @param {(bead: Bead) => boolean} wanted
 */
function beadsInOrder(beads, side, wanted) {
  return beads
    .map((_, index) => index)
    .filter((index) => wanted(beads[index]))
    .sort((one, other) => beads[one][side].start - beads[other][side].start);
}

/** @param {Row[]} rows @param {Bead[]} beads */
function pointEndsAtEachOther(rows, beads) {
  /** @type {Map<number, Row>} */
  const firstEnds = new Map();
  for (const row of rows) {
    const bead = row.before ?? row.after;
    if (bead === null || !standsTwice(beads[bead])) continue;
    const first = firstEnds.get(bead);
    if (first === undefined) {
      firstEnds.set(bead, row);
    } else {
      first.towards = "down";
      row.towards = "up";
    }
  }
}
