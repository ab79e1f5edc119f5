// What the engine's parts cost in it: of each, by how much the module shrinks, raw and gzipped, when all functions of that
// part are emptied. The functions are told by their names, which the linked module still has before scripts/lean.js has
// done; it is optimised here with the same options, but keeps them. What the optimiser inlined counts for who calls it, and
// a generic function of the standard library for that library, whoever's types it is made for. What is left
// without any function is a part too; the whole is a little more or less than the sum, as gzip does not add up.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { link } from "../build.js";
import { lean } from "../lean.js";
import { root } from "../run.js";
import { benchFolder } from "./tools.js";

/** Whose a function is, by its name; the first that fits. Names of crates may have a hash behind them. */
const PARTS = /** @type {const} */ ([
  { title: "serde-wasm-bindgen: the report as JavaScript objects", names: /serde_wasm_bindgen\b/ },
  { title: "serde: how the report is walked", names: /\bserde(_core)?\b/ },
  { title: "wasm-bindgen, js-sys, web-sys: the boundary", names: /\b(wasm_bindgen|js_sys|web_sys)\b|__wbindgen|__wbg|__externref/ },
  { title: "storydiff itself", names: /\bstorydiff\b|^(compare|useKinship)/ },
  { title: "the allocator (rlsf)", names: /\brlsf\b|\bdlmalloc\b|^__rust_|__rustc|__rdl_/ },
  { title: "std: sorting", names: /::slice::sort\b/ },
  { title: "std: formatting and numbers as text", names: /\b(core|alloc)(\[\w+\])?::(fmt|num)\b/ },
  { title: "std: hash tables and trees", names: /\bhashbrown\b|::collections\b/ },
  // Whoever is compiled with the crate has its names mangled in the old way: a hash at the end.
  { title: "std: iterators, vectors and the like, made for storydiff's types and with its closures in them", names: /\b(core|alloc|std)\b.*::h[0-9a-f]{16}$/ },
  { title: "std: all else", names: /\b(core|alloc|std)\b|^<?(str|char|\[)|^(memcpy|memset|memcmp|memmove)$|compiler_builtins/ },
]);
const NOBODY = "not told by a name";

/** @returns {Promise<{name: string, raw: number, gzip: number}[]>} */
export async function weigh() {
  const { default: binaryen } = await import("binaryen");
  const bytes = await named();
  binaryen.setDebugInfo(false);
  const whole = size(without(binaryen, bytes, []));
  const module = binaryen.readBinary(bytes);
  /** @type {Map<string, string[]>} */
  const functions = new Map();
  for (let at = 0; at < module.getNumFunctions(); at++) {
    const { name, module: from } = binaryen.getFunctionInfo(module.getFunctionByIndex(at));
    if (from !== "") continue;
    const part = PARTS.find(({ names }) => names.test(name))?.title ?? NOBODY;
    functions.set(part, [...(functions.get(part) ?? []), name]);
  }
  module.dispose();
  const parts = [...functions].map(([name, names]) => {
    const rest = size(without(binaryen, bytes, names));
    return { name, raw: whole.raw - rest.raw, gzip: whole.gzip - rest.gzip };
  });
  const glue = { name: "wasm-bindgen's script beside the engine", ...size(readFileSync(join(root, "www/pkg/storydiff.js"))) };
  const data = { name: "tables, strings, types: all that is no code", ...size(without(binaryen, bytes, [...functions.values()].flat())) };
  return [...parts.sort((a, b) => b.gzip - a.gzip), data, glue];
}

/** The engine, optimised as the published one is, with the names of its functions. */
async function named() {
  const folder = join(benchFolder, "named");
  await link(folder);
  const path = join(folder, "storydiff_bg.wasm");
  await lean(path, true);
  return readFileSync(path);
}

/** The module with these functions emptied, without names. @param {any} binaryen @param {Buffer} bytes @param {string[]} names */
function without(binaryen, bytes, names) {
  const module = binaryen.readBinary(bytes);
  for (const name of names) {
    const { params, results } = binaryen.getFunctionInfo(module.getFunction(name));
    module.removeFunction(name);
    module.addFunction(name, params, results, [], module.unreachable());
  }
  const rest = Buffer.from(module.emitBinary());
  module.dispose();
  return rest;
}

/** @param {Buffer} bytes */
const size = (bytes) => ({ raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length });
