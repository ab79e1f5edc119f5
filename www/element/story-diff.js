/** @import { Range } from "../pkg/storydiff.js" */
/** @import { Comparison, Drawing, Side } from "./types.js" */
import { checkComparison } from "./check.js";
import { drawRow, planDrawing } from "./draw.js";
import { showRange } from "./facts.js";
import { drawFrame, fillHeader } from "./frame.js";
import { Gutter } from "./gutter.js";
import { loadComparison, namesComparison } from "./load.js";
import { styleSheet } from "./style.js";
import { isOneStory } from "./summary.js";

/** How long drawing may keep the page waiting, in milliseconds. */
const TURN = 12;

/** How far outside of the window, in pixels, the element begins to load. */
const AHEAD = 400;

/** Below this width, in pixels, two columns are too narrow to read. */
const TWO_COLUMNS = 900;

/**
 * `<story-diff>`: two versions of a story side by side.
 *
 * Attributes: `src` (a saved comparison), or `before-src` and `after-src` (two texts), or two templates inside it
 * with `data-version="before"` and `"after"`; `theme` (`auto`, `light`, `dark`); `view` (`auto`, `columns`, `inline`).
 *
 * @fires storydiff-ready when all of a comparison is drawn; `detail` is the comparison
 * @fires storydiff-error when there is none to draw; `detail.message` says why
 * @fires storydiff-view when other rows are hidden, or in other states, than before
 * @fires storydiff-focus when a bead comes into focus; `detail` is the bead and its `index`
 */
export class StoryDiff extends HTMLElement {
  static observedAttributes = ["src", "before-src", "after-src", "view"];

  #frame = drawFrame();
  #gutter = new Gutter(this.#frame.moves);
  #resized = new ResizeObserver(() => this.#chooseView());
  #work = new AbortController();
  #scheduled = false;
  #busy = false;
  /** What was asked for by property. @type {unknown} */
  #given = null;
  /** What is drawn, or being drawn. @type {Comparison | null} */
  #comparison = null;
  /** How it is drawn. @type {Drawing | null} */
  #drawing = null;
  /** @type {number | null} */
  #focused = null;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [styleSheet()];
    shadow.append(this.#frame.sheet);
    this.#frame.rows.addEventListener("click", (event) => this.#follow(event));
    this.#frame.rows.addEventListener("focusin", (event) => this.#tellFocus(event));
  }

  /** What is shown; set it to show something else, or to `null` to show nothing. @returns {Comparison | null} */
  get comparison() {
    return /** @type {Comparison | null} */ (this.#given) ?? this.#comparison;
  }

  set comparison(comparison) {
    this.#given = comparison;
    this.#comparison = null;
    this.#schedule();
  }

  /** What is drawn, row by row. @returns {Drawing | null} */
  get drawing() {
    return this.#drawing;
  }

  /** The rows that are drawn, in the order of the drawing's; those folded away are `hidden`. @returns {readonly HTMLElement[]} */
  get rows() {
    return /** @type {HTMLElement[]} */ ([...this.#frame.rows.children]);
  }

  connectedCallback() {
    this.#takeEarlyProperty();
    this.#chooseView();
    this.#resized.observe(this.#frame.sheet);
    if (this.#comparison === null) this.#schedule();
  }

  disconnectedCallback() {
    this.#resized.disconnect();
    // One that only moves to another place goes on; one that is gone stops, and begins again where it comes back.
    queueMicrotask(() => {
      if (this.isConnected || !this.#busy) return;
      this.#work.abort();
      this.#comparison = null;
    });
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === "view") {
      this.#chooseView();
    } else if (this.isConnected) {
      this.#given = null;
      this.#schedule();
    }
  }

  /**
   * Brings a bead into view and into focus; of a moved bead, the end that stands in the given version.
   *
   * @param {number} bead its index in the report
   * @param {Side} [side]
   */
  focusBead(bead, side) {
    const ends = [...this.#frame.rows.querySelectorAll(`[data-bead="${Number(bead)}"]`)];
    const end = ends.find((end) => side === undefined || end.querySelector(`[data-side="${side}"] [data-paragraph]`));
    if (!(end instanceof HTMLElement)) return;
    const block = end.offsetHeight < innerHeight / 2 ? "center" : "start";
    end.scrollIntoView({ block, behavior: canFollow(end) ? "smooth" : "instant" });
    end.focus({ preventScroll: true });
  }

  /**
   * Brings a passage into view and marks it.
   *
   * @param {Side} side
   * @param {Range} passage UTF-16 code units of that version's text
   */
  showPassage(side, passage) {
    if (this.#comparison) showRange(this.#frame.rows, this.#comparison.report, side, passage);
  }

  /** A comparison that was set before the tag was defined. */
  #takeEarlyProperty() {
    if (!Object.hasOwn(this, "comparison")) return;
    const { comparison } = this;
    Reflect.deleteProperty(this, "comparison");
    this.comparison = comparison;
  }

  /** Several changes in one turn are one update. */
  #schedule() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#work.abort();
      this.#work = new AbortController();
      this.#update(this.#work.signal);
    });
  }

  /** @param {AbortSignal} signal */
  async #update(signal) {
    this.#clear();
    this.#busy = true;
    try {
      const comparison = await this.#find(signal);
      signal.throwIfAborted();
      if (comparison === null) return;
      await this.#draw(comparison, signal);
      this.#tell("ready", comparison);
    } catch (error) {
      if (signal.aborted) return;
      const message = error instanceof Error ? error.message : String(error);
      this.#clear();
      this.#frame.message.textContent = message;
      this.#tell("error", { message });
    } finally {
      if (!signal.aborted) this.#busy = false;
    }
  }

  /** @param {AbortSignal} signal */
  async #find(signal) {
    if (this.#given !== null) return checkComparison(this.#given);
    if (!this.isConnected) return null;
    await isParsed();
    if (!namesComparison(this)) return null;
    await comesIntoView(this, signal);
    return loadComparison(this, signal);
  }

  #clear() {
    this.#comparison = null;
    this.#drawing = null;
    this.#focused = null;
    this.#gutter.clear();
    this.#frame.rows.replaceChildren();
    this.#frame.message.textContent = "";
    this.#frame.sheet.dataset.shows = "nothing";
  }

  /**
   * Draws turn by turn, so that a book does not freeze the page.
   *
   * @param {Comparison} comparison
   * @param {AbortSignal} signal
   */
  async #draw(comparison, signal) {
    const { sheet, rows } = this.#frame;
    const drawing = planDrawing(comparison);
    this.#comparison = comparison;
    this.#drawing = drawing;
    fillHeader(this.#frame, comparison);
    sheet.dataset.shows = isOneStory(comparison.report) ? "versions" : "strangers";
    for (let index = 0; index < drawing.rows.length; ) {
      const fragment = new DocumentFragment();
      const end = performance.now() + TURN;
      do fragment.append(drawRow(drawing, index++));
      while (index < drawing.rows.length && performance.now() < end);
      const drawn = [...fragment.children];
      rows.append(fragment);
      this.#gutter.watch(drawn, comparison.report);
      if (index < drawing.rows.length) await nextTurn();
      signal.throwIfAborted();
    }
  }

  #chooseView() {
    const { sheet } = this.#frame;
    const asked = this.getAttribute("view");
    const wide = sheet.clientWidth >= TWO_COLUMNS;
    const view = asked === "inline" || asked === "columns" ? asked : wide ? "columns" : "inline";
    if (view === sheet.dataset.view) return;
    sheet.dataset.view = view;
    if (this.#drawing) this.#tell("view", view);
  }

  /** @param {Event} event */
  #follow(event) {
    const link = event.target instanceof Element ? event.target.closest("[data-counterpart]") : null;
    const bead = link?.closest("[data-bead]");
    if (!(link instanceof HTMLElement) || !(bead instanceof HTMLElement)) return;
    event.preventDefault();
    this.focusBead(Number(bead.dataset.bead), link.dataset.counterpart === "before" ? "before" : "after");
  }

  /** @param {Event} event */
  #tellFocus(event) {
    const target = event.target instanceof Element ? event.target.closest("[data-bead]") : null;
    const index = target instanceof HTMLElement ? Number(target.dataset.bead) : null;
    if (index === null || index === this.#focused || this.#comparison === null) return;
    this.#focused = index;
    this.#tell("focus", { index, ...this.#comparison.report.beads[index] });
  }

  /** @param {"ready" | "error" | "view" | "focus"} what @param {unknown} detail */
  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`storydiff-${what}`, { bubbles: true, composed: true, detail }));
  }
}

/** An element that the parser has just begun has no templates inside it yet. @returns {Promise<void>} */
function isParsed() {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", () => resolve(), { once: true }));
}

/** @param {Element} host @param {AbortSignal} signal @returns {Promise<void>} */
function comesIntoView(host, signal) {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: `${AHEAD}px` },
    );
    observer.observe(host);
    signal.addEventListener("abort", () => (observer.disconnect(), resolve()));
  });
}

/** Whether the reader can follow a scroll to it with their eyes, and wants to. @param {Element} target */
function canFollow(target) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return false;
  const { top, bottom } = target.getBoundingClientRect();
  return bottom > -innerHeight && top < 2 * innerHeight;
}

/** @returns {Promise<void>} */
function nextTurn() {
  return new Promise((resolve) => setTimeout(resolve));
}
