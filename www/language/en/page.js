/** What the page says, in English; every other language has the same entries. */
/** @import { Range } from "../../pkg/storydiff.js" */
/** @import { Fate } from "../../app/bands.js" */
/** @import { Look } from "../../app/looks.js" */

const FIGURES = new Intl.NumberFormat("en");

/** @param {number} number */
const figure = (number) => FIGURES.format(number);

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
  reading: {
    views: "View",
    columns: "Side by side",
    inline: "Inline",
    read: "Read",
    flip: "Flip",
    hold: "Hold to see the later version",
    changes: "Changes",
    previous: "Previous change",
    next: "Next change",
    /** @param {number} change from 1 @param {number} changes */
    step: (change, changes) => `${figure(change)} of ${figure(changes)}`,
    /** @param {number} changes */
    steps: (changes) => (changes === 0 ? "no change" : `${figure(changes)} ${changes === 1 ? "change" : "changes"}`),
    marks: "Marks",
    menu: "Menu",
    level: "What is marked",
    levels: {
      everything: "Everything, typography too",
      spelling: "Spelling and all above it",
      wording: "Wording, not its spelling",
      content: "Substance only: what was dropped or added, and changed facts",
    },
    only: "Show only what changed",
    version: "Read the",
    later: "later version",
    earlier: "earlier version",
    summaries: "Say of each paragraph to those who listen",
    summariesOff: "nothing",
    summariesParagraphs: "what became of it",
    summariesChanges: "every change",
    theme: "Colours",
    themeAuto: "as the system has them",
    themeLight: "light",
    themeDark: "dark",
    letters: "Single letters are keys (n, p, j, k, …)",
  },
  help: {
    open: "Keys and marks",
    heading: "Keys",
    close: "Close",
    /** @type {[keys: string, what: string][]} */
    keys: [
      ["n F7", "next change"],
      ["p Shift+F7", "previous change"],
      ["j", "next paragraph"],
      ["k", "previous paragraph"],
      ["Enter", "to the counterpart of a moved paragraph; in Read, the other wording"],
      ["Esc", "back to where you were"],
      ["f", "in Flip, hold: the later version in place of the earlier"],
      ["/", "find in both versions"],
      ["1 2 3 4", "side by side, inline, read, flip"],
      [".", "what can be done with a paragraph"],
      ["?", "this sheet"],
    ],
    letters: "Single letters can be switched off under Marks; F7, Enter and Esc stay.",
    marksHeading: "Marks",
    /** @type {[kind: string, example: string, what: string][]} */
    marks: [
      ["inserted", "words", "only in the later version"],
      ["deleted", "words", "only in the earlier version"],
      ["kept", "words", "kept in a paragraph that was told anew"],
      ["moved", "¶", "a paragraph that stands elsewhere in the other version"],
      ["fact", "◇", "a quotation, number, date or name changed here"],
    ],
  },
  find: {
    open: "Find",
    label: "Find in both versions",
    previous: "Previous match",
    next: "Next match",
    close: "Close",
    /** @param {number} at from 1; 0 where there is none @param {number[]} counts in the earlier and in the later version */
    count: (at, ...[before, after]) =>
      at === 0 ? "nowhere" : `${figure(at)} of ${figure(before + after)} – earlier ${figure(before)}, later ${figure(after)}`,
  },
  offline: {
    ready: "Ready for offline use.",
    update: "A new version of storydiff is ready. It starts afresh, without the texts that were chosen or pasted here.",
    use: "Use it now",
  },
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
