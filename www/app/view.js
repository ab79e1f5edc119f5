/**
 * Draws the page around the two places, each part of it from the state alone.
 */
/** @import { Session } from "./session.js" */
/** @import { Draw, Report, State } from "./types.js" */
import { StoryDiff } from "../element/define.js";
import { words } from "../language/page.js";
import { find, say, showName } from "./dom.js";
import { figuresOf } from "./figures.js";
import { addStyle } from "./own.js";
import { part } from "./part.js";
import { isBusy } from "./session.js";

/** @param {Session} session @returns {Draw} */
export function page(session) {
  const main = find("main", HTMLElement);
  const parts = [front(), header(), work(), comparison(session)];
  return (state) => {
    main.hidden = false;
    document.body.dataset.view = state.phase === "compared" ? "comparison" : "places";
    document.title = titleFor(state);
    for (const draw of parts) draw(state);
  };
}

/** The title, and what stands on the page before there is anything to compare. @returns {Draw} */
function front() {
  const title = find("#title", HTMLHeadingElement);
  const lead = find("#lead", HTMLElement);
  const samples = find("#samples", HTMLElement);
  const swap = find("#places > .swap", HTMLButtonElement);
  return ({ before, after, phase }) => {
    const both = before && after;
    title.textContent = both ? words.front.compared(before.name, after.name) : words.front.heading;
    title.classList.toggle("unseen", Boolean(both));
    lead.hidden = Boolean(both);
    swap.hidden = Boolean(before) === Boolean(after);
    samples.hidden = Boolean(before || after) || isBusy(phase);
  };
}

/** The names of the versions, and what can be done with both. @returns {Draw} */
function header() {
  const versions = find("#versions", HTMLElement);
  const names = { before: find("#before-name", HTMLElement), after: find("#after-name", HTMLElement) };
  const clears = document.querySelectorAll("[data-act=clear]");
  return ({ before, after }) => {
    clears.forEach((clear) => clear.toggleAttribute("hidden", !before && !after));
    versions.hidden = !before || !after;
    if (!before || !after) return;
    showName(names.before, before.name);
    showName(names.after, after.name);
  };
}

/** What the page is at, and what there is to say about both texts. @returns {Draw} */
function work() {
  const root = find("#task", HTMLElement);
  const doing = find("#doing", HTMLElement);
  const bar = find("progress", HTMLProgressElement);
  const cancel = find("#cancel", HTMLButtonElement);
  const again = find("#again", HTMLButtonElement);
  const problem = find("#problem", HTMLElement);
  const notice = find("#notice", HTMLElement);
  const announcement = find("#announcement", HTMLElement);
  return ({ before, after, phase, stage, problems, ...state }) => {
    const { task } = words;
    const busy = isBusy(phase);
    const stopped = phase === "stopped" ? task.stopped : "";
    root.hidden = !busy && phase !== "stopped" && phase !== "failed";
    bar.hidden = cancel.hidden = !busy;
    again.hidden = busy;
    say(doing, phase === "loading" ? task.loading : busy ? task.comparing(task.after[stage]) : stopped);
    say(problem, problems.page());
    say(notice, state.notice());
    const compared = phase === "compared" && before && after ? task.compared(before.name, after.name) : stopped;
    say(announcement, busy ? task.atWork : compared);
  };
}

/** The comparison; and the two places, which it makes way for when the reader wants to change the texts. @param {Session} session @returns {Draw} */
function comparison(session) {
  const element = find("story-diff", StoryDiff);
  const aids = [figuresOf(element, session), mapOf(element, session)];
  const places = document.querySelectorAll(".place");
  const change = find("#change", HTMLButtonElement);
  /** The report that is drawn. @type {Report | null} */
  let drawn = null;
  /** The words that it is drawn with. */
  let spoken = words;

  /** @param {boolean} shown */
  const showPlaces = (shown) => {
    for (const place of places) place.toggleAttribute("hidden", !shown);
    change.setAttribute("aria-expanded", String(shown));
  };
  change.addEventListener("click", () => {
    const shown = change.getAttribute("aria-expanded") === "true";
    showPlaces(!shown);
    if (!shown) scrollTo(0, 0);
  });

  element.addEventListener("storydiff-ready", () => aids.forEach((aid) => aid.show()));

  return ({ before, after, phase, report, revised }) => {
    const compared = phase === "compared";
    element.hidden = change.hidden = !compared;
    if (!compared) showPlaces(true);
    if (report === drawn && words !== spoken && compared) for (const aid of aids) aid.show();
    spoken = words;
    if (report === drawn) return;
    drawn = report;
    if (!revised) for (const aid of aids) aid.clear();
    if (!before || !after || !report) {
      element.comparison = null;
      return;
    }
    element.comparison = { before: before.text, after: after.text, report, names: { before: before.name, after: after.name } };
    // Who changes something stays where it is.
    if (revised) return;
    showPlaces(false);
    scrollTo(0, 0);
  };
}

/** The map comes with the first comparison. @param {StoryDiff} element @param {Session} session @returns {{ show: () => void, clear: () => void }} */
function mapOf(element, session) {
  /** @type {ReturnType<typeof import("./map.js").mapOf> | null} */
  let map = null;
  let isShown = false;
  return {
    show: () => {
      isShown = true;
      void session.attempt("map", async () => {
        const [{ mapOf }] = await part(Promise.all([import("./map.js"), addStyle("map.css")]));
        map ??= mapOf(element);
        if (isShown) map.show();
      });
    },
    clear: () => {
      isShown = false;
      map?.clear();
    },
  };
}

/** @param {State} state */
function titleFor({ before, after }) {
  const names = [before, after].flatMap((story) => (story ? [story.name] : []));
  return names.length > 0 ? `${names.join(" ⇄ ")} – storydiff` : "storydiff";
}
