/**
 * A comparison as one HTML file that needs nothing: no network, no engine, and no scripts either.
 *
 * What the element draws stands in it as plain elements, with the element's own style. Links lead from one end of a moved
 * paragraph to the other, and from the facts to the text and back, by fragments alone. All that a script is for is to
 * choose between two columns and one by the width of the window; a Content-Security-Policy lets no other run. The file
 * holds the saved comparison too, so that it opens again on the page of storydiff.
 *
 * Story text gets in as text: as nodes of a document, which is then written out. A character that no HTML file can hold –
 * U+0000, or half of a surrogate pair – is shown as U+FFFD, and is whole in the saved comparison.
 */
/** @import { Comparison, Drawing, Settings, Side } from "../element/types.js" */
import { SIDES } from "../element/terms.js";
import { countChanges, drawChanges, drawChangesPanel } from "../element/changes.js";
import { charactersOn, Chunk, isTooMuch, mostOf } from "../element/chunks.js";
import { drawRow } from "../element/draw.js";
import { drawFacts, drawPanel } from "../element/facts.js";
import { drawFrame, fillHeader } from "../element/frame.js";
import { planDrawing } from "../element/plan.js";
import { CSS } from "../element/style.js";
import { isOneStory } from "../element/summary.js";
import { inTurns } from "../element/turns.js";
import { indexAt } from "../element/words.js";
import { words } from "../language/tools.js";
import { namesOf, saved } from "./json.js";
import { htmlOf } from "./serialize.js";

/** @type {Settings} */
const SETTINGS = { level: "everything", only: "all", summaries: "paragraphs", reveal: null };

/** Two columns in a window of at least 900 pixels, and on paper, where the style sheet knows the width. */
export const SCRIPT = `"use strict";
const sheet = document.querySelector(".sheet");
const fit = () => void (sheet.dataset.view = sheet.clientWidth < 900 ? "inline" : "columns");
new ResizeObserver(fit).observe(sheet);
addEventListener("beforeprint", () => void (sheet.dataset.view = "columns"));
addEventListener("afterprint", fit);
fit();
`;

/** Of the script, in UTF-8. */
const HASH = "sha256-GA/ZQwDEPNPAYEDe8AA/NLntidLmzkKR8pQPG8zyC3s=";

const POLICY = `default-src 'none'; script-src '${HASH}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

/** What the file has beside the element's own style. */
const STYLE = `
body { margin: 0; color: var(--ink); background: var(--paper) }
.passage, .fact { text-decoration: none }
.passage { color: inherit }
.colophon { padding: 0 46px 34px; max-inline-size: 1240px; box-sizing: border-box; margin-inline: auto }
:is(.row, .end):has(:target) .side:not(:empty), .facts li:target { outline: 1.5px solid var(--quiet); outline-offset: -1.5px; border-radius: 4px }
:target { scroll-margin-block: 64px 24px }

/* Without scripts, a narrow window has one version above the other. */
@media screen and (max-width: 899px) {
  [data-view="columns"] :is(.heads, .row) { display: block }
  [data-view="columns"] :is(.blank, .side:empty, [data-state="same"]:not([data-moved]) > .before) { display: none }
  .colophon { padding-inline: 20px }
}
@media print { .colophon { display: none } }
`;

/**
 * @param {Comparison} comparison
 * @param {{ signal?: AbortSignal }} [options]
 * @returns {Promise<string>} The text of the file, to be written in UTF-8.
 */
export async function htmlPage(comparison, { signal } = {}) {
  const names = namesOf(comparison);
  const title = words.keep.title(names.before, names.after);
  const page = document.implementation.createHTMLDocument(title);
  const { documentElement: root, head, body } = page;
  // A document has the policy of the page that makes it, which allows no such style; a tree that is in none has no policy.
  root.remove();
  root.lang = document.documentElement.lang || "en";
  const sheet = await drawSheet({ ...comparison, names }, signal);
  const style = styleOfPage() + rulesOf(sheet);
  head.prepend(
    create(page, "meta", { charset: "utf-8" }),
    create(page, "meta", { "http-equiv": "Content-Security-Policy", content: `${POLICY}; style-src ${await sourceOf(style)}` }),
    create(page, "meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    create(page, "meta", { name: "color-scheme", content: "light dark" }),
  );
  head.append(create(page, "style", {}, style));
  body.className = "frame";
  body.append(
    create(page, "h1", { class: "unseen" }, title),
    sheet,
    create(page, "p", { class: "colophon note" }, `${words.keep.made} ${words.keep.reopen}`),
    create(page, "script", {}, SCRIPT),
    create(page, "script", { type: "application/json", id: "storydiff" }, saved(comparison).replaceAll("<", "\\u003c")),
  );
  return htmlOf(root);
}

/** The element's style, which here is that of a whole page. */
function styleOfPage() {
  return CSS.replace(/:host\(([^()]*)\)/g, ":root$1").replaceAll(":host", ":root") + STYLE;
}

/**
 * How much room the chunks of rows take, as rules for the style sheet: the policy allows no style that stands in an attribute.
 *
 * @param {HTMLElement} sheet whose chunks get names, and lose that attribute
 */
function rulesOf(sheet) {
  return Array.from(find(sheet, ".chunk"), (chunk, index) => {
    const style = chunk.getAttribute("style");
    chunk.removeAttribute("style");
    chunk.id = `chunk-${index + 1}`;
    return `#${chunk.id} { ${style} }\n`;
  }).join("");
}

/** How a policy names a style sheet. Over plain http a browser hashes nothing; what runs is then no less bound. @param {string} style */
async function sourceOf(style) {
  if (!globalThis.crypto.subtle) return "'unsafe-inline'";
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}'`;
}

/**
 * @param {Document} page
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {string} [text]
 */
function create(page, name, attributes, text = "") {
  const element = page.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(text);
  return element;
}

/**
 * All that the element shows, drawn turn by turn so that a book does not freeze the page that it is kept from.
 *
 * @param {Comparison} comparison
 * @param {AbortSignal} [signal]
 */
async function drawSheet(comparison, signal) {
  const drawing = planDrawing(comparison);
  const frame = drawFrame();
  const { sheet, summary, rows, facts, moves, message, spoken } = frame;
  fillHeader(frame, comparison);
  // What leads to the findings in the page is only said here.
  for (const finding of summary.querySelectorAll("a")) finding.replaceWith(boldly(finding.textContent));
  sheet.dataset.shows = isOneStory(comparison.report) ? "versions" : "strangers";
  sheet.dataset.view = "columns";
  for (const unused of [moves, message, spoken, ...sheet.querySelectorAll("slot")]) unused.remove();
  for (const [panel, draw] of /** @type {const} */ ([[drawPanel(comparison), drawFacts], [drawChangesPanel(await inTurns(countChanges(comparison), signal)), drawChanges]])) {
    if (panel) facts.append(panel);
    if (panel instanceof HTMLDetailsElement) panel.append(...draw(comparison));
  }
  leadByLinks(facts, drawing);
  await inTurns(drawRows(rows, drawing), signal);
  for (const part of [sheet, ...sheet.querySelectorAll("[part]")]) part.removeAttribute("part");
  return sheet;
}

/** @param {HTMLElement} container @param {Drawing} drawing */
function* drawRows(container, drawing) {
  const most = mostOf(drawing.rows.length);
  let chunk = new Chunk(0, 0);
  let characters = 0;
  for (let index = 0; index < drawing.rows.length; index++) {
    const own = charactersOn(drawing, drawing.rows[index]);
    if (isTooMuch(index + 1 - chunk.start, characters + own, most) && index > chunk.start) {
      chunk = new Chunk(index, index);
      characters = 0;
    }
    if (index === chunk.start) container.append(chunk.element);
    characters += own;
    chunk.reserve(characters, index + 1 - chunk.start, true);
    delete chunk.element.dataset.undrawn;
    const row = drawRow(drawing, index, SETTINGS);
    leadByLinks(row, drawing);
    chunk.element.append(row);
    yield;
  }
}

/** @param {string} text */
function boldly(text) {
  const bold = document.createElement("b");
  bold.textContent = text;
  return bold;
}

/**
 * Gives names to what can be led to, and lets what leads there do so without a script.
 *
 * @param {HTMLElement} drawn
 * @param {Drawing} drawing
 */
function leadByLinks(drawn, { comparison: { report } }) {
  for (const side of SIDES) {
    for (const paragraph of find(drawn, `[data-side="${side}"] [data-paragraph]`)) {
      paragraph.id = nameOf(side, Number(paragraph.dataset.paragraph));
    }
  }
  for (const button of find(drawn, "button[data-facts]")) linkFor(button, `fact-${button.dataset.facts?.split(" ")[0]}`);
  for (const button of find(drawn, "button[data-fact]")) {
    const { fact, at } = button.dataset;
    const side = at === "before" ? "before" : "after";
    const item = button.closest("li");
    if (item) item.id = `fact-${fact}`;
    linkFor(button, nameOf(side, indexAt(report[side].paragraphs, report.facts[Number(fact)][side]?.start ?? 0)));
  }
  for (const button of find(drawn, "button[data-start]")) {
    const side = button.dataset.at === "before" ? "before" : "after";
    linkFor(button, nameOf(side, indexAt(report[side].paragraphs, Number(button.dataset.start))));
  }
}

/** @param {HTMLElement} root @param {string} selector @returns {Iterable<HTMLElement>} */
const find = (root, selector) => root.querySelectorAll(selector);

/** As the notes of moved paragraphs name them. @param {Side} side @param {number} paragraph its index */
const nameOf = (side, paragraph) => `${side}-${paragraph + 1}`;

/** @param {HTMLElement} button makes way for a link @param {string} target */
function linkFor(button, target) {
  const link = document.createElement("a");
  link.setAttribute("href", `#${target}`);
  for (const name of ["class", "title", "aria-label"]) {
    const value = button.getAttribute(name);
    if (value !== null) link.setAttribute(name, value);
  }
  link.append(...button.childNodes);
  button.replaceWith(link);
}
