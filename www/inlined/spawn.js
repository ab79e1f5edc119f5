/**
 * Starts an engine that was carried along in a script, and that no other script has to be fetched for. Stands in for
 * `engine/spawn.js` in what `scripts/release.js` makes.
 */
/** @import { Running } from "../engine/engine.js" */
import { ALONE, KINSHIP, WASM } from "./carried.js";
import { runner } from "./runner.js";

/** What the worker is called. */
export const NAME = "storydiff";

const carried = { wasm: WASM, kinship: KINSHIP };

/** @returns {Promise<Running>} */
export async function spawn() {
  // A host's policy may allow the script itself and no other; a host elsewhere, what is made here alone.
  if (ALONE && new URL(import.meta.url).origin === location.origin) {
    const running = await inWorker(import.meta.url, "module");
    if (running) return running;
  }
  const made = URL.createObjectURL(new Blob([`(${runner})().begin()`], { type: "text/javascript" }));
  const running = await inWorker(made, "classic");
  URL.revokeObjectURL(made);
  return running ?? onThisThread();
}

/**
 * @param {string} script
 * @param {WorkerType} type A module that was made here, and has no origin, would be refused.
 * @returns {Promise<Running | null>} `null` where the host's policy refuses the script, or its bundler took it apart
 */
function inWorker(script, type) {
  /** @type {Promise<Running | null>} */
  const running = new Promise((resolve) => {
    const worker = new Worker(script, { type, name: NAME });
    worker.addEventListener("error", () => resolve(null), { once: true });
    worker.addEventListener("message", () => resolve({ port: worker, end: () => worker.terminate() }), { once: true });
    worker.postMessage(carried);
  });
  return running.catch(() => null);
}

/**
 * On this thread, which has to wait for it: a moment for an article, a second or two for a book.
 *
 * @returns {Running}
 */
function onThisThread() {
  const port = runner().beginHere(carried);
  return { port, end: () => port.close() };
}
