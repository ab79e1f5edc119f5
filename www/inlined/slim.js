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
import start, { compare as compareStarted, useKinship as useStarted } from "../pkg/storydiff.js";

let started = false;

/** @param {InitInput | Promise<InitInput>} [wasm] its address, or its bytes, or a response or module of it */
export async function init(wasm) {
  await start(wasm === undefined ? undefined : { module_or_path: wasm });
  started = true;
}

export default init;

/**
 * As that of `storydiff`, once `init` is done.
 *
 * @param {string} before
 * @param {string} after
 * @param {Options} [options]
 * @returns {Report}
 */
export function compare(before, after, options) {
  expectStarted();
  return compareStarted(before, after, options);
}

/** As that of `storydiff`, once `init` is done. @param {Uint8Array} table */
export function useKinship(table) {
  expectStarted();
  useStarted(table);
}

function expectStarted() {
  if (!started) throw new Error("The engine is not there yet: await init(address) first.");
}
