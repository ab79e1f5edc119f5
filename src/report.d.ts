
/** What a comparison can be asked; every option has a default. */
export interface Options {
  /** How the ends of paragraphs are marked: `"auto"` (the default) tells it from each text. */
  paragraphs?: "auto" | "blank-lines" | "lines";
  /** The language of both texts: `"auto"` (the default) tells it from each text, else a BCP 47 tag such as `"en"` or `"de"`. */
  language?: string;
  /**
   * What a reader corrected by hand; nothing by default. They are applied in order: a later one outranks an earlier one
   * that it contradicts. To correct a report further, add to its `corrections`.
   */
  corrections?: Correction[];
}

/** What a reader says of two paragraphs: indices into the versions' paragraphs. */
export interface Correction {
  before: number;
  after: number;
  /**
   * Whether they are counterparts and stand in one bead, whatever the engine finds; else they never do, nor are their
   * sentences linked.
   */
  paired: boolean;
}

/** A half-open range: of UTF-16 code units of a text, or of indices into a table, as its owner says. */
export interface Range { start: number; end: number }

/** The comparison of two versions of a story. It carries ranges, never text. */
export interface Report {
  /** The version of this format. */
  format: 1;
  /** Name and version of the program that made it, and the name of the table of kin words that it used. */
  engine: string;
  before: Version;
  after: Version;
  /** The alignment of paragraphs, in reading order: every paragraph of each version stands in exactly one bead. */
  beads: Bead[];
  /** The alignment of sentences, ascending by `(before, after)`. */
  links: Link[];
  /** The audit of facts, in reading order. */
  facts: Fact[];
  summary: Summary;
  /**
   * What a table of kin words (`useKinship`) has to do with it: `"used"`; `"wanted"` where none was given and one would
   * bear on these texts; `"none"` where they are in another language or too close to need it.
   */
  kinship: "none" | "wanted" | "used";
  /** Whether a bound on work cut the search short. */
  approximate: boolean;
  /** The corrections that it was made with, as given; absent where there were none. */
  corrections?: Correction[];
}

/** One version: where its paragraphs and sentences stand. */
export interface Version {
  /** Of the text, in UTF-16 code units. */
  length: number;
  words: number;
  /** BCP 47 tag; `"und"` where the language is not known. */
  language: string;
  paragraphs: Paragraph[];
  sentences: Sentence[];
}

/** UTF-16 code units of the text; `sentences` are indices into the version's sentences. */
export interface Paragraph extends Range { sentences: Range; role: "title" | "byline" | "caption" | "body" }

/** UTF-16 code units of the text; `paragraph` is an index into the version's paragraphs. */
export interface Sentence extends Range { paragraph: number }

/** A group of paragraphs and their counterparts; `before` and `after` are paragraph indices. */
export interface Bead {
  kind: "match" | "split" | "merge" | "recast" | "insertion" | "deletion";
  /** Out of order with the unmoved beads. */
  moved: boolean;
  /**
   * The move that a moved bead is part of, from 0 in the later version's order; absent for others. Beads that stand next
   * to each other in both versions move together.
   */
  move?: number;
  before: Range;
  after: Range;
  /** 0..1; 1 only for equal text. */
  similarity: number;
  edits: Edit[];
}

/** What happened to a run of words inside one bead: UTF-16 code units of the two texts. */
export interface Edit {
  kind: "equal" | "insertion" | "deletion" | "substitution" | "transposition";
  /** Of a substitution without a change of wording: what it changes. */
  cosmetic?: "case" | "punctuation" | "quotes" | "whitespace" | "spelling";
  before: Range;
  after: Range;
}

/** Two sentences that tell the same: indices into the versions' sentences. */
export interface Link {
  before: number;
  after: number;
  kind: "same" | "edited" | "reworded" | "partial";
  /** 0..1. */
  similarity: number;
}

/**
 * A quotation (without its marks), number, date or time, or name, and what became of it; UTF-16 code units of the two
 * texts, `null` on the side where it has no place. A name stands once, at its first passages; `before` and `after` of two
 * facts may be equal, where a quotation was taken apart or is told again.
 */
export interface Fact {
  kind: "quotation" | "number" | "date" | "name";
  change: "kept" | "altered" | "reattributed" | "dropped" | "added";
  before: Range | null;
  after: Range | null;
}

/** Figures for the whole comparison. */
export interface Summary {
  /** `equal + deleted + substituted + transposed` are the words of `before`; `equal + inserted + substitutes + transposed` those of `after`. */
  words: { equal: number; inserted: number; deleted: number; substituted: number; substitutes: number; transposed: number };
  /** Share of the words of each version whose sentence has a counterpart in the other, 0..1. */
  retold: { before: number; after: number };
  /** The longest run of words that both versions share verbatim: UTF-16 code units. */
  longest: { before: Range; after: Range; words: number } | null;
  /** How many beads there are of each kind, and how many of all are moved. */
  beads: { match: number; split: number; merge: number; recast: number; insertion: number; deletion: number; moved: number };
  /** How many facts of each kind are altered, reattributed, dropped or added; dates and times are numbers. */
  facts: { quotations: number; numbers: number; names: number };
  /** 0..1: how sure it is that both are versions of one story. */
  sameStory: number;
}
