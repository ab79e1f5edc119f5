/** @import { Comparison } from "./types.js" */
import { element } from "./element.js";
import { showFacts } from "./facts.js";
import * as labels from "./labels.js";
import { figures, summarise } from "./summary.js";

/** The parts of the element that stand whatever it shows. @typedef {ReturnType<typeof drawFrame>} Frame */

export function drawFrame() {
  const sheet = element("div", "sheet", "sheet");
  const header = element("div", "header", "header");
  const summary = element("p", "summary", "summary");
  const strip = element("p", "figures", "figures");
  const facts = element("div", "facts", "facts");
  const heads = element("div", "heads", "heads");
  const rows = element("div", "rows", "rows");
  const body = element("div", "body");
  const moves = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const message = element("p", "message", "message");
  rows.setAttribute("role", "region");
  rows.setAttribute("aria-label", labels.ROWS);
  message.setAttribute("role", "alert");
  // What the page has to add to the summary.
  const slot = element("slot");
  slot.name = "figures";
  header.append(summary, strip, facts, slot);
  moves.setAttribute("class", "moves");
  moves.setAttribute("aria-hidden", "true");
  body.append(rows, moves);
  sheet.append(header, heads, body, message, element("slot"));
  sheet.dataset.shows = "nothing";
  return { sheet, summary, strip, facts, heads, rows, moves, message };
}

/** @param {Frame} frame @param {Comparison} comparison */
export function fillHeader(frame, comparison) {
  const { summary, strip, heads } = frame;
  summary.replaceChildren(
    ...summarise(comparison).map(({ text, strong }) => {
      if (!strong) return new Text(text);
      const finding = element("b");
      finding.textContent = text;
      return finding;
    }),
  );
  strip.textContent = figures(comparison.report);
  showFacts(frame, comparison);
  heads.replaceChildren(drawHead(comparison, "before"), drawHead(comparison, "after"));
}

/** @param {Comparison} comparison @param {"before" | "after"} side */
function drawHead({ report, names }, side) {
  const head = element("p", `head ${side}`, "head");
  const name = element("b");
  name.textContent = names?.[side] ?? labels.NAMES[side];
  head.append(name, ` ${names ? `${labels.AGE[side]} · ` : ""}${labels.tally(report[side].words, "word")}`);
  return head;
}
