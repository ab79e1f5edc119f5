/** The limit: one pass of Unicode word segmentation (UAX #29) over both texts, in wasm. See examples/words_pass.rs. */
// @ts-ignore It is built where this is bundled from.
import init, { pieces } from "../../../target/bench/words-pass/words_pass.js";
// @ts-ignore esbuild puts the bytes here.
import wasm from "../../../target/bench/words-pass/words_pass_bg.wasm";

await init({ module_or_path: wasm });

/** @param {string} before @param {string} after */
export default (before, after) => pieces(before) + pieces(after);
