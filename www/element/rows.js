/** @import { Gutter } from "./gutter.js" */
/** @import { Drawing, Settings } from "./types.js" */
import { words } from "../language/element.js";
import { drawRow, keyOf } from "./draw.js";
import { element } from "./element.js";
import { isChanged } from "./plan.js";

/** How long drawing may keep the page waiting, in milliseconds. */
const TURN = 12;

/** How many rows around a change stay in view where the rest is folded away. */
const CONTEXT = 1;

/** The rows of a comparison: drawn turn by turn, so that a book does not freeze the page, and kept where they stay the same. */
export class Rows {
  /** From top to bottom; those that are folded away are hidden. @type {HTMLElement[]} */
  elements = [];
  /** @type {string[]} */
  #keys = [];
  #container;
  #gutter;

  /** @param {HTMLElement} container @param {Gutter} gutter */
  constructor(container, gutter) {
    this.#container = container;
    this.#gutter = gutter;
  }

  clear() {
    this.elements = [];
    this.#keys = [];
    this.#container.replaceChildren();
    this.#gutter.clear();
  }

  /**
   * @param {Drawing} drawing
   * @param {Settings} settings
   * @param {AbortSignal} signal
   */
  async draw(drawing, settings, signal) {
    const folds = settings.only === "changes" ? foldsOf(drawing) : [];
    const folded = new Set(folds.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, nth) => start + nth)));
    this.#gutter.follow(drawing);
    this.#unfold();
    for (const row of this.elements.splice(drawing.rows.length)) row.remove();
    this.#keys.splice(drawing.rows.length);
    for (let index = 0; index < drawing.rows.length; ) {
      const fragment = new DocumentFragment();
      const fresh = [];
      const end = performance.now() + TURN;
      do {
        const row = this.#drawRow(drawing, index, settings, fragment);
        if (row) fresh.push(row);
        this.elements[index].hidden = folded.has(index);
        index++;
      } while (index < drawing.rows.length && performance.now() < end);
      this.#container.append(fragment);
      this.#gutter.watch(fresh);
      if (index < drawing.rows.length) await nextTurn();
      signal.throwIfAborted();
    }
    for (const { start, end } of folds) this.elements[start].before(this.#drawFold(start, end));
    this.#gutter.refresh();
  }

  /** Opens the fold that a row is in, if it is in one. @param {HTMLElement} row */
  reveal(row) {
    if (!row.hidden) return;
    let first = /** @type {Element | null} */ (row);
    while (first && !first.matches(".fold")) first = first.previousElementSibling;
    if (first instanceof HTMLElement) first.click();
  }

  /**
   * Draws a row anew where it would look different.
   *
   * @param {Drawing} drawing
   * @param {number} index
   * @param {Settings} settings
   * @param {DocumentFragment} fragment for rows after the last
   */
  #drawRow(drawing, index, settings, fragment) {
    const key = `${words.locale} ${keyOf(drawing, index, settings)}`;
    if (this.#keys[index] === key) return null;
    const row = drawRow(drawing, index, settings);
    const old = this.elements[index];
    if (old) {
      const hadFocus = old.matches(":focus");
      row.tabIndex = old.tabIndex;
      if (old.offsetHeight > 0) row.style.containIntrinsicBlockSize = `auto ${old.offsetHeight}px`;
      old.replaceWith(row);
      if (hadFocus) row.focus({ preventScroll: true });
    } else {
      row.tabIndex = index === 0 ? 0 : -1;
      fragment.append(row);
    }
    this.elements[index] = row;
    this.#keys[index] = key;
    return row;
  }

  /** @param {number} start @param {number} end */
  #drawFold(start, end) {
    const fold = element("button", "fold", "fold");
    const count = element("span");
    const open = element("span", "open");
    count.append(words.fold.unchanged(end - start));
    open.append(words.fold.open);
    fold.append(count, " ", open);
    fold.addEventListener("click", () => {
      const hadFocus = fold.matches(":focus");
      const hidden = this.elements.slice(start, end);
      for (const row of hidden) row.hidden = false;
      fold.remove();
      this.#gutter.refresh();
      if (hadFocus) hidden[0].focus({ preventScroll: true });
    });
    return fold;
  }

  #unfold() {
    for (const fold of this.#container.querySelectorAll(".fold")) fold.remove();
  }
}

/** The runs of rows without a change near them, as row indices; one row is shown sooner than it is counted. @param {Drawing} drawing */
function foldsOf(drawing) {
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

/** @returns {Promise<void>} */
function nextTurn() {
  return new Promise((resolve) => setTimeout(resolve));
}
