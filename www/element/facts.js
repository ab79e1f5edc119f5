/** @import { Fact, Range as Place, Report } from "../pkg/storydiff.js" */
/** @import { Frame } from "./frame.js" */
/** @import { Comparison, Drawing, Side } from "./types.js" */
import { CHANGES, FACTS, SIDES } from "./check.js";
import { element } from "./element.js";
import * as labels from "./labels.js";
import { isOneStory } from "./summary.js";
import { indexAt } from "./words.js";

/** How much of the sentence is quoted on either side of a passage, in characters. */
const NEAR = 60;

const MARK = "storydiff-fact";

/** The facts that changed, by the paragraphs where they stand. @param {Report} report */
export function placeFacts({ facts, ...versions }) {
  /** @type {Drawing["facts"]} */
  const places = { before: [], after: [] };
  facts?.forEach((fact, index) => {
    for (const side of SIDES) {
      const place = fact.change !== "kept" && fact[side];
      if (place) (places[side][indexAt(versions[side].paragraphs, place.start)] ??= []).push(index);
    }
  });
  return places;
}

/** What stands in the margin where facts changed. @param {Report} report @param {number[]} indices */
export function drawMark({ facts }, indices) {
  const mark = element("button", "fact", "fact");
  mark.dataset.facts = indices.join(" ");
  mark.title = mark.ariaLabel = labels.inTheList(indices.map((index) => facts[index]));
  return mark;
}

/** Lists what became of the facts, and leads from there to the text and back. @param {Frame} frame @param {Comparison} comparison */
export function showFacts({ sheet, facts: panel, rows }, comparison) {
  const { report } = comparison;
  panel.replaceChildren();
  sheet.onkeydown = sheet.onclick = null;
  // Older reports have none, and what two stories have in common is chance.
  if (!report.facts || !isOneStory(report)) return;
  const changed = report.facts.filter(({ change }) => change !== "kept").length;
  if (changed === 0) return panel.append(labels.NO_FACTS);
  const details = element("details");
  const summary = element("summary");
  summary.append(`${labels.FACTS} · ${labels.figure(changed)}`);
  details.append(summary);
  panel.append(details);

  // A book has thousands, so they wait until they are wanted.
  const draw = () => {
    if (details.lastChild === summary) details.append(...drawFacts(comparison));
  };
  summary.onclick = draw;

  /** Where the reader jumped from. @type {HTMLElement | null} */
  let from = null;
  const goBack = () => {
    details.open = true;
    from?.focus();
    from = null;
  };
  sheet.onkeydown = ({ key }) => {
    if (key === "Escape" && from) goBack();
  };
  sheet.onclick = ({ target }) => {
    const button = /** @type {Element} */ (target).closest("button");
    const { fact, facts, at } = button?.dataset ?? {};
    if (fact) showPassage(rows, report, Number(fact), /** @type {Side} */ (at));
    if (fact) from = button;
    if (!facts) return;
    draw();
    const listed = facts.split(" ");
    if (!listed.includes(from?.dataset.fact ?? "")) from = details.querySelector(`[data-fact="${listed[0]}"]`);
    goBack();
  };
}

/** All that the panel lists. @param {Comparison} comparison */
export function drawFacts(comparison) {
  return FACTS.flatMap((kind) => drawGroup(kind, comparison));
}

/** @param {Fact["kind"]} kind @param {Comparison} comparison @returns {HTMLElement[]} */
function drawGroup(kind, comparison) {
  const { facts } = comparison.report;
  const list = element("ul");
  const counts = element("span");
  for (const change of CHANGES) {
    const indices = [...facts.keys()].filter((index) => facts[index].kind === kind && facts[index].change === change);
    if (indices.length > 0) counts.append(` · ${labels.figure(indices.length)} ${change}`);
    if (change !== "kept") list.append(...indices.map((index, nth) => drawFact(index, nth > 0, comparison)));
  }
  if (!counts.hasChildNodes()) return [];
  const heading = element("h2");
  heading.append(labels.capitalised(`${kind}s`), counts);
  list.role = "list";
  return list.hasChildNodes() ? [heading, list] : [heading];
}

/** @param {number} index @param {boolean} again whether the row above says the same of its own @param {Comparison} comparison */
function drawFact(index, again, comparison) {
  const fact = comparison.report.facts[index];
  const row = element("li");
  const change = element("span", again ? "unseen" : "");
  change.append(fact.change);
  row.append(change);
  for (const side of SIDES) {
    const place = fact[side];
    if (place) row.append(drawPassage(index, side, place, comparison));
  }
  return row;
}

/** @param {number} index @param {Side} side @param {Place} place @param {Comparison} comparison */
function drawPassage(index, side, { start, end }, { report, ...texts }) {
  const { language, paragraphs, sentences = [] } = report[side];
  const text = texts[side];
  const paragraph = indexAt(paragraphs, start);
  const button = element("button", `passage ${side}`, "passage");
  const quoted = element("span");
  const passage = element("b");
  const where = element("span", "unseen");
  Object.assign(button.dataset, { fact: index, at: side });
  quoted.dir = "auto";
  if (language !== "und") quoted.lang = language;
  passage.append(text.slice(start, end));
  quoted.append(passage);
  if (report.facts[index].kind !== "name") {
    const sentence = (/** @type {number} */ offset) => sentences[indexAt(sentences, offset)] ?? paragraphs[paragraph];
    passage.before(lead(text.slice(sentence(start).start, start)));
    passage.after(rest(text.slice(end, Math.max(end, sentence(end - 1).end))));
  }
  where.append(labels.place(side, paragraph));
  button.append(quoted, where);
  return button;
}

/** Cut between words where there are any, and never within a character. @param {string} text */
const lead = (text) => (text.length > NEAR ? `… ${text.slice(-NEAR).replace(/^\S*\s+|^[\udc00-\udfff]/, "")}` : text);

/** @param {string} text */
const rest = (text) => (text.length > NEAR ? `${text.slice(0, NEAR).replace(/\s+\S*$|[\ud800-\udbff]$/, "")} …` : text);

/** @param {HTMLElement} rows @param {Report} report @param {number} index @param {Side} side */
function showPassage(rows, report, index, side) {
  const { start, end } = /** @type {Place} */ (report.facts[index][side]);
  const { paragraphs } = report[side];
  const number = indexAt(paragraphs, start);
  const paragraph = rows.querySelector(`[data-side="${side}"] [data-paragraph="${number}"]`);
  const bead = /** @type {HTMLElement | null | undefined} */ (paragraph?.closest("[data-bead]"));
  // A book may still be being drawn.
  if (!paragraph || !bead) return;
  const passage = rangeIn(paragraph, paragraphs[number].start, start, end);
  bead.dataset.shown = side;
  bead.onblur = () => {
    // Who only looks into another window finds it marked on return.
    if (!document.hasFocus()) return;
    CSS.highlights?.delete(MARK);
    delete bead.dataset.shown;
  };
  bead.focus({ preventScroll: true });
  // Not before: what loses the focus takes its mark away.
  globalThis.Highlight && CSS.highlights.set(MARK, new Highlight(passage));
  const anchor = element("span");
  const show = () => {
    passage.insertNode(anchor);
    anchor.scrollIntoView({ block: "center", behavior: "instant" });
    anchor.remove();
  };
  show();
  // By then the rows that came into view on the way there have taken their real heights.
  requestAnimationFrame(() => requestAnimationFrame(show));
}

/** What stands between two offsets of the text in a paragraph. @param {Element} paragraph @param {number} at where it begins @param {number} start @param {number} end */
function rangeIn(paragraph, at, start, end) {
  const range = new Range();
  range.selectNodeContents(paragraph);
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node; (node = /** @type {Text | null} */ (texts.nextNode())); at += node.length) {
    if (start >= at && start < at + node.length) range.setStart(node, start - at);
    if (end > at && end <= at + node.length) range.setEnd(node, end - at);
  }
  return range;
}
