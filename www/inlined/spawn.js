/**
 * Starts an engine that was carried along in a script, and that no other script has to be fetched for. Stands in for
 * `engine/spawn.js` in what `scripts/release.js` makes.
 */
/** @import { Running } from "../engine/engine.js" */
import { ALONE, KINSHIP, WASM } from "./carried.js";
import { inWorker, inWorkerOf } from "./in-worker.js";
import { isOwn } from "./pinned.js";
import { runner } from "./runner.js";

/**
 * In a worker; where the host's policy allows none, on this thread, which then has to wait for it: a moment for an article, a
 * second or two for a book.
 *
 * @returns {Promise<Running>}
 */
export async function spawn() {
  const carried = { wasm: WASM, kinship: KINSHIP };
  // A policy may allow the script itself and no other; a page elsewhere, only what is made in it.
  const itself = ALONE && isOwn({ address: import.meta.url });
  const running =
    (itself && (await inWorker(import.meta.url, "module", carried))) ||
    (await inWorkerOf(new Blob([`(${runner})().begin()`], { type: "text/javascript" }), "classic", carried));
  return running ?? runner().beginHere(carried);
}
