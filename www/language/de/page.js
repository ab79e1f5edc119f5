/** Was die Seite sagt, auf Deutsch. */
/** @import { Range } from "../../pkg/storydiff.js" */
/** @import { Fate } from "../../app/bands.js" */
/** @import { Look } from "../../app/looks.js" */

const FIGURES = new Intl.NumberFormat("de");
const SHARES = new Intl.NumberFormat("de", { style: "percent" });
const LIST = new Intl.ListFormat("de", { type: "unit" });

/** @type {Readonly<Record<Look, string>>} */
const LOOKS = Object.freeze({
  same: "unverändert",
  changed: "geändert",
  retold: "neu erzählt",
  moved: "verschoben",
  removed: "nur in der früheren Fassung",
  added: "nur in der späteren Fassung",
});

/** @type {Readonly<Record<Fate, string>>} */
const FATES = Object.freeze({
  same: "unverändert",
  changed: "geändert",
  retold: "neu erzählt",
  split: "geteilt",
  joined: "zusammengezogen",
  recast: "umgebaut",
  moved: "verschoben",
  dropped: "entfallen",
  added: "hinzugekommen",
});

const AGE = Object.freeze({ before: "früher", after: "später" });

/** @param {Range} range */
function paragraphs({ start, end }) {
  if (end - start === 1) return `Absatz ${FIGURES.format(end)}`;
  return `Absätze ${FIGURES.format(start + 1)} ${end - start === 2 ? "und" : "bis"} ${FIGURES.format(end)}`;
}

/** @param {{ fate: Fate, count: number }[]} became wie viele Absätze was wurden */
const counted = (became) => LIST.format(became.map(({ fate, count }) => `${FIGURES.format(count)} ${FATES[fate]}`));

/** @param {string} sentence */
const capitalised = (sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** @type {typeof import("../en/page.js").default} */
export default {
  map: {
    label: "Karte des ganzen Textes",
    at: (paragraph, paragraphs, look) =>
      `Absatz ${FIGURES.format(paragraph)} von ${FIGURES.format(paragraphs)}: ${LOOKS[look]}`,
  },

  figures: {
    open: "Zahlen",
    amounts: "Wie viel es ist",
    words: "Was aus den Wörtern wurde",
    paragraphs: "Was aus den Absätzen wurde",
    versions: { before: "früher", after: "später" },
    looks: { ...LOOKS, removed: "entfallen", added: "hinzugekommen" },
    fates: FATES,
    kinds: {
      kept: "behalten",
      changed: "geändert",
      moved: "verschoben",
      dropped: "entfallen",
      added: "hinzugekommen",
      all: "insgesamt",
      words: "Wörter",
      sentences: "Sätze",
      paragraphs: "Absätze",
    },
    retold: "der früheren Fassung sind nacherzählt",
    fresh: "der späteren Fassung sind neu",
    longest: "lang ist die längste wörtlich behaltene Stelle",
    hint: "Zeigen Sie auf eine Stelle, um zu sehen, was aus ihr wurde; ein Klick führt hin.",
    number: (number) => FIGURES.format(number),
    share: (share) => SHARES.format(share),
    countWords: (words) => `${FIGURES.format(words)} ${words === 1 ? "Wort" : "Wörter"}`,
    place: (side, range) => `${AGE[side]} ${paragraphs(range)}`,

    segment: (places, became) =>
      `${capitalised(places.join(", "))}: ${became.length > 1 ? counted(became) : FATES[became[0].fate]}`,

    picture: (before, after, became) =>
      `Beide Fassungen als Streifen, verbunden, wo sie dasselbe erzählen: früher ${FIGURES.format(before)} Absätze, später ${FIGURES.format(after)}; ${counted(became)}`,
  },
};
