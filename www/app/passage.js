/**
 * What can be done with a paragraph: a quiet button beside the row that is pointed at or in focus, and a menu behind it.
 */
/** @import { Correction } from "../pkg/storydiff.js" */
/** @import { StoryDiff } from "../element/story-diff.js" */
/** @import { Reviser } from "./revise.js" */
/** @import { Session } from "./session.js" */
/** @import { Side } from "./types.js" */
import { OTHER, SIDES } from "../element/terms.js";
import { words } from "../language/tools.js";
import { find, say } from "./dom.js";
import { part } from "./part.js";

/** The room that the menu may take, in pixels; the style sheet gives it the same width. */
const MENU = { width: 340, height: 320 };

/** The width of the button, in pixels, as the style sheet has it. */
const OPENER = 30;

/**
 * @typedef {object} Page
 * @property {StoryDiff} element
 * @property {Session} session
 * @property {Reviser} reviser
 * @property {(passage: { side: Side, start: number, end: number }) => Promise<string>} copyLink gives what is to be said of it
 *
 * @typedef {{ side: Side, paragraph: number }} Chosen
 */

/** @param {Page} page @returns {{ open: () => void, undo: () => void }} */
export function passageMenu(page) {
  const { element, session, reviser } = page;
  const opener = find("#passage-open", HTMLButtonElement);
  const menu = find("#passage", HTMLElement);
  const map = find("#map", HTMLElement);
  const said = find("#passage-said", HTMLElement);
  const undo = find("#undo", HTMLButtonElement);
  /** The row that the button stands beside. @type {HTMLElement | null} */
  let row = null;
  /** The paragraph whose counterpart is being looked for. @type {Chosen | null} */
  let pairing = null;

  /** @param {HTMLElement | null} next */
  const stand = (next) => {
    if (menu.matches(":popover-open")) return;
    row = next;
    opener.hidden = row === null || element.hidden;
    if (!row) return;
    const { top, right } = row.getBoundingClientRect();
    const edge = right - parseFloat(getComputedStyle(row).paddingInlineEnd);
    const window = map.checkVisibility() ? map.getBoundingClientRect().left : document.documentElement.clientWidth;
    // Where there is no room beside the text, it stands in the gap above.
    const between = element.shownAs === "inline" || edge + OPENER > window;
    opener.classList.toggle("between", between);
    opener.style.inset = `${top + scrollY + (between ? -20 : 4)}px auto auto ${(between ? Math.min(edge, window) - OPENER : edge) + scrollX}px`;
  };
  // Within: from row to row the pointer does not leave the element, so outside of it nothing is heard.
  element.shadowRoot?.addEventListener("pointerover", (event) => stand(rowIn(event) ?? row));
  element.addEventListener("storydiff-focus", () => stand(element.currentRow));
  new ResizeObserver(() => stand(row)).observe(element);
  element.addEventListener("storydiff-view", () => stand(row?.isConnected && row.checkVisibility() ? row : null));

  /** @param {string} label @param {() => unknown} act */
  const item = (label, act) => {
    const button = document.createElement("button");
    button.textContent = label;
    button.addEventListener("click", () => {
      menu.hidePopover();
      void session.attempt("passage", async () => act());
    });
    return button;
  };
  const fill = () => {
    const beads = row ? beadsOf(element, row) : [];
    const { report } = session.state;
    if (!row || !report || beads.length === 0) return;
    const paragraphs = paragraphsIn(row);
    const selected = selectionIn(element);
    const items = [
      item(words.passage.link, async () => {
        const passage = selected ?? { side: paragraphs[0].side, ...report[paragraphs[0].side].paragraphs[paragraphs[0].paragraph] };
        say(said, await page.copyLink(passage));
      }),
      ...paragraphs.map(({ side, paragraph }) =>
        item(words.passage.edit[side](paragraph + 1), async () => {
          const { edit } = await part(import("./edit.js"));
          edit(page, side, paragraph);
          say(said, words.passage.editing[side](paragraph + 1));
        }),
      ),
      ...paragraphs.map((chosen) => item(words.passage.pair[chosen.side](chosen.paragraph + 1), () => lookForCounterpart(chosen))),
      ...apart(element, beads).map(([label, corrections]) =>
        item(label, () => {
          reviser.correct(corrections);
          say(said, words.passage.apart);
        }),
      ),
    ];
    menu.replaceChildren(...items);
    const { top, bottom, right } = opener.getBoundingClientRect();
    const under = bottom + MENU.height < innerHeight || top < innerHeight / 2;
    menu.style.inset = `${under ? `${Math.max(8, bottom + 4)}px auto auto` : `auto auto ${innerHeight - top + 4}px`} ${Math.max(12, right - MENU.width)}px`;
    menu.style.maxHeight = `${(under ? innerHeight - bottom : top) - 12}px`;
  };
  menu.addEventListener("beforetoggle", (event) => {
    const opens = event instanceof ToggleEvent && event.newState === "open";
    if (opens) fill();
    // The focus goes to the menu, and the row is to be seen still.
    row?.toggleAttribute("data-chosen", opens);
  });

  /** @param {Chosen | null} chosen */
  const lookForCounterpart = (chosen) => {
    pairing = chosen;
    if (chosen) document.body.dataset.pairing = OTHER[chosen.side];
    else delete document.body.dataset.pairing;
    const passage = chosen && session.state.report?.[chosen.side].paragraphs[chosen.paragraph];
    element.markFound(chosen && passage ? [{ side: chosen.side, start: passage.start, end: passage.end }] : []);
    say(said, chosen ? words.passage.choose[OTHER[chosen.side]] : "");
  };
  /** @param {Event} event */
  const choose = (event) => {
    if (!pairing) return;
    const side = OTHER[pairing.side];
    const paragraph = paragraphFrom(event, side);
    if (paragraph === null) return;
    event.preventDefault();
    event.stopPropagation();
    const [before, after] = side === "after" ? [pairing.paragraph, paragraph] : [paragraph, pairing.paragraph];
    lookForCounterpart(null);
    reviser.correct([{ before, after, paired: true }]);
    say(said, words.passage.paired(before + 1, after + 1));
  };
  element.addEventListener("click", choose, { capture: true });
  element.addEventListener("keydown", (event) => event.key === "Enter" && choose(event), { capture: true });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pairing) lookForCounterpart(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true });

  // What was said of one act is not said of the next.
  for (const type of ["pointerdown", "keydown"]) {
    addEventListener(type, ({ target }) => {
      const isMore = target instanceof Element && target.closest("#said, .editor");
      if (!pairing && !isMore) say(said, "");
    }, { capture: true });
  }

  const takeBack = () => {
    if (!reviser.canUndo) return;
    reviser.undo();
    say(said, words.passage.undone);
  };
  undo.addEventListener("click", takeBack);
  element.addEventListener("storydiff-view", () => (undo.hidden = !reviser.canUndo));

  return {
    open() {
      stand(element.currentRow ?? row);
      if (row) opener.click();
    },
    undo: takeBack,
  };
}

/** @param {Event} event */
function rowIn(event) {
  const row = event.composedPath().find((node) => node instanceof Element && node.classList.contains("row"));
  return row instanceof HTMLElement ? row : null;
}

/** The beads that stand on a row. @param {StoryDiff} element @param {HTMLElement} row */
function beadsOf({ drawing, layout }, row) {
  const { before, after } = drawing?.rows[layout.indexOf(row)] ?? {};
  return [...new Set([before, after])].filter((bead) => typeof bead === "number");
}

/** The paragraphs that stand on a row. @param {HTMLElement} row @returns {Chosen[]} */
function paragraphsIn(row) {
  return SIDES.flatMap((side) => {
    const found = /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll(`[data-side="${side}"] [data-paragraph]`));
    return Array.from(found, ({ dataset }) => ({ side, paragraph: Number(dataset.paragraph) }));
  });
}

/** The paragraph of one side that an event is about: the one under it, or the first on its row. @param {Event} event @param {Side} side */
function paragraphFrom(event, side) {
  const within = event.composedPath().find((node) => node instanceof HTMLElement && node.dataset.paragraph !== undefined);
  const row = rowIn(event);
  const hit = within instanceof HTMLElement && within.closest(`[data-side="${side}"]`) ? within : row?.querySelector(`[data-side="${side}"] [data-paragraph]`);
  return hit instanceof HTMLElement ? Number(hit.dataset.paragraph) : null;
}

/**
 * How the counterparts of a row can be taken apart.
 *
 * @param {StoryDiff} element
 * @param {number[]} beads
 * @returns {[label: string, corrections: Correction[]][]}
 */
function apart({ drawing }, beads) {
  return beads.flatMap((index) => {
    const bead = drawing?.comparison.report.beads[index];
    const { before, after } = bead ?? { before: { start: 0, end: 0 }, after: { start: 0, end: 0 } };
    const [there, here] = [before, after].map(({ start, end }) => Array.from({ length: end - start }, (_, nth) => start + nth));
    const from = (/** @type {number[]} */ some, /** @type {number[]} */ others) =>
      some.flatMap((before) => others.map((after) => ({ before, after, paired: false })));
    if (there.length === 0 || here.length === 0) return [];
    /** @type {[string, Correction[]][]} */
    const whole = [[words.passage.takeApart, from(there, here)]];
    if (there.length === 1 && here.length > 1) return [...here.map((one) => /** @type {[string, Correction[]]} */ ([words.passage.takeOut.after(one + 1), from(there, [one])])), ...whole];
    if (here.length === 1 && there.length > 1) return [...there.map((one) => /** @type {[string, Correction[]]} */ ([words.passage.takeOut.before(one + 1), from([one], here)])), ...whole];
    return whole;
  });
}

/** What the reader has selected in one paragraph, if anything. @param {StoryDiff} element */
function selectionIn({ drawing, shadowRoot }) {
  const selection = getSelection();
  // Selections within a shadow root are told in more than one way; all but the newest browsers know one of these.
  const ranges = selection && "getComposedRanges" in selection && shadowRoot ? selection.getComposedRanges({ shadowRoots: [shadowRoot] }) : [];
  const [range] = ranges;
  if (!range || range.collapsed || !drawing) return null;
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  if (!start || !end || start.paragraph !== end.paragraph) return null;
  const side = start.paragraph.closest("[data-side]")?.getAttribute("data-side");
  if (side !== "before" && side !== "after") return null;
  const { start: origin } = drawing.comparison.report[side].paragraphs[Number(start.paragraph.getAttribute("data-paragraph"))];
  return { side: /** @type {Side} */ (side), start: origin + start.offset, end: origin + end.offset };
}

/** @param {Node} node @param {number} offset @returns {{ paragraph: Element, offset: number } | null} in UTF-16 code units of the paragraph */
function placeOf(node, offset) {
  const paragraph = (node instanceof Element ? node : node.parentElement)?.closest("[data-paragraph]");
  if (!paragraph) return null;
  const range = new Range();
  range.selectNodeContents(paragraph);
  range.setEnd(node, offset);
  return { paragraph, offset: range.toString().length };
}
