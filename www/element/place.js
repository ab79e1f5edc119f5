/**
 * Where in a comparison a reader is, so that it can be found again when all of it looks different.
 *
 * @typedef {object} Place
 * @property {Rows} rows Those of the comparison, which may be others by the time of the return.
 * @property {number} index The row that the reader is at.
 * @property {number} share How far down in that row, 0..1; below 0 in the space above it.
 * @property {number} line How far from the window's top, in pixels.
 */
/** @import { Rows } from "./rows.js" */
import { extentOf, scrollerOf } from "./scroller.js";

/** Where readers have their eyes, as a share of the height of what they scroll. */
const EYES = 0.33;

/** How far the first try may be off before rows have taken their real heights, in frames. */
const FRAMES = 4;

/**
 * @param {Rows} rows
 * @returns {Place | null} `null` where none of them is in view
 */
export function placeIn(rows) {
  const { top: edge, height: seen } = extentOf(scrollerOf(rows.container));
  const line = edge + seen * EYES;
  // Who has not come to the rows yet stays above them.
  if (rows.container.getBoundingClientRect().top > line) return null;
  const index = rows.at(line);
  if (index < 0) return null;
  const { top, height } = rows.box(index);
  return { rows, index, line, share: height > 0 ? (line - top) / height : 0 };
}

/**
 * Scrolls to where a place is now, or to the next row that is shown.
 *
 * @param {Place | null} place
 */
export function returnTo(place) {
  settle(() => {
    if (!place) return;
    const { rows, share, line } = place;
    const was = Math.min(place.index, rows.count - 1);
    const index = rows.visible(was);
    if (index < 0) return;
    const { top, height } = rows.box(index);
    scrollerOf(rows.container).scrollBy({ top: top + (index === was ? share * height : 0) - line, behavior: "instant" });
  });
}

/** Scrolls, and once more when the rows that came into view on the way there have taken their real heights. @param {() => void} scroll */
export function settle(scroll, frames = FRAMES) {
  scroll();
  if (frames > 0) requestAnimationFrame(() => settle(scroll, frames - 1));
}
