/** What the page says, in English; every other language has the same entries. */
/** @import { Look } from "../../app/looks.js" */

const FIGURES = new Intl.NumberFormat("en");

/** What became of a paragraph. @type {Readonly<Record<Look, string>>} */
const LOOKS = Object.freeze({
  same: "unchanged",
  changed: "changed",
  retold: "retold",
  moved: "moved",
  removed: "only in the earlier version",
  added: "only in the later version",
});

export default {
  map: {
    label: "Map of the whole text",

    /** @param {number} paragraph from 1 @param {number} paragraphs how many there are @param {Look} look */
    at: (paragraph, paragraphs, look) =>
      `paragraph ${FIGURES.format(paragraph)} of ${FIGURES.format(paragraphs)}: ${LOOKS[look]}`,
  },
};
