/** What the tools of the page say that are fetched at need, in English; every other language has the same entries. */
/** @import { Range } from "../../pkg/storydiff.js" */
/** @import { Fate } from "../../app/bands.js" */
/** @import { Look } from "../../app/looks.js" */
import element from "./element.js";

const { figure } = element;
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
  if (end - start === 1) return `paragraph ${figure(end)}`;
  return `paragraphs ${figure(start + 1)} ${end - start === 2 ? "and" : "to"} ${figure(end)}`;
}

/** @typedef {{ fate: Fate, count: number }[]} Became how many paragraphs became what */

/** @param {Became} became */
const counted = (became) => LIST.format(became.map(({ fate, count }) => `${figure(count)} ${FATES[fate]}`));

/** @param {string} sentence */
const capitalised = (sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

export default {
  help: {
    heading: "Keys",
    close: "Close",
    keys: {
      next: "next change",
      previous: "previous change",
      down: "next paragraph",
      up: "previous paragraph",
      counterpart: "to the counterpart of a moved paragraph; in Read, the other wording",
      back: "back to where you were",
      flip: "in Flip, hold: the later version in place of the earlier",
      find: "find in both versions",
      views: "side by side, inline, read, flip",
      passage: "what can be done with a paragraph",
      help: "this sheet",
    },
    letters: "Single letters can be switched off under Marks; F7, Enter and Esc stay.",
    marksHeading: "Marks",
    example: "words",
    marks: {
      inserted: "only in the later version",
      deleted: "only in the earlier version",
      kept: "kept in a paragraph that was told anew",
      moved: "a paragraph that stands elsewhere in the other version",
      fact: "a quotation, number, date or name changed here",
    },
  },

  find: {
    previous: "Previous match",
    next: "Next match",
    close: "Close",
    /** @param {number} at from 1; 0 where there is none @param {number[]} counts in the earlier and in the later version */
    count: (at, ...[before, after]) =>
      at === 0 ? "nowhere" : `${figure(at)} of ${figure(before + after)} – earlier ${figure(before)}, later ${figure(after)}`,
  },

  map: {
    label: "Map of the whole text",

    /** @param {number} paragraph from 1 @param {number} paragraphs how many there are @param {Look} look */
    at: (paragraph, paragraphs, look) =>
      `paragraph ${figure(paragraph)} of ${figure(paragraphs)}: ${LOOKS[look]}`,
  },

  figures: {
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
    number: (number) => figure(number),

    /** @param {number} share 0..1 */
    share: (share) => SHARES.format(share),

    /** @param {number} words */
    countWords: (words) => `${figure(words)} ${words === 1 ? "word" : "words"}`,

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
      `The two versions as strips, joined where they tell the same: ${figure(before)} earlier paragraphs, ${figure(after)} later; ${counted(became)}`,
  },

  passage: {
    link: "Copy a link to this passage",
    /** @type {Record<"before" | "after", (paragraph: number) => string>} */
    edit: {
      before: (paragraph) => `Edit paragraph ${figure(paragraph)} of the earlier version`,
      after: (paragraph) => `Edit paragraph ${figure(paragraph)} of the later version`,
    },
    /** @type {Record<"before" | "after", (paragraph: number) => string>} */
    editing: {
      before: (paragraph) => `Paragraph ${figure(paragraph)} of the earlier version; Esc ends editing`,
      after: (paragraph) => `Paragraph ${figure(paragraph)} of the later version; Esc ends editing`,
    },
    /** @type {Record<"before" | "after", (paragraph: number) => string>} */
    pair: {
      before: (paragraph) => `Pair paragraph ${figure(paragraph)} of the earlier version with another…`,
      after: (paragraph) => `Pair paragraph ${figure(paragraph)} of the later version with another…`,
    },
    choose: {
      before: "Click its counterpart in the earlier version, or go there with j and k and press Enter. Esc ends this.",
      after: "Click its counterpart in the later version, or go there with j and k and press Enter. Esc ends this.",
    },
    takeApart: "These are not counterparts",
    /** @type {Record<"before" | "after", (paragraph: number) => string>} */
    takeOut: {
      before: (paragraph) => `Take out paragraph ${figure(paragraph)} of the earlier version`,
      after: (paragraph) => `Take out paragraph ${figure(paragraph)} of the later version`,
    },
    /** @param {number} before @param {number} after paragraphs, from 1 */
    paired: (before, after) => `Paragraphs ${figure(before)} and ${figure(after)} are counterparts now.`,
    apart: "They are taken apart.",
    undone: "Taken back.",
  },

  invisibles: {
    /** @param {number} count of characters */
    turning: (count) =>
      `${figure(count)} ${count === 1 ? "character that nobody sees changes" : "characters that nobody sees change"} the order in which these texts are shown.`,
    show: "Show them",
    hide: "Hide them again",
  },

  offline: {
    ready: "Ready for offline use.",
    update: "A new version of storydiff is ready. It starts afresh, without the texts that were chosen or pasted here.",
    use: "Use it now",
  },

  keep: {
    /** @param {string} file its name */
    saved: (file) => `Saved as “${file}”.`,
    /** @param {string} why */
    failed: (why) => `This did not work: ${why}`,
    /** @param {string} before @param {string} after names of the versions */
    title: (before, after) => `${before} compared with ${after}`,
    made: "Made with storydiff.",
    reopen: "This file needs no network. Dropped on the page of storydiff, it opens there as the comparison that it was.",
    /** @param {Range} later where they stand in the later version */
    movedTo: (later) => `moved to ${paragraphs(later)} of the later version`,
    /** @param {Range} earlier where they stood in the earlier version */
    movedFrom: (earlier) => `moved here from ${paragraphs(earlier)} of the earlier version`,
    /** @param {string} code of a character, in hexadecimal */
    noCharacter: (code) => `The code ${code}, which no XML document can hold as a character`,
    link: {
      copied: "The link is copied.",
      copiedWhole: "The link is copied. Both texts are in it, behind the #, which browsers send to nobody.",
      notCopied: "The browser does not let this page copy. Here is the link:",
      /** @param {number} length of the address @param {number} most that is offered, both in characters */
      tooLong: (length, most) =>
        `These texts are too long for a link: it would have ${figure(length)} characters, and many programs cut off what is longer than ${figure(most)}. Save the comparison as a file instead.`,
      foreign: "This link holds no texts that can be read here.",
      newer: "The texts in this link were written by a later version of storydiff. Load the page anew and try again.",
      damaged: "The texts in this link cannot be read: it was cut short or changed on its way. Ask for it again, or for a file.",
      tooLarge: "The texts in this link are too large: more than 100 MB when unpacked.",
    },
  },
};
