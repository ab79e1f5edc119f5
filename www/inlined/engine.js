/**
 * The engine for programs: `compare` with its wasm inside, wherever JavaScript runs.
 *
 *     import { compare } from "storydiff";
 *     const report = compare(before, after);
 *
 * A comparison keeps its thread busy: for books in a page, import this in a worker.
 *
 * @typedef {import("../pkg/storydiff.js").Bead} Bead
 * @typedef {import("../pkg/storydiff.js").Edit} Edit
 * @typedef {import("../pkg/storydiff.js").Fact} Fact
 * @typedef {import("../pkg/storydiff.js").Link} Link
 * @typedef {import("../pkg/storydiff.js").Options} Options
 * @typedef {import("../pkg/storydiff.js").Range} Range
 * @typedef {import("../pkg/storydiff.js").Report} Report
 * @typedef {import("../pkg/storydiff.js").Summary} Summary
 * @typedef {import("../pkg/storydiff.js").Version} Version
 */
import { gunzipSync } from "fflate";
import { isTrap } from "../engine/trap.js";
import { WASM } from "./carried.js";
import { instance } from "./instance.js";
import { zipped } from "./unpack.js";

/** The one that compares; another takes its place when it is ruined. @type {ReturnType<typeof instance> | null} */
let engine = null;

/** The kin words that were given. @type {Uint8Array | null} */
let kinship = null;

/** Starts the engine ahead of the first comparison, which does it otherwise. */
export async function init() {
  if (!engine) start(await WebAssembly.compile(wasm()));
}

export default init;

/**
 * Compares two versions of a story.
 *
 * @param {string} before The earlier text.
 * @param {string} after The later text.
 * @param {Options} [options]
 * @returns {Report}
 * @throws {Error} where an argument is not of its type, an option is unknown or a correction names a paragraph that is not
 *   there; the message names it. Also where memory runs out; the next comparison then starts afresh.
 */
export function compare(before, after, options) {
  return withEngine(({ compare }) => compare(before, after, options));
}

/**
 * Takes a table of kin words, which every comparison uses from then on where it bears on the texts.
 *
 * @param {Uint8Array} table
 * @throws {Error} where it is not a whole table; then what was there before stays in use.
 */
export function useKinship(table) {
  withEngine(({ useKinship }) => useKinship(table));
  kinship = table;
}

/**
 * @template T
 * @param {(engine: ReturnType<typeof instance>) => T} act
 */
function withEngine(act) {
  try {
    return act(engine ?? start(new WebAssembly.Module(wasm())));
  } catch (thrown) {
    if (!isTrap(thrown)) throw thrown;
    engine = null;
    throw new Error("The engine stopped in the middle of this comparison.", { cause: thrown });
  }
}

/** @param {WebAssembly.Module} module */
function start(module) {
  const started = instance();
  started.initSync({ module });
  if (kinship) started.useKinship(kinship);
  return (engine = started);
}

function wasm() {
  return gunzipSync(zipped(String(WASM)));
}
