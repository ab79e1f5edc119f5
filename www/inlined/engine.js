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
import { compare as compareStarted, initSync, useKinship as useStarted } from "../pkg/storydiff.js";
import { WASM } from "./carried.js";

let started = false;

/** Starts the engine ahead of the first comparison, which does it otherwise. */
export async function init() {
  if (!started) start(await WebAssembly.compile(wasm()));
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
 *   there; the message names it.
 */
export function compare(before, after, options) {
  start();
  return compareStarted(before, after, options);
}

/**
 * Takes a table of kin words, which every comparison uses from then on where it bears on the texts.
 *
 * @param {Uint8Array} table
 * @throws {Error} where it is not a whole table; then what was there before stays in use.
 */
export function useKinship(table) {
  start();
  useStarted(table);
}

/** @param {WebAssembly.Module} [module] */
function start(module) {
  if (!started) initSync({ module: module ?? new WebAssembly.Module(wasm()) });
  started = true;
}

function wasm() {
  return gunzipSync(Uint8Array.from(atob(String(WASM)), (character) => character.charCodeAt(0)));
}
