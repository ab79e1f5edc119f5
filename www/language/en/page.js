/** What the page says, in English; every other language has the same entries. */
/** @import { Range } from "../../pkg/storydiff.js" */
/** @import { Fate } from "../../app/bands.js" */
/** @import { Look } from "../../app/looks.js" */
/** @import { Encoding } from "../../app/types.js" */
import element from "./element.js";

const { figure } = element;
const MEGABYTES = new Intl.NumberFormat(element.locale, { style: "unit", unit: "megabyte" });

/** @param {number} megabytes */
const size = (megabytes) => MEGABYTES.format(megabytes);

/** A document that a word processor can save as plain text. @param {string} what */
const document = (what) => (/** @type {string} */ name) => `“${name}” is ${what}: save it as plain text first.`;

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
  header: {
    swap: "Swap earlier and later",
    /** Where there is little room, the short one. */
    change: "Change texts",
    changeShort: "Texts",
    clear: "Clear",
  },

  front: {
    heading: "Read two versions of a story together",
    lead: "Every paragraph stands beside its counterpart, wherever it moved, and every changed word is marked. Drop both files at once, or one after the other.",
    samples: "Or open a sample",
    /** @param {string} before name of the earlier text @param {string} after */
    compared: (before, after) => `${before} compared with ${after}`,
  },

  /** The two places that take a text, and what a text is called that has no file. */
  places: {
    versions: element.names,
    age: element.age,
    first: "Drop a file here, or paste the text",
    next: {
      before: "Now the earlier version: drop it here, or paste it",
      after: "Now the later version: drop it here, or paste it",
    },
    choose: "Choose a file…",
    chooseAnother: "Choose another file…",
    use: "Use this text",
    remove: "Remove",
    clear: "Clear both",
    pasted: "pasted text",
    pastedToo: "pasted text 2",
  },

  /** What is shown over the page while something is dragged, and what is refused of it. */
  drop: {
    before: "The earlier version",
    after: "The later version",
    /** @param {string} name */
    folder: (name) => `“${name}” is a folder. Drop the files themselves.`,
    /** @param {number} files */
    tooMany: (files) =>
      `Two files make a comparison, and these are ${figure(files)}. Drop the earlier and the later version alone.`,
  },

  /** Which of two files was taken for the earlier version, by why. */
  order: {
    /** @param {string} name */
    name: (name) => `“${name}” was taken for the earlier version, by its name.`,
    /** @param {string} name */
    date: (name) => `“${name}” was taken for the earlier version, because it was changed less recently.`,
  },

  encoding: {
    readAs: "Read it as",
    /** @param {string} name @param {string} encoding @param {string} reason */
    assumed: (name, encoding, reason) => `“${name}” was read as ${encoding}, ${reason}.`,
    reasons: {
      mark: "as its byte order mark says",
      zeros: "as the pattern of its zero bytes suggests",
      invalid: "because it is not valid UTF-8",
      chosen: "as you chose",
    },
    lost: "Some of its characters are not valid in it, and are shown as \ufffd.",
    /** What an encoding is used for, where its name does not tell. @type {Partial<Record<Encoding, string>>} */
    uses: {
      "windows-1252": "Western European",
      "windows-1250": "Central European",
      "iso-8859-2": "Central European",
      "windows-1251": "Cyrillic",
      shift_jis: "Japanese",
      gb18030: "Chinese",
      big5: "Chinese",
      "euc-kr": "Korean",
    },
  },

  /** Why a text cannot be read. */
  read: {
    /** @param {string} name */
    unreadable: (name) => `“${name}” could not be read. Was it moved or removed, or is it a folder?`,
    /** @param {string} name @param {string} answer */
    answered: (name, answer) => `“${name}” could not be loaded: its site answered “${answer}”.`,
    /** @param {string} name */
    noAnswer: (name) => `“${name}” could not be loaded: its site does not answer, or does not let other pages read it.`,
    /** @param {string} address */
    noAddress: (address) => `“${address}” is not an address of a text on the web.`,
    /** @param {string} name */
    noSample: (name) => `There is no sample “${name}”.`,
    /** @param {string} name @param {number} megabytes @param {number} limit in megabytes */
    tooLarge: (name, megabytes, limit) =>
      `“${name}” is too large: it has ${size(megabytes)}, and ${size(limit)} is the most that can be read.`,
    /** @param {string} name */
    empty: (name) => `“${name}” is empty.`,
    /** @param {string} name */
    blank: (name) => `“${name}” holds nothing but white space.`,
  },

  /** What a file is that is not a text. */
  notAText: {
    pdf: document("a PDF"),
    rtf: document("a rich text (RTF) document"),
    office: document("a Word or other Office document"),
    word: document("a Word document"),
    openDocument: document("an OpenDocument text"),
    pages: document("a Pages document"),
    epub: document("an e-book (EPUB)"),
    webPage: document("a web page"),
    /** @param {string} name */
    archive: (name) => `“${name}” is an archive: take the texts out of it first.`,
    /** @param {string} name */
    picture: (name) => `“${name}” is a picture, not a text.`,
    /** @param {string} name */
    program: (name) => `“${name}” is a program, not a text.`,
    /** @param {string} name */
    data: (name) => `“${name}” is not a text: it holds data that only a program can read.`,
  },

  task: {
    loading: "Loading…",
    /** @param {string | undefined} what is done now */
    comparing: (what) => (what ? `Comparing: ${what}…` : "Comparing…"),
    /** What the engine does next, by the stage that ended last. @type {Readonly<Record<string, string>>} */
    after: {
      start: "reading sentences",
      segment: "reading words",
      keys: "looking for counterparts",
      align: "marking words",
      words: "summing up",
      serialize: "fetching kin words",
    },
    atWork: "At work…",
    stopped: "Stopped. Both texts are still here.",
    /** @param {string} before name of the earlier text @param {string} after */
    compared: (before, after) => `${before} is compared with ${after}.`,
    cancel: "Cancel",
    again: "Compare again",
  },

  footer: {
    private: "Nothing leaves this page: both texts are read and compared in your own browser.",
    gallery: "Embed it: a gallery",
    languages: "Language",
  },

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
    keep: "Keep",
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
      `paragraph ${figure(paragraph)} of ${figure(paragraphs)}: ${LOOKS[look]}`,
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
  keep: {
    json: "Save the comparison (JSON), to open it again here",
    html: "Save as one HTML page, to send or to print",
    print: "Print, or save as PDF",
    critic: "Save as CriticMarkup",
    tei: "Save as TEI (XML)",
    copyLink: "Copy a link",
    embed: "Embed this…",
    /** @param {string} file its name */
    saved: (file) => `Saved as “${file}”.`,
    /** @param {string} why */
    failed: (why) => `This did not work: ${why}`,
    names: { before: "Earlier version", after: "Later version" },
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
    /** @param {string} name of a file */
    damaged: (name) => `“${name}” begins like a saved comparison, but it is damaged or its end is missing.`,
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
  passage: {
    open: "What can be done with this paragraph",
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
    undo: "Undo",
    undone: "Taken back.",
  },
};
