/**
 * The engine as the page and the element use it: one async `compare`, run in a worker.
 *
 * One worker is kept and asked one comparison at a time. It is discarded when a running comparison is cancelled
 * (a synchronous call can be stopped in no other way), when the engine trapped, and when a very long comparison has left it
 * with much memory; the next comparison starts a fresh one.
 *
 * @typedef {import("../pkg/storydiff.js").Report} Report
 * @typedef {import("../pkg/storydiff.js").Options} Options
 * @typedef {import("./parts.js").Part} Part
 *
 * @typedef {object} Settings
 * @property {AbortSignal} [signal] Cancels the comparison: the promise rejects with the signal's reason.
 * @property {Options} [options] What the engine is asked; every option has a default.
 * @property {boolean} [kin] Whether kin words may be fetched for it; by default they may.
 * @property {(stage: string) => void} [onProgress] Is told the name of each stage as it ends:
 *   `start`, `segment`, `keys`, `align`, `words`, `report`, `serialize`; all of them once more where the first report
 *   wanted kin words.
 *
 * @typedef {{stage: string} | {part: Part} | {report: Report, held: number} | {error: string, ruined: "load" | "trap" | null}} Answer
 *
 * @typedef {object} Running An engine that answers comparisons.
 * @property {Worker | MessagePort} port
 * @property {() => void} end Stops it at once, as far as it can be stopped.
 */

import { words } from "../language/element.js";
import { vouchFor } from "./own.js";
import { Parts } from "./parts.js";
import { spawn } from "./spawn.js";

/** The engine is ruined. Its message is worded whenever it is read, in the language of then. */
class Failure extends Error {
  /** @param {"load" | "trap"} ruined @param {ErrorOptions} [options] */
  constructor(ruined, options) {
    super(undefined, options);
    this.ruined = ruined;
  }

  get message() {
    return words.engine[this.ruined];
  }
}

/** An engine's memory never shrinks: one that holds more than this, in bytes, ends after its comparison. A book leaves half of it. */
const MOST_HELD = 100_000_000;

/** The one that is kept. @type {Promise<Running> | null} */
let running = null;

/** Settles when the comparisons asked for so far are over. */
let queue = Promise.resolve();

/** Starts the engine ahead of the first comparison, which then need not wait for it to load. */
export function prepare() {
  if (!running) {
    const started = spawn();
    running = started;
    started.then(
      // A script that never came answers nothing: nobody may be asked to wait for it.
      ({ port }) => port.addEventListener("error", () => discard(started)),
      () => discard(started),
    );
  }
  return running;
}

/**
 * Compares two versions of a story.
 *
 * @param {string} before The earlier text.
 * @param {string} after The later text.
 * @param {Settings} [settings]
 * @returns {Promise<Report>} Rejects with an `Error` whose message can be shown to a reader, or with the signal's reason.
 */
export function compare(before, after, settings = {}) {
  const report = turn(settings.signal).then(() => run(before, after, settings));
  queue = Promise.allSettled([queue, report]).then(() => {});
  return report;
}

/**
 * Waits until the worker is free, or until the one who waits gives up.
 *
 * @param {AbortSignal} [signal]
 * @returns {Promise<void>}
 */
function turn(signal) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
    void queue.then(resolve);
  });
}

/**
 * @param {string} before
 * @param {string} after
 * @param {Settings} settings
 * @returns {Promise<Report>}
 */
async function run(before, after, { signal, options, kin = true, onProgress }) {
  signal?.throwIfAborted();
  const asked = prepare();
  const over = new AbortController();
  const parts = new Parts();
  /** Whether the engine has said anything yet. */
  let isThere = false;
  try {
    return await new Promise((resolve, reject) => {
      /** @param {unknown} reason */
      const abandon = (reason) => {
        discard(asked);
        reject(reason);
      };
      const listening = { signal: over.signal };
      signal?.addEventListener("abort", () => abandon(signal.reason), listening);
      const ask = (/** @type {Running} */ { port }) => {
        if (signal?.aborted) return;
        port.addEventListener("error", () => abandon(new Failure(isThere ? "trap" : "load")), listening);
        port.addEventListener("messageerror", () => abandon(new Failure("trap")), listening);
        port.addEventListener("message", hear, listening);
        port.postMessage({ before, after, options, kin });
      };
      /** @param {Event} event */
      const hear = (event) => {
        const { data } = /** @type {MessageEvent<Answer>} */ (event);
        isThere = true;
        if ("stage" in data) onProgress?.(data.stage);
        else if ("part" in data) parts.add(data.part);
        else if ("report" in data) {
          if (data.held > MOST_HELD) discard(asked);
          resolve(vouchFor(parts.whole(data.report), before, after));
        }
        else if (data.ruined) abandon(new Failure(data.ruined, { cause: data.error }));
        else reject(new Error(data.error));
      };
      asked.then(ask, (error) => abandon(new Failure("load", { cause: String(error) })));
    });
  } finally {
    over.abort();
  }
}

/** @param {Promise<Running>} ruined */
function discard(ruined) {
  if (running === ruined) running = null;
  ruined.then(
    ({ end }) => end(),
    () => {},
  );
}
