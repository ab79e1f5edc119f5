// What the modules of the element hand to each other. Not loaded by a page.
import type { Bead, Edit, Range, Report } from "../pkg/storydiff.js";
import type { PROPERTIES } from "./attributes.js";
import type { Level } from "./level.js";
import type { State } from "./notes.js";
import type { StoryDiff } from "./story-diff.js";

export type Side = "before" | "after";

/** Two texts, what a comparison says of them, and what they are called. */
export interface Comparison {
  /** The earlier text. */
  before: string;
  /** The later text. */
  after: string;
  report: Report;
  names?: { before: string; after: string };
}

/**
 * One line across the two columns: which bead stands on each side, as an index into the report's beads,
 * or `null` where that side is blank.
 *
 * A moved bead has two rows, one at each of its places, and `towards` says where the other one is.
 */
export interface Row {
  before: number | null;
  after: number | null;
  towards?: "up" | "down";
}

/** All that drawing needs to know. */
export interface Drawing {
  comparison: Comparison;
  rows: Row[];
  /** Of the beads. */
  states: State[];
  /** What is marked of each bead: the report's edits, or what the level of marks makes of them. */
  edits: Marked[][];
  /** Those that changed, by the paragraphs where they stand: indices into the report's facts. */
  facts: Record<Side, number[][]>;
  /** On which row each bead stands, by the index of the bead; a moved bead stands on two. */
  places: Record<Side, number[]>;
  /** In which bead each paragraph stands, by its index. */
  beads: Record<Side, number[]>;
}

/** An edit as it is marked; `substance` where more than the wording changed. */
export type Marked = Edit & { substance?: boolean };

/** How a reader wants a comparison drawn. */
export interface Settings {
  level: Level;
  /** Whether unchanged paragraphs are folded away. */
  only: "all" | "changes";
  /** What those who listen hear of a paragraph. */
  summaries: "off" | "paragraphs" | "changes";
  /** What marks the characters of a row that nobody sees, where that is wanted. */
  reveal: ((row: Element) => void) | null;
}

/** Words of one version: UTF-16 code units of its text. */
export type Passage = Range & { side: Side };

/** A piece of a paragraph and the edit it belongs to: UTF-16 code units of its text. */
export type Run = Range & { edit: Marked | null };

/** What an element names to be shown. */
export type Named = { saved: string } | Record<Side, NamedText>;

/** By its address, or as it is, with what it is called if it has a name. */
export type NamedText = ({ address: string } | { text: string }) & { name: string | null };

type Choice<Name extends keyof typeof PROPERTIES> = (typeof PROPERTIES)[Name][number];

/** The properties that are attributes too. To set one to `null` takes its attribute away. */
export interface Reflected {
  /** The address of a saved comparison; empty where there is none. */
  get src(): string;
  set src(address: string | null);
  /** The address of the earlier text. */
  get beforeSrc(): string;
  set beforeSrc(address: string | null);
  /** The address of the later text. */
  get afterSrc(): string;
  set afterSrc(address: string | null);
  /** What the earlier text is called; what its file is called unless told. */
  get beforeName(): string;
  set beforeName(name: string | null);
  /** What the later text is called. */
  get afterName(): string;
  set afterName(name: string | null);
  /** How it is to be drawn; `auto` is what suits its width. */
  get view(): Choice<"view">;
  set view(view: Choice<"view"> | null);
  /** Which version one reads in the view `read`. */
  get version(): Choice<"version">;
  set version(version: Choice<"version"> | null);
  /** The least that is marked. */
  get level(): Level;
  set level(level: Level | null);
  /** Whether what is unchanged is folded away. */
  get only(): Choice<"only">;
  set only(only: Choice<"only"> | null);
  /** What those who listen hear of a paragraph. */
  get summaries(): Choice<"summaries">;
  set summaries(summaries: Choice<"summaries"> | null);
  /** Whether single letters are keys here. */
  get letters(): Choice<"letters">;
  set letters(letters: Choice<"letters"> | null);
  /** Whether characters that nobody sees are marked. */
  get invisibles(): Choice<"invisibles">;
  set invisibles(invisibles: Choice<"invisibles"> | null);
  /** Its colours; `auto` is what the page's `color-scheme` says, else what the reader's system has. */
  get theme(): Choice<"theme">;
  set theme(theme: Choice<"theme"> | null);
}

/** What the element tells, by the names of its events. They bubble, also out of shadow trees. */
export interface StoryDiffEventMap {
  "storydiff-ready": CustomEvent<Comparison>;
  "storydiff-error": CustomEvent<{ message: string }>;
  "storydiff-focus": CustomEvent<Bead & { index: number }>;
  "storydiff-view": CustomEvent<null>;
}

declare global {
  interface HTMLElementTagNameMap {
    "story-diff": StoryDiff;
  }
  interface GlobalEventHandlersEventMap extends StoryDiffEventMap {}
}
