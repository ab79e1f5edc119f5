/**
 * One of the two places: takes a text by choosing a file, by pasting or by typing, and shows how the text that it holds begins.
 */
/** @import { Session } from "./session.js" */
/** @import { Draw, Encoding, Side } from "./types.js" */
import { words } from "../language/page.js";
import { ENCODINGS } from "../read/decode.js";
import { find, say, showName } from "./dom.js";

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
 * @returns {Draw}
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
    const { places } = words;
    label.textContent = story ? places.age[side] : places.versions[side];
    name.hidden = excerpt.hidden = remove.hidden = !story;
    typed.hidden = Boolean(story);
    // What was typed and is not what was used stays a draft.
    if (story?.text === typed.value) typed.value = "";
    use.hidden = Boolean(story) || typed.value === "";
    typed.placeholder = waiting ? places.next[side] : places.first;
    choose.textContent = story ? places.chooseAnother : places.choose;
    if (!story) return;
    showName(name, story.name);
    const start = story.text.slice(0, EXCERPT);
    if (excerpt.textContent !== start) excerpt.textContent = start;
  };
}

/**
 * What there is to say about a text: in which encoding it was read, with a choice of others, or why one could not be read.
 *
 * @param {Side} side
 * @param {Session} session
 * @returns {Draw}
 */
export function notesOf(side, session) {
  const root = find(`.notes[data-side="${side}"]`, HTMLElement);
  const problem = find(".problem", HTMLElement, root);
  const reading = find(".reading", HTMLElement, root);
  const assumed = find(".assumed", HTMLElement, root);
  const choice = find("select", HTMLSelectElement, root);

  const options = Object.keys(ENCODINGS).map((encoding) => new Option("", encoding));
  choice.replaceChildren(...options);
  choice.addEventListener("change", () => session.readAgain(side, /** @type {Encoding} */ (choice.value)));

  return (state) => {
    const story = state[side];
    const reason = story?.reason;
    say(problem, state.problems[side]());
    reading.hidden = !reason;
    if (!reason) return;
    const { encoding } = words;
    const sentences = [encoding.assumed(story.name, ENCODINGS[story.encoding], encoding.reasons[reason])];
    if (story.text.includes("\ufffd")) sentences.push(encoding.lost);
    say(assumed, sentences.join(" "));
    for (const option of options) option.text = optionFor(/** @type {Encoding} */ (option.value));
    choice.value = story.encoding;
  };
}

/** @param {Encoding} encoding */
function optionFor(encoding) {
  const use = words.encoding.uses[encoding];
  return use ? `${ENCODINGS[encoding]} (${use})` : ENCODINGS[encoding];
}

/** Brings what went wrong into view, wherever the reader has scrolled to. @returns {Draw} */
export function showProblems() {
  /** @type {object} */
  let shown = {};
  return ({ problems }) => {
    if (problems === shown) return;
    shown = problems;
    for (const problem of document.querySelectorAll(".problem:not(:empty)")) problem.scrollIntoView({ block: "nearest" });
  };
}
