/** @import { Bead, Edit } from "../pkg/storydiff.js" */
/** @import { Level } from "./level.js" */
/** @import { Comparison, Drawing, Settings, Side } from "./types.js" */
import { words } from "../language/element.js";
import { OTHER } from "./terms.js";
import { element } from "./element.js";
import { textOf } from "./level.js";
import { countChangedWords, isRewritten, isVisible } from "./words.js";

/**
 * What became of a bead, as far as its drawing goes: `plain` where nothing is marked at all.
 *
 * @typedef {"plain" | "same" | "changed" | "retold" | "added" | "removed"} State
 */

/** @param {Bead} bead @param {Edit[]} edits that are marked @param {Comparison} comparison @param {Level} level @returns {State} */
export function stateOf(bead, edits, comparison, level) {
  if (bead.kind === "insertion") return "added";
  if (bead.kind === "deletion") return "removed";
  if (!edits.some((edit) => isVisible(edit, comparison))) return "same";
  return level !== "content" && isRewritten(bead) ? "retold" : "changed";
}

/**
 * What became of a bead, for those who listen.
 *
 * @param {Drawing} drawing
 * @param {number} index of the bead
 * @param {Settings["summaries"]} summaries
 */
export function inWords({ comparison, states, edits }, index, summaries) {
  const state = states[index];
  if (state === "plain" || summaries === "off") return "";
  const changes = edits[index].filter((edit) => isVisible(edit, comparison));
  const said = {
    same: words.spoken.unchanged,
    changed: words.note.changed(countChangedWords(edits[index], comparison)) || words.spoken.typography,
    retold: words.note.retold,
    added: words.note.only.after,
    removed: words.note.only.before,
  }[state];
  const all = summaries === "changes" && state === "changed" ? changes.map((edit) => editInWords(edit, comparison)).join("; ") : said;
  return comparison.report.beads[index].moved ? words.spoken.moved(all) : all;
}

/** @param {Edit} edit @param {Comparison} comparison */
export function editInWords(edit, comparison) {
  const [was, is] = /** @type {const} */ (["before", "after"]).map((side) => textOf(comparison, side, edit[side]).replace(/\s+/g, " "));
  if (edit.kind === "transposition") return words.spoken.transposed(is);
  if (was && is) return words.spoken.substituted(was, is);
  return was ? words.spoken.deleted(was) : words.spoken.inserted(is);
}

/**
 * What is said above one side of a bead, if anything.
 *
 * @param {Drawing} drawing
 * @param {number} index of the bead
 * @param {Side} side
 * @param {{ isCaption: boolean, towards?: "up" | "down", repeated: boolean }} details
 */
export function drawNote(drawing, index, side, { isCaption, towards, repeated }) {
  const bead = drawing.comparison.report.beads[index];
  const state = drawing.states[index];
  /** @type {(string | Node)[][]} */
  const said = [];
  if (isCaption && state !== "plain") said.push([words.note.caption]);
  // Where it stands now, an arrow would say that it still has somewhere to go.
  const arrow = side === "after" ? "" : towards === "up" ? " ↑" : " ↓";
  if (towards) said.push([linkToOtherEnd(drawing, index, side, towards), arrow]);
  else if (state === "retold") said.push(toldIn(side));
  if (state === "removed" && !repeated) said.push([words.note.only.before]);
  if (state === "added" && !repeated) said.push([words.note.only.after]);
  if (side === "after" && state !== "plain") {
    if (bead.kind === "merge") said.push([words.note.joined(bead.before.end - bead.before.start)]);
    if (bead.kind === "recast") said.push([words.note.recast(bead)]);
  }
  if (said.length === 0) return null;
  const note = noteOf(...said.flatMap((said, index) => (index === 0 ? said : [" · ", ...said])));
  if (repeated && said.length === 1 && state === "retold" && !towards) note.classList.add("again");
  return note;
}

/** Side by side, where a telling stands says which it is; in one column words must. @param {Side} side */
function toldIn(side) {
  const wide = element("span", "wide");
  const narrow = element("span", "narrow");
  wide.append(words.note.retold);
  narrow.append(words.note.telling[side]);
  return [wide, narrow];
}

/** @param {...(string | Node)} said */
export function noteOf(...said) {
  const note = element("p", "note", "note");
  note.append(...said);
  return note;
}

/**
 * @param {Drawing} drawing
 * @param {number} index of the bead
 * @param {Side} side
 * @param {"up" | "down"} towards
 */
function linkToOtherEnd({ comparison, states, edits }, index, side, towards) {
  const elsewhere = comparison.report.beads[index][OTHER[side]];
  const change = states[index] === "retold" ? words.note.retold : words.note.changed(countChangedWords(edits[index], comparison));
  const link = element("a", "counterpart", "counterpart");
  link.href = `#${OTHER[side]}-${elsewhere.start + 1}`;
  link.dataset.counterpart = OTHER[side];
  link.append(words.note.moved(side, towards, elsewhere, change));
  return link;
}
