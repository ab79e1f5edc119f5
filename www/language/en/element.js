/** What `<story-diff>` says, in English; every other language has the same entries. */
/** @import { Bead, Fact, Range } from "../../pkg/storydiff.js" */

const NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");
const FIGURES = new Intl.NumberFormat("en");

/** What is counted, one and many of it. */
const THINGS = {
  paragraph: ["paragraph", "paragraphs"],
  word: ["word", "words"],
  quotation: ["quotation", "quotations"],
  number: ["number", "numbers"],
  date: ["date", "dates"],
  name: ["name", "names"],
};

/** @typedef {keyof typeof THINGS} Thing */

/** @param {number} number @param {Thing} thing */
const named = (number, thing) => THINGS[thing][number === 1 ? 0 : 1];

/** @param {number} number */
const figure = (number) => FIGURES.format(number);

/** @param {number} number */
const inWords = (number) => NUMBERS[number] ?? figure(number);

/** A number of things: in words up to twelve, in figures above. @param {number} number @param {Thing} thing */
const count = (number, thing) => `${inWords(number)} ${named(number, thing)}`;

/** The same in figures, for what is counted and not told. @param {number} number @param {Thing} thing */
const tally = (number, thing) => `${figure(number)} ${named(number, thing)}`;

/** @param {string} sentence */
const capitalised = (sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** @param {Range} range paragraph indices */
function paragraphs({ start, end }) {
  if (end - start === 1) return `paragraph ${figure(end)}`;
  return `paragraphs ${figure(start + 1)} ${end - start === 2 ? "and" : "to"} ${figure(end)}`;
}

/** The same in figures alone. @param {Range} range paragraph indices */
const span = ({ start, end }) => (end - start === 1 ? figure(end) : `${figure(start + 1)}–${figure(end)}`);

/** A share of a whole in words; `many` where its verb stands in the plural. @typedef {{ of: number, words: string, many?: boolean }} Share */

/** The nearest one is said. @type {Share[]} */
const shares = [
  { of: 0, words: "nothing" },
  { of: 0.03, words: "hardly anything" },
  { of: 0.1, words: "a tenth" },
  { of: 0.2, words: "a fifth" },
  { of: 0.25, words: "a quarter" },
  { of: 1 / 3, words: "a third" },
  { of: 0.4, words: "two fifths", many: true },
  { of: 0.5, words: "half" },
  { of: 0.6, words: "three fifths", many: true },
  { of: 2 / 3, words: "two thirds", many: true },
  { of: 0.75, words: "three quarters", many: true },
  { of: 0.8, words: "four fifths", many: true },
  { of: 0.9, words: "nine tenths", many: true },
  { of: 0.97, words: "nearly all" },
  { of: 1, words: "all" },
];

const AGE = { before: "earlier", after: "later" };

/** @type {Record<Fact["kind"], string>} */
const KINDS = { quotation: "quotation", number: "number", date: "date", name: "name" };

/** @type {Record<Fact["change"], string>} */
const CHANGES = { altered: "altered", reattributed: "reattributed", dropped: "dropped", added: "added", kept: "kept" };

export default {
  locale: "en-GB",
  figure,
  count,
  tally,
  capitalised,
  names: { before: "Earlier version", after: "Later version" },
  age: AGE,

  summary: {
    shares,
    empty: {
      before: "The first version is empty.",
      after: "The second version is empty.",
      both: "Both versions are empty.",
    },
    unrelated: "These are not versions of one story.",
    apart: " They share too little to be read against each other, so each stands by itself, as it is.",
    /**
     * @param {Share} kept of the first version
     * @param {Share | null} added of the second
     * @returns {string[]} the second, where there is one, says what is new
     */
    retold(kept, added) {
      const main = `${capitalised(kept.words)} of the first version ${kept.many ? "are" : "is"} retold in the second`;
      return added ? [`${main}, `, `${added.words} of which ${added.many ? "are" : "is"} new`, "."] : [`${main}, which adds nothing.`];
    },
    same: "The two versions are the same, word for word.",
    reordered: "The two versions have the same words.",
    cosmetic: "The two versions have the same words; only spelling, case or punctuation differs.",
    transposed: "The two versions have the same words, some in another order.",
    /** @param {number} words */
    reworded: (words) => `The second version tells all of the first and nothing else; ${count(words, "word")} changed.`,
    /** @param {number} paragraphs */
    moved: (paragraphs) => capitalised(`${count(paragraphs, "paragraph")} moved`),
    /** What follows the list of facts. */
    changed: " changed.",
    /** @param {number} before paragraphs @param {number} after paragraphs */
    sizes: (before, after) => `${tally(before, "paragraph")} against ${figure(after)}`,
    /** @param {number} words */
    longest: (words) => `longest passage kept word for word: ${tally(words, "word")}`,
    unmarked: "printed from what is drawn: far from the place that was being read, words stand without their marks",
    approximate: "so long that the search was cut short: some counterparts may be missing",
  },

  note: {
    caption: "picture caption",
    retold: "retold",
    telling: { before: "as the earlier version tells it", after: "as the later version tells it" },
    split: "the paragraph above was split here",
    only: { before: "only in the earlier version", after: "only in the later version" },
    /** @param {number} paragraphs how many stand here for one of the other version */
    joined: (paragraphs) => `${count(paragraphs, "paragraph")} joined into one`,
    /** @param {Bead} bead */
    recast: ({ before, after }) => `${count(before.end - before.start, "paragraph")} recast as ${inWords(after.end - after.start)}`,
    /**
     * What the link at one end of a moved bead says of the other end.
     *
     * @param {"before" | "after"} side
     * @param {"up" | "down"} towards
     * @param {Range} elsewhere paragraphs of the other version
     * @param {string} change what else happened to it
     */
    moved(side, towards, elsewhere, change) {
      const place = paragraphs(elsewhere);
      const where = side === "before" ? `moved ${towards} to ${place}` : `moved here from ${place}`;
      return change === "" ? where : `${where}, ${change}`;
    },
    /** @param {number} words */
    changed: (words) => (words === 0 ? "" : `${count(words, "word")} changed`),
    /** @param {number} words */
    dropped: (words) => `${tally(words, "word")} dropped here`,
    /** @param {number} words */
    added: (words) => `${tally(words, "word")} added here`,
  },

  /** What is said to those who listen. */
  spoken: {
    rows: "The two versions, paragraph by paragraph",
    unchanged: "unchanged",
    typography: "only typography or order changed",
    /** @param {string} what */
    moved: (what) => `moved, ${what}`,
    /** @param {Bead} bead @param {string} state */
    bead(bead, state) {
      const places = [
        bead.before.end > bead.before.start ? `earlier ${paragraphs(bead.before)}` : "",
        bead.after.end > bead.after.start ? `later ${paragraphs(bead.after)}` : "",
      ];
      const where = capitalised(places.filter(Boolean).join(", "));
      return state === "" ? where : `${where}: ${state}`;
    },
    /** @param {string} words */
    inserted: (words) => `“${words}” added`,
    /** @param {string} words */
    deleted: (words) => `“${words}” dropped`,
    /** @param {string} before @param {string} after */
    substituted: (before, after) => `“${before}” became “${after}”`,
    /** @param {string} words */
    transposed: (words) => `“${words}” moved within its paragraph`,
    /** @param {number} change from 1 @param {number} changes @param {string} what */
    change: (change, changes, what) => `Change ${figure(change)} of ${figure(changes)}: ${what}`,
    noChanges: "There are no changes.",
    lastChange: "There is no further change.",
    firstChange: "There is no change before this one.",
    noCounterpart: "This paragraph has no counterpart.",
    beside: "Its counterpart stands beside it.",
    flipped: { before: "The earlier version", after: "The later version" },
  },

  fold: {
    /** @param {number} paragraphs */
    unchanged: (paragraphs) => `${tally(paragraphs, "paragraph")} unchanged`,
    open: "show",
  },

  facts: {
    heading: "Facts that changed",
    none: "No quotation, number, date or name changed.",
    /** @type {Record<Fact["kind"], string>} */
    kinds: { quotation: "Quotations", number: "Numbers", date: "Dates", name: "Names" },
    changes: CHANGES,
    /** @param {Pick<Fact, "kind" | "change">[]} facts */
    listed: (facts) =>
      `In the list of facts: ${[...new Set(facts.map(({ kind, change }) => `${KINDS[kind]} ${CHANGES[change]}`))].join(", ")}`,
    /** @param {"before" | "after"} side @param {number} paragraph its index */
    place: (side, paragraph) => ` (${AGE[side]} version, paragraph ${figure(paragraph + 1)})`,
  },

  /** The panel of paragraphs. */
  changes: {
    heading: "Paragraphs that moved, came or went",
    moved: "Moved",
    added: "Only in the later version",
    removed: "Only in the earlier version",
    /** @param {Range} before @param {Range} after paragraph indices */
    fromTo: (before, after) => `${span(before)} → ${span(after)}`,
  },

  /** Why a comparison was not made. */
  engine: {
    load: "The engine could not be loaded. Is the connection still there?",
    trap: "The engine stopped in the middle of this comparison. It starts afresh with the next one.",
  },

  /** Why a comparison cannot be shown. */
  bad: {
    /** @param {string} why */
    sentence: (why) => `This comparison cannot be shown: ${why}.`,
    notAnObject: "it is not an object",
    notSaved: "the file is not a saved comparison",
    notJson: "the file is not JSON",
    noText: "one of its texts is missing",
    noReport: "its report is missing",
    format: "its report has a format that is not known here",
    noParagraphs: "its paragraphs are missing",
    /** @param {"before" | "after"} side */
    tooLittle: (side) => `it says too little of the ${AGE[side]} text`,
    /** @param {"before" | "after"} side */
    otherText: (side) => `the ${AGE[side]} text is not the one that was compared`,
    /** @param {"before" | "after"} side */
    outside: (side) => `a paragraph or sentence lies outside of the ${AGE[side]} text`,
    noAlignment: "its alignment is missing",
    noSuchParagraph: "it aligns a paragraph that is not there",
    /** @param {number} paragraph from 1 @param {"before" | "after"} side */
    twice: (paragraph, side) => `paragraph ${figure(paragraph)} of the ${AGE[side]} text is aligned twice`,
    /** @param {number} paragraph from 1 @param {"before" | "after"} side */
    missing: (paragraph, side) => `paragraph ${figure(paragraph)} of the ${AGE[side]} text is not aligned`,
    bead: "it misnames a bead",
    noEdits: "the changed words of a paragraph are missing",
    editKind: "it has a change of no known kind",
    editOutside: "a changed word lies outside of its paragraph",
    overlap: "two of its changes overlap",
    links: "its links lead nowhere",
    factKind: "it has a fact of no known kind",
    factOutside: "a fact lies outside of its text",
    noSummary: "its summary is missing",
  },
};
