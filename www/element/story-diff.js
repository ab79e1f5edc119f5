/** @import { Range } from "../pkg/storydiff.js" */
/** @import { Finding } from "./summary.js" */
/** @import { Comparison, Drawing, Passage, Side } from "./types.js" */
import { speak, words } from "../language/element.js";
import { choose } from "../language/language.js";
import { isOwn } from "../engine/own.js";
import { ATTRIBUTES, Reflecting } from "./attributes.js";
import { countChanges } from "./changes.js";
import { drawFrame, fillHeader } from "./frame.js";
import { Gutter } from "./gutter.js";
import { press } from "./keys.js";
import { Panels } from "./panels.js";
import { placeIn, returnTo } from "./place.js";
import { planning } from "./plan.js";
import { Rows } from "./rows.js";
import { styleSheets } from "./style.js";
import { figures, isOneStory } from "./summary.js";
import { inTurns } from "./turns.js";
import { stopsOf, Walk } from "./walk.js";
import { comesIntoView, isParsed, namedBy } from "./wanted.js";

/** Below this width, in pixels, two columns are too narrow to read. */
const TWO_COLUMNS = 900;

/** Below this one, there is no room to spare beside the text. */
const SLIM = 600;

/**
 * `<story-diff>`: two versions of a story side by side.
 *
 * Attributes: `src` (a saved comparison), or `before-src` and `after-src` (two texts), or two templates inside it
 * with `data-version="before"` and `"after"`; `before-name` and `after-name` (what these texts are called); `theme` (`auto`,
 * `light`, `dark`); `view` (`auto`, `columns`, `inline`, `read`: one version, the other's wording beside it when wanted;
 * `flip`: the later in the place of the earlier while `flip(true)` holds); `version` (`after`, `before`: which one is to
 * `read`); `level` (the least that is marked: `everything`, `spelling`, `wording`, `content`); `only` (`all`, `changes`: fold
 * away what is unchanged); `summaries` (what those who listen hear of a paragraph: `paragraphs`, `off`, `changes`);
 * `letters` (`on`, `off`: whether single letters are keys here); `invisibles` (`off`, `on`: whether characters that nobody sees
 * are marked).
 * Each is a property too (`beforeSrc` for `before-src`).
 *
 * @fires storydiff-ready when all of a comparison is drawn, once for each; `detail` is the comparison
 * @fires storydiff-error when there is none to draw, once for each try; `detail.message` says why
 * @fires storydiff-focus when a bead comes into focus; `detail` is the bead and its `index`
 * @fires storydiff-view when it is drawn in another way, or the reader goes to another change
 */
export class StoryDiff extends Reflecting {
  static observedAttributes = ATTRIBUTES;

  #frame = drawFrame();
  #rows = new Rows(this.#frame.rows, new Gutter(this.#frame.moves));
  #walk = new Walk(this.#rows, (what) => (this.#frame.spoken.textContent = what));
  #panels = new Panels(this.#frame.facts, this.#walk);
  #resized = new ResizeObserver(() => this.#chooseView());
  #work = new AbortController();
  #scheduled = false;
  #busy = false;
  /** Whether something else is to be shown than what is, or is being made ready. */
  #stale = true;
  /** What was asked for by property. @type {unknown} */
  #given = null;
  /** What is drawn, or being drawn. @type {Comparison | null} */
  #comparison = null;
  /** What it was made of, where it was asked for by property. @type {unknown} */
  #source = null;
  /** The one that all were told is ready. @type {Comparison | null} */
  #told = null;
  /** @type {number | null} */
  #focused = null;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    const { frame, sheet, rows } = this.#frame;
    shadow.adoptedStyleSheets = styleSheets(this.ownerDocument);
    shadow.append(frame);
    sheet.addEventListener("click", (event) => this.#follow(event));
    sheet.addEventListener("keydown", (event) => this.press(event));
    rows.addEventListener("focusin", (event) => this.#tellFocus(event));
  }

  /** What is shown; set it to show something else, or to `null` to show nothing. @returns {Comparison | null} */
  get comparison() {
    return /** @type {Comparison | null} */ (this.#given) ?? this.#comparison;
  }

  set comparison(comparison) {
    this.#given = comparison;
    this.#schedule();
  }

  /** How it is drawn; `null` while nothing is. @returns {Drawing | null} */
  get drawing() {
    return this.#walk.drawing;
  }

  /** The rows that are drawn, by their indices; those that are folded away are hidden. @returns {readonly HTMLElement[]} */
  get rows() {
    return this.#rows.elements;
  }

  /** Where rows stand, drawn or not. */
  get layout() {
    return this.#rows;
  }

  /** The row where the reader is, if it has the focus. @returns {HTMLElement | null} */
  get currentRow() {
    return this.#walk.current;
  }

  /** The view it is drawn in: the one that was asked for, or the one that suits its width. @returns {string} */
  get shownAs() {
    return this.#frame.sheet.dataset.view ?? "columns";
  }

  /** How many changes there are to go to, and which of them the reader came to last, from 1; 0 for none. */
  get changes() {
    return { count: this.#walk.stops.length, current: this.#walk.at + 1 };
  }

  connectedCallback() {
    this.takeEarly();
    this.#chooseView();
    this.#resized.observe(this.#frame.sheet);
    for (const type of ["beforeprint", "afterprint"]) addEventListener(type, this.#print);
    if (this.#stale) this.#schedule();
  }

  disconnectedCallback() {
    this.#resized.disconnect();
    for (const type of ["beforeprint", "afterprint"]) removeEventListener(type, this.#print);
    // One that only moves to another place goes on; one that is gone stops, and begins again where it comes back.
    queueMicrotask(() => {
      if (this.isConnected || !this.#busy) return;
      this.#work.abort();
      this.#busy = false;
      this.#stale = true;
    });
  }

  /** In another document, the style sheets of the last one are gone. */
  adoptedCallback() {
    const { shadowRoot } = this;
    if (shadowRoot) shadowRoot.adoptedStyleSheets = styleSheets(this.ownerDocument);
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === "view" || name === "version") {
      this.#chooseView();
    } else if (name === "level" || name === "only" || name === "summaries" || name === "invisibles") {
      if (this.drawing) this.#schedule();
    } else if (name.endsWith("src")) {
      this.reload();
    } else if (name.endsWith("-name") && this.#given === null && !this.hasAttribute("src")) {
      // A comparison that was given or saved has names of its own.
      this.reload();
    }
  }

  /** Loads again what the attributes name, in the place of what is shown. */
  reload() {
    this.#given = this.#comparison = null;
    this.#stale = true;
    if (this.isConnected) this.#schedule();
  }

  /**
   * Brings a bead into view and into focus; of a moved bead, the end that stands in the given version.
   *
   * @param {number} bead its index in the report
   * @param {Side} [side]
   */
  focusBead(bead, side) {
    this.#walk.toBead(Number(bead), side);
  }

  /**
   * Brings a passage into view and marks it until the reader goes on.
   *
   * @param {Side} side
   * @param {Range} range UTF-16 code units of that side's text
   * @param {{ back?: () => void, focus?: boolean }} [how] what Esc does after it, by default it leads back to where the
   *   reader was; and whether it takes the focus, by default it does
   */
  showPassage(side, range, how) {
    this.#walk.toPassage(side, range, how);
  }

  /** Takes the focus to the passage that was shown last without it. */
  goToFound() {
    this.#walk.focusPassage();
  }

  /** Marks passages that were looked for. @param {Passage[]} passages */
  markFound(passages) {
    this.#walk.markFound(passages);
  }

  /** Goes to the next change, or with -1 to the previous one. @param {1 | -1} step */
  goToChange(step) {
    this.#walk.toChange(step);
    this.#tell("view", null);
  }

  /** Shows the later version in the place of the earlier one, where it is drawn to be flipped. @param {boolean} flipped */
  flip(flipped) {
    const { sheet, spoken } = this.#frame;
    if (sheet.dataset.view !== "flip" || flipped === "flipped" in sheet.dataset) return;
    if (flipped) sheet.dataset.flipped = "";
    else delete sheet.dataset.flipped;
    spoken.textContent = words.spoken.flipped[flipped ? "after" : "before"];
  }

  /** Does what a key stands for, wherever on the page it was pressed. @param {KeyboardEvent} event */
  press(event) {
    if (!this.drawing) return;
    const { at } = this.#walk;
    press(event, this.#walk, this.letters === "on");
    if (at !== this.#walk.at) this.#tell("view", null);
  }

  /** Draws it in the language of the page, when that has become another one. */
  redraw() {
    this.#schedule();
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
    this.#busy = true;
    this.#stale = false;
    try {
      // Where its words cannot be loaded, it has others.
      await speak(choose([document.documentElement.lang, ...navigator.languages])).catch(() => {});
      const comparison = await this.#find(signal);
      signal.throwIfAborted();
      if (comparison === null) return this.#clear();
      await this.#draw(comparison, signal);
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
    if (this.#comparison && this.#given === this.#source) return this.#comparison;
    if (this.#given !== null) return checked(this.#given, signal);
    if (!this.isConnected) {
      this.#stale = true;
      return null;
    }
    await isParsed(this.ownerDocument);
    signal.throwIfAborted();
    const named = namedBy(this);
    if (named === null) return null;
    this.#clear();
    await comesIntoView(this, signal);
    const { loadComparison } = await part(import("./load.js"));
    return loadComparison(named, this.baseURI, signal);
  }

  #clear() {
    this.#comparison = this.#source = this.#told = null;
    this.#focused = null;
    this.#walk.clear();
    this.#rows.clear();
    this.#frame.message.textContent = "";
    this.#frame.sheet.dataset.shows = "nothing";
  }

  /** @param {Comparison} comparison @param {AbortSignal} signal */
  async #draw(comparison, signal) {
    const given = this.#given;
    const drawing = await inTurns(planning(comparison, this.level), signal);
    const stops = await inTurns(stopsOf(drawing), signal);
    const count = await inTurns(countChanges(comparison), signal);
    const reveal = this.invisibles === "on" ? (await part(import("./invisibles.js"))).reveal : null;
    signal.throwIfAborted();
    const { before, after } = this.#comparison ?? {};
    if (before !== comparison.before && after !== comparison.after) this.#clear();
    const place = this.drawing ? placeIn(this.#rows) : null;
    this.#comparison = comparison;
    this.#source = given;
    this.#walk.follow(drawing, stops);
    fillHeader(this.#frame, comparison);
    this.#panels.show(comparison, count, reveal);
    this.#frame.message.textContent = "";
    this.#frame.sheet.dataset.shows = isOneStory(comparison.report) ? "versions" : "strangers";
    await this.#rows.draw(drawing, { level: this.level, only: this.only, summaries: this.summaries, reveal }, signal);
    if (place) returnTo(place);
    this.#tell("view", null);
    if (comparison === this.#told) return;
    this.#told = comparison;
    this.#tell("ready", comparison);
  }

  #chooseView() {
    const { dataset, clientWidth } = this.#frame.sheet;
    const view = this.view !== "auto" ? this.view : clientWidth >= TWO_COLUMNS ? "columns" : "inline";
    const { version } = this;
    this.#frame.sheet.toggleAttribute("data-unsaid", getComputedStyle(this).colorScheme === "normal");
    this.#frame.sheet.toggleAttribute("data-narrow", clientWidth < TWO_COLUMNS);
    this.#frame.sheet.toggleAttribute("data-slim", clientWidth < SLIM);
    this.#rows.fit(clientWidth, view);
    if (view === dataset.view && version === dataset.version) return;
    const place = this.drawing ? placeIn(this.#rows) : null;
    Object.assign(dataset, { view, version });
    delete dataset.flipped;
    returnTo(place);
    if (this.drawing) this.#tell("view", null);
  }

  /** Paper has no window: all is drawn, or it is said that it is not. @param {Event} event */
  #print = ({ type }) => {
    if (!this.drawing) return;
    const isWhole = type !== "beforeprint" || this.#rows.finish();
    if (type === "afterprint") this.#rows.leave();
    const said = figures(this.drawing.comparison.report);
    this.#frame.strip.textContent = isWhole ? said : `${said} · ${words.summary.unmarked}`;
  };

  /** @param {Event} event */
  #follow(event) {
    const target = event.target instanceof Element ? event.target : null;
    const button = /** @type {HTMLElement | null | undefined} */ (target?.closest("[data-fact], [data-facts], .passage"));
    if (button) return this.#panels.follow(button);
    const finding = /** @type {HTMLElement | null | undefined} */ (target?.closest("[data-leads]"));
    if (finding) {
      event.preventDefault();
      return this.#panels.lead(/** @type {Finding} */ (finding.dataset.leads));
    }
    const link = target?.closest("[data-counterpart]");
    if (!link && !target?.closest("a, button, summary")) return this.#walk.open(target?.closest(".row"));
    const bead = link?.closest("[data-bead]");
    if (!(link instanceof HTMLElement) || !(bead instanceof HTMLElement)) return;
    event.preventDefault();
    this.focusBead(Number(bead.dataset.bead), link.dataset.counterpart === "before" ? "before" : "after");
  }

  /** @param {Event} event */
  #tellFocus(event) {
    const target = event.target instanceof Element ? event.target.closest("[data-bead]") : null;
    const index = target instanceof HTMLElement ? Number(target.dataset.bead) : null;
    if (!(target instanceof HTMLElement) || index === null || this.#comparison === null) return;
    const row = target.closest(".row");
    if (row instanceof HTMLElement) this.#walk.arrive(row);
    if (index === this.#focused) return;
    this.#focused = index;
    this.#tell("focus", { index, ...this.#comparison.report.beads[index] });
  }

  /** @param {"ready" | "error" | "focus" | "view"} what @param {unknown} detail */
  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(`storydiff-${what}`, { bubbles: true, composed: true, detail }));
  }
}

/** What was given, if it can be drawn; what this page's own engine made need not be looked at. @param {unknown} given @param {AbortSignal} signal @returns {Promise<Comparison>} */
async function checked(given, signal) {
  if (typeof given === "object" && given !== null && isOwn(given)) return /** @type {Comparison} */ (given);
  const { checking } = await part(import("./check.js"));
  return inTurns(checking(given), signal);
}

/** A part of the element that is fetched when it is first wanted. @template T @param {Promise<T>} coming @returns {Promise<T>} Rejects in words for the reader. */
function part(coming) {
  return coming.catch((cause) => {
    throw new Error(words.engine.load, { cause });
  });
}
