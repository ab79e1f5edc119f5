/** @import { Range } from "../pkg/storydiff.js" */
/** @import { Rows } from "./rows.js" */
/** @import { Drawing, Passage, Side } from "./types.js" */
import { words } from "../language/element.js";
import { OTHER } from "./terms.js";
import { editInWords, inWords } from "./notes.js";
import { Highlights, paragraphIn, rangeIn, scrollToPassage } from "./passage.js";
import { placeIn, returnTo, settle } from "./place.js";
import { isChanged } from "./plan.js";
import { extentOf, scrollerOf } from "./scroller.js";
import { each } from "./turns.js";
import { firstIndex, indexAt, isVisible } from "./words.js";

/**
 * A change that a reader can go to: one edit of a changed paragraph, or a whole bead that was retold, moved, added or dropped.
 *
 * @typedef {object} Stop
 * @property {number} row its index
 * @property {number} bead its index
 * @property {number | null} edit its index among the bead's edits; `null` for the whole bead
 */

/** The way a reader goes through a comparison: from change to change, paragraph to paragraph, to counterparts, and back. */
export class Walk {
  /** What is walked through. @type {Drawing | null} */
  drawing = null;
  /** @type {Stop[]} */
  stops = [];
  /** The change that the reader came to last: an index into the stops, or -1. */
  at = -1;
  /** Ways back to where the reader jumped from, the last one last. @type {(() => void)[]} */
  #ways = [];
  /** The frame in which what was found is to be marked. */
  #due = 0;
  /** The bead whose passage is marked. @type {HTMLElement | null} */
  #shown = null;
  /** The marks of the change that the reader came to last. @type {HTMLElement[]} */
  #marked = [];
  /** Passages that were looked for: in rows that are drawn later they are marked then. @type {Passage[]} */
  #found = [];
  #highlights = new Highlights();
  #rows;
  #say;

  /**
   * @param {Rows} rows
   * @param {(what: string) => void} say Tells it to those who listen.
   */
  constructor(rows, say) {
    this.#rows = rows;
    this.#say = say;
    rows.drawn = () => {
      if (this.#found.length > 0) this.#markSoon();
    };
  }

  /** @param {Drawing} drawing @param {Stop[]} stops of it, as `stopsOf` gives them */
  follow(drawing, stops) {
    const stop = this.stops[this.at];
    this.drawing = drawing;
    this.stops = stops;
    this.at = stop ? this.stops.findIndex(({ bead, edit }) => bead === stop.bead && edit === stop.edit) : -1;
    this.#rows.current = Math.min(this.#rows.current, Math.max(0, drawing.rows.length - 1));
  }

  clear() {
    this.drawing = null;
    this.stops = [];
    this.at = -1;
    this.#ways = [];
    this.#found = [];
    this.#highlights.set("found", []);
    this.#forgetPassage();
  }

  /** Notes that a row has come into focus, by whatever way. @param {HTMLElement} row */
  arrive(row) {
    const index = this.#rows.indexOf(row);
    if (index < 0) return;
    const last = this.#rows.elements[this.#rows.current];
    if (last) last.tabIndex = -1;
    row.tabIndex = 0;
    this.#rows.current = index;
    if (this.stops[this.at]?.row !== index) {
      this.at = -1;
      this.#markCurrent();
    }
  }

  /** Goes to the next change, or the previous one. @param {1 | -1} step */
  toChange(step) {
    const here = this.#here();
    const current = this.stops[this.at];
    const next =
      current && current.row === here
        ? this.at + step
        : step > 0
          ? firstIndex(this.stops.length, (index) => this.stops[index].row >= here)
          : firstIndex(this.stops.length, (index) => this.stops[index].row >= here) - 1;
    if (!this.stops[next]) {
      const { noChanges, lastChange, firstChange } = words.spoken;
      return this.#say(this.stops.length === 0 ? noChanges : step > 0 ? lastChange : firstChange);
    }
    this.#goTo(next);
  }

  /** @param {number} index of a stop */
  #goTo(index) {
    const stop = this.stops[index];
    this.at = index;
    this.#focus(stop.row);
    this.#scrollTo(this.#markCurrent() ?? this.#rows.need(stop.row));
    this.#say(words.spoken.change(index + 1, this.stops.length, this.#describe(stop)));
  }

  /** Goes to the next paragraph that is shown, or the previous one. @param {1 | -1} step */
  toParagraph(step) {
    const index = this.#rows.visible(this.#here() + (this.#isHere() ? step : 0), step);
    if (index < 0) return;
    this.#focus(index);
    this.#scrollTo(this.#rows.need(index));
  }

  /** Goes to the other end of a moved bead, or to where the story is told again. */
  toCounterpart() {
    const { drawing } = this;
    const { current } = this.#rows;
    if (!drawing || !this.#isHere() || this.open(this.#rows.elements[current])) return;
    const { before, after } = drawing.rows[current];
    const bead = after ?? before;
    if (bead === null) return;
    if (before !== null && after !== null) return this.#say(words.spoken.beside);
    const side = before === null ? "before" : "after";
    if (!(bead in drawing.places[side])) return this.#say(words.spoken.noCounterpart);
    this.toBead(bead, side);
  }

  /**
   * Shows the other version's wording of a row, or hides it again, where one version is read.
   *
   * @param {Element | null | undefined} row
   * @returns {boolean} whether one version is read
   */
  open(row) {
    const isRead = row instanceof HTMLElement && row.closest("[data-view=read]") !== null;
    // Who selects words has no mind to open anything.
    if (isRead && getSelection()?.isCollapsed !== false) row.toggleAttribute("data-open");
    return isRead;
  }

  /**
   * Goes to a bead; of a moved one, to the end that stands in the given version.
   *
   * @param {number} bead its index
   * @param {Side} [side]
   * @returns {boolean} whether it is there
   */
  toBead(bead, side = "after") {
    const index = this.drawing?.places[side][bead] ?? this.drawing?.places[OTHER[side]][bead];
    const row = index === undefined ? undefined : this.#rows.need(index);
    if (index === undefined || !row) return false;
    this.#rememberWayBack();
    const end = row.dataset.bead === undefined ? row.querySelector(`[data-bead="${bead}"]`) : row;
    this.#focus(index, /** @type {HTMLElement} */ (end ?? row));
    this.#scrollTo(row);
    return true;
  }

  /**
   * Goes to a passage and marks it until the reader goes on.
   *
   * @param {Side} side
   * @param {Range} place in UTF-16 code units of that side's text
   * @param {{ back?: () => void, focus?: boolean }} [how] what Esc does to lead back, by default to where the reader was;
   *   and whether it takes the focus
   */
  toPassage(side, place, { back, focus = true } = {}) {
    const found = this.#find(side, place, true);
    // A book may still be being laid out.
    if (!found) return;
    const { row, bead, passage } = found;
    if (focus) this.#rememberWayBack();
    if (focus && back) this.#ways.splice(-1, 1, back);
    this.#rows.reveal(row);
    if (focus) this.#focus(row, bead);
    this.#forgetPassage();
    // Not before: what loses the focus takes its mark away.
    this.#shown = bead;
    bead.dataset.shown = side;
    bead.addEventListener("blur", this.#leavePassage);
    this.#highlights.set("passage", [passage]);
    scrollToPassage(passage);
  }

  /** Takes the focus to the passage that was gone to without it. */
  focusPassage() {
    this.#shown?.focus({ preventScroll: true });
  }

  /** Marks passages that were looked for. @param {Passage[]} passages */
  markFound(passages) {
    this.#found = passages;
    this.#mark();
    if (passages.length === 0 && !this.#shown?.matches(":focus")) this.#forgetPassage();
  }

  #mark() {
    this.#highlights.set("found", this.#found.flatMap((found) => this.#find(found.side, found)?.passage ?? []));
  }

  /** Once, however many rows were drawn. */
  #markSoon() {
    cancelAnimationFrame(this.#due);
    this.#due = requestAnimationFrame(() => this.#mark());
  }

  /** Where a passage is drawn, if it is yet. @param {Side} side @param {Range} place @param {boolean} [needed] whether it is to be drawn now */
  #find(side, place, needed = false) {
    const { drawing } = this;
    if (!drawing) return null;
    const { paragraphs } = drawing.comparison.report[side];
    const number = indexAt(paragraphs, place.start);
    const row = drawing.places[side][drawing.beads[side][number]];
    if (needed) this.#rows.need(row);
    const paragraph = paragraphIn({ drawing, rows: this.#rows.elements }, side, number);
    const bead = /** @type {HTMLElement | null | undefined} */ (paragraph?.closest("[data-bead]"));
    return paragraph && bead ? { row, bead, passage: rangeIn(paragraph, paragraphs[number], place) } : null;
  }

  #leavePassage = () => {
    // Who only looks into another window finds it marked on return.
    if (document.hasFocus()) this.#forgetPassage();
  };

  #forgetPassage() {
    this.#highlights.set("passage", []);
    this.#shown?.removeEventListener("blur", this.#leavePassage);
    delete this.#shown?.dataset.shown;
    this.#shown = null;
  }

  /** Leads back to where the reader jumped from. @returns {boolean} whether there was a way back */
  back() {
    const way = this.#ways.pop();
    way?.();
    return way !== undefined;
  }

  #rememberWayBack() {
    const place = placeIn(this.#rows);
    const scroller = scrollerOf(this.#rows.container);
    const scrolled = scroller.scrollTop;
    const focused = this.#isHere() ? this.#rows.current : -1;
    this.#ways.push(() => {
      if (place) returnTo(place);
      // A smooth scroll that is still under way goes on for a frame.
      else settle(() => scroller.scrollTo({ top: scrolled, behavior: "instant" }));
      this.#rows.need(focused)?.focus({ preventScroll: true });
    });
  }

  /** The row that has the focus, if the reader is there still. */
  get current() {
    return this.#isHere() ? this.#rows.elements[this.#rows.current] : null;
  }

  #isHere() {
    return this.#rows.elements[this.#rows.current]?.matches(":focus, :focus-within") ?? false;
  }

  /** The row where the reader is: the one in focus, or else the first one in view. */
  #here() {
    if (this.#isHere()) return this.#rows.current;
    // Who steps by buttons has the focus there, and goes on from the last change for as long as it is in view.
    const row = this.stops[this.at]?.row;
    const { top, bottom } = row === undefined ? { top: 0, bottom: 0 } : this.#rows.box(row);
    const view = extentOf(scrollerOf(this.#rows.container));
    if (row !== undefined && bottom > view.top && top < view.top + view.height) return row;
    const place = placeIn(this.#rows);
    return place?.index ?? 0;
  }

  /** @param {number} index of the row @param {HTMLElement} [target] */
  #focus(index, target = this.#rows.need(index)) {
    this.#rows.reveal(index);
    target?.focus({ preventScroll: true });
  }

  /** @param {HTMLElement | undefined} target */
  #scrollTo(target) {
    if (!target) return;
    const { height } = extentOf(scrollerOf(target));
    const block = target.offsetHeight < height / 2 ? "center" : "start";
    const { top, bottom } = target.getBoundingClientRect();
    const near = bottom > -innerHeight && top < 2 * innerHeight;
    // Readers can follow a scroll with their eyes where it is short, and where they want to.
    if (near && !matchMedia("(prefers-reduced-motion: reduce)").matches) target.scrollIntoView({ block, behavior: "smooth" });
    else settle(() => target.scrollIntoView({ block, behavior: "instant" }));
  }

  /** Marks the words of the change that the reader came to. @returns {HTMLElement | null} those of them to be seen */
  #markCurrent() {
    for (const { classList } of this.#marked) classList.remove("current");
    this.#marked = [];
    const stop = this.stops[this.at];
    if (!stop || stop.edit === null) return null;
    const marks = /** @type {NodeListOf<HTMLElement>} */ (this.#rows.elements[stop.row]?.querySelectorAll(`[data-number="${stop.edit}"]`) ?? []);
    for (const mark of marks) mark.classList.add("current");
    this.#marked = [...marks];
    return this.#marked.toReversed().find((mark) => mark.offsetHeight > 4) ?? null;
  }

  /** @param {Stop} stop */
  #describe({ bead, edit }) {
    const drawing = /** @type {Drawing} */ (this.drawing);
    if (edit === null) return inWords(drawing, bead, "paragraphs");
    return editInWords(drawing.edits[bead][edit], drawing.comparison);
  }
}

/** All changes of a comparison, in steps. @param {Drawing} drawing @returns {Generator<void, Stop[]>} */
export function* stopsOf(drawing) {
  /** @type {Stop[]} */
  const stops = [];
  yield* each(drawing.rows, ({ before, after }, row) => {
    const bead = after ?? before;
    // A moved bead counts once, where it stands now.
    if (bead === null || !isChanged(drawing, row) || (after === null && bead in drawing.places.after)) return;
    const { moved } = drawing.comparison.report.beads[bead];
    if (moved || drawing.states[bead] !== "changed") stops.push({ row, bead, edit: null });
    if (drawing.states[bead] !== "changed") return;
    drawing.edits[bead].forEach((edit, index) => {
      if (isVisible(edit, drawing.comparison)) stops.push({ row, bead, edit: index });
    });
  });
  return stops;
}
