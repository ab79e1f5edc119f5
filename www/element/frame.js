/** @import { Comparison } from "./types.js" */
import { words } from "../language/element.js";
import { element } from "./element.js";
import { figures, summarise } from "./summary.js";

/** The parts of the element that stand whatever it shows. @typedef {ReturnType<typeof drawFrame>} Frame */

export function drawFrame() {
  const frame = element("div", "frame");
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
  const spoken = element("p", "unseen");
  const figures = element("slot");
  rows.setAttribute("role", "region");
  message.setAttribute("role", "alert");
  spoken.setAttribute("role", "status");
  figures.name = "figures";
  header.append(summary, strip, facts, figures);
  moves.setAttribute("class", "moves");
  moves.setAttribute("aria-hidden", "true");
  body.append(rows, moves);
  sheet.append(header, heads, body, message, spoken);
  sheet.dataset.shows = "nothing";
  // What stands in for the comparison is the page's own, and looks as it did before.
  frame.append(sheet, element("slot"));
  return { frame, sheet, summary, strip, facts, heads, body, rows, moves, message, spoken };
}

/** @param {Frame} frame @param {Comparison} comparison */
export function fillHeader({ summary, strip, heads, rows }, comparison) {
  rows.setAttribute("aria-label", words.spoken.rows);
  summary.replaceChildren(
    ...summarise(comparison).map(({ text, strong, leads }) => {
      if (!strong && !leads) return new Text(text);
      const finding = leads ? element("a", strong ? "strong" : "") : element("b");
      if (leads) Object.assign(finding, { href: `#${leads}` }).dataset.leads = leads;
      finding.textContent = text;
      return finding;
    }),
  );
  strip.textContent = figures(comparison.report);
  heads.replaceChildren(drawHead(comparison, "before"), drawHead(comparison, "after"));
}

/** @param {Comparison} comparison @param {"before" | "after"} side */
function drawHead({ report, names }, side) {
  const head = element("p", `head ${side}`, "head");
  const name = element("b");
  name.textContent = names?.[side] ?? words.names[side];
  head.append(name, ` ${names ? `${words.age[side]} · ` : ""}${words.tally(report[side].words, "word")}`);
  return head;
}
