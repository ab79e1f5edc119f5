/**
 * The map of the whole text at the edge of the window: a bar a row, as long as its text, in the shade and shape of what
 * became of it, and a bracket around what the window shows. It leads anywhere by pointer and by keys.
 *
 * The bars are drawn on one canvas, once; scrolling moves the bracket alone.
 */
/** @import { StoryDiff } from "../element/story-diff.js" */
/** @import { Drawing } from "../element/types.js" */
/** @import { Look } from "./looks.js" */
import { each, inTurns } from "../element/turns.js";
import { firstIndex } from "../element/words.js";
import { words } from "../language/tools.js";
import { find } from "./dom.js";
import { hasLooks, lengthOf, LOOKS, lookOf } from "./looks.js";

/** No bar is lower than this, in pixels, as long as all of them together leave most of the map to the longer ones. */
const HAIRLINE = 1;
const MOST_FOR_HAIRLINES = 1 / 3;

/** What parts two bars, and the height from which a bar can spare it, in pixels. */
const GAP = { size: 2, from: 5 };

/** The hatching of what moved: the height of a stroke, and of a stroke and its gap, in pixels. */
const HATCH = { stroke: 2, pitch: 4 };

/** How round the corners of a bar are that has the height for it, in pixels. */
const ROUND = { by: 1.5, from: 4 };

/** How much of the width a bar has that keeps to its own version's edge. */
const ONE_SIDED = 0.58;

/** The bracket is never lower than this, in pixels. */
const BRACKET = 8;

/** @param {StoryDiff} element @returns {{ show: () => void, clear: () => void }} */
export function mapOf(element) {
  return new TextMap(element);
}

class TextMap {
  #element;
  #map = find("#map", HTMLElement);
  #canvas = find("canvas", HTMLCanvasElement, this.#map);
  #bracket = find("span", HTMLElement, this.#map);
  /** Ends what is listened to while there is a map. */
  #shown = new AbortController();
  /** What the map is drawn from. @type {Drawing | null} */
  #drawn = null;
  /** Of the rows. @type {Look[]} */
  #looks = [];
  /** Of the rows, in UTF-16 code units. @type {number[]} */
  #sizes = [];
  /** Where each row begins and the last one ends, as shares of the map's height. */
  #edges = new Float64Array(1);
  /** The first and the last open row in the window. */
  #view = { first: 0, last: 0 };
  /** The row that the reader is at. */
  #at = 0;
  /** Where the pointer was last, in the window, and how far under the middle of the bracket it holds it, in pixels. */
  #pointer = 0;
  #grip = 0;
  /** What the next frame is to do. @type {Set<() => void>} */
  #due = new Set();

  /** @param {StoryDiff} element */
  constructor(element) {
    this.#element = element;
    this.#map.addEventListener("keydown", (event) => this.#press(event));
    this.#map.addEventListener("pointerdown", (event) => this.#grab(event));
    this.#map.addEventListener("pointermove", (event) => {
      this.#pointer = event.clientY;
      if (this.#map.hasPointerCapture(event.pointerId)) this.#soon(this.#lead);
    });
  }

  /** Draws the map of what the element shows; there is none of texts that are no versions of one story. */
  async show() {
    const { drawing } = this.#element;
    if (!drawing || !hasLooks(drawing)) return this.clear();
    this.#map.ariaLabel = words.map.label;
    // Where the reader is has changed, or how rows are shown.
    if (drawing === this.#drawn) return this.#soon(this.#follow);
    this.#shown.abort();
    this.#shown = new AbortController();
    const { signal } = this.#shown;
    /** @type {Look[]} */
    const looks = [];
    /** @type {number[]} */
    const sizes = [];
    const work = each(drawing.rows, (row, index) => {
      looks.push(lookOf(drawing, /** @type {number} */ (row.before ?? row.after)));
      sizes.push(sizeOf(drawing, index));
    });
    await inTurns(work);
    if (signal.aborted) return;
    this.#drawn = drawing;
    this.#looks = looks;
    this.#sizes = sizes;
    this.#at = 0;
    this.#map.ariaValueMin = "1";
    this.#map.ariaValueMax = String(looks.length);
    this.#map.hidden = false;
    this.#listen(signal);
    this.#draw();
  }

  clear() {
    this.#shown.abort();
    this.#due.clear();
    this.#map.hidden = true;
    this.#drawn = null;
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    addEventListener("scroll", () => this.#soon(this.#follow), { passive: true, signal });
    this.#element.addEventListener("storydiff-view", () => void this.show(), { signal });
    for (const scheme of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
      matchMedia(scheme).addEventListener("change", () => this.#soon(this.#draw), { signal });
    }
    // The element grows and shrinks as its rows take their real heights.
    const sized = new ResizeObserver(() => this.#soon(this.#fits() ? this.#follow : this.#draw));
    sized.observe(this.#map);
    sized.observe(this.#element);
    // A theme or a direction that the page is given.
    const dressed = new MutationObserver(() => this.#soon(this.#draw));
    dressed.observe(document.documentElement, { attributes: true });
    signal.addEventListener("abort", () => (sized.disconnect(), dressed.disconnect()));
  }

  /** Once a frame, however often it is asked for. @param {() => void} act */
  #soon(act) {
    if (this.#due.size === 0) {
      requestAnimationFrame(() => {
        const due = [...this.#due];
        this.#due.clear();
        for (const act of due) act.call(this);
      });
    }
    this.#due.add(act);
  }

  /** Whether the map is drawn in the size that it has now. */
  #fits() {
    const { width, height } = sizeOnScreen(this.#canvas);
    return this.#canvas.width === width && this.#canvas.height === height;
  }

  #draw() {
    this.#edges = edgesOf(this.#sizes, this.#canvas.clientHeight);
    Object.assign(this.#canvas, sizeOnScreen(this.#canvas));
    if (this.#canvas.height > 0) this.#paint();
    this.#follow();
  }

  #paint() {
    const scale = devicePixelRatio;
    const context = this.#canvas.getContext("2d");
    if (!context) return;
    const rightToLeft = getComputedStyle(this.#map).direction === "rtl";
    const palette = LOOKS.map((look) => this.#colour(look));
    for (const { start, end, rank } of barsOf(this.#looks, this.#edges, this.#canvas.height, scale)) {
      context.fillStyle = palette[rank];
      drawBar(context, LOOKS[rank], { start, end, width: this.#canvas.width, scale, rightToLeft });
    }
  }

  /** As the style sheet has it under the theme of the moment. @param {Look} look */
  #colour(look) {
    this.#canvas.style.color = `var(--${look}-bar)`;
    return getComputedStyle(this.#canvas).color;
  }

  /** Puts the bracket around what the window shows, and the reader at a row that is in it. */
  #follow() {
    const { layout } = this.#element;
    if (!this.#drawn || layout.count !== this.#looks.length) return;
    const { top: above, height } = this.#canvas.getBoundingClientRect();
    const end = layout.at(innerHeight - 1);
    const last = end < 0 ? layout.count - 1 : layout.box(end).top < innerHeight ? end : Math.max(0, end - 1);
    const found = layout.at(above);
    const first = found < 0 ? last : Math.min(found, last);
    const start = this.#shareAt(first, above) * height;
    const stop = this.#shareAt(last, innerHeight) * height;
    const size = Math.max(stop - start, BRACKET);
    this.#bracket.style.blockSize = `${size}px`;
    this.#bracket.style.translate = `0 ${Math.max(0, Math.min(start, height - size))}px`;
    this.#view = { first, last };
    if (this.#at < first || this.#at > last || layout.isFolded(this.#at)) this.#at = first;
    this.#tell();
  }

  /** Where on the map a height of the window lies, if it lies in this row: a share of the map. @param {number} row @param {number} y */
  #shareAt(row, y) {
    const { top, height } = this.#element.layout.box(row);
    const within = height > 0 ? Math.max(0, Math.min(1, (y - top) / height)) : 0;
    return this.#edges[row] + within * (this.#edges[row + 1] - this.#edges[row]);
  }

  #tell() {
    const now = String(this.#at + 1);
    const text = words.map.at(this.#at + 1, this.#looks.length, this.#looks[this.#at]);
    if (this.#map.ariaValueNow !== now) this.#map.ariaValueNow = now;
    if (this.#map.ariaValueText !== text) this.#map.ariaValueText = text;
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const { first, last } = this.#view;
    const page = Math.max(1, last - first);
    const end = this.#looks.length - 1;
    /** From where to look for an open row, and which way first. @type {Record<string, [from: number, step: 1 | -1]>} */
    const goals = { ArrowUp: [this.#at - 1, -1], ArrowDown: [this.#at + 1, 1], PageUp: [this.#at - page, -1], PageDown: [this.#at + page, 1], Home: [0, 1], End: [end, -1] };
    if (event.key === "Enter") this.#enter();
    else if (event.key in goals) this.#goTo(this.#openAt(Math.max(0, Math.min(goals[event.key][0], end)), goals[event.key][1]));
    else return;
    event.preventDefault();
  }

  /** The next row that is not folded away: this way if there is one, else the other way. @param {number} row @param {1 | -1} step */
  #openAt(row, step) {
    const { layout } = this.#element;
    for (const way of [step, -step]) {
      for (let at = row; at >= 0 && at < this.#looks.length; at += way) if (!layout.isFolded(at)) return at;
    }
    return row;
  }

  /** Brings a row into view; the focus stays with the map. @param {number} row */
  #goTo(row) {
    const target = this.#element.layout.need(row);
    if (!target) return;
    const show = () => target.scrollIntoView({ block: target.offsetHeight < innerHeight / 2 ? "center" : "start", behavior: "instant" });
    show();
    // By then the rows that came into view on the way there have taken their real heights.
    this.#soon(show);
    this.#at = row;
    this.#tell();
  }

  /** From the map into the text. */
  #enter() {
    const { before, after } = /** @type {Drawing} */ (this.#drawn).rows[this.#at];
    this.#element.focusBead(/** @type {number} */ (after ?? before), after === null ? "before" : "after");
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    if (event.button !== 0) return;
    const { top, bottom } = this.#bracket.getBoundingClientRect();
    const held = event.clientY >= top && event.clientY <= bottom;
    this.#grip = held ? event.clientY - (top + bottom) / 2 : 0;
    this.#map.setPointerCapture(event.pointerId);
    this.#pointer = event.clientY;
    if (held) return;
    this.#lead();
    // By then the rows that came into view on the way there have taken their real heights.
    this.#soon(this.#lead);
  }

  /** Brings what stands at the pointer's place of the map to the middle of the window. */
  #lead() {
    const { top: above, height } = this.#canvas.getBoundingClientRect();
    const share = Math.max(0, Math.min((this.#pointer - this.#grip - above) / height, 1));
    const { length } = this.#looks;
    const row = Math.min(firstIndex(length, (row) => this.#edges[row + 1] > share), length - 1);
    const open = this.#openAt(row, 1);
    const within = open === row ? (share - this.#edges[row]) / (this.#edges[row + 1] - this.#edges[row]) : 0;
    this.#element.layout.need(open);
    const place = this.#element.layout.box(open);
    scrollBy({ top: place.top + within * place.height - (above + innerHeight) / 2, behavior: "instant" });
    this.#at = open;
    this.#tell();
  }
}

/** In pixels of the screen. @param {HTMLCanvasElement} canvas */
function sizeOnScreen({ clientWidth, clientHeight }) {
  return { width: Math.round(clientWidth * devicePixelRatio), height: Math.round(clientHeight * devicePixelRatio) };
}

/** How much text a row has, on the side that has more of it, in UTF-16 code units. @param {Drawing} drawing @param {number} row */
function sizeOf(drawing, row) {
  const { before, after } = drawing.rows[row];
  return Math.max(before === null ? 0 : lengthOf(drawing, before, "before"), after === null ? 0 : lengthOf(drawing, after, "after"));
}

/**
 * Where each row begins and the last one ends, as shares of the map.
 *
 * @param {readonly number[]} sizes
 * @param {number} height of the map, in pixels
 */
export function edgesOf(sizes, height) {
  let whole = 0;
  for (const size of sizes) whole += size;
  const least = Math.max(1, whole * Math.min(HAIRLINE / Math.max(1, height), MOST_FOR_HAIRLINES / sizes.length));
  const edges = new Float64Array(sizes.length + 1);
  for (let row = 0; row < sizes.length; row++) edges[row + 1] = edges[row] + Math.max(sizes[row], least);
  const end = edges[sizes.length];
  return edges.map((edge) => edge / end);
}

/**
 * The bars to draw, in pixels of the canvas. Where rows share a pixel the strongest is seen, and what looks the same there
 * is one bar: so there are never more bars than pixels, however long the text is.
 *
 * @param {readonly Look[]} looks of the rows
 * @param {Float64Array} edges of the rows
 * @param {number} height of the canvas
 * @param {number} scale pixels of the canvas to one of the page
 */
export function barsOf(looks, edges, height, scale) {
  /** One more than the rank of what is seen in each pixel; 0 where there is nothing. */
  const seen = new Uint8Array(height + 1);
  looks.forEach((look, row) => {
    const start = Math.min(Math.round(edges[row] * height), height - 1);
    const end = Math.max(Math.round(edges[row + 1] * height), start + 1);
    const gap = end - start >= GAP.from * scale ? Math.round(GAP.size * scale) : 0;
    const rank = LOOKS.indexOf(look) + 1;
    for (let y = start; y < end - gap; y++) seen[y] = Math.max(seen[y], rank);
  });
  /** @type {{ start: number, end: number, rank: number }[]} */
  const bars = [];
  for (let start = 0, y = 1; y <= height; y++) {
    if (seen[y] === seen[start] && y < height) continue;
    if (seen[start] > 0) bars.push({ start, end: y, rank: seen[start] - 1 });
    start = y;
  }
  return bars;
}

/**
 * The shape of a bar, which tells as much as its colour: what is in one version alone keeps to that version's edge, and what
 * moved is hatched.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Look} look
 * @param {{ start: number, end: number, width: number, scale: number, rightToLeft: boolean }} bar all in pixels of the canvas
 */
function drawBar(context, look, { start, end, width, scale, rightToLeft }) {
  if (look === "moved") {
    const [stroke, pitch] = [HATCH.stroke * scale, HATCH.pitch * scale];
    for (let y = start; y < end; y += pitch) context.fillRect(0, y, width, Math.min(stroke, end - y));
    return;
  }
  const oneSided = look === "removed" || look === "added";
  const extent = oneSided ? Math.round(width * ONE_SIDED) : width;
  const right = (look === "added") !== rightToLeft;
  context.beginPath();
  const round = end - start >= ROUND.from * scale ? ROUND.by * scale : 0;
  context.roundRect(oneSided && right ? width - extent : 0, start, extent, end - start, round);
  context.fill();
}
