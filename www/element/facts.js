/** @import { Fact, Range as Place, Report } from "../pkg/storydiff.js" */
/** @import { Comparison, Side } from "./types.js" */
import { words } from "../language/element.js";
import { CHANGES, FACTS, SIDES } from "./terms.js";
import { element } from "./element.js";
import { isOneStory } from "./summary.js";
import { indexAt } from "./words.js";

/** How much of the sentence is quoted on either side of a passage, in characters. */
const NEAR = 60;

/** What stands in the margin where facts changed. @param {Report} report @param {number[]} indices */
export function drawMark({ facts }, indices) {
  const mark = element("button", "fact", "fact");
  mark.dataset.facts = indices.join(" ");
  mark.title = mark.ariaLabel = words.facts.listed(indices.map((index) => facts[index]));
  return mark;
}

/**
 * The panel before it is opened.
 *
 * @param {Comparison} comparison
 * @returns {HTMLElement | null} only words where no fact changed; nothing where none was looked for
 */
export function drawPanel({ report }) {
  // Older reports have no facts, and what two stories have in common is chance.
  if (!report.facts || !isOneStory(report)) return null;
  const changed = report.facts.filter(({ change }) => change !== "kept").length;
  if (changed === 0) {
    const none = element("p", "of-facts");
    none.append(words.facts.none);
    return none;
  }
  const details = element("details", "of-facts");
  const summary = element("summary");
  summary.append(`${words.facts.heading} · ${words.figure(changed)}`);
  details.append(summary);
  return details;
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
    if (indices.length > 0) counts.append(` · ${words.figure(indices.length)} ${words.facts.changes[change]}`);
    if (change !== "kept") list.append(...indices.map((index, nth) => drawFact(index, nth > 0, comparison)));
  }
  if (!counts.hasChildNodes()) return [];
  const heading = element("h2");
  heading.dataset.kind = kind;
  heading.tabIndex = -1;
  heading.append(words.facts.kinds[kind], counts);
  list.role = "list";
  return list.hasChildNodes() ? [heading, list] : [heading];
}

/** @param {number} index @param {boolean} again whether the row above says the same of its own @param {Comparison} comparison */
function drawFact(index, again, comparison) {
  const fact = comparison.report.facts[index];
  const row = element("li");
  const change = element("span", again ? "unseen" : "");
  change.append(words.facts.changes[fact.change]);
  row.append(change);
  for (const side of SIDES) {
    const place = fact[side];
    if (place) row.append(drawPassage(index, side, place, comparison));
  }
  return row;
}

/** @param {number} index @param {Side} side @param {Place} place @param {Comparison} comparison */
function drawPassage(index, side, { start, end }, { report, ...texts }) {
  const { language, paragraphs } = report[side];
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
    const [lead, rest] = beside({ start, end }, text, report[side]);
    passage.before(lead);
    passage.after(rest);
  }
  where.append(words.facts.place(side, paragraph));
  button.append(quoted, where);
  return button;
}

/**
 * What stands before and after a passage in its sentence.
 *
 * @param {Place} place @param {string} text @param {Report["before"]} version
 */
export function beside({ start, end }, text, { paragraphs, sentences = [] }) {
  const sentence = (/** @type {number} */ offset) => sentences[indexAt(sentences, offset)] ?? paragraphs[indexAt(paragraphs, start)];
  return [lead(text.slice(sentence(start).start, start)), rest(text.slice(end, Math.max(end, sentence(end - 1).end)))];
}

/** Cut between words where there are any, and never within a character. @param {string} text */
const lead = (text) => (text.length > NEAR ? `… ${text.slice(-NEAR).replace(/^\S*\s+|^[\udc00-\udfff]/, "")}` : text);

/** @param {string} text */
const rest = (text) => (text.length > NEAR ? `${text.slice(0, NEAR).replace(/\s+\S*$|[\ud800-\udbff]$/, "")} …` : text);
