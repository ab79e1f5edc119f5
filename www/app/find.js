/**
 * Finds words in both versions at once.
 */
/** @import { StoryDiff } from "../element/story-diff.js" */
/** @import { Drawing, Passage, Side } from "../element/types.js" */
import { SIDES } from "../element/terms.js";
import { indexAt } from "../element/words.js";
import { words } from "../language/tools.js";
import { find, say } from "./dom.js";

/** How many passages around the current one are marked: a letter stands in a book half a million times. */
const MARKED = 400;

/** Signs that readers type for one another. */
const ALIKE = ["'’‘ʼ`´", "\"“”„‟«»", "-‐‑–—−"];

/**
 * The form is the page's, which shows it and puts the reader into it.
 *
 * @param {StoryDiff} element
 * @returns {{ open: (place: HTMLElement | null) => void, close: () => void }} `place` is where the reader came from
 */
export function finder(element) {
  const form = find("#find", HTMLFormElement);
  const field = find("input", HTMLInputElement, form);
  const count = document.createElement("output");
  const [previous, next, closing] = ["‹", "›", "×"].map(button);
  /** @type {Passage[]} */
  let found = [];
  let at = -1;
  /** Where the reader was. @type {HTMLElement | null} */
  let from = null;

  const label = () => {
    previous.ariaLabel = words.find.previous;
    next.ariaLabel = words.find.next;
    closing.ariaLabel = words.find.close;
  };
  /** @param {number} index */
  const go = (index) => {
    at = found.length > 0 ? (index + found.length) % found.length : -1;
    say(count, field.value.trim() === "" ? "" : words.find.count(at + 1, ...SIDES.map((side) => found.filter((passage) => passage.side === side).length)));
    element.markFound(found.slice(Math.max(0, at - MARKED), at + MARKED));
    if (at >= 0) element.showPassage(found[at].side, found[at], { focus: false });
  };
  const search = () => {
    const { drawing } = element;
    found = drawing && field.value.trim() !== "" ? passagesIn(drawing, field.value) : [];
    go(0);
  };
  const close = () => {
    if (form.hidden) return;
    form.hidden = true;
    found = [];
    // Who found something goes on reading there; not after the marks: what is not in focus loses its own with them.
    if (at >= 0) element.goToFound();
    else from?.focus({ preventScroll: true });
    element.markFound([]);
  };

  form.append(count, previous, next, closing);
  field.addEventListener("input", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(at + 1);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.shiftKey) go(at - 1);
    else return;
    event.preventDefault();
  });
  previous.addEventListener("click", () => go(at - 1));
  next.addEventListener("click", () => go(at + 1));
  closing.addEventListener("click", close);
  element.addEventListener("storydiff-ready", () => !form.hidden && search());

  return {
    open(place) {
      label();
      from = place ?? from;
      if (field.value !== "") search();
    },
    close,
  };
}

/**
 * All passages that have these words, in the order in which they are drawn.
 *
 * @param {Drawing} drawing
 * @param {string} query
 * @returns {Passage[]}
 */
function passagesIn({ comparison, places, beads }, query) {
  const pattern = patternOf(query);
  const rowOf = (/** @type {Side} */ side, /** @type {number} */ offset) =>
    places[side][beads[side][indexAt(comparison.report[side].paragraphs, offset)]] ?? 0;
  const found = SIDES.flatMap((side) =>
    Array.from(comparison[side].matchAll(pattern), ({ 0: text, index }) => ({
      passage: { side, start: index, end: index + text.length },
      row: rowOf(side, index),
    })),
  );
  return found.sort((one, other) => one.row - other.row).map(({ passage }) => passage);
}

/** Case, line ends and the shapes of quotation marks and dashes are not what a reader looks for. @param {string} query */
function patternOf(query) {
  const signs = Array.from(query.trim().replace(/\s+/g, " "), (sign) => {
    if (sign === " ") return "\\s+";
    const alike = ALIKE.find((signs) => signs.includes(sign));
    return alike ? `[${alike.replace(/[-\]\\^]/g, "\\$&")}]` : sign.replace(/[$()*+./?[\\\]^{|}]/g, "\\$&");
  });
  return new RegExp(signs.join(""), "giu");
}

/** @param {string} sign */
function button(sign) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = sign;
  return made;
}
