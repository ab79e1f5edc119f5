import { PRINT } from "./print.js";
import { VIEWS } from "./style-views.js";

/**
 * The look of `<story-diff>`. A constructed style sheet, because a strict Content-Security-Policy lets nothing
 * inline through, and shared by all elements on a page.
 *
 * A page themes it by the custom properties that stand first here, and by `::part()`.
 */
export const CSS = `
:host { display: block }
:host([hidden]) { display: none }

/* Not on the host: there they would outdo what its page calls by the same names. */
.frame {
  --ink: var(--story-diff-ink, light-dark(#24211c, #e6e1d6));
  --paper: var(--story-diff-paper, light-dark(#fbf9f4, #191815));
  --quiet: var(--story-diff-quiet, light-dark(#6f685c, #a49c8c));
  --rule: var(--story-diff-rule, light-dark(#e4dfd3, #35322b));
  --added: var(--story-diff-added, light-dark(#0b3d66, #b9dcfa));
  --added-tint: var(--story-diff-added-tint, light-dark(#d6e6f5, #1b3a54));
  --added-rule: var(--story-diff-added-rule, light-dark(#2f6ea6, #6aa9de));
  --removed: var(--story-diff-removed, light-dark(#7a3200, #f6c79c));
  --removed-tint: var(--story-diff-removed-tint, light-dark(#f9e2cd, #4a2c14));
  --removed-rule: var(--story-diff-removed-rule, light-dark(#b3560a, #d98a4a));
  --moved: var(--story-diff-moved, light-dark(#4a463d, #cfc9bb));
  --moved-tint: var(--story-diff-moved-tint, light-dark(#e7e4dc, #34322c));
  --moved-rule: var(--story-diff-moved-rule, #8b8373);
  --serif: var(
    --story-diff-serif,
    Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, "Noto Serif", serif
  );
  --sans: var(--story-diff-sans, system-ui, "Noto Sans", sans-serif);
  /* As large as the reader has text, and legible where a page makes little of a rem. */
  --size: var(--story-diff-size, max(1.1875rem, 16px));
  --small: var(--story-diff-small, max(0.8125rem, 12px));
  --top: var(--story-diff-top, 0px);
  --reserved: var(--story-diff-min-height, 8rem);
  min-block-size: var(--reserved);
}

/* Takes over nothing from the page but its direction, whether it is light or dark, and whether it is there to be seen and used. */
.sheet {
  all: initial;
  visibility: inherit;
  pointer-events: inherit;
  display: block;
  position: relative;
  isolation: isolate;
  box-sizing: border-box;
  color-scheme: inherit;
  color: var(--ink);
  background: var(--paper);
  font: var(--size) / 1.6 var(--serif);
  --edge: 28px;
  --indent: 15px;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}
/* A page that does not say whether it is light or dark is as the reader's system is. */
.sheet[data-unsaid] { color-scheme: light dark }
:host([theme="light" i]) .sheet { color-scheme: light }
:host([theme="dark" i]) .sheet { color-scheme: dark }
.sheet[data-shows="nothing"] :is(.header, .heads, .body) { display: none }
.sheet:not([data-shows="nothing"]) { min-block-size: var(--reserved) }
.sheet:not([data-shows="nothing"]) + slot { display: none }
.sheet > .unseen { inset-block-start: 0 }
p, h2, h3 { margin: 0 }
.header, .heads, .row, .words, .message {
  box-sizing: border-box;
  max-inline-size: 1240px;
  margin-inline: auto;
  padding-inline: var(--edge);
}
.sheet[data-slim] { --edge: 20px; --indent: 9px }

/* What is said before any mark. */
.header, .message { padding-inline-start: calc(var(--edge) + var(--indent) + 3px) }
.summary { padding-block-start: 34px; max-inline-size: 34em; font-size: 1.263em; line-height: 1.42; text-wrap: balance }
.summary :is(b, a) { color: inherit; text-decoration: none; border-block-end: 2px solid var(--rule) }
.summary :is(b, .strong) { font-weight: 600 }
.summary a:hover { border-color: currentColor }
.figures, .head, .note, .message { font: var(--small) / 1.5 var(--sans); color: var(--quiet) }
.figures { padding-block: 8px 26px }
.facts { padding-block-end: 26px; font: var(--small) / 1.5 var(--sans); color: var(--quiet) }
.facts:empty { display: none }
.figures:has(+ .facts:not(:empty)) { padding-block-end: 8px }
.message { padding-block: 34px; font-size: calc(var(--small) * 1.23); color: var(--ink) }
.message:empty { display: none }

.heads {
  position: sticky;
  inset-block-start: var(--top);
  z-index: 1;
  padding-block: 8px;
  background: color-mix(in srgb, var(--paper) 94%, transparent)
    linear-gradient(var(--rule), var(--rule)) var(--edge) 100% / calc(100% - 2 * var(--edge)) 1px no-repeat;
  backdrop-filter: blur(6px);
}
.heads b { color: var(--ink); overflow-wrap: anywhere; unicode-bidi: isolate }
.body { position: relative; padding-block: 18px 40px }

/* Two columns and a gutter; notes stand in the first line of a row and text in the second: so first lines meet. */
[data-view="columns"] :is(.heads, .row, .words) { display: grid; grid-template-columns: minmax(0, 1fr) 72px minmax(0, 1fr) }
.row {
  position: relative;
  grid-template-rows: auto auto;
  margin-block-end: 0.55em;
  contain: layout;
}

/* Rows far from the window are not laid out, or not drawn at all. They take as much room as so much text is likely to. */
.chunk {
  --likely: calc(((var(--characters) / var(--line, 50) + var(--count) / 2) * var(--size) * 1.6 + var(--count) * 18px) * var(--scale, 1));
  position: relative;
  content-visibility: auto;
  contain-intrinsic-block-size: auto var(--likely);
}
.chunk .chunk { --scale: 1 }
.chunk[data-undrawn] { box-sizing: border-box; block-size: var(--likely); overflow: hidden }
.chunk[data-undrawn]:empty { content-visibility: visible }
.words { white-space: pre-line }
.chunk[data-folded] { block-size: 0; content-visibility: hidden; contain-intrinsic-block-size: 0 }
.row, .passage { scroll-margin-block: calc(var(--top) + 48px) 24px }
.side, .blank, .end { grid-row: 1 / span 2; display: grid; grid-template-rows: subgrid }
.side { border-inline-start: 3px solid transparent; padding-block: 4px; padding-inline: var(--indent) 6px }
.row > :first-child { grid-column: 1 }
.row > :nth-child(2), .head.after, .words > .after { grid-column: 3 }
.head { padding-inline-start: calc(var(--indent) + 3px) }
.text { grid-row: 2; max-inline-size: 50ch; overflow-wrap: break-word }
.note { grid-row: 1; margin-block-end: 2px }
.note a { color: inherit; text-underline-offset: 3px }
/* The element's own words are read from left to right, wherever they stand. */
.header, .message { direction: ltr }
.head { unicode-bidi: plaintext }
.head:dir(rtl) { text-align: right }
[dir="rtl"] .note { direction: ltr; text-align: right }
[data-paragraph] + :is(p, h2, h3) { margin-block-start: 0.95em }
.note + [data-paragraph] { margin-block-start: 0 }
h2 { font-size: 1.37em; line-height: 1.25; font-weight: 600; text-wrap: pretty }
h3 { font-size: 1.1em; line-height: 1.35; font-weight: 600; padding-block-start: 0.9em }
[data-role="byline"] { font: calc(var(--small) * 1.08) / 1.5 var(--sans); color: var(--quiet) }
[data-role="caption"] { font-size: 0.9em; line-height: 1.5 }
.verse { white-space: pre-wrap }

/* Changed words. */
ins, del, mark, .was::before {
  border-radius: 3px;
  padding-inline: 2px;
  -webkit-box-decoration-break: clone;
  box-decoration-break: clone;
  text-decoration-skip-ink: none;
}
ins {
  color: var(--added);
  background: var(--added-tint);
  text-decoration: underline 2px var(--added-rule);
  text-underline-offset: 3px;
}
del, .was::before {
  color: var(--removed);
  background: var(--removed-tint);
  text-decoration: line-through 2px var(--removed-rule);
}
mark {
  color: var(--moved);
  background: var(--moved-tint);
  text-decoration: underline 1.5px dashed var(--moved-rule);
  text-underline-offset: 4px;
}
:is(ins, del)[data-cosmetic] {
  color: inherit;
  background: none;
  padding: 0;
  text-decoration: underline 1px dotted;
  text-underline-offset: 4px;
}
ins[data-cosmetic] { text-decoration-color: var(--added-rule) }
del[data-cosmetic] { text-decoration-color: var(--removed-rule) }
.letters { font-weight: 700 }
:is(ins, del, mark, .was).current { outline: 1.5px solid var(--ink); outline-offset: 1px }
.was { display: none }

/* The state of a paragraph. */
[data-state="retold"] .side { border-color: var(--rule) }
.kept {
  text-decoration: underline 3px color-mix(in srgb, var(--ink) 18%, var(--paper));
  text-decoration-skip-ink: none;
  text-underline-offset: 4px;
}
[data-state="added"] .after { border-color: var(--added-rule); color: var(--added) }
[data-state="removed"] .before { border-color: var(--removed-rule); color: var(--removed) }
:is([data-state="added"], [data-state="removed"], [data-state="retold"]) :is(ins, del):not([data-substance]) {
  color: inherit;
  background: none;
  padding: 0;
  text-decoration: none;
}
[data-towards] .side {
  border-inline-start: 3px dashed var(--moved-rule);
  border-start-end-radius: 6px;
  border-end-end-radius: 6px;
  background: linear-gradient(90deg, color-mix(in srgb, var(--moved-tint) 60%, var(--paper)), transparent 70%);
  padding-block: 7px;
}
[data-towards] .side[dir="rtl"] { background-image: linear-gradient(-90deg, color-mix(in srgb, var(--moved-tint) 60%, var(--paper)), transparent 70%) }
[data-towards]:focus .side {
  border-color: var(--moved);
  background: linear-gradient(90deg, var(--moved-tint), transparent 90%);
}

/* The facts that changed: in a panel, and a lozenge in the outer margin. */
.facts {
  & details + details { margin-block-start: 6px }
  & summary { inline-size: fit-content; cursor: pointer }
  & :is(summary, h2) { font: inherit; font-weight: 600; color: var(--ink) }
  & h2 { margin-block: 1.8em 0.5em }
  & h2 span { font-weight: 400; color: var(--quiet) }
  & ul { margin: 0; padding: 0 }
  & li { display: grid; grid-template-columns: 7.4em 1fr calc(50% - 45px); gap: 0 28px; align-items: baseline; padding-block: 4px }
  & li:not(:has(> .unseen)) { border-block-start: 1px solid var(--rule); padding-block-start: 6px; margin-block-start: 4px }
  & .before { grid-column: 2 }
  & .after { grid-column: 3 }
}
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; text-align: start; cursor: pointer }
.passage { min-block-size: 24px; max-inline-size: 50ch; font: calc(var(--size) * 0.84) / 1.5 var(--serif); overflow-wrap: anywhere }
.passage b { font-weight: 400; color: var(--ink); text-decoration: underline 1px var(--rule); text-underline-offset: 3px }
.passage:hover b { text-decoration-color: currentColor }
.fact { position: absolute; inset-block-start: 4px; inset-inline-start: 2px; inline-size: 24px; block-size: 24px; color: var(--quiet) }
.fact::before { content: "◇" }
:is(.fact:hover, .fact:focus-visible, [data-shown] > .fact)::before { content: "◆" }
::highlight(storydiff-found) { background: light-dark(#fbf0c8, #3a3116) }
::highlight(storydiff-passage) { background: light-dark(#fbe39a, #574512); text-decoration: underline 2px }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }

/* Characters that nobody sees: shown, they turn nothing round. */
.sign { unicode-bidi: isolate }
.sign::before {
  content: attr(data-sign);
  border: 1px solid;
  font-size: 0.6em;
}

/* What is folded away. */
.fold {
  display: flex;
  gap: 0.6em;
  align-items: center;
  box-sizing: border-box;
  inline-size: min(100% - 56px, 1184px);
  margin: 4px auto 14px;
  padding: 5px 0;
  font: var(--small) / 1.5 var(--sans);
  color: var(--quiet);
}
.fold::before, .fold::after { content: ""; flex: 1; border-block-start: 1px solid var(--rule) }
.fold .open { text-decoration: underline 1px; text-underline-offset: 3px }
.fold:hover { color: var(--ink) }
.row[hidden] { display: none }

/* What joins counterparts. */
svg { position: absolute; overflow: visible; pointer-events: none }
.row > svg {
  grid-area: 1 / 2 / span 2 / 3;
  inset: 0;
  inline-size: 100%;
  block-size: 100%;
  mask-image: linear-gradient(90deg, black, rgb(0 0 0 / 30%) 50%, black);
}
svg:dir(rtl) { transform: scaleX(-1) }
.moves { inset-block: 0 auto; inset-inline-start: calc(50% - 36px); inline-size: 72px; block-size: 1px }
path { fill: var(--ink); opacity: 0.08; transition: opacity 0.15s }
.row:is(:hover, :focus, :focus-within) path { opacity: 0.22 }
.moves path { fill: none; stroke: var(--moved-rule); stroke-width: 1.5; stroke-dasharray: 4 4; opacity: 0.6 }

${VIEWS}
:focus { outline: none }
:is(a, summary, button):focus-visible { outline: 2px solid var(--added-rule); outline-offset: 2px; border-radius: 3px }
/* A row paints nothing outside of itself, so its outline lies inside. */
:is(.row, .end):is(:focus-visible, [data-shown], [data-chosen]) .side:not(:empty) {
  outline: 1.5px solid var(--quiet);
  outline-offset: -1.5px;
  border-radius: 4px;
}
@media (prefers-reduced-motion: reduce) { path { transition: none } }
@media (forced-colors: active) {
  path { fill: CanvasText }
  :is([data-state="plain"], [data-state="same"], [data-state="changed"]):not([data-towards]) .side, .side:empty,
  [data-view="read"] [data-state="retold"] .side {
    border-color: Canvas;
  }
  [data-state="retold"]:not([data-towards]) .side { border-inline-start-style: double }
  [data-state="removed"] .before { border-inline-start-style: dotted }
  .moves path { stroke: CanvasText }
  ::highlight(storydiff-found) { color: MarkText; background: Mark; text-decoration: underline 2px }
  ::highlight(storydiff-passage) { color: HighlightText; background: Highlight }
  :is(ins, del, mark) { forced-color-adjust: auto; color: CanvasText; background: Canvas }
}
${PRINT}`;

/** A constructed sheet serves the document that it was constructed for. @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/** @param {Document} document @returns {CSSStyleSheet[]} none where there is nobody to see it */
export function styleSheets(document) {
  const window = document.defaultView;
  if (!window) return [];
  const sheet = sheets.get(document) ?? new window.CSSStyleSheet();
  if (!sheets.has(document)) sheet.replaceSync(CSS);
  sheets.set(document, sheet);
  return [sheet];
}
