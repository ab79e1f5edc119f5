/** @import { Bead, Report } from "../pkg/storydiff.js" */
import { editsOn } from "./words.js";

/** @typedef {{ top: number, bottom: number }} Extent in pixels */

/** The gutter and the space kept free on both sides of it, in pixels; the style sheet gives it the same width. */
const GUTTER = { width: 72, margin: 6 };

const LEFT = GUTTER.margin;
const RIGHT = GUTTER.width - GUTTER.margin;
const MIDDLE = GUTTER.width / 2;

/** The lines of moved beads keep to lanes of this width, and turn into them over this length, in pixels. */
const LANES = 4;
const LANE = 9;
const BEND = 48;

/** How far the line of a bead that moved out of view is drawn, in pixels. */
const STUB = 56;

/**
 * The band that joins two counterparts.
 *
 * @param {Extent} before
 * @param {Extent} after
 */
export function ribbon(before, after) {
  const over = `M${LEFT},${before.top} C${MIDDLE},${before.top} ${MIDDLE},${after.top} ${RIGHT},${after.top}`;
  const under = `C${MIDDLE},${after.bottom} ${MIDDLE},${before.bottom} ${LEFT},${before.bottom}`;
  return `${over} V${after.bottom} ${under} Z`;
}

/**
 * The line between the two places of a moved bead.
 *
 * @param {number} before
 * @param {number} after
 * @param {number} index of the bead: neighbours keep to lanes of their own
 */
export function moveBetween(before, after, index) {
  const lane = MIDDLE + ((index % LANES) - (LANES - 1) / 2) * LANE;
  const down = Math.sign(after - before);
  const bend = down * Math.min(BEND, Math.abs(after - before) / 2);
  const leave = `M${LEFT},${before} Q${lane},${before} ${lane},${before + bend}`;
  return `${leave} V${after - bend} Q${lane},${after} ${RIGHT},${after}`;
}

/**
 * The beginning of that line, where its end is out of view.
 *
 * @param {"before" | "after"} side
 * @param {number} from
 * @param {boolean} down
 */
export function moveOutOfView(side, from, down) {
  const start = side === "before" ? LEFT : RIGHT;
  return `M${start},${from} Q${MIDDLE},${from} ${MIDDLE},${from + (down ? STUB : -STUB)}`;
}

/**
 * Where one paragraph parts into those that it was split into, or that were joined into it: the shares of its
 * text that belong to each, as one boundary more than there are parts, from 0 to 1.
 *
 * @param {Report} report
 * @param {Bead} bead a split or a merge
 * @returns {number[]}
 */
export function partings(report, bead) {
  const one = bead.kind === "split" ? "before" : "after";
  const many = bead.kind === "split" ? "after" : "before";
  const whole = report[one].paragraphs[bead[one].start];
  const parts = report[many].paragraphs.slice(bead[many].start, bead[many].end);
  const kept = editsOn(many, bead).filter((edit) => edit.kind === "equal");
  const boundaries = [0];
  for (let part = 1, next = 0; part < parts.length; part++) {
    while (next < kept.length && kept[next][many].end <= parts[part].start) next++;
    const share = next < kept.length ? (kept[next][one].start - whole.start) / (whole.end - whole.start) : 1;
    boundaries.push(Math.min(1, Math.max(share, boundaries[part - 1])));
  }
  return [...boundaries, 1];
}
