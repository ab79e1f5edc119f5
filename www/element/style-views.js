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
  & .row { display: block; padding: 0 14px; margin-inline: -14px }
  & .end { display: block }
  & .side { display: block; margin-inline-start: -14px; padding-inline-start: 11px }
  & [data-state="retold"] .before + .after { margin-block-start: 0.3em }
  & .text { max-inline-size: 62ch }
  & .fact { inset-inline: auto 0; text-align: end }
  & .facts li { grid-template-columns: 4.5rem 1fr; column-gap: 12px }
  & .passage { grid-column: 2 }
  & .before + .passage { display: flex; gap: 0.4em }
  & .before + .passage::before { content: "→" / "" }

  /* What the later text already shows is left to those who listen. */
  & :is([data-state="same"], [data-state="changed"]):not([data-shown="before"]) {
    &:not([data-moved]) > .before, &[data-moved] > .before .text {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
}

/* Two stories in one column stand one after the other. */
[data-view="inline"][data-shows="strangers"] {
  & .rows { display: flex; flex-direction: column; gap: 0.95em }
  & .row { display: contents }
  & .side { margin: 0; padding: 0; border: 0 }
  & .row > :nth-child(2) { order: 1 }
  & .row:first-child > :nth-child(2) {
    border-block-start: 1px solid var(--rule);
    padding-block-start: 1.5em;
    margin-block-start: 0.6em;
  }
}

/* One version to read, the other's wording beside it where it is asked for. */
[data-view="read"] {
  & svg, & .blank, & .side:empty, & .wide, & .was { display: none }
  & .narrow { display: inline }
  & :is(.heads, .body) { max-inline-size: 1120px; margin-inline: auto }
  & .heads { display: flex; flex-wrap: wrap; gap: 0 1.5em }
  & .row { position: relative; display: block; padding-inline: 28px }
  & .row:is(:hover, :focus, :focus-within, [data-shown]) { content-visibility: visible; z-index: 1 }
  & .side { display: block; border-color: transparent }
  & .text { max-inline-size: 64ch }
  & .fact { inset-inline-start: 2px }
  & ins, & del, & mark {
    color: inherit;
    background: none;
    padding: 0;
    text-decoration: underline 1px dotted var(--quiet);
    text-underline-offset: 5px;
  }
  & [data-state="added"] .after, & [data-state="removed"] .before { color: inherit; border-color: var(--rule) }
  & .kept { text-decoration: none }
  & [data-towards] .side { background: none; border-color: transparent; padding-block: 4px }
  & .letters { font-weight: inherit }
}
[data-view="read"][data-version="after"] .before, [data-view="read"][data-version="before"] .after {
  font-size: 0.8em;
  color: var(--quiet);
  & .text { max-inline-size: 40ch }
}
[data-view="read"][data-version="after"] .head.before, [data-view="read"][data-version="before"] .head.after { display: none }
/* An end of what stands elsewhere in the version that is read. */
[data-view="read"][data-version="after"] [data-towards]:not(:has(.after)), [data-view="read"][data-version="before"] [data-towards]:not(:has(.before)) {
  display: none;
}
[data-view="read"] .note { display: none }
[data-view="read"] .row:is(:hover, :focus, :focus-within, [data-shown]) .note { display: block }

/* One version in the place of the other: both keep the room of the longer one, so that nothing moves but the words. */
[data-view="flip"] {
  & svg, & .was, & .wide, & .fact { display: none }
  & .narrow { display: inline }
  & :is(.header, .heads, .body, .message) {
    box-sizing: border-box;
    max-inline-size: calc(64ch + 56px);
    margin-inline: auto;
  }
  & .heads { display: flex; flex-wrap: wrap; gap: 0 1.5em }
  & .row { display: grid; grid-template-columns: minmax(0, 1fr) }
  & .row > :is(.side, .blank, .end) { grid-area: 1 / 1; display: block }
  & .text { max-inline-size: 64ch }
}
[data-view="flip"][data-version="before"] :is(.side.after, .head.after), [data-view="flip"][data-version="after"] :is(.side.before, .head.before) {
  visibility: hidden;
}
[data-view="flip"] .head { flex-basis: 0 }
`;
