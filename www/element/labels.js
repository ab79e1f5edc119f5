/** @import { Bead, Fact, Range } from "../pkg/storydiff.js" */

/** Every word that the element says to its reader stands here, in `summary.js`, `notes.js` and in the sentences of `check.js`. */

const NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");
const FIGURES = new Intl.NumberFormat("en");

/**
 * A number of things: in words up to twelve, in figures above.
 *
 * @param {number} number
 * @param {string} thing
 * @param {string} [things]
 */
export function count(number, thing, things = `${thing}s`) {
  return `${inWords(number)} ${number === 1 ? thing : things}`;
}

/** @param {number} number */
const inWords = (number) => NUMBERS[number] ?? figure(number);

/** The same in figures, for what is counted and not told. @param {number} number @param {string} thing */
export const tally = (number, thing) => `${figure(number)} ${thing}${number === 1 ? "" : "s"}`;

/** @param {number} number */
export const figure = (number) => FIGURES.format(number);

/** @param {string} sentence */
export const capitalised = (sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

export const NAMES = { before: "Earlier version", after: "Later version" };
export const AGE = { before: "earlier", after: "later" };
export const CAPTION = "picture caption";
export const RETOLD = "retold";
export const TELLING = { before: "as the earlier version tells it", after: "as the later version tells it" };
export const SPLIT = "the paragraph above was split here";
export const ONLY = { before: "only in the earlier version", after: "only in the later version" };
export const ROWS = "The two versions, paragraph by paragraph";

export const FACTS = "Facts that changed";
export const NO_FACTS = "No quotation, number, date or name changed.";

/** @param {Fact[]} facts */
export const inTheList = (facts) =>
  `In the list of facts: ${[...new Set(facts.map(({ kind, change }) => `${kind} ${change}`))].join(", ")}`;

/** @param {"before" | "after"} side @param {number} paragraph its index */
export const place = (side, paragraph) => ` (${AGE[side]} version, paragraph ${figure(paragraph + 1)})`;

/** @param {number} paragraphs how many stand here for one of the other version */
export const joined = (paragraphs) => `${count(paragraphs, "paragraph")} joined into one`;

/** @param {Bead} bead */
export const recast = ({ before, after }) =>
  `${count(before.end - before.start, "paragraph")} recast as ${inWords(after.end - after.start)}`;

/**
 * What the link at one end of a moved bead says of the other end.
 *
 * @param {"before" | "after"} side
 * @param {"up" | "down"} towards
 * @param {Range} elsewhere paragraphs of the other version
 * @param {string} change what else happened to it
 */
export function moved(side, towards, elsewhere, change) {
  const place = paragraphs(elsewhere);
  const where = side === "before" ? `moved ${towards} to ${place}` : `moved here from ${place}`;
  return change === "" ? where : `${where}, ${change}`;
}

/** @param {"up" | "down"} towards */
export const arrow = (towards) => (towards === "up" ? "↑" : "↓");

/** @param {number} words */
export const changed = (words) => (words === 0 ? "" : `${count(words, "word")} changed`);

/**
 * What a bead is to someone who hears it.
 *
 * @param {Bead} bead
 * @param {string} state
 */
export function described(bead, state) {
  const places = [
    bead.before.end > bead.before.start ? `earlier ${paragraphs(bead.before)}` : "",
    bead.after.end > bead.after.start ? `later ${paragraphs(bead.after)}` : "",
  ];
  const where = capitalised(places.filter(Boolean).join(", "));
  return state === "" ? where : `${where}: ${state}`;
}

/** @param {Range} range paragraph indices */
function paragraphs({ start, end }) {
  if (end - start === 1) return `paragraph ${figure(end)}`;
  return `paragraphs ${figure(start + 1)} ${end - start === 2 ? "and" : "to"} ${figure(end)}`;
}

export const NO_ANSWER = "there was no answer";

/** @param {"before" | "after"} side @param {string} address @param {string} reason */
export const notLoaded = (side, address, reason) =>
  `The ${AGE[side]} version could not be loaded from ${address}: ${reason}.`;

/** @param {string} address @param {string} reason */
export const savedNotLoaded = (address, reason) => `The comparison could not be loaded from ${address}: ${reason}.`;
