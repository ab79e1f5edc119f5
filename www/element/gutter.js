/** @import { Bead, Report } from "../pkg/storydiff.js" */
/** @import { Drawing, Side } from "./types.js" */
import { editsOn } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";

/** Rows this far outside of the window have their ribbons already. */
const AHEAD = "300px";

/** How far the ribbons of a fan stand apart, in pixels. */
const APART = 6;

/** Where in its first line a moved paragraph is pointed at, in pixels from its top. */
const FIRST_LINE = 15;

/** @typedef {{ top: number, bottom: number }} Extent in pixels */

/** The gutter and the space kept free on both sides of it, in pixels; the style sheet gives it the same width. */
const GUTTER = { width: 72, margin: 6 };

const LEFT = GUTTER.margin;
const RIGHT = GUTTER.width - GUTTER.margin;
const MIDDLE = GUTTER.width / 2;

/** The lines of moved beads keep to lanes of this width, and turn into them over this length, in pixels. */
const LANES = 4;
const LANE = 9;
const BEND = 48;

/** How far the line of a bead that moved out of view is drawn, in pixels. */
const STUB = 56;

/**
 * Draws what joins counterparts across the gutter, of the rows in view only. All sizes of a turn are read before
 * anything is written, so that scrolling through a book lays it out once a frame.
 */
export class Gutter {
  /** @type {Report | null} */
  #report = null;
  /** The rows in view. @type {Set<HTMLElement>} */
  #inView = new Set();
  #moves;
  #seen = new IntersectionObserver((entries) => this.#attend(entries), { rootMargin: AHEAD });
  #sized = new ResizeObserver((entries) => this.#redraw(new Set(entries.map(({ target }) => target))));

  /** @param {SVGSVGElement} moves lies over all rows, for the lines between the two places of a moved bead */
  constructor(moves) {
    this.#moves = moves;
  }

  /** @param {Drawing} drawing what the rows are of */
  follow({ comparison }) {
    this.#report = comparison.report;
  }

  /** @param {Iterable<Element>} rows that are near the window */
  watch(rows) {
    for (const row of rows) if (isJoined(row)) this.#seen.observe(row);
  }

  /** @param {Iterable<HTMLElement>} rows that are far from it, or gone */
  unwatch(rows) {
    for (const row of rows) {
      this.#seen.unobserve(row);
      this.#leave(row);
    }
  }

  /** Draws the lines between moved beads anew, when rows came or went. */
  refresh() {
    this.#redraw(new Set());
  }

  clear() {
    this.#report = null;
    this.#inView.clear();
    this.#seen.disconnect();
    this.#sized.disconnect();
    this.#moves.replaceChildren();
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #attend(entries) {
    for (const { target, isIntersecting } of entries) {
      if (!(target instanceof HTMLElement)) continue;
      if (isIntersecting) {
        this.#inView.add(target);
        this.#sized.observe(target);
      } else {
        this.#leave(target);
      }
    }
    this.#redraw(new Set());
  }

  /** @param {HTMLElement} row */
  #leave(row) {
    if (!this.#inView.delete(row)) return;
    this.#sized.unobserve(row);
    row.querySelector(":scope > svg")?.remove();
  }

  /** @param {Set<Element>} changed rows that changed their size or came into view */
  #redraw(changed) {
    const report = this.#report;
    if (report === null) return;
    const ribbons = [...this.#inView]
      .filter((row) => !row.dataset.moved && changed.has(row))
      .map((row) => ({ row, paths: ribbonsOf(row, report) }));
    const moves = this.#measureMoves();
    for (const { row, paths } of ribbons) gutterOf(row).replaceChildren(...paths.map(drawPath));
    this.#moves.replaceChildren(...moves.map(drawPath));
  }

  /** The line of each moved bead: between its ends where both are in view, else a beginning that points away. */
  #measureMoves() {
    /** @type {Map<string, { before?: number, after?: number, down: boolean }>} */
    const moves = new Map();
    for (const row of this.#inView) {
      const { bead, moved, towards } = row.dataset;
      const text = /** @type {HTMLElement | null} */ (row.querySelector(".text"));
      if (!bead || !moved || !text) continue;
      const move = moves.get(bead) ?? { down: towards === "down" };
      move[text.closest(".before") ? "before" : "after"] = topOf(row) + text.offsetTop + FIRST_LINE;
      moves.set(bead, move);
    }
    return Array.from(moves, ([bead, { before, after, down }]) => {
      if (before !== undefined && after !== undefined) return moveBetween(before, after, Number(bead));
      return before !== undefined ? moveOutOfView("before", before, down) : moveOutOfView("after", after ?? 0, down);
    });
  }
}

/** Whether a row has something to join: identical counterparts need nothing between them. @param {Element} row */
function isJoined(row) {
  if (!(row instanceof HTMLElement)) return false;
  const { kind, state, moved } = row.dataset;
  if (state === "plain") return false;
  return Boolean(moved) || state === "changed" || state === "retold" || (state === "same" && kind !== "match");
}

/** In pixels from the top of all rows: a row stands in a chunk of them. @param {HTMLElement} row */
function topOf(row) {
  return row.offsetTop + (row.parentElement?.offsetTop ?? 0);
}

/** @param {HTMLElement} row @param {Report} report */
function ribbonsOf(row, report) {
  const bead = report.beads[Number(row.dataset.bead)];
  const before = extents(row, "before");
  const after = extents(row, "after");
  if (bead.kind === "split") return fan(share(before[0], partings(report, bead)), after);
  if (bead.kind === "merge") return fan(before, share(after[0], partings(report, bead)));
  return fan([around(before)], [around(after)]);
}

/** @param {Extent[]} before @param {Extent[]} after */
function fan(before, after) {
  return before.map((extent, index) => ribbon(extent, after[index]));
}

/** @param {HTMLElement} row @param {Side} side @returns {Extent[]} */
function extents(row, side) {
  const paragraphs = row.querySelectorAll(`.${side} [data-paragraph]`);
  return Array.from(/** @type {NodeListOf<HTMLElement>} */ (paragraphs), ({ offsetTop, offsetHeight }) => ({
    top: offsetTop,
    bottom: offsetTop + offsetHeight,
  }));
}

/** @param {Extent[]} extents @returns {Extent} */
function around(extents) {
  return { top: extents[0].top, bottom: extents[extents.length - 1].bottom };
}

/** @param {Extent} extent @param {number[]} partings @returns {Extent[]} */
function share({ top, bottom }, partings) {
  const at = partings.map((parting) => top + parting * (bottom - top));
  return at.slice(1).map((end, part) => ({
    top: at[part] + (part === 0 ? 0 : APART / 2),
    bottom: end - (part === at.length - 2 ? 0 : APART / 2),
  }));
}

/** @param {HTMLElement} row @returns {SVGSVGElement} */
function gutterOf(row) {
  const found = row.querySelector(":scope > svg");
  if (found instanceof SVGSVGElement) return found;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("aria-hidden", "true");
  row.append(svg);
  return svg;
}

/** @param {string} d */
function drawPath(d) {
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", d);
  return path;
}

/**
 * The band that joins two counterparts.
 *
 * @param {Extent} before
 * @param {Extent} after
 */
function ribbon(before, after) {
  const over = `M${LEFT},${before.top} C${MIDDLE},${before.top} ${MIDDLE},${after.top} ${RIGHT},${after.top}`;
  const under = `C${MIDDLE},${after.bottom} ${MIDDLE},${before.bottom} ${LEFT},${before.bottom}`;
  return `${over} V${after.bottom} ${under} Z`;
}

/**
 * The line between the two places of a moved bead.
 *
 * @param {number} before
 * @param {number} after
 * @param {number} index of the bead: neighbours keep to lanes of their own
 */
function moveBetween(before, after, index) {
  const lane = MIDDLE + ((index % LANES) - (LANES - 1) / 2) * LANE;
  const down = Math.sign(after - before);
  const bend = down * Math.min(BEND, Math.abs(after - before) / 2);
  const leave = `M${LEFT},${before} Q${lane},${before} ${lane},${before + bend}`;
  return `${leave} V${after - bend} Q${lane},${after} ${RIGHT},${after}`;
}

/**
 * The beginning of that line, where its end is out of view.
 *
 * @param {Side} side
 * @param {number} from
 * @param {boolean} down
 */
function moveOutOfView(side, from, down) {
  const start = side === "before" ? LEFT : RIGHT;
  return `M${start},${from} Q${MIDDLE},${from} ${MIDDLE},${from + (down ? STUB : -STUB)}`;
}

/**
 * Where one paragraph parts into those that it was split into, or that were joined into it: the shares of its
 * text that belong to each, as one boundary more than there are parts, from 0 to 1.
 *
 * @param {Report} report
 * @param {Bead} bead a split or a merge
 * @returns {number[]}
 */
function partings(report, bead) {
  const one = bead.kind === "split" ? "before" : "after";
  const many = bead.kind === "split" ? "after" : "before";
  const whole = report[one].paragraphs[bead[one].start];
  const parts = report[many].paragraphs.slice(bead[many].start, bead[many].end);
  const kept = editsOn(many, bead.edits).filter((edit) => edit.kind === "equal");
  const boundaries = [0];
  for (let part = 1, next = 0; part < parts.length; part++) {
    while (next < kept.length && kept[next][many].end <= parts[part].start) next++;
    const share = next < kept.length ? (kept[next][one].start - whole.start) / (whole.end - whole.start) : 1;
    boundaries.push(Math.min(1, Math.max(share, boundaries[part - 1])));
  }
  return [...boundaries, 1];
}
