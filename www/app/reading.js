/**
 * The controls of reading: views, what is marked, steps from change to change.
 */
/** @import { Draw } from "./types.js" */
/** @import { Choice, Choices } from "./choices.js" */
import { isWriting } from "../element/keys.js";
import { LEVELS } from "../element/level.js";
import { StoryDiff } from "../element/define.js";
import { words } from "../language/page.js";
import { find, say } from "./dom.js";
import { folding } from "./fold.js";
import { addStyle } from "./own.js";

/** Choices that are attributes of the element, by the same names. @type {readonly Choice[]} */
const ATTRIBUTES = ["view", "version", "level", "only", "summaries", "letters", "invisibles", "theme"];

/** Fields that choose one of several values. @type {readonly Choice[]} */
const PICKS = ["version", "summaries", "theme"];

/** Fields that are checked or not: what they choose when they are, and when not. @type {readonly [Choice, string, string][]} */
const CHECKS = [
  ["only", "changes", "all"],
  ["letters", "on", "off"],
  ["invisibles", "on", "off"],
];

/**
 * @param {Choices} choices
 * @param {() => void} follow is called when a choice changed that stands in the address
 * @returns {{ draw: Draw, show: () => void }} `show` shows the choices again, when they changed from elsewhere or in another language
 */
export function reading(choices, follow) {
  const element = find("story-diff", StoryDiff);
  const tools = find("#tools", HTMLElement);
  const steps = find("#steps", HTMLElement);
  const step = find("#step", HTMLElement);
  const level = find("#level", HTMLInputElement);
  const levelSays = find("#level-says", HTMLOutputElement);
  const flip = find("#flip", HTMLButtonElement);
  const version = find("#version-pick", HTMLElement);
  const views = [...document.querySelectorAll("#views input")].filter((input) => input instanceof HTMLInputElement);

  const show = () => {
    for (const choice of ATTRIBUTES) {
      if (element.getAttribute(choice) !== choices.get(choice)) element.setAttribute(choice, choices.get(choice));
    }
    document.documentElement.dataset.theme = choices.get("theme");
    const index = LEVELS.findIndex((level) => level === choices.get("level"));
    level.value = String(index);
    levelSays.textContent = level.ariaValueText = words.reading.levels[LEVELS[index]];
    for (const choice of PICKS) find(`#${choice}`, HTMLSelectElement).value = choices.get(choice);
    for (const [choice, on] of CHECKS) find(`#${choice}`, HTMLInputElement).checked = choices.get(choice) === on;
    showPlace();
  };

  /** What follows from how the element is drawn, and from where in it the reader is. */
  const showPlace = () => {
    for (const input of views) input.checked = input.value === element.shownAs;
    version.hidden = element.shownAs !== "read";
    flip.hidden = element.hidden || element.shownAs !== "flip";
    const { count, current } = element.changes;
    say(step, current > 0 ? words.reading.step(current, count) : words.reading.steps(count));
  };

  /** @param {Choice} choice @param {string} value */
  const choose = (choice, value) => {
    choices.choose(choice, value);
    show();
    follow();
  };
  for (const input of views) input.addEventListener("change", () => choose("view", input.value));
  level.addEventListener("input", () => choose("level", LEVELS[Number(level.value)]));
  for (const choice of PICKS) {
    const field = find(`#${choice}`, HTMLSelectElement);
    field.addEventListener("change", () => choose(choice, field.value));
  }
  for (const [choice, on, off] of CHECKS) {
    const field = find(`#${choice}`, HTMLInputElement);
    field.addEventListener("change", () => choose(choice, field.checked ? on : off));
  }
  find("[data-act=next]", HTMLElement).addEventListener("click", () => element.goToChange(1));
  find("[data-act=previous]", HTMLElement).addEventListener("click", () => element.goToChange(-1));
  element.addEventListener("storydiff-view", showPlace);
  holdToFlip(element, flip);
  const fold = folding();
  let isCompared = false;
  show();

  return {
    draw: ({ before, after, phase }) => {
      isCompared = phase === "compared";
      if (!isCompared) tools.hidden = steps.hidden = true;
      if (!before && !after) return fold();
      // Their looks come with the first text, and are there by the time that there is something to read.
      void addStyle("reading.css").then(() => {
        tools.hidden = steps.hidden = !isCompared;
        show();
        fold();
      });
    },
    show,
  };
}

/** Shows the later version for as long as the button or its key is held. @param {StoryDiff} element @param {HTMLButtonElement} button */
function holdToFlip(element, button) {
  const flip = (/** @type {boolean} */ flipped) => {
    element.flip(flipped);
    button.setAttribute("aria-pressed", String(flipped));
  };
  button.addEventListener("pointerdown", () => flip(true));
  for (const event of ["pointerup", "pointercancel", "pointerleave"]) button.addEventListener(event, () => flip(false));
  // A press that came by keyboard or by voice cannot be held: it flips there and back.
  button.addEventListener("click", (event) => event.detail === 0 && flip(button.ariaPressed !== "true"));
  addEventListener("keydown", (event) => {
    if (isFlipKey(event) && !event.repeat && element.getAttribute("letters") !== "off") flip(true);
  });
  addEventListener("keyup", (event) => isFlipKey(event) && flip(false));
  addEventListener("blur", () => flip(false));
}

/** @param {KeyboardEvent} event */
function isFlipKey({ key, target, ctrlKey, metaKey, altKey }) {
  return key.toLowerCase() === "f" && !isWriting(target) && !ctrlKey && !metaKey && !altKey;
}
