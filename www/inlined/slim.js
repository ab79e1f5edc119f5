/**
 * The engine for programs that have its wasm by themselves: `storydiff/core.wasm`, or wherever it was put.
 *
 *     import init, { compare } from "storydiff/slim";
 *     await init(address);
 *
 * Without an address it is the file beside the engine's own script, where webpack finds it too. In Node.js, which fetches no
 * files, it is given its bytes.
 */
/** @import { InitInput, Options, Report } from "../pkg/storydiff.js" */
import { isTrap } from "../engine/trap.js";
import start, { compare as compareStarted, useKinship as useStarted } from "../pkg/storydiff.js";

const RUINED = "The engine stopped in the middle of a comparison and cannot go on: load the page, or start the program, anew.";

let started = false;

/** Whether it trapped. Its script has one engine, for as long as the program runs. */
let isRuined = false;

/** @param {InitInput | Promise<InitInput>} [wasm] its address, or its bytes, or a response or module of it */
export async function init(wasm) {
  await start(wasm === undefined ? undefined : { module_or_path: wasm });
  started = true;
}

export default init;

/**
 * As that of `storydiff`, once `init` is done; but where memory ran out, there is no next comparison.
 *
 * @param {string} before
 * @param {string} after
 * @param {Options} [options]
 * @returns {Report}
 */
export function compare(before, after, options) {
  return withEngine(() => compareStarted(before, after, options));
}

/** As that of `storydiff`, once `init` is done. @param {Uint8Array} table */
export function useKinship(table) {
  withEngine(() => useStarted(table));
}

/** @template T @param {() => T} act */
function withEngine(act) {
  if (!started) throw new Error("The engine is not there yet: await init(address) first.");
  if (isRuined) throw new Error(RUINED);
  try {
    return act();
  } catch (thrown) {
    if (!isTrap(thrown)) throw thrown;
    isRuined = true;
    throw new Error(RUINED, { cause: thrown });
  }
}
