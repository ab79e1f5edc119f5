/** Was die Seite sagt, auf Deutsch. */
/** @import { Look } from "../../app/looks.js" */

const FIGURES = new Intl.NumberFormat("de");

/** @type {Readonly<Record<Look, string>>} */
const LOOKS = Object.freeze({
  same: "unverändert",
  changed: "geändert",
  retold: "neu erzählt",
  moved: "verschoben",
  removed: "nur in der früheren Fassung",
  added: "nur in der späteren Fassung",
});

/** @type {typeof import("../en/page.js").default} */
export default {
  map: {
    label: "Karte des ganzen Textes",
    at: (paragraph, paragraphs, look) =>
      `Absatz ${FIGURES.format(paragraph)} von ${FIGURES.format(paragraphs)}: ${LOOKS[look]}`,
  },
};
