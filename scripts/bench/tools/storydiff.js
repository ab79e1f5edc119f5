/** storydiff as pages have it: the built engine, its report as objects. */
import init, { compare } from "../../../www/pkg/storydiff.js";
// @ts-expect-error esbuild puts the bytes here.
import wasm from "../../../www/pkg/storydiff_bg.wasm";

const { memory } = await init({ module_or_path: wasm });

/** @param {string} before @param {string} after */
export default (before, after) => compare(before, after);

/** How much memory the engine holds, in bytes: what a module has taken, it never gives back. */
export const held = () => memory.buffer.byteLength;
