/** @import { Running } from "./engine.js" */

/**
 * Starts the engine in a worker of its own.
 *
 * @returns {Promise<Running>} Rejects where the page may not have a worker.
 */
export async function spawn() {
  const worker = new Worker(new URL("../engine/worker.js", import.meta.url), { type: "module", name: "storydiff" });
  return { port: worker, end: () => worker.terminate() };
}
