/**
 * CriticMarkup (Hewson & Weatherly 2013): one text with its changes marked in it, which many editors of Markdown can
 * accept or reject.
 *
 *     {--deleted--}  {++inserted++}  {~~one~>another~~}  {>>a comment<<}
 *
 * Accepting all gives the later version's paragraphs, character for character; rejecting all gives those of the earlier
 * one, but for white space that the comparison counts as no change: there the later version's stands, as a text that was
 * only wrapped anew would be nothing but marks. A moved paragraph is deleted where it stood and inserted where it stands,
 * with a comment at either place.
 *
 * A text may hold such marks of its own. CriticMarkup has no way to say so, Markdown has: a backslash before punctuation.
 * It is put inside the mark – `{\++`, `++\}`, `~\>` – so that a program that knows no backslashes finds no mark either. A
 * backslash that stands before a character of a mark, or at the end of a piece, is doubled for the same reason.
 */
/** @import { Comparison, Side } from "../element/types.js" */
/** @import { Block, Content } from "./weave.js" */
import { words } from "../language/tools.js";
import { blocks, isNothing, paragraphsOf, weave } from "./weave.js";

/** Between two paragraphs. */
const BREAK = "\n\n";

/**
 * @param {Comparison} comparison
 * @returns {string}
 */
export function criticMarkup(comparison) {
  const written = blocks(comparison.report).map((block) => {
    const [side, other] = block.sides;
    return other ? writeBoth(comparison, block) : writeOne(comparison, block, side);
  });
  return written.length > 0 ? `${written.join(BREAK)}\n` : "";
}

/** @param {Comparison} comparison @param {Block} block */
function writeBoth(comparison, { bead }) {
  return weave(comparison, bead)
    .map(({ before, after, kept }) => (kept ? escape(after) : change(before, after)))
    .join("");
}

/** @param {Comparison} comparison @param {Block} block @param {Side} side */
function writeOne(comparison, { bead, twice }, side) {
  const paragraphs = paragraphsOf(comparison, bead, side).map((text) => (side === "before" ? change([text], [""]) : change([""], [text])));
  if (twice) paragraphs[0] += side === "before" ? comment(words.keep.movedTo(bead.after)) : comment(words.keep.movedFrom(bead.before));
  return paragraphs.join(BREAK);
}

/** @param {Content} before @param {Content} after */
function change(before, after) {
  if (isNothing(after)) return `{--${escape(before)}--}`;
  return isNothing(before) ? `{++${escape(after)}++}` : `{~~${escape(before)}~>${escape(after)}~~}`;
}

/** @param {string} text */
function comment(text) {
  return `{>>${escape([text])}<<}`;
}

/** @param {Content} content */
function escape(content) {
  return content
    .join(BREAK)
    .replace(/\\(?=[\\{}+\-~=<>]|$)/g, "\\\\")
    .replace(/\{(?=\+\+|--|~~|==|>>)/g, "{\\")
    .replace(/(\+\+|--|~~|==|<<)\}/g, "$1\\}")
    .replace(/~>/g, "~\\>");
}
