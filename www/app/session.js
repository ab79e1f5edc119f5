/**
 * What the reader has given, and how far its comparison is. Every act of the reader is a method here;
 * each replaces the state and has it drawn. Knows no element.
 */
/** @import { Correction } from "../pkg/storydiff.js" */
/** @import { Encoding, Pair, Reads, Report, Saying, Side, State, StoryText } from "./types.js" */
import { SIDES } from "../element/terms.js";
import { compare } from "../engine/engine.js";
import { words } from "../language/page.js";
import { inOrder } from "./order.js";
import { readAgain, readFile, readOne, readPasted } from "./read.js";
import { wholeOf } from "./whole.js";

/** How long a comparison may take before the page says that it is at work, in milliseconds. */
const PATIENCE = 200;

/** @type {Readonly<Pair>} */
export const NOTHING = Object.freeze({ before: null, after: null });

/** @type {Readonly<State["problems"]>} */
const NO_PROBLEMS = Object.freeze({ before: silence, after: silence, page: silence });

export class Session {
  /** @type {State} */
  state = { ...NOTHING, phase: "waiting", slow: false, stage: "", report: null, revised: false, problems: NO_PROBLEMS, notice: silence };

  /** Is over when no edit is still to be compared: until then what is shown may not yet be told from the whole. */
  settled = Promise.resolve();

  /** What is being loaded or compared, until it is done or given up. */
  #task = new AbortController();

  /** The last request for each side's text: the answer to an earlier one comes too late. @type {Record<Side, object>} */
  #asked = { before: {}, after: {} };

  /** The request that the last load is. */
  #loading = {};

  /** What the reader said of the paragraphs of the texts that are to be compared next. @type {Correction[]} */
  #corrections = [];

  /** What could not be done of late, and what is said of it. @type {{ what: string, saying: Saying } | null} */
  #failed = null;

  #draw;
  #follow;

  /**
   * @param {(state: State) => void} draw Is called after every change.
   * @param {(pair: Pair, anew: boolean, whole: boolean) => void} follow Is called when the texts changed; `anew` where all were
   *   cleared, and not `whole` where one of those that were to be loaded is missing.
   */
  constructor(draw, follow) {
    this.#draw = draw;
    this.#follow = follow;
  }

  /**
   * One file for one side, or two for both, in whatever order they come; a saved comparison is one file for both.
   *
   * @param {readonly File[]} files
   * @param {Side} side Where a single file goes.
   */
  takeFiles(files, side) {
    if (files.length > 2) return this.refuse("page", () => words.drop.tooMany(files.length));
    if (files.length < 2) return this.#ask({ [side]: readOne(files[0]) });
    const { before, after, reason } = inOrder(files[0], files[1]);
    return this.#ask({ before: readFile(before), after: readFile(after) }, () => words.order[reason](before.name));
  }

  /**
   * @param {string} text
   * @param {Side} side
   */
  takePasted(text, side) {
    const { pasted, pastedToo } = words.places;
    const name = this.state[side === "before" ? "after" : "before"]?.name === pasted ? pastedToo : pasted;
    return this.#ask({ [side]: readPasted(name, text) });
  }

  /**
   * Loads one text or both from elsewhere, which may take its time.
   *
   * @param {(signal: AbortSignal) => Promise<Reads>} start
   */
  async load(start) {
    const signal = this.#begin("loading");
    const request = {};
    // Until it is known what it brings, it may be both.
    this.#loading = this.#asked.before = this.#asked.after = request;
    try {
      await this.#ask(await start(signal), silence, request);
    } catch (error) {
      if (!signal.aborted) this.refuse("page", sentence(error));
    }
    if (!signal.aborted) this.#change({ phase: "waiting", slow: false });
  }

  /**
   * @param {Side} side
   * @param {Encoding} encoding
   */
  readAgain(side, encoding) {
    const story = this.state[side];
    if (story) this.#put({ [side]: readAgain(story, encoding) });
  }

  /** @param {Side} side */
  remove(side) {
    this.#put({ [side]: null });
  }

  swap() {
    const { before, after, problems, report } = this.state;
    this.#corrections = (report?.corrections ?? []).map(({ paired, ...pair }) => ({ before: pair.after, after: pair.before, paired }));
    this.#put({ before: after, after: before }, { problems: { before: problems.after, after: problems.before, page: silence } });
  }

  clear() {
    this.#put(NOTHING, { anew: Boolean(this.state.before || this.state.after) });
  }

  /**
   * The texts that an earlier place in the history had.
   *
   * @param {Pair} pair
   */
  restore(pair) {
    this.#take(pair, NO_PROBLEMS, silence);
  }

  /** Gives up what is being loaded or compared; the texts stay. */
  cancel() {
    this.#task.abort();
    this.#change({ phase: this.state.phase === "comparing" ? "stopped" : "waiting", slow: false });
  }

  /** Compares the texts that are there, if both are. */
  async compare() {
    const { before, after } = this.state;
    if (!before || !after) return;
    const signal = this.#begin("comparing");
    try {
      const onProgress = (/** @type {string} */ stage) => this.#change({ stage });
      const options = { corrections: this.#corrections };
      this.#corrections = [];
      const report = wholeOf(this.state)?.report ?? (await compare(before.text, after.text, { signal, onProgress, options }));
      this.#change({ phase: "compared", slow: false, report, revised: false });
    } catch (error) {
      if (!signal.aborted)
        this.#change({ phase: "failed", slow: false, problems: { ...this.state.problems, page: sentence(error) } });
    }
  }

  /**
   * Puts changed texts and their comparison in the place of those that are shown.
   *
   * @param {Record<Side, StoryText>} texts
   * @param {Report} report
   */
  replace(texts, report) {
    const changed = SIDES.some((side) => texts[side] !== this.state[side]);
    this.#change({ ...texts, report, revised: true, notice: silence });
    if (changed) this.#follow(texts, false, true);
  }

  /**
   * Says why something was not done; what was there stays.
   *
   * @param {Side | "page"} where
   * @param {Saying} problem
   */
  refuse(where, problem) {
    this.#change({ problems: { ...this.state.problems, [where]: problem } });
  }

  /**
   * Does what may need a part of the page that is still to be fetched; where it cannot be done, says why until it can.
   *
   * @param {string} what it is, to know it again
   * @param {() => Promise<unknown>} act
   */
  async attempt(what, act) {
    try {
      await act();
      if (this.#failed?.what === what && this.state.problems.page === this.#failed.saying) this.refuse("page", silence);
    } catch (error) {
      this.#failed = { what, saying: sentence(error) };
      this.refuse("page", this.#failed.saying);
    }
  }

  /**
   * Takes what can be read, and says of the rest why not; but two texts that are there make way for both or for none.
   *
   * @param {Reads} reads
   * @param {Saying} [notice] For when all of it was read.
   * @param {object} [load] The load that these are of.
   */
  async #ask(reads, notice = silence, load) {
    const asked = /** @type {[Side, NonNullable<Reads[Side]>][]} */ (Object.entries(reads));
    const request = load ?? {};
    for (const side of SIDES) {
      if (!load && side in reads) this.#asked[side] = request;
      if (load && !(side in reads) && this.#asked[side] === load) this.#asked[side] = {};
    }
    const answers = await Promise.allSettled(asked.map(([, reading]) => reading));
    /** @type {Partial<Pair>} */
    const texts = {};
    const problems = { ...this.state.problems, page: silence };
    let refused = false;
    asked.forEach(([side], index) => {
      const answer = answers[index];
      if (this.#asked[side] !== request || (answer.status === "rejected" && answer.reason?.name === "AbortError")) return;
      this.#asked[side] = {};
      if (answer.status === "fulfilled") Object.assign(texts, "text" in answer.value ? { [side]: answer.value } : answer.value);
      else refused = true;
      problems[side] = answer.status === "fulfilled" ? silence : sentence(answer.reason);
    });
    const count = Object.keys(texts).length;
    if (count > 0 && !(refused && this.state.before && this.state.after))
      this.#put(texts, { problems, notice: count === asked.length ? notice : silence, whole: !load || !refused });
    else this.#change({ problems });
  }

  /**
   * Puts texts in their places as the reader's own act.
   *
   * @param {Partial<Pair>} texts
   * @param {{problems?: State["problems"], notice?: Saying, anew?: boolean, whole?: boolean}} [circumstances]
   */
  #put(texts, { problems = NO_PROBLEMS, notice = silence, anew = false, whole = true } = {}) {
    this.#take(texts, problems, notice);
    this.#follow({ before: this.state.before, after: this.state.after }, anew, whole);
  }

  /**
   * @param {Partial<Pair>} texts
   * @param {State["problems"]} problems
   * @param {Saying} notice
   */
  #take(texts, problems, notice) {
    for (const side of SIDES) if (side in texts) this.#asked[side] = {};
    const { before, after, phase } = { ...this.state, ...texts };
    const changes = { before, after, report: null, problems, notice };
    // A load goes on for the side that it is still to bring.
    if (phase === "loading" && SIDES.some((side) => this.#asked[side] === this.#loading)) return this.#change(changes);
    this.#task.abort();
    this.#change({ ...changes, phase: before && after ? "comparing" : "waiting", slow: false });
    void this.compare();
  }

  /** @param {"loading" | "comparing"} phase */
  #begin(phase) {
    this.#task.abort();
    const { signal } = (this.#task = new AbortController());
    this.#change({ phase, slow: false, stage: "", problems: { ...this.state.problems, page: silence } });
    setTimeout(() => {
      if (!signal.aborted && this.state.phase === phase) this.#change({ slow: true });
    }, PATIENCE);
    return signal;
  }

  /** Says all there is to say again, when another language is spoken. */
  redraw() {
    this.#change({});
  }

  /** @param {Partial<State>} changes */
  #change(changes) {
    this.state = { ...this.state, ...changes };
    const { phase, slow } = this.state;
    // What is on the page stays until its successor is there, or until that takes long: nothing flickers past.
    if (slow || !isBusy(phase)) this.#draw(this.state);
  }
}

/** @param {State["phase"]} phase */
export function isBusy(phase) {
  return phase === "loading" || phase === "comparing";
}

/** @param {unknown} error @returns {Saying} */
function sentence(error) {
  return () => (error instanceof Error ? error.message : String(error));
}

function silence() {
  return "";
}
