// What the modules of the element hand to each other. Not loaded by a page.
import type { Edit, Range, Report } from "../pkg/storydiff.js";
import type { State } from "./notes.js";

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

/** All that drawing a row needs to know. */
export interface Drawing {
  comparison: Comparison;
  rows: Row[];
  /** Of the beads. */
  states: State[];
  /** Those that changed, by the paragraphs where they stand: indices into the report's facts. */
  facts: Record<Side, number[][]>;
}

/** A piece of a paragraph and the edit it belongs to: UTF-16 code units of its text. */
export type Run = Range & { edit: Edit | null };
