/**
 * Where in a comparison a reader is, so that it can be found again when all of it looks different.
 *
 * @typedef {object} Place
 * @property {readonly HTMLElement[]} rows Those of the comparison, which may be others by the time of the return.
 * @property {number} index The row that the reader is at.
 * @property {number} share How far down in that row, 0..1; below 0 in the space above it.
 * @property {number} line How far from the window's top, in pixels.
 */
import { extentOf, scrollerOf } from "./scroller.js";
import { firstIndex } from "./words.js";

/** Where readers have their eyes, as a share of the height of what they scroll. */
const EYES = 0.33;

/** How far the first try may be off before rows have taken their real heights, in frames. */
const FRAMES = 2;

/**
 * @param {readonly HTMLElement[]} rows from top to bottom
 * @returns {Place | null} `null` where none of them is in view
 */
export function placeIn(rows) {
  const { top: edge, height: seen } = extentOf(scrollerOf(rows[0]));
  const line = edge + seen * EYES;
  const visible = rows.filter((row) => row.checkVisibility());
  const first = firstIndex(visible.length, (index) => visible[index].getBoundingClientRect().bottom > line);
  const row = visible[first];
  if (!row) return null;
  const { top, height } = row.getBoundingClientRect();
  // Who has not come to the rows yet stays above them.
  if (first === 0 && top > line) return null;
  return { rows, index: rows.indexOf(row), line, share: height > 0 ? (line - top) / height : 0 };
}

/**
 * Scrolls to where a place is now, or to the next row that is shown.
 *
 * @param {Place | null} place
 */
export function returnTo(place) {
  settle(() => {
    if (!place) return;
    const was = place.rows[place.index] ?? place.rows.at(-1);
    let row = was;
    while (row && !row.checkVisibility() && row.nextElementSibling instanceof HTMLElement) row = row.nextElementSibling;
    if (!row) return;
    const { top, height } = row.getBoundingClientRect();
    scrollerOf(row).scrollBy({ top: top + (row === was ? place.share * height : 0) - place.line, behavior: "instant" });
  });
}

/** Scrolls, and once more when the rows that came into view on the way there have taken their real heights. @param {() => void} scroll */
export function settle(scroll, frames = FRAMES) {
  scroll();
  if (frames > 0) requestAnimationFrame(() => settle(scroll, frames - 1));
}
