/**
 * Changes what is compared while it stays on the page: words of either text, and counterparts by hand; and takes that back.
 */
/** @import { Correction, Range, Report } from "../pkg/storydiff.js" */
/** @import { Session } from "./session.js" */
/** @import { Side, StoryText } from "./types.js" */
import { SIDES } from "../element/terms.js";
import { indexAt } from "../element/words.js";
import { compare } from "../engine/engine.js";
import { vouchFor } from "../engine/own.js";
import { compareNearby } from "./nearby.js";

/** Texts that are longer than this together, in UTF-16 code units, are long: to compare them whole takes more than a moment. */
const LONG = 100_000;

/** How long the reader has written nothing, in milliseconds, before long texts are compared whole again. */
const REST = 500;

/** How many steps can be taken back. */
const STEPS = 100;

/**
 * A correction by where its paragraphs begin, in UTF-16 code units of the two texts: their indices change with the texts.
 *
 * @typedef {{ before: number, after: number, paired: boolean }} Pinned
 *
 * @typedef {Record<Side, StoryText>} Stories
 *
 * @typedef {Range & { side: Side, shift: number }} Ahead An edit that the page does not show yet: what it took the place of,
 *   in UTF-16 code units of the text as it then was, and by how much what follows stands further on since
 *
 * @typedef {{ texts: Stories, pinned: Pinned[], ahead: Ahead[] }} Wanted
 *
 * @typedef {{ texts: Stories, report: Report, whole: boolean }} Shown `whole` where the report is of all of the texts, and not put
 *   together of an earlier one and of what an edit reached
 */

export class Reviser {
  #session;
  /** What the page showed before each step, the last one last. @type {Shown[]} */
  #past = [];
  /** What is to be compared next, or could not be compared. @type {Wanted | null} */
  #wanted = null;
  /** @type {Promise<void> | null} */
  #running = null;
  /** What the page showed when this last changed it: another report is of other texts. @type {Shown | null} */
  #shown = null;
  /** Is given up when the reader writes on: the rest that is waited for, and the comparison of the whole behind it. */
  #resting = new AbortController();
  /** Whatever the last step was part of: what is typed at one go is one step. @type {unknown} */
  #burst = null;

  /** @param {Session} session */
  constructor(session) {
    this.#session = session;
  }

  get canUndo() {
    return this.#past.length > 0 && this.#session.state.report === this.#shown?.report;
  }

  /**
   * A range of a text that the page shows, in the text as it has been written since.
   *
   * @param {Side} side
   * @param {Range} range UTF-16 code units of the text shown
   * @returns {Range & { text: string }} UTF-16 code units of `text`
   */
  newest(side, range) {
    const { texts, ahead } = this.#now() ?? { texts: null, ahead: [] };
    // No paragraph begins where the one before it ends: what is written there is written at the end of this one.
    return { text: texts?.[side].text ?? "", start: moved(range.start, side, ahead), end: moved(range.end + 1, side, ahead) - 1 };
  }

  /**
   * Gives a version other words.
   *
   * @param {Side} side
   * @param {Range} range what they take the place of: UTF-16 code units of the newest text
   * @param {string} put
   * @param {unknown} burst steps of one burst are taken back together
   */
  edit(side, { start, end }, put, burst) {
    const now = this.#now();
    if (!now) return;
    const { texts, pinned, ahead } = now;
    const { name, text } = texts[side];
    const shift = start + put.length - end;
    const written = text.slice(0, start) + put + text.slice(end);
    // What it was read from holds another text.
    const story = /** @type {StoryText} */ ({ name, text: written, encoding: "utf-8", reason: "" });
    const edited = { side, start, end, shift };
    this.#step({ texts: { ...texts, [side]: story }, pinned: pinned.map((pin) => movedPin(pin, [edited])), ahead: [...ahead, edited] }, burst);
  }

  /** Makes paragraphs counterparts, or takes them apart. @param {Correction[]} corrections by indices into the paragraphs shown */
  correct(corrections) {
    const now = this.#now();
    const { report } = this.#session.state;
    if (!now || !report) return;
    const pinned = pin(corrections, report).map((pin) => movedPin(pin, now.ahead));
    this.#step({ ...now, pinned: [...now.pinned, ...pinned] }, {});
  }

  /** Takes the last step back. */
  undo() {
    const last = this.canUndo ? this.#past.pop() : undefined;
    if (!last) return;
    this.#wanted = this.#burst = null;
    this.#resting.abort();
    this.#put(last);
    if (last.whole) return;
    this.#wanted = this.#now();
    this.#run();
  }

  /** What the page shows. @returns {Shown | null} */
  get #onPage() {
    const { before, after, report } = this.#session.state;
    if (!before || !after || !report) return null;
    return report === this.#shown?.report ? this.#shown : { texts: { before, after }, report, whole: true };
  }

  /** What is to be compared when all that was asked for is done. @returns {Wanted | null} */
  #now() {
    const shown = this.#onPage;
    if (!shown) return null;
    if (shown !== this.#shown) this.#past = [];
    if (shown !== this.#shown || !this.#wanted) return { texts: shown.texts, pinned: pin(shown.report.corrections ?? [], shown.report), ahead: [] };
    return this.#wanted;
  }

  /** @param {Wanted} wanted @param {unknown} burst */
  #step(wanted, burst) {
    this.#shown = this.#onPage;
    if (!this.#shown) return;
    if (burst !== this.#burst || this.#past.length === 0) this.#past.push(this.#shown);
    if (this.#past.length > STEPS) this.#past.shift();
    this.#burst = burst;
    this.#wanted = wanted;
    this.#resting.abort();
    this.#run();
  }

  #run() {
    this.#running ??= this.#compareWanted();
    this.#session.settled = this.#running;
  }

  /** Compares what is wanted, and what came to be wanted meanwhile; of a long text, not every letter that is typed. */
  async #compareWanted() {
    while (this.#wanted) {
      const wanted = this.#wanted;
      const { signal } = (this.#resting = new AbortController());
      try {
        const isThere = await this.#showNearby(wanted);
        if (isThere) await rested(signal);
        // Other texts may have come by now.
        if (this.#onPage === this.#shown) this.#show(wanted, await reportOn(wanted, isThere ? signal : undefined), true);
      } catch (error) {
        if (signal.aborted) continue;
        this.#session.refuse("page", () => (error instanceof Error ? error.message : String(error)));
        // What was written is kept: the next step goes on from it.
        if (this.#wanted === wanted) break;
      }
      if (this.#wanted === wanted) this.#wanted = null;
    }
    this.#running = null;
  }

  /**
   * Of long texts, shows at once what is wanted, as far as it can be told from what the last edit reaches.
   *
   * @param {Wanted} wanted
   * @returns {Promise<boolean>} whether the page shows it by now, and only the whole is still to be compared
   */
  async #showNearby(wanted) {
    const shown = this.#onPage;
    if (!shown || shown !== this.#shown || wanted.pinned.length > 0) return false;
    const [was, is] = [textsOf(shown.texts), textsOf(wanted.texts)];
    if (SIDES.every((side) => was[side] === is[side])) return !shown.whole;
    if (is.before.length + is.after.length < LONG) return false;
    const kin = shown.report.kinship !== "none";
    const report = await compareNearby(shown.report, was, is, ({ before, after }, options) => compare(before, after, { options, kin }));
    if (!report) return false;
    this.#show(wanted, vouchFor(report, is.before, is.after), false);
    wanted.ahead = [];
    return true;
  }

  /** Shows what was asked for, unless something else is by now. @param {Wanted} wanted @param {Report} report @param {boolean} whole */
  #show(wanted, report, whole) {
    if (this.#wanted === wanted && this.#onPage === this.#shown) this.#put({ texts: wanted.texts, report, whole });
  }

  /** @param {Shown} shown */
  #put(shown) {
    this.#shown = shown;
    this.#session.replace(shown.texts, shown.report);
  }
}

/** @param {Stories} texts */
function textsOf({ before, after }) {
  return { before: before.text, after: after.text };
}

/** The reader has rested. @param {AbortSignal} signal @returns {Promise<void>} Rejects with the signal's reason. */
function rested(signal) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(resolve, REST);
    signal.addEventListener("abort", () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });
}

/** Where a place of the text that is shown has come to stand. @param {number} place @param {Side} side @param {Ahead[]} ahead */
function moved(place, side, ahead) {
  let at = place;
  for (const { start, end, shift, ...edit } of ahead) {
    if (edit.side !== side || at <= start) continue;
    at = at >= end ? at + shift : Math.min(at, end + shift);
  }
  return at;
}

/** @param {Pinned} pin @param {Ahead[]} ahead @returns {Pinned} */
function movedPin({ before, after, paired }, ahead) {
  return { before: moved(before, "before", ahead), after: moved(after, "after", ahead), paired };
}

/** @param {Wanted} wanted @param {AbortSignal} [signal] */
async function reportOn({ texts, pinned }, signal) {
  const { before, after } = textsOf(texts);
  const report = await compare(before, after, { signal });
  if (pinned.length === 0) return report;
  // Where the paragraphs are is known by now.
  const corrections = pinned.flatMap(({ paired, ...places }) => {
    const [there, here] = SIDES.map((side) => indexAt(report[side].paragraphs, places[side]));
    const isThere = there < report.before.paragraphs.length && here < report.after.paragraphs.length;
    return isThere ? [{ before: there, after: here, paired }] : [];
  });
  return compare(before, after, { signal, options: { corrections } });
}

/** @param {Correction[]} corrections @param {Report} report @returns {Pinned[]} */
function pin(corrections, report) {
  return corrections.flatMap(({ paired, ...pair }) => {
    const [before, after] = SIDES.map((side) => report[side].paragraphs[pair[side]]?.start);
    // A menu may have been open since before the paragraph went.
    return before === undefined || after === undefined ? [] : [{ before, after, paired }];
  });
}
