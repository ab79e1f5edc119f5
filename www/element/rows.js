/** @import { Fold } from "./folds.js" */
/** @import { Gutter } from "./gutter.js" */
/** @import { Sheet } from "./chunks.js" */
/** @import { Drawing, Settings } from "./types.js" */
import { words } from "../language/element.js";
import { charactersOn, Chunk, isTooMuch, lineOf, mostOf, scaleOf, Section, sectionOf, WHOLE, wordsOf } from "./chunks.js";
import { drawRow } from "./draw.js";
import { drawFold, foldAt, foldsIn, foldsOf } from "./folds.js";
import { looksSame } from "./same.js";
import { atOnce, inTurns, STEPS } from "./turns.js";
import { boxOf, chunkAt, rowAt } from "./where.js";

/** How far outside of the window rows are drawn, and sections opened, of the window's height. */
const AHEAD = { rows: "100%", sections: "200%" };

/** The most rows that are all printed: a thousand pages. */
const PRINTED = 20_000;

/** Sections that were left stay drawn for a while: so many. */
const LEFT = 4;

/**
 * The rows of a comparison: drawn turn by turn, so that a book does not freeze the page, and kept where they stay the same. Of
 * very many only those near the window are drawn, the others when they come near it or are gone to.
 */
export class Rows {
  /** From top to bottom, those that are drawn; those that are folded away are hidden. @type {HTMLElement[]} */
  elements = [];
  /** The row that the tab key comes to. */
  current = 0;
  /** Is called when rows were drawn. */
  drawn = () => {};
  container;
  #gutter;
  /** What is to be drawn. @type {Sheet | null} */
  #sheet = null;
  /** @type {Section[]} */
  #sections = [];
  /** Those that are left, the last one last. @type {Section[]} */
  #left = [];
  /** The runs of rows that are folded away. @type {Fold[]} */
  #folds = [];
  /** @type {WeakMap<Element, number>} */
  #indices = new WeakMap();
  /** @type {WeakMap<Element, Chunk>} */
  #chunks = new WeakMap();
  #line = 0;
  #approaching = {
    rows: observe(AHEAD.rows, (entries) => this.#attend(entries)),
    sections: observe(AHEAD.sections, (entries) => this.#attend(entries)),
  };

  /** @param {HTMLElement} container @param {Gutter} gutter */
  constructor(container, gutter) {
    this.container = container;
    this.#gutter = gutter;
  }

  get count() {
    return this.#sheet?.drawing.rows.length ?? 0;
  }

  clear() {
    this.elements = [];
    this.current = 0;
    this.#sheet = null;
    this.#sections = [];
    this.#left = [];
    this.#folds = [];
    this.#approaching.rows.disconnect();
    this.#approaching.sections.disconnect();
    this.container.replaceChildren();
    this.#gutter.clear();
  }

  /**
   * @param {Drawing} drawing
   * @param {Settings} settings
   * @param {AbortSignal} signal
   */
  async draw(drawing, settings, signal) {
    if (this.#sections.length > 0 && (this.#sections[0].element === this.container) === drawing.rows.length > WHOLE) this.clear();
    this.#sheet = { drawing, settings, locale: words.locale };
    this.#folds = settings.only === "changes" ? foldsOf(drawing) : [];
    this.#gutter.follow(drawing);
    await inTurns(this.#lay(drawing), signal);
    await inTurns(this.#fillAll(drawing), signal);
    this.#gutter.refresh();
  }

  /** Draws all rows at once, for paper has no window. @returns {boolean} whether it did: of too many, those that are not drawn are words alone */
  finish() {
    if (this.count > PRINTED) return false;
    for (const section of this.#sections) {
      if (!section.chunks) this.#open(section);
      for (const chunk of section.chunks ?? []) this.#fill(chunk);
    }
    return true;
  }

  /** Leaves again what is far from the window. */
  leave() {
    for (const section of this.#sections) if (!section.near) this.#close(section);
  }

  /** How the rows are shown, which says how high those are that are not drawn. @param {number} width in pixels @param {string} view */
  fit(width, view) {
    const line = lineOf(width, view);
    if (width === 0 || line === this.#line) return;
    this.#line = line;
    this.container.style.setProperty("--line", String(line));
  }

  /** A row that is drawn by now, if there is one of this index. @param {number} index @returns {HTMLElement | undefined} */
  need(index) {
    const section = chunkAt(this.#sections, index);
    if (!section || !(index >= section.start)) return undefined;
    if (!section.chunks) this.#open(section);
    const chunks = section.chunks ?? [];
    const chunk = chunkAt(chunks, index);
    const at = chunk ? chunks.indexOf(chunk) : -1;
    // With those beside it, or they would push it about once they take their real heights.
    if (chunk?.sheet !== this.#sheet) for (const near of chunks.slice(Math.max(0, at - 1), at + 2)) this.#fill(near);
    return this.elements[index];
  }

  /** The index of a row that is drawn, or -1. @param {Element} row */
  indexOf(row) {
    const index = this.#indices.get(row) ?? -1;
    return this.elements[index] === row ? index : -1;
  }

  /** Whether a row is folded away. @param {number} index */
  isFolded(index) {
    return this.elements[index]?.hidden ?? foldAt(this.#folds, index) !== null;
  }

  /** The first row from here on that can be seen; -1 where there is none. @param {number} index @param {1 | -1} [step] */
  visible(index, step = 1) {
    for (; index >= 0 && index < this.count; index += step) {
      const fold = foldAt(this.#folds, index);
      if (fold) index = step > 0 ? fold.end - 1 : fold.start;
      else if (this.need(index)?.checkVisibility()) return index;
    }
    return -1;
  }

  /** Where a row stands, or is likely to. @param {number} index */
  box(index) {
    return boxOf({ sections: this.#sections, elements: this.elements }, index);
  }

  /** The first row that ends under a height of the window, or is likely to; -1 where none does. @param {number} y in pixels */
  at(y) {
    return rowAt({ sections: this.#sections, elements: this.elements }, y);
  }

  /** Opens the fold that a row is in, if it is in one. @param {number} index */
  reveal(index) {
    const fold = foldAt(this.#folds, index);
    if (fold) this.#unfold(fold);
  }

  /** The rows of a chunk that are drawn. @param {Chunk} chunk */
  #drawnIn({ start, end }) {
    return this.elements.slice(start, end).filter(Boolean);
  }

  /** Makes room for the rows, and takes away what is too much. @param {Drawing} drawing */
  *#lay(drawing) {
    const { length } = drawing.rows;
    const most = sectionOf(length);
    this.#gutter.unwatch(this.elements.splice(length).filter(Boolean));
    for (const section of this.#sections) this.#cut(section, length);
    this.#sections = this.#sections.filter(({ start }) => start < length);
    for (let start = this.#sections.at(-1)?.start ?? 0; start < length; start += most) {
      const end = Math.min(length, start + most);
      const section = chunkAt(this.#sections, start) ?? new Section(start, end, length > WHOLE ? undefined : this.container);
      if (section.end < end || !this.#sections.includes(section)) this.#lengthen(section, end);
      yield;
    }
    let [characters, rows] = [0, 0];
    for (const section of this.#sections) {
      const [some, count] = yield* this.#reserve(section, drawing);
      characters += some;
      rows += count;
    }
    const scale = String(scaleOf(characters, rows, this.#line || 50));
    if (this.container.style.getPropertyValue("--scale") !== scale) this.container.style.setProperty("--scale", scale);
  }

  /** @param {Section} section @param {number} length of all rows */
  #cut(section, length) {
    for (const chunk of [...(section.chunks ?? []), section]) {
      if (chunk.end <= length) continue;
      chunk.end = length;
      if (chunk === section) continue;
      [...chunk.element.querySelectorAll(".row")].filter((row) => (this.#indices.get(row) ?? 0) >= length).forEach((row) => row.remove());
    }
    const gone = section.chunks?.filter(({ start }) => start >= length) ?? [];
    for (const chunk of section.start >= length && section.element !== this.container ? [...gone, section] : gone) {
      this.#approaching.rows.unobserve(chunk.element);
      this.#approaching.sections.unobserve(chunk.element);
      chunk.element.remove();
    }
    section.chunks = section.chunks && section.chunks.filter(({ start }) => start < length);
  }

  /** @param {Section} section @param {number} end */
  #lengthen(section, end) {
    if (!this.#sections.includes(section)) {
      this.#sections.push(section);
      if (section.element === this.container) {
        section.near = true;
        section.chunks = [];
      } else {
        this.#chunks.set(section.element, section);
        this.container.append(section.element);
        this.#approaching.sections.observe(section.element);
      }
    }
    section.end = end;
    delete this.container.dataset.undrawn;
    if (section.chunks) this.#divide(section);
  }

  /** Divides what is not yet divided of a section into chunks. @param {Section} section */
  #divide(section) {
    const { drawing } = /** @type {Sheet} */ (this.#sheet);
    const chunks = section.chunks ?? [];
    const most = mostOf(drawing.rows.length);
    let chunk = chunks.at(-1);
    let characters = 0;
    for (let index = chunk?.start ?? section.start; index < section.end; index++) {
      characters += charactersOn(drawing, drawing.rows[index]);
      if (chunk && index < chunk.end) continue;
      if (chunk && !isTooMuch(index + 1 - chunk.start, characters, most)) {
        chunk.end = index + 1;
        continue;
      }
      chunk = new Chunk(index, index + 1);
      characters = charactersOn(drawing, drawing.rows[index]);
      chunks.push(chunk);
      this.#chunks.set(chunk.element, chunk);
      section.element.append(chunk.element);
      this.#approaching.rows.observe(chunk.element);
    }
  }

  /** @param {Section} section @param {Drawing} drawing @returns {Generator<void, [characters: number, rows: number]>} of all its rows that are shown */
  *#reserve(section, drawing) {
    let [all, rows] = [0, 0];
    for (const chunk of section.chunks ?? [section]) {
      let [characters, count] = [0, 0];
      for (let index = chunk.start; index < chunk.end; index++) {
        if (this.#folds.length > 0 && foldAt(this.#folds, index)) continue;
        characters += charactersOn(drawing, drawing.rows[index]);
        count += 1;
        if (count % STEPS === 0) yield;
      }
      chunk.reserve(characters, count, foldsIn(this.#folds, chunk).length > 0);
      all += characters;
      rows += count;
    }
    yield;
    if (section.chunks && section.element !== this.container) section.reserve(all, rows, true);
    return [all, rows];
  }

  /** Draws all that is to be drawn, what is near the window first. @param {Drawing} drawing */
  *#fillAll(drawing) {
    const chunks = this.#sections.flatMap(({ chunks }) => chunks ?? []);
    const isWhole = drawing.rows.length <= WHOLE;
    const first = chunks.length === 0 && this.#sections.length > 0;
    if (first) this.need(0);
    for (const nearest of [true, false]) {
      for (const chunk of chunks) {
        // What came near meanwhile is drawn by then.
        if (nearest ? chunk.near : isWhole || chunk.sheet) this.#fill(chunk);
        yield;
      }
    }
    for (const section of this.#sections) {
      if (!section.chunks) this.#close(section);
      yield;
    }
  }

  /** Draws the rows of a chunk, those anew that would look different. @param {Chunk} chunk */
  #fill(chunk) {
    const sheet = this.#sheet;
    if (!sheet || chunk.sheet === sheet || chunk.end > sheet.drawing.rows.length) return;
    const { element, start, end } = chunk;
    const { summaries, reveal } = sheet.settings;
    const stays = chunk.sheet?.locale === sheet.locale && chunk.sheet.settings.summaries === summaries && chunk.sheet.settings.reveal === reveal;
    const old = stays ? chunk.sheet : null;
    for (const fold of element.querySelectorAll(":scope > .fold")) fold.remove();
    for (let index = start; index < end; index++) {
      const last = this.elements[index];
      const row = last && old && looksSame(old.drawing, sheet.drawing, index) ? last : drawRow(sheet.drawing, index, sheet.settings);
      row.hidden = foldAt(this.#folds, index) !== null;
      if (row === last) continue;
      reveal?.(row);
      this.#put(row, index, element);
    }
    for (const fold of foldsIn(this.#folds, chunk)) this.elements[fold.start].before(drawFold(fold, () => this.#unfold(fold)));
    delete element.dataset.undrawn;
    chunk.sheet = sheet;
    if (chunk.near) this.#gutter.watch(this.#drawnIn(chunk));
    this.drawn();
  }

  /** @param {HTMLElement} row @param {number} index @param {HTMLElement} chunk */
  #put(row, index, chunk) {
    const last = this.elements[index];
    const hadFocus = last?.matches(":focus");
    row.tabIndex = index === this.current ? 0 : -1;
    this.#indices.set(row, index);
    this.elements[index] = row;
    if (!last) return chunk.append(row);
    this.#gutter.unwatch([last]);
    last.replaceWith(row);
    if (hadFocus) row.focus({ preventScroll: true });
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #attend(entries) {
    for (const { target, isIntersecting } of entries) {
      const chunk = this.#chunks.get(target);
      if (!chunk) continue;
      chunk.near = isIntersecting;
      if (chunk instanceof Section) {
        this.#left = this.#left.filter((section) => section !== chunk);
        if (isIntersecting && !chunk.chunks && !chunk.folded) this.#open(chunk);
        else if (!isIntersecting && chunk.chunks) this.#left.push(chunk);
      } else if (!isIntersecting) {
        this.#gutter.unwatch(this.#drawnIn(chunk));
      } else if (chunk.sheet) {
        this.#gutter.watch(this.#drawnIn(chunk));
      }
    }
    while (this.#left.length > LEFT) this.#close(/** @type {Section} */ (this.#left.shift()));
    void inTurns(this.#fillNear());
  }

  /** Draws what came near the window. */
  *#fillNear() {
    for (const { chunks } of this.#sections) {
      for (const chunk of chunks ?? []) {
        if (!chunk.near || chunk.folded || chunk.sheet === this.#sheet) continue;
        this.#fill(chunk);
        yield;
      }
    }
  }

  /** @param {Section} section */
  #open(section) {
    const { drawing } = /** @type {Sheet} */ (this.#sheet);
    section.chunks = [];
    section.element.replaceChildren();
    delete section.element.dataset.undrawn;
    this.#divide(section);
    atOnce(this.#reserve(section, drawing));
  }

  /** Leaves the words alone of rows that are far from the window; but not where the reader is. @param {Section} section */
  #close(section) {
    const { element, start, end } = section;
    const sheet = /** @type {Sheet} */ (this.#sheet);
    const isHere = this.current >= start && this.current < end;
    if (section.chunks && (isHere || element.matches(":focus-within") || element.querySelector("[data-shown], [data-chosen]"))) return;
    if (section.end > sheet.drawing.rows.length || (!section.chunks && section.sheet === sheet)) return;
    this.#gutter.unwatch(this.#drawnIn(section));
    for (let index = start; index < end; index++) delete this.elements[index];
    for (const chunk of section.chunks ?? []) this.#approaching.rows.unobserve(chunk.element);
    section.chunks = null;
    section.sheet = sheet;
    element.dataset.undrawn = "";
    element.replaceChildren(wordsOf(sheet.drawing, section));
  }

  /** @param {Fold} fold */
  #unfold(fold) {
    const { start, end } = fold;
    const sheet = this.#sheet;
    if (!sheet) return;
    this.#folds = this.#folds.filter((other) => other !== fold);
    const first = this.need(start);
    const button = first?.previousElementSibling;
    const hadFocus = button?.matches(":focus");
    if (button?.matches(".fold")) button.remove();
    for (let index = start; index < end; index++) if (this.elements[index]) this.elements[index].hidden = false;
    for (const section of this.#sections) if (section.start < end && section.end > start) atOnce(this.#reserve(section, sheet.drawing));
    void inTurns(this.#fillNear());
    this.#gutter.refresh();
    if (hadFocus) first?.focus({ preventScroll: true });
  }
}

/** @param {string} margin around the window, or around the box that is scrolled @param {IntersectionObserverCallback} act */
function observe(margin, act) {
  return new IntersectionObserver(act, /** @type {IntersectionObserverInit} */ ({ rootMargin: `${margin} 0px`, scrollMargin: `${margin} 0px` }));
}
