/**
 * The figures as tables: what became of the words and of the paragraphs, and the longest passage kept word for word.
 */
/** @import { Comparison, Drawing, Side } from "../element/types.js" */
/** @import { Look } from "./looks.js" */
import { SIDES } from "../element/terms.js";
import { cut } from "../element/words.js";
import { words } from "../language/tools.js";
import { countFates, FATES } from "./bands.js";
import { hasLooks } from "./looks.js";

/** How much of the longest passage is quoted, in UTF-16 code units. */
const QUOTED = 320;

/** @typedef {(passage: { start: number, end: number }, side: Side, button: HTMLElement) => void} ShowPassage */

/** A line of a table: what is counted, how it looks where that is drawn, and how many there are; `null` where there cannot be any. @typedef {[name: string, look: Look | null, before: number | null, after: number | null]} Line */

/** @param {Drawing} drawing @param {ShowPassage} showPassage */
export function drawNumbers(drawing, showPassage) {
  const numbers = document.createElement("div");
  numbers.className = "numbers";
  if (!hasLooks(drawing)) {
    numbers.append(drawPlainTable(drawing.comparison));
    return numbers;
  }
  numbers.append(drawWordsTable(drawing.comparison), drawParagraphsTable(drawing), drawShares(drawing.comparison, showPassage));
  return numbers;
}

/** Of texts that have nothing to do with each other. @param {Comparison} comparison */
function drawPlainTable({ report }) {
  const { kinds } = words.figures;
  const count = (/** @type {Side} */ side) => report[side].sentences?.length ?? null;
  return drawTable(words.figures.amounts, [
    [kinds.words, null, report.before.words, report.after.words],
    [kinds.sentences, null, count("before"), count("after")],
    [kinds.paragraphs, null, report.before.paragraphs.length, report.after.paragraphs.length],
  ]);
}

/** @param {Comparison} comparison */
function drawWordsTable({ report }) {
  const { equal, transposed, substituted, substitutes, deleted, inserted } = report.summary.words;
  const { kinds } = words.figures;
  /** @type {Line[]} */
  const lines = [
    [kinds.kept, "same", equal, equal],
    [kinds.changed, "changed", substituted, substitutes],
    [kinds.moved, "moved", transposed, transposed],
    [kinds.dropped, "removed", deleted, null],
    [kinds.added, "added", null, inserted],
  ];
  return drawTable(words.figures.words, lines, { before: report.before.words, after: report.after.words });
}

/** @param {Drawing} drawing */
function drawParagraphsTable(drawing) {
  const { report } = drawing.comparison;
  const counts = countFates(drawing, report.beads.keys());
  /** @type {Record<string, Look>} */
  const looks = { split: "changed", joined: "changed", recast: "changed", dropped: "removed" };
  const lines = FATES.map((fate) => {
    const { before, after } = counts[fate];
    const look = looks[fate] ?? fate;
    return /** @type {Line} */ ([words.figures.fates[fate], look, fate === "added" ? null : before, fate === "dropped" ? null : after]);
  });
  return drawTable(words.figures.paragraphs, lines, { before: report.before.paragraphs.length, after: report.after.paragraphs.length });
}

/**
 * A table of both versions, without the lines that count nothing. Where there is a whole, a thin bar says how much of it each is.
 *
 * @param {string} caption
 * @param {Line[]} lines
 * @param {Record<Side, number>} [whole]
 */
function drawTable(caption, lines, whole) {
  const table = document.createElement("table");
  table.createCaption().textContent = caption;
  const head = table.createTHead().insertRow();
  head.insertCell();
  for (const side of SIDES) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = words.figures.versions[side];
    head.append(cell);
  }
  const body = table.createTBody();
  for (const [name, look, ...counts] of lines) {
    if (!counts.some(Boolean)) continue;
    drawLine(body, name, counts, counts.map((count, side) => (count ?? 0) / (whole?.[SIDES[side]] || Infinity))).className = look ?? "";
  }
  if (whole) drawLine(table.createTFoot(), words.figures.kinds.all, [whole.before, whole.after], []);
  return table;
}

/** @param {HTMLTableSectionElement} part @param {string} name @param {(number | null)[]} counts @param {number[]} shares of the whole */
function drawLine(part, name, counts, shares) {
  const line = part.insertRow();
  const heading = document.createElement("th");
  heading.scope = "row";
  heading.textContent = name;
  line.append(heading);
  counts.forEach((count, side) => {
    const cell = line.insertCell();
    cell.textContent = count === null ? "–" : words.figures.number(count);
    if (shares[side]) cell.style.setProperty("--share", String(shares[side]));
  });
  return line;
}

/** What was retold, what is new, and the longest passage that was kept. @param {Comparison} comparison @param {ShowPassage} showPassage */
function drawShares({ report, ...texts }, showPassage) {
  const { retold, longest } = report.summary;
  const list = document.createElement("dl");
  list.append(
    drawTerm(words.figures.retold, words.figures.share(retold.before)),
    drawTerm(words.figures.fresh, words.figures.share(1 - retold.after)),
  );
  if (!longest) return list;
  const { language } = report.after;
  const passage = document.createElement("button");
  const quote = document.createElement("q");
  const place = document.createElement("dd");
  const term = drawTerm(words.figures.longest, words.figures.countWords(longest.words));
  quote.dir = "auto";
  if (language !== "und") quote.lang = language;
  quote.textContent = cut(texts.after.slice(longest.after.start, longest.after.end), QUOTED);
  passage.append(quote);
  passage.addEventListener("click", () => showPassage(longest.after, "after", passage));
  place.append(passage);
  term.append(place);
  list.append(term);
  return list;
}

/** @param {string} name @param {string} value */
function drawTerm(name, value) {
  const [group, term, description] = ["div", "dt", "dd"].map((tag) => document.createElement(tag));
  term.textContent = name;
  description.textContent = value;
  group.append(term, description);
  return group;
}
