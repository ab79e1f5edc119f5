/**
 * What the reader has given, and how far its comparison is. Every act of the reader is a method here;
 * each replaces the state and has it drawn. Knows no element.
 *
 * @typedef {import("./read.js").StoryText} StoryText
 * @typedef {import("./decode.js").Encoding} Encoding
 * @typedef {import("../engine/engine.js").Report} Report
 *
 * @typedef {"before" | "after"} Side
 * @typedef {{before: StoryText | null, after: StoryText | null}} Pair
 * @typedef {Partial<Record<Side, Promise<StoryText>>>} Reads Texts on their way.
 *
 * @typedef {object} State
 * @property {StoryText | null} before
 * @property {StoryText | null} after
 * @property {"waiting" | "loading" | "comparing" | "stopped" | "failed" | "compared"} phase
 *   `waiting` for a text; `stopped` by the reader; `failed` with the page's problem.
 * @property {boolean} slow Whether loading or comparing has taken long enough to say so.
 * @property {string} stage The stage of the comparison that ended last.
 * @property {Report | null} report Of these texts, once they are compared.
 * @property {Record<Side | "page", string>} problems One sentence each; empty where there is none.
 * @property {string} notice What the reader should know about what the page just did.
 */
import { SIDES } from "../element/check.js";
import { compare } from "../engine/engine.js";
import { inOrder } from "./order.js";
import { readAgain, readFile, readPasted } from "./read.js";

/** How long a comparison may take before the page says that it is at work, in milliseconds. */
const PATIENCE = 200;

/** @type {Readonly<Pair>} */
export const NOTHING = Object.freeze({ before: null, after: null });

/** @type {Readonly<State["problems"]>} */
const NO_PROBLEMS = Object.freeze({ before: "", after: "", page: "" });

export class Session {
  /** @type {State} */
  state = { ...NOTHING, phase: "waiting", slow: false, stage: "", report: null, problems: NO_PROBLEMS, notice: "" };

  /** What is being loaded or compared, until it is done or given up. */
  #task = new AbortController();

  /** The last request for each side's text: the answer to an earlier one comes too late. @type {Record<Side, object>} */
  #asked = { before: {}, after: {} };

  #draw;
  #follow;

  /**
   * @param {(state: State) => void} draw Is called after every change.
   * @param {(pair: Pair, anew: boolean) => void} follow Is called when the reader changed the texts; `anew` where all were cleared.
   */
  constructor(draw, follow) {
    this.#draw = draw;
    this.#follow = follow;
  }

  /**
   * One file for one side, or two for both, in whatever order they come.
   *
   * @param {readonly File[]} files
   * @param {Side} side Where a single file goes.
   */
  takeFiles(files, side) {
    if (files.length > 2)
      return this.refuse(
        "page",
        `Two files make a comparison, and these are ${files.length}. Drop the earlier and the later version alone.`,
      );
    if (files.length < 2) return this.#ask({ [side]: readFile(files[0]) });
    const { before, after, reason } = inOrder(files[0], files[1]);
    return this.#ask(
      { before: readFile(before), after: readFile(after) },
      `“${before.name}” was taken for the earlier version, ${reason}.`,
    );
  }

  /**
   * @param {string} text
   * @param {Side} side
   */
  takePasted(text, side) {
    const name = this.state[side === "before" ? "after" : "before"]?.name === "pasted text" ? "pasted text 2" : "pasted text";
    return this.#ask({ [side]: readPasted(name, text) });
  }

  /**
   * Loads one text or both from elsewhere, which may take its time.
   *
   * @param {(signal: AbortSignal) => Promise<Reads>} start
   */
  async load(start) {
    const signal = this.#begin("loading");
    try {
      await this.#ask(await start(signal));
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
    const { before, after, problems } = this.state;
    this.#put({ before: after, after: before }, { problems: { before: problems.after, after: problems.before, page: "" } });
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
    this.#take(pair, NO_PROBLEMS, "");
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
      const report = await compare(before.text, after.text, { signal, onProgress: (stage) => this.#change({ stage }) });
      this.#change({ phase: "compared", slow: false, report });
    } catch (error) {
      if (!signal.aborted)
        this.#change({ phase: "failed", slow: false, problems: { ...this.state.problems, page: sentence(error) } });
    }
  }

  /**
   * Says why something was not done; what was there stays.
   *
   * @param {Side | "page"} where
   * @param {string} problem
   */
  refuse(where, problem) {
    this.#change({ problems: { ...this.state.problems, [where]: problem } });
  }

  /**
   * Takes what can be read, and says of the rest why not. What was there stays until its successor has been read.
   *
   * @param {Reads} reads
   * @param {string} [notice] For when all of it was read.
   */
  async #ask(reads, notice = "") {
    const asked = /** @type {[Side, Promise<StoryText>][]} */ (Object.entries(reads));
    const request = {};
    for (const [side] of asked) this.#asked[side] = request;
    const answers = await Promise.allSettled(asked.map(([, reading]) => reading));
    /** @type {Partial<Pair>} */
    const texts = {};
    const problems = { ...this.state.problems, page: "" };
    asked.forEach(([side], index) => {
      const answer = answers[index];
      if (this.#asked[side] !== request || (answer.status === "rejected" && answer.reason?.name === "AbortError")) return;
      if (answer.status === "fulfilled") texts[side] = answer.value;
      problems[side] = answer.status === "fulfilled" ? "" : sentence(answer.reason);
    });
    const count = Object.keys(texts).length;
    if (count > 0) this.#put(texts, { problems, notice: count === asked.length ? notice : "" });
    else this.#change({ problems });
  }

  /**
   * Puts texts in their places as the reader's own act.
   *
   * @param {Partial<Pair>} texts
   * @param {{problems?: State["problems"], notice?: string, anew?: boolean}} [circumstances]
   */
  #put(texts, { problems = NO_PROBLEMS, notice = "", anew = false } = {}) {
    this.#take(texts, problems, notice);
    this.#follow({ before: this.state.before, after: this.state.after }, anew);
  }

  /**
   * @param {Partial<Pair>} texts
   * @param {State["problems"]} problems
   * @param {string} notice
   */
  #take(texts, problems, notice) {
    this.#task.abort();
    for (const side of SIDES) if (side in texts) this.#asked[side] = {};
    const { before, after } = { ...this.state, ...texts };
    this.#change({
      before,
      after,
      report: null,
      problems,
      notice,
      phase: before && after ? "comparing" : "waiting",
      slow: false,
    });
    void this.compare();
  }

  /** @param {"loading" | "comparing"} phase */
  #begin(phase) {
    this.#task.abort();
    const { signal } = (this.#task = new AbortController());
    this.#change({ phase, slow: false, stage: "", problems: { ...this.state.problems, page: "" } });
    setTimeout(() => {
      if (!signal.aborted && this.state.phase === phase) this.#change({ slow: true });
    }, PATIENCE);
    return signal;
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

/** @param {unknown} error */
function sentence(error) {
  return error instanceof Error ? error.message : String(error);
}
