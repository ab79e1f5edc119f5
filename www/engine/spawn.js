/** @import { Running } from "./engine.js" */
import { trusted } from "./trusted.js";

/**
 * Starts the engine in a worker of its own.
 *
 * @returns {Promise<Running>} Rejects where the page may not have a worker.
 */
export async function spawn() {
  const script = new URL("../engine/worker.js", import.meta.url);
  const worker = new Worker(trusted(script.href), { type: "module", name: "storydiff" });
  return { port: worker, end: () => worker.terminate() };
}
