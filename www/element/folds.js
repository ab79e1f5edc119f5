/** Runs of rows that are folded away, where only what changed is shown. */
/** @import { Drawing } from "./types.js" */
import { words } from "../language/element.js";
import { element } from "./element.js";
import { isChanged } from "./plan.js";
import { firstIndex } from "./words.js";

/** As row indices. @typedef {{ start: number, end: number }} Fold */

/** How many rows around a change stay in view where the rest is folded away. */
const CONTEXT = 1;

/** The runs of rows without a change near them; one row is shown sooner than it is counted. @param {Drawing} drawing */
export function foldsOf(drawing) {
  /** @type {Fold[]} */
  const folds = [];
  let start = 0;
  for (let index = 0; index <= drawing.rows.length; index++) {
    if (index < drawing.rows.length && !isChanged(drawing, index)) continue;
    const from = start === 0 ? 0 : start + CONTEXT;
    const end = index === drawing.rows.length ? index : index - CONTEXT;
    if (end - from > 1) folds.push({ start: from, end });
    start = index + 1;
  }
  return folds;
}

/** The fold that a row is in, if it is in one. @param {readonly Fold[]} folds in order @param {number} index of the row */
export function foldAt(folds, index) {
  const fold = folds[firstIndex(folds.length, (nth) => folds[nth].end > index)];
  return fold && fold.start <= index ? fold : null;
}

/** The folds that begin in a run of rows. @param {readonly Fold[]} folds in order @param {Fold} rows */
export function foldsIn(folds, { start, end }) {
  const from = (/** @type {number} */ row) => firstIndex(folds.length, (nth) => folds[nth].start >= row);
  return folds.slice(from(start), from(end));
}

/** What stands in the place of folded rows. @param {Fold} fold @param {() => void} act opens it */
export function drawFold({ start, end }, act) {
  const fold = element("button", "fold", "fold");
  const count = element("span");
  const open = element("span", "open");
  count.append(words.fold.unchanged(end - start));
  open.append(words.fold.open);
  fold.append(count, " ", open);
  fold.addEventListener("click", act);
  return fold;
}
