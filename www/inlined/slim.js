/**
 * The engine for programs that have its wasm by themselves: `storydiff/core.wasm`, or wherever it was put.
 *
 *     import init, { compare } from "storydiff/slim";
 *     await init(address);
 *
 * Without an address it is the file beside the engine's own script, where Vite and webpack find it too.
 */
/** @import { InitInput } from "../pkg/storydiff.js" */
import start from "../pkg/storydiff.js";

export { compare, useKinship } from "../pkg/storydiff.js";

/** @param {InitInput | Promise<InitInput>} [wasm] its address, or its bytes, or a response or module of it */
export async function init(wasm) {
  await start(wasm === undefined ? undefined : { module_or_path: wasm });
}

export default init;
