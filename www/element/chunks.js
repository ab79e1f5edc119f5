/**
 * Rows in chunks: a browser lays out the chunks near the window and leaves the others, and in a text of very many rows the others
 * are not even drawn. A chunk that is not drawn is as high as it is likely to be.
 */
/** @import { Drawing, Row, Settings, Side } from "./types.js" */
import { SIDES } from "./terms.js";
import { element } from "./element.js";
import { cover } from "./words.js";

/** What rows are drawn from. @typedef {{ drawing: Drawing, settings: Settings, locale: string }} Sheet */

/** The most of a chunk: what is laid out at one go, measured so that it takes some 10 ms. Characters are those of the longer side. */
const MOST = { rows: 24, characters: 6000 };

/** A browser looks at every chunk whenever it draws the window: of more than so many, that alone would take too long. */
const MOST_CHUNKS = 500;

/** In pixels: how high a line is, and what a row adds to its lines, as the style sheet has it. The last line is half full. */
const HEIGHT = { line: 30.4, row: 18, last: 0.5 };

/** In pixels: browsers draw nothing that is higher than some 17 million, so rows that are not drawn stand closer. */
const HIGHEST = 12_000_000;

/** So many rows are drawn one and all; of more, only those near the window. Most novels have fewer. */
export const WHOLE = 6000;

/** Rows that are drawn together. */
export class Chunk {
  element;
  /** What it is drawn from, if it is. @type {Sheet | null} */
  sheet = null;
  /** Whether it is in the window or near it. */
  near = false;
  /** Whether all of its rows are folded away. */
  folded = false;
  #characters = -1;
  #count = -1;

  /** @param {number} start the index of its first row @param {number} end @param {HTMLElement} [target] */
  constructor(start, end, target = element("div", "chunk")) {
    this.start = start;
    this.end = end;
    this.element = target;
    this.element.dataset.undrawn = "";
  }

  /** Takes as much room as so much text in so many rows is likely to. @param {number} characters @param {number} count of rows that are shown @param {boolean} kept whether there is something else to be shown */
  reserve(characters, count, kept) {
    this.folded = count === 0 && !kept;
    if (characters === this.#characters && count === this.#count) return;
    this.#characters = characters;
    this.#count = count;
    this.element.style.setProperty("--characters", String(characters));
    this.element.style.setProperty("--count", String(count));
    this.element.toggleAttribute("data-folded", this.folded);
  }
}

/** Chunks that come and go together: of a text whose rows are all drawn there is one, else as many as a browser looks at with ease. */
export class Section extends Chunk {
  /** Its chunks, for as long as it is near the window. @type {Chunk[] | null} */
  chunks = null;
}

/** How many rows a section has. @param {number} rows in all */
export const sectionOf = (rows) => (rows > WHOLE ? Math.ceil(rows / MOST_CHUNKS) : Infinity);

/** The most rows that a chunk has. @param {number} rows in all */
export const mostOf = (rows) => (rows > WHOLE ? MOST.rows : Math.max(MOST.rows, Math.ceil(rows / MOST_CHUNKS)));

/** Whether so many rows with so much text are too much for a chunk. @param {number} rows @param {number} characters @param {number} most rows */
export const isTooMuch = (rows, characters, most) => rows > 1 && (rows > most || characters > MOST.characters);

/** How much text a row has on the side that has more of it, in UTF-16 code units. @param {Drawing} drawing @param {Row} row */
export function charactersOn({ comparison: { report } }, { before, after }) {
  const on = (/** @type {number | null} */ bead, /** @type {Side} */ side) => {
    if (bead === null) return 0;
    const { start, end } = cover(report[side], report.beads[bead][side]);
    return end - start;
  };
  return Math.max(on(before, "before"), on(after, "after"));
}

/** By how much rows that are not drawn stand closer than they would, so that all have room. @param {number} characters @param {number} rows @param {number} line characters to a line */
export function scaleOf(characters, rows, line) {
  const height = (characters / line + rows * HEIGHT.last) * HEIGHT.line + rows * HEIGHT.row;
  return Math.min(1, HIGHEST / Math.max(1, height));
}

/**
 * How many characters a line is likely to have.
 *
 * @param {number} width of all, in pixels
 * @param {string} view
 */
export function lineOf(width, view) {
  const slim = width < 600;
  const [text, most] = view === "columns" ? [(Math.min(width, 1240) - (slim ? 52 : 128)) / 2 - 24, 56] : [width - (slim ? 50 : 84), 68];
  return Math.round(Math.max(8, Math.min(most, text / (view === "columns" && slim ? 7.2 : 8.5))));
}

/** The words of rows that are not drawn, so that they can be searched, read aloud and printed: those of either version. @param {Drawing} drawing @param {Chunk} chunk */
export function wordsOf({ comparison, rows }, { start, end }) {
  const words = element("div", "words");
  for (const side of SIDES) {
    const { beads, [side]: version } = comparison.report;
    const said = [];
    for (let index = start; index < end; index++) {
      const bead = rows[index][side];
      if (bead === null) continue;
      const { start, end } = cover(version, beads[bead][side]);
      if (end > start) said.push(comparison[side].slice(start, end));
    }
    const own = element("div", side);
    own.append(said.join("\n\n"));
    words.append(own);
  }
  return words;
}
