/**
 * The geometry of two strips and of what joins them.
 *
 * @typedef {{ length: number, depth: number, upright: boolean, rightToLeft: boolean }} Strips
 *   In pixels: how long both are, and how far apart at their outer edges. The earlier one lies above, or stands first.
 * @typedef {{ start: number, end: number }} Place as shares of a strip's length
 */
/** @import { Side } from "../element/types.js" */
/** @import { Look } from "./looks.js" */

const SVG = "http://www.w3.org/2000/svg";
const HATCHING = "hatching";

/** How thick a strip is, and how far what joins it keeps away from it, in pixels. */
const THICK = 18;
const AWAY = 3;

/** What parts two segments, and the length from which a segment can spare it; none is shorter than the least, in pixels. */
const GAP = { size: 1.5, from: 4 };
const LEAST = 1;

/**
 * The paths of a band: its segments, and what joins them where it stands in both strips. What stands in one alone is half as
 * thick and turned away from the other, so that it is seen without its colour.
 *
 * @param {Look} look
 * @param {Record<Side, Place | null>} places
 * @param {Strips} strips
 */
export function pathsOf(look, { before, after }, strips) {
  const alone = look === "removed" || look === "added";
  const thick = alone ? THICK / 2 : THICK;
  const { depth } = strips;
  return {
    before: before && segment(spread(before, strips), 0, thick, strips),
    after: after && segment(spread(after, strips), depth - thick, depth, strips),
    join: before && after && join(spread(before, strips), spread(after, strips), strips),
  };
}

/**
 * @param {Look} look
 * @param {number} index of the band
 * @param {ReturnType<typeof pathsOf>} paths
 * @param {(side: Side) => string} nameOf
 */
export function drawBand(look, index, paths, nameOf) {
  const group = document.createElementNS(SVG, "g");
  group.setAttribute("class", look);
  group.dataset.band = String(index);
  if (paths.join) group.append(drawPath("join", paths.join));
  for (const side of /** @type {const} */ (["before", "after"])) {
    const path = paths[side];
    if (!path) continue;
    const segment = drawPath("segment", path);
    segment.dataset.side = side;
    segment.setAttribute("role", "button");
    segment.setAttribute("tabindex", "-1");
    segment.setAttribute("aria-label", nameOf(side));
    // A style sheet would look for the pattern in itself.
    if (look === "moved") segment.setAttribute("fill", `url(#${HATCHING})`);
    group.append(segment);
  }
  return group;
}

/** What moved is hatched. */
export function drawHatching() {
  const pattern = document.createElementNS(SVG, "pattern");
  for (const [name, value] of Object.entries({ id: HATCHING, width: "4", height: "4", patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" })) {
    pattern.setAttribute(name, value);
  }
  pattern.append(drawPath("hatching", "M0,0 H4 V4 H0 Z"), drawPath("hatch", "M1,0 V4"));
  const definitions = document.createElementNS(SVG, "defs");
  definitions.append(pattern);
  return definitions;
}

/** @param {string} name @param {string} d */
function drawPath(name, d) {
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("class", name);
  path.setAttribute("d", d);
  return path;
}

/** From where to where a place is drawn, in pixels. @param {Place} place @param {Strips} strips @returns {[start: number, end: number]} */
function spread({ start, end }, { length }) {
  const [from, to] = [start * length, end * length];
  const gap = to - from >= GAP.from ? GAP.size : 0;
  return [Math.min(from, length - LEAST), Math.max(to - gap, from + LEAST)];
}

/** @param {[start: number, end: number]} extent @param {number} over @param {number} under @param {Strips} strips */
function segment([start, end], over, under, strips) {
  const at = (/** @type {number} */ along, /** @type {number} */ across) => point(along, across, strips);
  return `M${at(start, over)} L${at(end, over)} L${at(end, under)} L${at(start, under)} Z`;
}

/** @param {[start: number, end: number]} before @param {[start: number, end: number]} after @param {Strips} strips */
function join(before, after, strips) {
  const at = (/** @type {number} */ along, /** @type {number} */ across) => point(along, across, strips);
  const [over, middle, under] = [THICK + AWAY, strips.depth / 2, strips.depth - THICK - AWAY];
  const there = `M${at(before[0], over)} C${at(before[0], middle)} ${at(after[0], middle)} ${at(after[0], under)}`;
  const back = `L${at(after[1], under)} C${at(after[1], middle)} ${at(before[1], middle)} ${at(before[1], over)}`;
  return `${there} ${back} Z`;
}

/** A point of the picture. @param {number} along the strips @param {number} across from the outer edge of the earlier one @param {Strips} strips */
function point(along, across, { length, depth, upright, rightToLeft }) {
  const [x, y] = upright
    ? [rightToLeft ? depth - across : across, along]
    : [rightToLeft ? length - along : along, across];
  return `${round(x)},${round(y)}`;
}

/** @param {number} pixels */
const round = (pixels) => Math.round(pixels * 10) / 10;
