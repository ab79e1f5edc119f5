/** What the page says, in English; every other language has the same entries. */
/** @import { Encoding } from "../../app/types.js" */
import element from "./element.js";

const { figure } = element;
const MEGABYTES = new Intl.NumberFormat(element.locale, { style: "unit", unit: "megabyte" });

/** @param {number} megabytes */
const size = (megabytes) => MEGABYTES.format(megabytes);

/** A document that a word processor can save as plain text. @param {string} what */
const document = (what) => (/** @type {string} */ name) => `“${name}” is ${what}: save it as plain text first.`;

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
    unreadable: (name) => `“${name}” could not be read. Was it changed, moved or removed meanwhile, or is it a folder?`,
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
    missing: "A part of this page could not be loaded: try again when there is a connection, or else load the page anew.",
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
    invisibles: "Show characters that nobody sees",
  },
  help: { open: "Keys and marks" },
  find: { open: "Find", label: "Find in both versions" },
  figures: { open: "Figures" },
  keep: {
    json: "Save the comparison (JSON), to open it again here",
    html: "Save as one HTML page, to send or to print",
    print: "Print, or save as PDF",
    critic: "Save as CriticMarkup",
    tei: "Save as TEI (XML)",
    copyLink: "Copy a link",
    embed: "Embed this…",
    names: { before: "Earlier version", after: "Later version" },
    /** @param {string} name of a file */
    damaged: (name) => `“${name}” begins like a saved comparison, but it is damaged or its end is missing.`,
  },
  passage: { open: "What can be done with this paragraph", undo: "Undo" },
};
