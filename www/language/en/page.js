/** What the page says, in English; every other language has the same entries. */
/** @import { Range } from "../../pkg/storydiff.js" */
/** @import { Fate } from "../../app/bands.js" */
/** @import { Look } from "../../app/looks.js" */

const FIGURES = new Intl.NumberFormat("en");
const SHARES = new Intl.NumberFormat("en", { style: "percent" });
const LIST = new Intl.ListFormat("en", { type: "unit" });

/** What became of a paragraph. @type {Readonly<Record<Look, string>>} */
const LOOKS = Object.freeze({
  same: "unchanged",
  changed: "changed",
  retold: "retold",
  moved: "moved",
  removed: "only in the earlier version",
  added: "only in the later version",
});

/** What became of paragraphs, for lists and tables. @type {Readonly<Record<Fate, string>>} */
const FATES = Object.freeze({
  same: "unchanged",
  changed: "changed",
  retold: "retold",
  split: "split",
  joined: "joined",
  recast: "recast",
  moved: "moved",
  dropped: "dropped",
  added: "added",
});

const AGE = Object.freeze({ before: "earlier", after: "later" });

/** @param {Range} range paragraph indices */
function paragraphs({ start, end }) {
  if (end - start === 1) return `paragraph ${FIGURES.format(end)}`;
  return `paragraphs ${FIGURES.format(start + 1)} ${end - start === 2 ? "and" : "to"} ${FIGURES.format(end)}`;
}

/** @typedef {{ fate: Fate, count: number }[]} Became how many paragraphs became what */

/** @param {Became} became */
const counted = (became) => LIST.format(became.map(({ fate, count }) => `${FIGURES.format(count)} ${FATES[fate]}`));

/** @param {string} sentence */
const capitalised = (sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

export default {
  map: {
    label: "Map of the whole text",

    /** @param {number} paragraph from 1 @param {number} paragraphs how many there are @param {Look} look */
    at: (paragraph, paragraphs, look) =>
      `paragraph ${FIGURES.format(paragraph)} of ${FIGURES.format(paragraphs)}: ${LOOKS[look]}`,
  },

  figures: {
    open: "Figures",
    amounts: "How much there is",
    words: "What became of the words",
    paragraphs: "What became of the paragraphs",
    versions: { before: "earlier", after: "later" },
    looks: { ...LOOKS, removed: "dropped", added: "added" },
    fates: FATES,
    kinds: {
      kept: "kept",
      changed: "changed",
      moved: "moved",
      dropped: "dropped",
      added: "added",
      all: "in all",
      words: "words",
      sentences: "sentences",
      paragraphs: "paragraphs",
    },
    retold: "of the earlier version is retold",
    fresh: "of the later version is new",
    longest: "is the longest passage kept word for word",
    hint: "Point at a passage to see what became of it; click to read it.",

    /** @param {number} number */
    number: (number) => FIGURES.format(number),

    /** @param {number} share 0..1 */
    share: (share) => SHARES.format(share),

    /** @param {number} words */
    countWords: (words) => `${FIGURES.format(words)} ${words === 1 ? "word" : "words"}`,

    /** @param {"before" | "after"} side @param {Range} range paragraph indices */
    place: (side, range) => `${AGE[side]} ${paragraphs(range)}`,

    /**
     * What a segment of the picture is.
     *
     * @param {string[]} places
     * @param {Became} became
     */
    segment: (places, became) =>
      `${capitalised(places.join(", "))}: ${became.length > 1 ? counted(became) : FATES[became[0].fate]}`,

    /** The picture in words. @param {number} before paragraphs @param {number} after paragraphs @param {Became} became */
    picture: (before, after, became) =>
      `The two versions as strips, joined where they tell the same: ${FIGURES.format(before)} earlier paragraphs, ${FIGURES.format(after)} later; ${counted(became)}`,
  },
};
