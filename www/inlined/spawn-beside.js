/** Starts an engine that lies beside the script: its own script, and its wasm. Stands in for `engine/spawn.js` there. */
/** @import { Running } from "../engine/engine.js" */
import { ENGINE, WASM } from "./carried.js";
import { inWorker, inWorkerOf } from "./in-worker.js";
import { fetchPinned, importPinned, isOwn } from "./pinned.js";

/** How often it was begun on this thread. */
let begun = 0;

/** As in `spawn.js`. @returns {Promise<Running>} Rejects where its script is not to be had. */
export async function spawn() {
  const carried = { wasm: WASM };
  const running = isOwn(ENGINE)
    ? await inWorker(ENGINE.address, "module", carried)
    : await inWorkerOf(await fetchPinned(ENGINE), "module", carried);
  // A trap ruins the engine of a module for good, so each has one of its own, which its address alone tells from the others.
  return running ?? (await importPinned({ ...ENGINE, address: `${ENGINE.address}#${++begun}` })).beginHere(carried);
}
