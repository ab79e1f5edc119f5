// What the modules of the page hand to each other. Not loaded by the page.
import type { Report } from "../engine/engine.js";
import type { Language } from "../language/language.js";
import type { Decoded, Encoding, Reason } from "../read/types.js";

export type { Decoded, Encoding, Reason, Report };

/** Something to say to the reader, in whatever language is spoken when it is said. */
export type Saying = () => string;

/** One version as it was read. */
export interface StoryText {
  name: string;
  text: string;
  encoding: Encoding;
  reason: Reason;
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
  /** Whether texts or counterparts were changed since while the comparison was shown. */
  revised: boolean;
  /** One sentence each; empty where there is none. */
  problems: Record<Side | "page", Saying>;
  /** What the reader should know about what the page just did; empty where there is nothing. */
  notice: Saying;
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
  title: Record<Language, string>;
  description: Record<Language, string>;
  before: SampleText;
  after: SampleText;
}
