// What the modules of the page hand to each other. Not loaded by the page.
import type { Report } from "../engine/engine.js";

export type { Report };

/** An Encoding Standard label. */
export type Encoding =
  | "utf-8"
  | "utf-16le"
  | "utf-16be"
  | "windows-1252"
  | "windows-1250"
  | "iso-8859-2"
  | "windows-1251"
  | "shift_jis"
  | "gb18030"
  | "big5"
  | "euc-kr";

export interface Decoded {
  /** Without its byte order mark. */
  text: string;
  encoding: Encoding;
  /** Why this encoding, as the end of a sentence; empty where it needs no saying. */
  reason: string;
}

/** One version as it was read. */
export interface StoryText {
  name: string;
  text: string;
  encoding: Encoding;
  /** Why this encoding was assumed; empty where it needs no saying. */
  reason: string;
  /** Kept where the encoding is an assumption, to be read again in another. */
  bytes?: Uint8Array;
  /** Where it was fetched from. */
  address?: string;
  /** Of which two texts it is one, and which of them it was. */
  part?: { side: Side; whole: Whole };
}

/** What comes with two texts that come as one. */
export interface Whole {
  /** The report on them, from a saved comparison. */
  report?: Report;
  /** The fragment of the address that holds them both, as in `location.hash`. */
  fragment?: string;
}

export type Side = "before" | "after";

export interface Pair {
  before: StoryText | null;
  after: StoryText | null;
}

/** Texts on their way; what is read for one side may turn out to be both. */
export type Reads = Partial<Record<Side, Promise<StoryText | Record<Side, StoryText>>>>;

export interface State extends Pair {
  /** `waiting` for a text; `stopped` by the reader; `failed` with the page's problem. */
  phase: "waiting" | "loading" | "comparing" | "stopped" | "failed" | "compared";
  /** Whether loading or comparing has taken long enough to say so. */
  slow: boolean;
  /** The stage of the comparison that ended last. */
  stage: string;
  /** Of these texts, once they are compared. */
  report: Report | null;
  /** One sentence each; empty where there is none. */
  problems: Record<Side | "page", string>;
  /** What the reader should know about what the page just did. */
  notice: string;
}

export type Draw = (state: State) => void;

/** What an address names. */
export type Named = { sample: string } | { before: string | null; after: string | null } | { fragment: string };

export interface SampleText {
  name: string;
  path: string;
}

export interface Sample {
  name: string;
  title: string;
  description: string;
  before: SampleText;
  after: SampleText;
}
