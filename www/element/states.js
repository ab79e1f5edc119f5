/** @import { Bead } from "../pkg/storydiff.js" */
/** @import { Comparison } from "./types.js" */
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
