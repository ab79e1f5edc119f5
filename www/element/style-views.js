/** The look of the views in one column: inline, read and flip. */
export const VIEWS = `
/* One column: the later text, with the earlier words struck through where they stood. */
.narrow { display: none }
[data-view="columns"] .again { display: none }
[data-view="inline"] {
  & svg, & .blank, & .side:empty, & .wide { display: none }
  & .narrow { display: inline }
  & .was { display: inline }
  & .was::before { content: attr(data-was) }
  & .was[data-apart]::after { content: " " }
  & .was[data-led] { margin-inline-start: 0.25em }
  & .was[data-cosmetic] { display: none }
  & :is(.header, .heads, .body, .message) {
    box-sizing: border-box;
    max-inline-size: calc(62ch + 40px);
    margin-inline: auto;
    padding-inline: 20px;
  }
  & .heads { display: flex; flex-wrap: wrap; gap: 0 1.5em; --edge: 20px }
  & .head { padding-inline-start: 0 }
  & .head.before b { color: var(--removed) }
  & .head.after b { color: var(--added) }
  & .summary { padding-block-start: 24px; font-size: 1.15em }
  & .row { display: block; padding-block: 0; padding-inline: 14px 20px; margin-inline: -14px -20px }
  & .end { display: block }
  & .side { display: block; margin-inline-start: -14px; padding-inline-start: 11px }
  & [data-state="retold"] .before + .after { margin-block-start: 0.3em }
  & .text { max-inline-size: 62ch }
  & .fact { inset-inline: auto; right: 0; text-align: right }
  & .row:has(> [dir="rtl"]) .fact { right: auto; left: 0; text-align: left }

  /* What the later text already shows is left to those who listen. */
  & :is([data-state="same"], [data-state="changed"]):not([data-shown="before"]) {
    &:not([data-moved]) > .before {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    /* Where a paragraph stood that is shown in full where it stands now. */
    &[data-moved] > .before .text > * {
      overflow: hidden;
      color: var(--quiet);
      font-size: 0.9em;
      text-overflow: ellipsis;
      white-space: nowrap;
      & + * { display: none }
    }
  }
}

:is([data-view="inline"], [data-slim]) .facts {
  & li { grid-template-columns: 5.5em 1fr; column-gap: 12px }
  & .passage { grid-column: 2 }
  & .before + .passage { display: flex; gap: 0.4em }
  & .before + .passage::before { content: "→" / "" }
}
[data-slim] .facts {
  & li { grid-template-columns: 1fr }
  & .passage { grid-column: 1 }
}

/* Two columns on a phone, where they were asked for. */
[data-slim][data-view="columns"] {
  & svg { display: none }
  & :is(.heads, .row) { grid-template-columns: minmax(0, 1fr) 12px minmax(0, 1fr) }
  & .row { font-size: 0.84em }
  & :is(.text, .note, .head) { hyphens: auto; overflow-wrap: anywhere }
}

/* Two stories in one column stand one after the other. */
[data-view="inline"][data-shows="strangers"] {
  & .rows { display: flex; flex-direction: column; gap: 0.95em }
  & .chunk:has(> .row), & .row { display: contents }
  & .side { margin: 0; padding: 0; border: 0 }
  & .row > :nth-child(2) { order: 1 }
  & .chunk:first-child > .row:first-child > :nth-child(2) {
    border-block-start: 1px solid var(--rule);
    padding-block-start: 1.5em;
    margin-block-start: 0.6em;
  }
}

/* One version to read; the other's wording stands in the margin where a row is pointed at, or below it where it is narrow. */
[data-view="read"] {
  & svg, & .blank, & .side:empty, & .wide, & .was { display: none }
  & .narrow { display: inline }
  & .heads { display: block }
  &[data-version="after"] .head.before, &[data-version="before"] .head.after { display: none }
  & .row { display: flex; flex-direction: column }
  & .side { display: block; border-color: transparent; background: none }
  & .note { display: none }
  & .text { max-inline-size: 64ch }
  & .kept { text-decoration: none }
  & .fact { inset-block-start: 5px }
  & [data-state] .side { color: inherit; border-color: transparent; background: none; padding-block: 4px }
  & [data-state="added"] .side { border-inline-start: 3px solid color-mix(in srgb, var(--added-rule) 45%, var(--paper)) }
  & [data-state="removed"] .side { border-inline-start: 3px solid color-mix(in srgb, var(--removed-rule) 45%, var(--paper)) }
  & :is([data-state="changed"] :is(ins, del, mark), [data-substance]) {
    color: inherit;
    background: none;
    padding: 0;
    text-decoration: underline 1px dotted var(--quiet);
    text-underline-offset: 5px;
  }
  & .letters { font-weight: inherit }
  & .note + [data-paragraph] { margin-block-start: 0.95em }
  & [data-gap] > .fact { display: none }
  & .row::before { display: none; font: var(--small) / 1.5 var(--sans); color: var(--quiet); padding-inline-start: calc(var(--indent) + 3px); content: attr(data-gap) }
  &[data-version="after"] [data-state="removed"]::before, &[data-version="before"] [data-state="added"]::before { display: block }

  &[data-version="after"] .row > .before, &[data-version="before"] .row > .after {
    display: none;
    order: 1;
    font-size: 0.82em;
    color: var(--quiet);
    & .text { max-inline-size: 44ch }
    & .note { display: block }
    & .text [data-paragraph]:is(h2, h3) { font-size: 1.1em }
    & :is(ins, del) { color: var(--ink) }
  }
  & .chunk:has(:is(:hover, :focus-visible, :focus-within, [data-open], [data-shown])) { content-visibility: visible }
  & .row:is(:hover, :focus-visible, :focus-within, [data-open], [data-shown]) {
    & > .side { display: block }
    & .note { display: block }
  }
  &:not([data-narrow]) .row {
    display: grid;
    grid-template-columns: minmax(0, calc(64ch + 24px)) minmax(0, 1fr);
    column-gap: 36px;
    & > .side { grid-area: 1 / 1 }
    & .note { display: none }
  }
  &:not([data-narrow])[data-version="after"] .row > .before, &:not([data-narrow])[data-version="before"] .row > .after {
    position: absolute;
    grid-area: 1 / 2;
    z-index: 1;
    inset: 0 0 auto;
    padding-block-end: 12px;
    background: var(--paper);
    & .note { display: block }
  }
  /* An end of what stands elsewhere in the version that is read. */
  &[data-version="after"] [data-towards]:not(:has(> .after)), &[data-version="before"] [data-towards]:not(:has(> .before)) { display: none }
}

/* One version in the place of the other: both keep the room of the longer one, so that nothing moves but the words. */
[data-view="flip"] {
  & svg, & .was, & .wide, & .fact, & .blank { display: none }
  & .narrow { display: inline }
  & :is(.header, .heads, .body, .message) { box-sizing: border-box; max-inline-size: calc(64ch + 56px); margin-inline: auto }
  & :is(.heads, .row) { display: grid; grid-template: auto / minmax(0, 1fr) }
  & .row > .side, & .row > .end, & .heads > .head { grid-area: 1 / 1; display: block }
  & .row { padding: 0; margin-inline: 0 }
  & .body { padding-inline: var(--edge) }
  & .text { max-inline-size: 64ch }
  &:not([data-flipped]) :is(.side, .head).after, &[data-flipped] :is(.side, .head).before { visibility: hidden }
}
`;
