/**
 * The engine as the page and the element use it: one async `compare`, run in a worker.
 *
 * One worker is kept and asked one comparison at a time. It is discarded when a running comparison is cancelled
 * (a synchronous call can be stopped in no other way) and when the engine trapped; the next comparison starts a fresh one.
 *
 * @typedef {import("../pkg/storydiff.js").Report} Report
 * @typedef {import("../pkg/storydiff.js").Options} Options
 *
 * @typedef {object} Settings
 * @property {AbortSignal} [signal] Cancels the comparison: the promise rejects with the signal's reason.
 * @property {Options} [options] What the engine is asked; every option has a default.
 * @property {(stage: string) => void} [onProgress] Is told the name of each stage as it ends:
 *   `start`, `segment`, `keys`, `align`, `words`, `report`, `serialize`; all of them once more where the first report
 *   wanted kin words.
 *
 * @typedef {{stage: string} | {report: Report} | {error: string, ruined: "load" | "trap" | null}} Answer
 */

import { words } from "../language/element.js";

/** The engine is ruined. Its message is worded whenever it is read, in the language of then. */
class Failure extends Error {
  #what;

  /** @param {"load" | "trap"} what @param {ErrorOptions} [options] */
  constructor(what, options) {
    super(undefined, options);
    this.#what = what;
  }

  get message() {
    return words.engine[this.#what];
  }
}

/** @type {Worker | null} */
let worker = null;

/** Settles when the comparisons asked for so far are over. */
let queue = Promise.resolve();

/** Starts the worker ahead of the first comparison, which then need not wait for the engine to load. */
export function prepare() {
  if (!worker) {
    const started = new Worker(new URL("../engine/worker.js", import.meta.url), { type: "module", name: "storydiff" });
    // A script that never came answers nothing: nobody may be asked to wait for it.
    started.addEventListener("error", () => discard(started));
    worker = started;
  }
  return worker;
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
async function run(before, after, { signal, options, onProgress }) {
  signal?.throwIfAborted();
  const asked = prepare();
  const over = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      /** @param {unknown} reason */
      const abandon = (reason) => {
        discard(asked);
        reject(reason);
      };
      const listening = { signal: over.signal };
      signal?.addEventListener("abort", () => abandon(signal.reason), listening);
      asked.addEventListener("error", () => abandon(new Failure("load")), listening);
      asked.addEventListener("messageerror", () => abandon(new Failure("trap")), listening);
      asked.addEventListener(
        "message",
        (/** @type {MessageEvent<Answer>} */ { data }) => {
          if ("stage" in data) onProgress?.(data.stage);
          else if ("report" in data) resolve(data.report);
          else if (data.ruined) abandon(new Failure(data.ruined, { cause: data.error }));
          else reject(new Error(data.error));
        },
        listening,
      );
      asked.postMessage({ before, after, options });
    });
  } finally {
    over.abort();
  }
}

/** @param {Worker} ruined */
function discard(ruined) {
  ruined.terminate();
  if (worker === ruined) worker = null;
}
