/** @import { Running } from "../engine/engine.js" */
/** @import { Carried } from "./sources.js" */
import { trusted } from "../engine/trusted.js";

/** What the worker is called, by which its script knows itself. */
export const NAME = "storydiff";

/** Whether this script was begun as the worker's. */
export const isWorker = () => typeof document === "undefined" && globalThis.self?.name === NAME;

/**
 * @param {string} script its address
 * @param {WorkerType} type
 * @param {Carried} carried
 * @returns {Promise<Running | null>} `null` where the host's policy refuses the script, or its bundler took it apart
 */
export async function inWorker(script, type, carried) {
  try {
    return await new Promise((resolve) => {
      const worker = new Worker(trusted(script), { type, name: NAME });
      worker.addEventListener("error", () => (worker.terminate(), resolve(null)), { once: true });
      worker.addEventListener("message", () => resolve({ port: worker, end: () => worker.terminate() }), { once: true });
      worker.postMessage(carried);
    });
  } catch {
    return null;
  }
}

/**
 * In a worker whose script stands in a blob, as one from elsewhere has to.
 *
 * @param {Blob} script
 * @param {WorkerType} type Where the page has no origin, a module is refused.
 * @param {Carried} carried
 */
export async function inWorkerOf(script, type, carried) {
  const address = URL.createObjectURL(script);
  const running = await inWorker(address, type, carried);
  URL.revokeObjectURL(address);
  return running;
}
