// Prints what the published page and its parts weigh, and fails where one, gzipped, is over its budget.

import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { bundle, ENTRIES, filesIn, pageFolder, www } from "./page.js";
import { releaseFolder, version } from "./release.js";
import { Failure, isScript, main } from "./run.js";

/** What is read at start beside index.html, its style sheets and the modules that the page and its worker need at once. */
const START = ["index.html", "favicon.svg", "pkg/storydiff_bg.wasm"];

/** What is fetched for kin words. @param {string} path */
const isKinship = (path) => path.startsWith("kinship/");

/**
 * Parts by what is in them; `budget` in kB (1000 bytes), every file gzipped by itself, as it is sent. What the page reads
 * at start is all that it takes to compare two texts; the rest comes when a reader has a use for it.
 *
 * @type {{name: string, budget: number, holds: (path: string, atStart: boolean) => boolean}[]}
 */
const PARTS = [
  { name: "engine (wasm)", budget: 150, holds: (path) => path === "pkg/storydiff_bg.wasm" },
  { name: "page, read at start", budget: 200, holds: (_, atStart) => atStart },
  { name: "page, fetched at need", budget: 110, holds: (path, atStart) => !atStart && !isKinship(path) },
  { name: "kin words, fetched at need", budget: 1200, holds: isKinship },
];

/** The element as other pages have it, by itself; its engine comes when it is wanted. */
const ELEMENT = { name: "element, without its engine", budget: 30 };

/** What other sites embed, by the names of the files. @type {Readonly<Record<string, number>>} */
const RELEASE = {
  // A row that is not drawn has to be found, searched and printed all the same: 3 kB, in whatever has the element. An engine
  // three times as fast: 8 kB, in whatever carries it along.
  "storydiff-element.js": 191,
  "storydiff-element.slim.js": 33,
  "storydiff-engine.js": 5,
  "storydiff-german.js": 5,
  "storydiff-embed.js": 2.2,
  "embed.html": 191,
  "storydiff.html": 1300,
};
const LOADED = new Set([".bin", ".css", ".html", ".js", ".png", ".svg", ".wasm", ".webmanifest"]);

/**
 * Weighs the parts.
 *
 * @returns {Promise<string>} a table
 * @throws {Failure} with that table where a part is over its budget
 */
export async function size() {
  if (!existsSync(pageFolder)) throw new Failure("There is no page to weigh: npm run build makes it.");
  const { atStart } = await bundle(www);
  const html = readFileSync(join(pageFolder, "index.html"), "utf8");
  const styles = Array.from(html.matchAll(/rel="stylesheet" href="(.+?)"/g), ([, path]) => path);
  const start = new Set([...START, ...styles, ...atStart(ENTRIES.page), ...atStart(ENTRIES.worker)]);
  const files = loadedFiles().map((path) => ({ path, ...weigh(readFileSync(join(pageFolder, path))) }));
  const element = await bundle(www, [ENTRIES.element]);
  const parts = [
    { ...ELEMENT, files: element.atStart(ENTRIES.element).map((path) => weigh(Buffer.from(element.modules.get(path) ?? ""))) },
    ...PARTS.map(({ holds, ...part }) => ({ ...part, files: files.filter(({ path }) => holds(path, start.has(path))) })),
    ...Object.entries(RELEASE).map(([name, budget]) => ({ name, budget, files: [weigh(readFileSync(join(releaseFolder, name)))] })),
  ].map(({ name, budget, files }) => {
    if (files.length === 0) throw new Failure(`There is nothing to weigh for: ${name}.`);
    const sum = (/** @type {"raw" | "gzip" | "brotli"} */ kind) => files.reduce((total, file) => total + file[kind], 0) / 1000;
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

/** What the page loads: all of it that a browser runs or draws, but for the samples, the gallery and what other sites embed. */
function loadedFiles() {
  const apart = ["samples/", "gallery/", `${version}/`];
  return filesIn(pageFolder).filter((path) => LOADED.has(extname(path)) && !apart.some((folder) => path.startsWith(folder)));
}

/** @param {Buffer} bytes */
function weigh(bytes) {
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
}

if (isScript(import.meta.url)) await main(async () => console.log(await size()));
