// Makes the linked engine small: what only words a panic goes, and wasm-opt does the rest.

import { readFileSync, writeFileSync } from "node:fs";
import { Failure, run } from "./run.js";

/**
 * Functions of Rust's standard library that run only as the engine panics, by their names. Nobody reads what they word: the
 * page says that the comparison failed, and the stack in the browser's console where. They trap at once instead.
 */
const PANICS = [
  /^(core|std)\[\w+\]::panicking::/,
  /^core\[\w+\]::.*(_fail(_rt)?|_failed|::panic_\w+)$/,
  /^alloc\[\w+\]::.*(::capacity_overflow|_error)$/,
  / as core\[\w+\]::fmt::Debug>::fmt$/,
];

/** Fewer would mean that the standard library names them otherwise by now. */
const FEWEST = 20;

/** One huge function gzips worse than its parts: its locals are numbered beyond what a byte holds. That is 10 kB. */
const OPTIONS = ["-Oz", "--converge", "--one-caller-inline-max-function-size=0", "--strip-debug", "--strip-producers", "--strip-target-features"];

/**
 * Rewrites a module in its place: it must still have the names of its functions.
 *
 * @param {string} path
 */
export async function lean(path) {
  // Not above: on a fresh machine this module is loaded before there is one.
  const { default: binaryen } = await import("binaryen");
  const engine = binaryen.readBinary(readFileSync(path));
  let panics = 0;
  for (let at = engine.getNumFunctions() - 1; at >= 0; at--) {
    const info = binaryen.getFunctionInfo(engine.getFunctionByIndex(at));
    if (info.module !== "" || !PANICS.some((pattern) => pattern.test(info.name))) continue;
    engine.removeFunction(info.name);
    engine.addFunction(info.name, info.params, info.results, [], engine.unreachable());
    panics += 1;
  }
  if (panics < FEWEST) throw new Failure(`${path}: ${panics} functions that word a panic, at least ${FEWEST} expected. See scripts/lean.js.`);
  writeFileSync(path, engine.emitBinary());
  engine.dispose();
  await run("wasm-opt", [path, "-o", path, ...OPTIONS]);
}
