/** The engine's script, where it lies beside who asks it: of a worker, or of the thread that asks. */
import { isWorker } from "./in-worker.js";
import { begin } from "./worker.js";

export { beginHere } from "./worker.js";

if (isWorker()) begin();
