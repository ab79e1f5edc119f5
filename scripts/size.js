// Prints what the page and its parts weigh, and fails where one, gzipped, is over its budget.

import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { Failure, isScript, main, root } from "./run.js";

const www = join(root, "www");

/** Whether a file is fetched only where a report or a reader wants it. @param {string} path */
const isFetchedAtNeed = (path) => path.startsWith("kinship/") || path.startsWith("keep/");

/**
 * Parts by what is in them, paths from www/; `budget` in kB (1000 bytes), every file gzipped by itself, as it is sent.
 *
 * @type {{name: string, budget: number, holds: (path: string) => boolean}[]}
 */
const PARTS = [
  { name: "engine (wasm)", budget: 150, holds: (path) => path === "pkg/storydiff_bg.wasm" },
  { name: "element, without its engine", budget: 32, holds: (path) => path.startsWith("element/") },
  { name: "page, with all it loads", budget: 210, holds: (path) => !isFetchedAtNeed(path) },
  { name: "kin words, fetched at need", budget: 1200, holds: (path) => path.startsWith("kinship/") },
  { name: "ways to keep, fetched at need", budget: 20, holds: (path) => path.startsWith("keep/") },
];
const LOADED = new Set([".bin", ".css", ".html", ".js", ".svg", ".wasm"]);

/**
 * Weighs the parts.
 *
 * @returns {string} a table
 * @throws {Failure} with that table where a part is over its budget
 */
export function size() {
  const files = loadedFiles().map((path) => ({ path, ...weigh(readFileSync(join(www, path))) }));
  const parts = PARTS.map(({ name, budget, holds }) => {
    const held = files.filter(({ path }) => holds(path));
    if (held.length === 0) throw new Failure(`Nothing to weigh for: ${name}. Is the engine built (npm run build)?`);
    const sum = (/** @type {"raw" | "gzip" | "brotli"} */ kind) => held.reduce((total, file) => total + file[kind], 0) / 1000;
    return { name, budget, raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") };
  });
  const table = [
    ["kB", "raw", "gzip", "brotli", "budget"],
    ...parts.map(({ name, budget, raw, gzip, brotli }) => [name, ...[raw, gzip, brotli].map((kB) => kB.toFixed(1)), String(budget)]),
  ]
    .map(([name, ...figures]) => name.padEnd(30) + figures.map((figure) => figure.padStart(8)).join(""))
    .join("\n");
  const over = parts.filter(({ gzip, budget }) => gzip > budget);
  if (over.length > 0) throw new Failure(`${table}\n\nOver budget: ${over.map(({ name }) => name).join("; ")}.`);
  return table;
}

/** What the page loads: all of www/ that a browser runs or draws, but for the samples. */
function loadedFiles() {
  return readdirSync(www, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && LOADED.has(extname(entry.name)))
    .map((entry) => relative(www, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.startsWith("samples/"));
}

/** @param {Buffer} bytes */
function weigh(bytes) {
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
}

if (isScript(import.meta.url)) await main(async () => console.log(size()));
