// Makes the linked engine small: what only words a panic goes, and wasm-opt does the rest.

import { readFileSync, writeFileSync } from "node:fs";
import { Failure, run } from "./run.js";

/**
 * Functions of Rust's standard library that run only as the engine panics, by their names. Nobody reads what they word: the
 * page says that the comparison failed, and the stack in the browser's console where. They trap at once instead.
 */
const PANICS = [
  /^<?(core|std)\[\w+\]::panicking::/,
  /^core\[\w+\]::.*(_fail(_rt)?|_failed|::panic_\w+)$/,
  /^alloc\[\w+\]::.*(::capacity_overflow|_error)$/,
  / as core\[\w+\]::fmt::Debug>::fmt$/,
];

/** Fewer would mean that the standard library names them otherwise by now. */
const FEWEST = 20;

/**
 * One huge function gzips worse than its parts: its locals are numbered beyond what a byte holds. That is 10 kB. -Oz writes
 * a shorter module than -O2, but one that gzips 1 kB worse. Nothing is ever kept at the lowest addresses: the stack ends there.
 * Small functions that rustc left apart, at its smallest, are put where they are called: 3.5 kB, and a tenth of the time.
 */
const OPTIONS = ["-O2", "--converge", "--low-memory-unused", "--one-caller-inline-max-function-size=0", "--always-inline-max-function-size=16", "--strip-producers", "--strip-target-features"];

/** The name of a source file, whole: in bytes, no longer than this. */
const SOURCE_FILE = /^[\w~/.-]+\.rs$/;
const LONGEST_NAME = 256;

/**
 * Rewrites a module in its place: it must still have the names of its functions.
 *
 * @param {string} path
 * @param {boolean} [named] - whether the functions keep their names, for who wants to know what weighs what
 */
export async function lean(path, named = false) {
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
  binaryen.setDebugInfo(named);
  const bytes = Buffer.from(engine.emitBinary());
  for (const { offset, data } of dataSegments(bytes)) forgetPlaces(data, offset);
  engine.dispose();
  writeFileSync(path, bytes);
  await run("wasm-opt", [path, "-o", path, ...OPTIONS, named ? "-g" : "--strip-debug"]);
}

/**
 * Zeroes what a panic would tell of the place where it came up, which nobody reads any more: records of an address and a
 * length, which delimit the name of a source file, a line and a column; and the names. wasm-opt leaves zeros out.
 *
 * @param {Buffer} data of a segment, changed in its place
 * @param {number} offset its address
 */
function forgetPlaces(data, offset) {
  const RECORD = 16;
  const places = [];
  for (let at = 0; at + RECORD <= data.length; at += 4) {
    const start = data.readUInt32LE(at) - offset;
    const end = start + data.readUInt32LE(at + 4);
    if (start < 0 || end > data.length || end - start > LONGEST_NAME) continue;
    if (SOURCE_FILE.test(data.toString("latin1", start, end))) places.push([at, at + RECORD], [start, end]);
  }
  for (const [start, end] of places) data.fill(0, start, end);
}

/**
 * The active data segments of a module (WebAssembly Core Specification 5.5.14): their addresses and, in place, their bytes.
 *
 * @param {Buffer} bytes
 */
function dataSegments(bytes) {
  const [DATA_SECTION, HEADER, I32_CONST] = [11, 8, 0x41];
  let at = HEADER;
  /** LEB128; addresses are positive. */
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  const segments = [];
  while (at < bytes.length) {
    const section = bytes[at++];
    const end = number() + at;
    if (section === DATA_SECTION) {
      for (let left = number(); left > 0; left--) {
        if (number() !== 0 || bytes[at++] !== I32_CONST) throw new Failure("The engine has data without an address. See scripts/lean.js.");
        const offset = number();
        at += 1; // the end of the expression
        const length = number();
        segments.push({ offset, data: bytes.subarray(at, at + length) });
        at += length;
      }
    }
    at = end;
  }
  return segments;
}
