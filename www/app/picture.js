/**
 * Both versions as two strips, a segment a paragraph, and what joins them: a drawing of what became of the story, which leads
 * to any of its passages. One stop of the tab key; the arrow keys go along a strip and across to the counterpart.
 *
 * @typedef {(bead: number, side: Side) => void} Lead
 */
/** @import { Drawing, Side } from "../element/types.js" */
/** @import { Band } from "./bands.js" */
import { SIDES } from "../element/terms.js";
import { cut } from "../element/words.js";
import { words } from "../language/tools.js";
import { bandsOf, tellFates } from "./bands.js";
import { lengthOf, LOOKS } from "./looks.js";
import { drawBand, drawHatching, pathsOf } from "./strips.js";

/** Below this width, in pixels, the strips stand upright, side by side. */
const UPRIGHT = 560;

/** How long the strips are that stand upright, and how far strips that lie and that stand are apart at their outer edges, in pixels. */
const HEIGHT = 460;
const DEPTH = { lying: 132, upright: 300 };

/** How much of a passage is quoted, in UTF-16 code units. */
const QUOTED = 90;

export class Picture {
  root = document.createElement("figure");
  #strips = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  #told = document.createElement("figcaption");
  /** @type {Drawing} */
  #drawing;
  /** @type {Band[]} */
  #bands;
  /** The bands that have a segment in a strip, in its order: indices. @type {Record<Side, number[]>} */
  #order;
  /** Where each paragraph begins and the last one ends, in UTF-16 code units of paragraphs alone. @type {Record<Side, number[]>} */
  #starts;
  /** The segment that the tab key comes to. @type {{ band: number, side: Side }} */
  #at;
  #lead;
  #upright = false;
  /** In pixels. */
  #width = 0;
  #sized = new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width === this.#width) return;
    this.#width = contentRect.width;
    this.#draw(this.#width);
  });

  /**
   * @param {Drawing} drawing of versions of one story
   * @param {Lead} lead brings a bead into view
   */
  constructor(drawing, lead) {
    this.#drawing = drawing;
    this.#lead = lead;
    this.#bands = bandsOf(drawing);
    this.#order = { before: this.#inOrder("before"), after: this.#inOrder("after") };
    this.#starts = { before: this.#startsOn("before"), after: this.#startsOn("after") };
    const side = this.#order.before.length > 0 ? "before" : "after";
    this.#at = { side, band: this.#order[side][0] };

    this.root.className = "picture";
    this.root.append(this.#label("before"), this.#drawKey(), this.#strips, this.#label("after"), this.#told);
    this.#strips.setAttribute("role", "group");
    this.#strips.setAttribute("aria-label", this.#inWords());
    this.#strips.addEventListener("click", (event) => this.#click(event));
    this.#strips.addEventListener("keydown", (event) => this.#press(event));
    this.#strips.addEventListener("pointerover", ({ target }) => this.#tell(target));
    this.#strips.addEventListener("pointerleave", () => this.#tell(document.activeElement));
    // Not the drawing's own: one that listens for the focus is given it.
    this.root.addEventListener("focusin", ({ target }) => this.#tell(target));
    this.root.addEventListener("focusout", () => this.#tell(null));
    // Who listens is told the same by each segment's name.
    this.#told.ariaHidden = "true";
    this.#tell(null);
    this.#sized.observe(this.root);
  }

  /** As if the tab key came to it. */
  focus() {
    this.#segment(this.#at)?.focus();
  }

  /** Lets go of what it listens to. */
  close() {
    this.#sized.disconnect();
  }

  /** @param {number} width in pixels */
  #draw(width) {
    if (width === 0) return;
    const focused = this.#strips.contains(document.activeElement);
    this.#upright = width < UPRIGHT;
    this.root.classList.toggle("upright", this.#upright);
    const depth = this.#upright ? Math.min(width, DEPTH.upright) : DEPTH.lying;
    const strips = {
      length: this.#upright ? HEIGHT : width,
      depth,
      upright: this.#upright,
      rightToLeft: this.#rightToLeft(),
    };
    const [across, down] = this.#upright ? [depth, HEIGHT] : [width, depth];
    this.#strips.setAttribute("width", String(across));
    this.#strips.setAttribute("height", String(down));
    this.#strips.replaceChildren(
      drawHatching(),
      ...this.#bands.map((band, index) => {
        const places = { before: this.#place(band, "before"), after: this.#place(band, "after") };
        return drawBand(band.look, index, pathsOf(band.look, places, strips), (side) => this.#nameOf(band, side));
      }),
    );
    this.#segment(this.#at)?.setAttribute("tabindex", "0");
    if (focused) this.#segment(this.#at)?.focus({ preventScroll: true });
  }

  #rightToLeft() {
    return getComputedStyle(this.root).direction === "rtl";
  }

  /** Where a band stands in a strip, as shares of its length. @param {Band} band @param {Side} side */
  #place(band, side) {
    const starts = this.#starts[side];
    const { start, end } = band[side];
    const whole = starts[starts.length - 1];
    return start === end ? null : { start: starts[start] / whole, end: starts[end] / whole };
  }

  /** @param {Side} side */
  #inOrder(side) {
    return [...this.#bands.keys()]
      .filter((index) => this.#bands[index][side].end > this.#bands[index][side].start)
      .sort((one, other) => this.#bands[one][side].start - this.#bands[other][side].start);
  }

  /** @param {Side} side */
  #startsOn(side) {
    const starts = [0];
    for (const { start, end } of this.#drawing.comparison.report[side].paragraphs) starts.push(starts[starts.length - 1] + end - start);
    return starts;
  }

  /** @param {Side} side */
  #label(side) {
    const { names } = this.#drawing.comparison;
    const label = document.createElement("p");
    const name = document.createElement("b");
    label.className = side;
    name.textContent = names?.[side] ?? "";
    label.append(name, " ", words.figures.versions[side]);
    return label;
  }

  /** What the shapes mean, of those that are there. */
  #drawKey() {
    const key = document.createElement("ul");
    key.className = "key";
    key.ariaHidden = "true";
    for (const look of LOOKS.filter((look) => this.#bands.some((band) => band.look === look))) {
      const entry = document.createElement("li");
      entry.className = look;
      entry.textContent = words.figures.looks[look];
      key.append(entry);
    }
    return key;
  }

  #inWords() {
    const { before, after, beads } = this.#drawing.comparison.report;
    return words.figures.picture(before.paragraphs.length, after.paragraphs.length, tellFates(this.#drawing, beads.keys()));
  }

  /** @param {Band} band @param {Side} side that is named first */
  #nameOf(band, side) {
    const [first, second] = side === "before" ? SIDES : [...SIDES].reverse();
    const places = [first, second].flatMap((side) => (band[side].end > band[side].start ? [words.figures.place(side, band[side])] : []));
    return words.figures.segment(places, tellFates(this.#drawing, band.beads));
  }

  /** Says what is pointed at or has the focus, or what the picture is. @param {EventTarget | null} target */
  #tell(target) {
    const at = this.#partAt(target);
    if (!at) return void (this.#told.textContent = words.figures.hint);
    const { comparison } = this.#drawing;
    const { language, paragraphs } = comparison.report[at.side];
    const { start, end } = paragraphs[this.#bands[at.band][at.side].start];
    const quote = document.createElement("q");
    quote.dir = "auto";
    if (language !== "und") quote.lang = language;
    quote.textContent = cut(comparison[at.side].slice(start, end), QUOTED);
    this.#told.replaceChildren(this.#nameOf(this.#bands[at.band], at.side), " ", quote);
  }

  /** The segment that an element is; of what joins two, the later one. @param {EventTarget | null} target @returns {{ band: number, side: Side } | null} */
  #partAt(target) {
    const group = target instanceof Element && this.#strips.contains(target) ? target.closest("[data-band]") : null;
    if (!(target instanceof SVGElement) || !(group instanceof SVGElement)) return null;
    return { band: Number(group.dataset.band), side: target.dataset.side === "before" || !group.querySelector('[data-side="after"]') ? "before" : "after" };
  }

  /** @param {{ band: number, side: Side }} at */
  #segment({ band, side }) {
    return /** @type {SVGElement | null} */ (this.#strips.querySelector(`[data-band="${band}"] [data-side="${side}"]`));
  }

  /** Leads to where in a band the pointer is. @param {MouseEvent} event */
  #click(event) {
    const at = this.#partAt(event.target);
    if (!at) return;
    this.#moveTo(at);
    const segment = /** @type {SVGElement} */ (this.#segment(at));
    const { left, top, width, height } = segment.getBoundingClientRect();
    const share = this.#upright ? (event.clientY - top) / height : (event.clientX - left) / width;
    this.#leadTo(at, this.#rightToLeft() && !this.#upright ? 1 - share : share);
  }

  /** @param {{ band: number, side: Side }} at @param {number} share how far into the band */
  #leadTo(at, share) {
    const { side } = at;
    const beads = this.#bands[at.band].beads.filter((bead) => lengthOf(this.#drawing, bead, side) > 0);
    const lengths = beads.map((bead) => lengthOf(this.#drawing, bead, side));
    let left = Math.max(0, share) * lengths.reduce((sum, length) => sum + length, 0);
    const found = lengths.findIndex((length) => (left -= length) < 0);
    this.#lead(beads.at(found) ?? beads[0], side);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const { band, side } = this.#at;
    const order = this.#order[side];
    const here = order.indexOf(band);
    const other = side === "before" ? "after" : "before";
    const move = this.#moveOf(event.key);
    if (event.key === "Enter" || event.key === " ") this.#leadTo(this.#at, 0);
    else if (event.key === "Home") this.#moveTo({ side, band: order[0] });
    else if (event.key === "End") this.#moveTo({ side, band: order[order.length - 1] });
    else if (move === "on" || move === "back")
      this.#moveTo({ side, band: order[Math.max(0, Math.min(here + (move === "on" ? 1 : -1), order.length - 1))] });
    else if (move === other) this.#order[other].includes(band) && this.#moveTo({ side: other, band });
    else if (move !== side) return;
    event.preventDefault();
  }

  /** What an arrow key means to strips that lie or stand, from left to right or the other way. @param {string} key */
  #moveOf(key) {
    const [back, on, up, down] = this.#upright
      ? ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]
      : ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
    const turned = this.#rightToLeft();
    if (key === back) return turned && !this.#upright ? "on" : "back";
    if (key === on) return turned && !this.#upright ? "back" : "on";
    if (key === up) return turned && this.#upright ? "after" : "before";
    if (key === down) return turned && this.#upright ? "before" : "after";
    return null;
  }

  /** @param {{ band: number, side: Side }} at */
  #moveTo(at) {
    this.#segment(this.#at)?.setAttribute("tabindex", "-1");
    this.#at = at;
    this.#segment(at)?.setAttribute("tabindex", "0");
    this.focus();
  }
}
