// The tools that are measured beside each other. Each is one module, bundled with all it needs: a default export
// `(before, after) => result`, which is timed, and for the engine `held`.

import { basename, extname, join, resolve } from "node:path";
import { build } from "esbuild";
import { ask, Failure, root, run } from "../run.js";

/** Where everything that a bench makes lies. */
export const benchFolder = join(root, "target", "bench");

/**
 * @typedef {object} Tool
 * @property {string} name
 * @property {string} title
 * @property {"own" | "peer" | "limit"} role - storydiff, what does something like it, or what only reads the texts
 * @property {boolean} [moves] - whether it finds passages that moved
 * @property {string} [package] - of the npm registry, whose version is told
 * @property {string} source - the module, in full
 */

const own = (/** @type {string} */ name) => join(root, "scripts/bench/tools", `${name}.js`);

/** @type {Tool[]} */
export const TOOLS = [
  { name: "storydiff", title: "storydiff", role: "own", source: own("storydiff") },
  { name: "vscode", title: "VS Code, with moves", role: "peer", moves: true, package: "monaco-editor", source: own("vscode") },
  { name: "jsdiff", title: "jsdiff diffWords", role: "peer", package: "diff", source: own("jsdiff") },
  { name: "diff-match-patch", title: "diff-match-patch", role: "peer", package: "diff-match-patch", source: own("diff-match-patch") },
  { name: "fast-diff", title: "fast-diff", role: "peer", package: "fast-diff", source: own("fast-diff") },
  { name: "words-pass", title: "word segmentation, wasm", role: "limit", source: own("words-pass") },
  { name: "segmenter", title: "word segmentation, Intl", role: "limit", source: own("segmenter") },
];

/**
 * A tool that somebody has at hand: a module with a default export `(before, after) => any`.
 *
 * @param {string} file
 * @returns {Tool}
 */
export function peer(file) {
  const name = basename(file, extname(file));
  if (TOOLS.some((tool) => tool.name === name)) throw new Failure(`There is a tool "${name}" already: give ${file} another name.`);
  // Whether it finds moves, only its author knows: it counts among the fastest of those that do.
  return { name, title: name, role: "peer", moves: true, source: resolve(file) };
}

/** @param {Tool} tool the bundle of it, below target/bench */
export const bundleOf = ({ name }) => `tools/${name}.js`;

/**
 * Bundles the tools, and what runs them, for Node and for a browser alike.
 *
 * @param {Tool[]} tools
 */
export async function bundleTools(tools) {
  if (tools.some(({ name }) => name === "words-pass")) await buildWordsPass();
  const runners = ["worker", "child"].map((name) => ({ in: join(root, "scripts/bench", `${name}.js`), out: name }));
  await build({
    entryPoints: [...tools.map(({ name, source }) => ({ in: source, out: `tools/${name}` })), ...runners],
    outdir: benchFolder,
    bundle: true,
    format: "esm",
    target: "es2022",
    external: ["node:*"],
    loader: { ".wasm": "binary" },
    logLevel: "error",
  });
}

/** One pass over the words, in wasm, built for speed. */
async function buildWordsPass() {
  const target = ["--target", "wasm32-unknown-unknown", "--no-default-features"];
  await run("cargo", ["build", "--locked", "--release", ...target, "--example", "words_pass"]);
  const { target_directory: folder } = JSON.parse(ask("cargo", ["metadata", "--locked", "--no-deps", "--format-version", "1"]) ?? "{}");
  const module = join(folder, "wasm32-unknown-unknown/release/examples/words_pass.wasm");
  await run("wasm-bindgen", [module, "--target", "web", "--out-dir", join(benchFolder, "words-pass")]);
}
