/**
 * One of the two places: takes a text by choosing a file, by pasting or by typing, and shows how the text that it holds begins.
 *
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./session.js").State} State
 * @typedef {import("./session.js").Side} Side
 */
import { AGE } from "../element/labels.js";
import { find, showName } from "./dom.js";

/** How much of a text's beginning is shown, in UTF-16 code units; the sheet cuts it off sooner. */
const EXCERPT = 1200;

/**
 * The side whose place this is in, if any.
 *
 * @param {EventTarget | null} target
 * @returns {Side | null}
 */
export function sideUnder(target) {
  const place = target instanceof Element && target.closest(".place");
  return place instanceof HTMLElement ? /** @type {Side} */ (place.dataset.side) : null;
}

/**
 * @param {Side} side
 * @param {Session} session
 * @returns {(state: State) => void} Draws the place.
 */
export function placeOf(side, session) {
  const root = find(`.place[data-side="${side}"]`, HTMLElement);
  const name = find(".file-name", HTMLElement, root);
  const label = find(".version", HTMLElement, root);
  const excerpt = find(".excerpt", HTMLElement, root);
  const typed = find("textarea", HTMLTextAreaElement, root);
  const file = find("input", HTMLInputElement, root);
  const choose = find("label.button", HTMLLabelElement, root);
  const use = find("[data-act=use]", HTMLButtonElement, root);
  const remove = find("[data-act=remove]", HTMLButtonElement, root);

  const [version, first, choice] = [label.textContent, typed.placeholder, choose.textContent];

  file.addEventListener("change", () => {
    const files = [...(file.files ?? [])];
    // The same file can be chosen again after it was changed on disk.
    file.value = "";
    if (files.length > 0) void session.takeFiles(files, side);
  });
  typed.addEventListener("input", () => (use.hidden = typed.value === ""));
  typed.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) use.click();
  });
  use.addEventListener("click", () => void session.takePasted(typed.value, side));
  remove.addEventListener("click", () => {
    session.remove(side);
    typed.focus();
  });

  return (state) => {
    const story = state[side];
    const waiting = !story && (state.before || state.after);
    label.textContent = story ? AGE[side] : version;
    name.hidden = excerpt.hidden = remove.hidden = !story;
    typed.hidden = Boolean(story);
    typed.placeholder = waiting ? `Now the ${AGE[side]} version: drop it here, or paste it` : first;
    choose.textContent = story ? "Choose another file…" : choice;
    if (!story) return;
    showName(name, story.name);
    const start = story.text.slice(0, EXCERPT);
    if (excerpt.textContent !== start) excerpt.textContent = start;
    typed.value = "";
    use.hidden = true;
  };
}
