/**
 * The look of `<story-diff>` on paper. What is narrow there is not the window, so this looks at the width of the page alone.
 */
export const PRINT = `
/* On paper: black on white, marks told apart by their lines alone, and the names of the versions on every page. */
@media print {
  .frame {
    display: block;
    min-block-size: 0;
    --ink: black;
    --paper: white;
    --quiet: #444;
    --rule: #aaa;
    --added: black;
    --added-rule: black;
    --removed: black;
    --removed-rule: black;
    --moved: black;
    --moved-rule: black;
    --size: 10.5pt;
    --small: 8pt;
  }
  .sheet { color-scheme: light !important; display: table; table-layout: fixed; inline-size: 100%; line-height: 1.45; background: none }
  .header { display: table-caption; max-inline-size: none }
  .heads { display: table-header-group !important; break-inside: avoid; position: static; background: none; backdrop-filter: none }
  .head { display: inline-block; box-sizing: border-box; inline-size: 50%; vertical-align: bottom; padding: 0 8pt 6pt 8.5pt }
  .head.after { padding-inline-start: 14.5pt }
  .body { display: table-row-group }
  svg, .fact, .facts details:not([open]) { display: none }
  .facts summary { list-style: none }
  .facts li { grid-template-columns: 72px 1fr calc(50% - 13pt); column-gap: 12pt }
  .header, .row { padding-inline: 0; max-inline-size: none }
  .summary { padding-block: 0; max-inline-size: none; font-size: 1.2em; text-wrap: pretty }
  .figures { padding-block: 3pt 12pt }
  .chunk { content-visibility: visible !important; block-size: auto !important }
  .row { contain: none; margin-block-end: 7pt; orphans: 3; widows: 3 }
  .side, .text { max-inline-size: none }
  /* Subgrids come apart where a page ends, so here a line is left free beside a note. */
  .side, .blank, .end { display: block }
  .row:has(> .side > .note) > .side:not(:has(> .note)) { padding-block-start: 12pt }
  .side { padding-inline-start: 7pt; border-inline-start-width: 1.5pt; padding-block: 0 }
  .note { margin-block-end: 0 }
  .note, h2, h3 { break-after: avoid }
  h2, h3, .facts li, [data-role="caption"] { break-inside: avoid }
  h2 { font-size: 1.3em }
  ins, del, mark, .was::before { padding: 0; background: none }
  ins { text-decoration: underline 1pt black; text-underline-offset: 2pt }
  del, .was::before { text-decoration: line-through 0.7pt black }
  .kept { text-decoration: underline 2.5pt #ccc }
  ::highlight(storydiff-fact) { background: none }
  :is(ins, del)[data-cosmetic] { text-decoration: underline 0.7pt dotted black }
  [data-state="retold"] .side { border-inline-start: 1.5pt solid #aaa }
  [data-towards] .side { border-inline-start: 1.5pt dashed black; background: none; padding-block: 0 }
  [data-view="columns"] .row { grid-template: auto / minmax(0, 1fr) 12pt minmax(0, 1fr) }
  [data-view="columns"] :is(.side, .blank, .end) { grid-row: 1 }
  [data-view="inline"] :is(.row, .side) { margin-inline: 0 }
  [data-view="inline"] [data-state="added"] ins { text-decoration: underline 0.7pt black }
  [data-view="inline"] [data-state="removed"] del { text-decoration: line-through 0.7pt black }
}

/* Paper too narrow for two columns: the later text, with the earlier words struck through where they stood. */
@media print and (max-width: 140mm) {
  [data-view="columns"] {
    & .row { display: block }
    & .side { padding-block-start: 0 !important }
    & :is(.blank, .side:empty, .wide) { display: none }
    & :is(.narrow, .was) { display: inline }
    & .was::before { content: attr(data-was) }
    & .was[data-apart]::after { content: " " }
    & .was[data-cosmetic] { display: none }
    & .side + .side { margin-block-start: 4pt }
    & [data-state="added"] ins { text-decoration: underline 0.7pt black }
    & [data-state="removed"] del { text-decoration: line-through 0.7pt black }
    & :is([data-state="same"], [data-state="changed"]) {
      &:not([data-moved]) > .before, &[data-moved] > .before .text { display: none }
    }
  }
}
`;
