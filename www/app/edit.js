/**
 * Edits a paragraph where it stands: a field lies over it, and the comparison follows what is typed.
 */
/** @import { StoryDiff } from "../element/story-diff.js" */
/** @import { Reviser } from "./revise.js" */
/** @import { Session } from "./session.js" */
/** @import { Side } from "./types.js" */
import { paragraphIn } from "../element/passage.js";
import { indexAt } from "../element/words.js";
import { words } from "../language/tools.js";
import { find } from "./dom.js";

/** What a field takes over from the paragraph that it lies over. */
const LOOK = /** @type {const} */ (["font", "lineHeight", "letterSpacing", "textAlign", "direction", "color"]);

/**
 * @param {{ element: StoryDiff, session: Session, reviser: Reviser }} page
 * @param {Side} side
 * @param {number} index of the paragraph
 */
export function edit({ element, session, reviser }, side, index) {
  const report = session.state.report;
  const story = session.state[side];
  if (!report || !story) return;
  const { text, start, end } = reviser.newest(side, report[side].paragraphs[index]);
  /** Line ends, which a field has in one way only, are written as the text has them. */
  const lineEnd = /\r\n?|\n/.exec(text)?.[0] ?? "\n";
  const burst = {};
  let length = end - start;
  /** What stands on the row that is edited. @type {Element | null} */
  let shown = null;

  const field = document.createElement("textarea");
  field.className = "editor";
  field.value = text.slice(start, end);
  field.spellcheck = false;
  field.dir = "auto";
  field.ariaLabel = words.passage.editing[side](index + 1);
  field.lang = report[side].language === "und" ? "" : report[side].language;

  /** Lies over the paragraph in which what is edited begins, wherever that has come to stand. */
  const place = () => {
    const now = session.state.report;
    if (!now) return close();
    const paragraph = paragraphIn(element, side, indexAt(now[side].paragraphs, start));
    if (!paragraph || field.value.trim() === "") return;
    show(paragraph);
    const { left, top, width, height } = paragraph.getBoundingClientRect();
    const style = getComputedStyle(paragraph);
    for (const property of LOOK) field.style[property] = style[property];
    field.style.inset = `${top + scrollY}px auto auto ${left + scrollX}px`;
    field.style.width = `${width}px`;
    field.style.minHeight = `${height}px`;
  };
  /** Where one version is drawn, the other's paragraph is shown for as long as it is edited. @param {Element | null} paragraph */
  const show = (paragraph) => {
    shown?.removeAttribute("data-shown");
    shown = paragraph?.closest("[data-bead]") ?? null;
    shown?.setAttribute("data-shown", side);
  };
  const close = () => {
    if (signal.aborted) return;
    over.abort();
    show(null);
    // It loses the focus now, and that is not to close it again.
    field.remove();
  };
  const over = new AbortController();
  const { signal } = over;

  field.addEventListener("input", () => {
    const value = field.value.replaceAll("\n", lineEnd);
    reviser.edit(side, { start, end: start + length }, value, burst);
    length = value.length;
  });
  field.addEventListener("keydown", (event) => {
    // The tab key too leads to the row and goes on from there: the field stands at the end of the page.
    const ends = ["Escape", "Tab"].includes(event.key) || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
    if (!ends) return;
    event.preventDefault();
    const paragraph = paragraphIn(element, side, indexAt(session.state.report?.[side].paragraphs ?? [], start));
    const row = paragraph?.closest(".row");
    close();
    if (row instanceof HTMLElement) row.focus({ preventScroll: true });
  });
  // Not when it is closed already: what is removed loses the focus on its way out.
  field.addEventListener("blur", () => document.hasFocus() && close(), { signal });
  element.addEventListener("storydiff-view", place, { signal });
  addEventListener("resize", place, { signal });
  find("main", HTMLElement).append(field);
  place();
  field.focus({ preventScroll: true });
  field.setSelectionRange(0, 0);
}
