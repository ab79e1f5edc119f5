/** @import { Edit } from "../pkg/storydiff.js" */
/** @import { State } from "./notes.js" */
/** @import { Comparison, Marked, Side } from "./types.js" */
import { OTHER } from "./terms.js";
import { element } from "./element.js";
import { textOf } from "./level.js";
import { changedLetters, isKeptPhrase, runs } from "./words.js";

/** Lines of at most this many characters were broken by their author: verse, an address, a list. */
const VERSE_LINE = 60;

/**
 * How a bead is marked: its state, what took the place of earlier words, and the number of each of its edits.
 *
 * @typedef {{ state: State, replaced: { at: number, edit: Edit }[], numbers: Map<Edit, number> }} Marks
 */

/**
 * @param {Comparison} comparison
 * @param {Side} side
 * @param {number} index
 * @param {Edit[]} edits
 * @param {Marks} marks
 */
export function drawParagraph(comparison, side, index, edits, marks) {
  const { replaced } = marks;
  const { language, paragraphs } = comparison.report[side];
  const paragraph = paragraphs[index];
  const text = comparison[side];
  const isTitle = paragraph.role === "title";
  const target = element(isTitle ? (index === 0 ? "h2" : "h3") : "p", "", "paragraph");
  target.dataset.paragraph = String(index);
  target.dataset.role = paragraph.role;
  target.dir = "auto";
  if (language !== "und") target.lang = language;
  if (isVerse(text.slice(paragraph.start, paragraph.end))) target.classList.add("verse");

  /** @param {number} offset */
  const recallUpTo = (offset) => {
    while (replaced.length > 0 && replaced[0].at <= offset) {
      const { edit } = /** @type {{ edit: Edit }} */ (replaced.shift());
      const was = drawReplaced(comparison.before, edit, marks);
      if (was) target.append(was);
    }
  };
  for (const run of runs(side, edits, paragraph)) {
    recallUpTo(run.start);
    target.append(...drawRun(text.slice(run.start, run.end), comparison, side, run.edit, marks));
  }
  recallUpTo(paragraph.end);
  return target;
}

/** @param {string} text @param {Comparison} comparison @param {Side} side @param {Marked | null} edit @param {Marks} marks @returns {Node[]} */
function drawRun(text, comparison, side, edit, { state, numbers }) {
  if (edit === null || text.trim() === "") return [new Text(text)];
  if (edit.kind === "equal") {
    if (state !== "retold" || !isKeptPhrase(text)) return [new Text(text)];
    return wrapped(text, element("span", "kept", "kept"));
  }
  if (edit.kind === "transposition") return wrapped(text, marked("mark", edit, numbers));
  const mark = marked(side === "before" ? "del" : "ins", edit, numbers);
  const drawn = wrapped(text, mark);
  if (edit.kind === "substitution" && !edit.cosmetic && state === "changed") {
    markLetters(mark, textOf(comparison, OTHER[side], edit[OTHER[side]]));
  }
  return drawn;
}

/** Marks the letters by which a word differs from its counterpart. @param {HTMLElement} mark @param {string} counterpart */
function markLetters(mark, counterpart) {
  const [word] = mark.childNodes;
  const letters = changedLetters(mark.textContent, counterpart);
  if (!letters || letters.start === letters.end) return;
  const range = new Range();
  range.setStart(word, letters.start);
  range.setEnd(word, letters.end);
  range.surroundContents(element("span", "letters", "letters"));
}

/**
 * Puts a mark around the words and not around the white space beside them.
 *
 * @param {string} text
 * @param {HTMLElement} mark
 * @returns {Node[]}
 */
function wrapped(text, mark) {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  mark.append(text.slice(start, end));
  return [new Text(text.slice(0, start)), mark, new Text(text.slice(end))].filter((node) => node.textContent !== "");
}

/** @param {"ins" | "del" | "mark"} name @param {Marked} edit @param {Map<Edit, number>} numbers */
function marked(name, edit, numbers) {
  const mark = element(name, "", name);
  mark.dataset.edit = edit.kind;
  mark.dataset.number = String(numbers.get(edit));
  if (edit.cosmetic) mark.dataset.cosmetic = edit.cosmetic;
  if (edit.substance) mark.dataset.substance = "";
  return mark;
}

/**
 * The earlier words where the later ones now stand, for the view in one column. They are no part of the
 * paragraph's text, so a style sheet shows them and the earlier paragraph says them.
 *
 * @param {string} before
 * @param {Edit} edit
 * @param {Marks} marks
 */
function drawReplaced(before, edit, { numbers }) {
  const words = before.slice(edit.before.start, edit.before.end);
  if (words.trim() === "") return null;
  const span = element("span", "was");
  span.setAttribute("aria-hidden", "true");
  span.dataset.number = String(numbers.get(edit));
  span.dataset.was = words.trim().replace(/\s+/g, " ");
  if (edit.cosmetic) span.dataset.cosmetic = edit.cosmetic;
  if (edit.kind === "substitution" || words.trimEnd() !== words || words.trimStart() === words) span.dataset.apart = "";
  if (edit.kind === "deletion" && words.trimEnd() === words) span.dataset.led = "";
  return span;
}

/** @param {string} text */
function isVerse(text) {
  const lines = text.split(/\r\n?|\n/);
  return lines.length > 1 && lines.every((line) => line.length <= VERSE_LINE);
}
