/** @import { Bead } from "../pkg/storydiff.js" */
/** @import { Comparison, Side } from "./types.js" */
import { element } from "./element.js";
import * as labels from "./labels.js";
import { changesIn, countChangedWords, isRewritten } from "./words.js";

/**
 * What became of a bead, as far as its drawing goes: `plain` where nothing is marked at all.
 *
 * @typedef {"plain" | "same" | "changed" | "retold" | "added" | "removed"} State
 */

/** @param {Bead} bead @param {Comparison} comparison @returns {State} */
export function stateOf(bead, comparison) {
  if (bead.kind === "insertion") return "added";
  if (bead.kind === "deletion") return "removed";
  if (changesIn(bead, comparison).length === 0) return "same";
  return isRewritten(bead) ? "retold" : "changed";
}

/** @param {Bead} bead @param {State} state @param {Comparison} comparison */
export function stateInWords(bead, state, comparison) {
  const words = {
    plain: "",
    same: "unchanged",
    changed: labels.changed(countChangedWords(bead, comparison)) || "only typography or order changed",
    retold: labels.RETOLD,
    added: labels.ONLY.after,
    removed: labels.ONLY.before,
  }[state];
  return bead.moved && state !== "plain" ? `moved, ${words}` : words;
}

/**
 * What is said above one side of a bead, if anything.
 *
 * @param {Bead} bead
 * @param {Side} side
 * @param {State} state
 * @param {{ isCaption: boolean, towards?: "up" | "down", repeated: boolean, comparison: Comparison }} details
 */
export function drawNote(bead, side, state, { isCaption, towards, repeated, comparison }) {
  /** @type {(string | Node)[][]} */
  const said = [];
  if (isCaption && state !== "plain") said.push([labels.CAPTION]);
  if (towards) said.push([linkToOtherEnd(bead, side, towards, state, comparison), ` ${labels.arrow(towards)}`]);
  else if (state === "retold") said.push(toldIn(side));
  if (state === "removed" && !repeated) said.push([labels.ONLY.before]);
  if (state === "added" && !repeated) said.push([labels.ONLY.after]);
  if (side === "after" && state !== "plain") {
    if (bead.kind === "merge") said.push([labels.joined(bead.before.end - bead.before.start)]);
    if (bead.kind === "recast") said.push([labels.recast(bead)]);
  }
  if (said.length === 0) return null;
  const note = noteOf(...said.flatMap((words, index) => (index === 0 ? words : [" · ", ...words])));
  if (repeated && said.length === 1 && state === "retold" && !towards) note.classList.add("again");
  return note;
}

/** Side by side, where a telling stands says which it is; in one column words must. @param {Side} side */
function toldIn(side) {
  const wide = element("span", "wide");
  const narrow = element("span", "narrow");
  wide.append(labels.RETOLD);
  narrow.append(labels.TELLING[side]);
  return [wide, narrow];
}

/** @param {...(string | Node)} words */
export function noteOf(...words) {
  const note = element("p", "note", "note");
  note.append(...words);
  return note;
}

/**
 * @param {Bead} bead
 * @param {Side} side
 * @param {"up" | "down"} towards
 * @param {State} state
 * @param {Comparison} comparison
 */
function linkToOtherEnd(bead, side, towards, state, comparison) {
  const other = side === "before" ? "after" : "before";
  const change = state === "retold" ? labels.RETOLD : labels.changed(countChangedWords(bead, comparison));
  const link = element("a", "counterpart", "counterpart");
  link.href = `#${other}-${bead[other].start + 1}`;
  link.dataset.counterpart = other;
  link.append(labels.moved(side, towards, bead[other], change));
  return link;
}
