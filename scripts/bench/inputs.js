// The texts that tools are measured with: those that examples/bench_texts.rs writes, and books where there are some.

import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "../run.js";
import { benchFolder } from "./tools.js";

/**
 * @typedef {object} Input
 * @property {string} name
 * @property {string} title
 * @property {"edited" | "rewritten" | "hostile" | "book"} kind
 * @property {boolean} peers - whether other tools are measured with it too
 */

const LENGTHS = /** @type {const} */ ([["article", "an article, 1,300 words"], ["10k", "10,000 words"], ["100k", "100,000 words"], ["1m", "1,000,000 words"]]);
const KINDS = /** @type {const} */ (["edited", "rewritten"]);

/** Shorter ones first: a tool that is too slow for one is not tried with longer ones of its kind. @type {Input[]} */
const PROSE = KINDS.flatMap((kind) =>
  LENGTHS.map(([length, title]) => ({ name: `${kind}-${length}`, title: `${title}, ${kind}`, kind, peers: length !== "1m" })),
);

/** @type {Input[]} */
const HOSTILE = [
  { name: "three-kinds", title: "20,000 words of three kinds", kind: "hostile", peers: true },
  { name: "all-different", title: "20,000 words, all different", kind: "hostile", peers: true },
  { name: "one-paragraph", title: "one paragraph of 50,000 words, every tenth changed", kind: "hostile", peers: true },
  { name: "identical-paragraphs", title: "100,000 identical paragraphs", kind: "hostile", peers: false },
  { name: "one-word-paragraphs", title: "a million paragraphs of one word", kind: "hostile", peers: false },
  { name: "one-line", title: "one line of 10 MB, edited", kind: "hostile", peers: false },
];

/** Where there are books: earlier and later version. */
const BOOKS = join(root, "../shared/long");
const TITLES = /** @type {const} */ ([
  { name: "frankenstein", title: "“Frankenstein”, 1818 and 1831", files: ["frankenstein-1818.txt", "frankenstein-1831.txt"] },
  { name: "odyssey", title: "the Odyssey, Butler's and Pope's", files: ["odyssey-butler.txt", "odyssey-pope.txt"] },
]);

const books = TITLES.filter(({ files }) => files.every((file) => existsSync(join(BOOKS, file))));

/** @type {Input[]} */
export const INPUTS = [...PROSE, ...HOSTILE, ...books.map(({ name, title }) => ({ name, title, kind: /** @type {const} */ ("book"), peers: false }))];

/** The files of both versions, below target/bench. @param {string} name @returns {[before: string, after: string]} */
export const filesOf = (name) => [`texts/${name}.before.txt`, `texts/${name}.after.txt`];

/** Writes the texts. @param {Input[]} inputs */
export async function writeTexts(inputs) {
  const made = inputs.filter(({ kind }) => kind !== "book").map(({ name }) => name);
  if (made.length > 0) await run("cargo", ["run", "--locked", "--release", "--example", "bench_texts", "--", join(benchFolder, "texts"), ...made]);
  for (const { name, files } of books.filter(({ name }) => inputs.some((input) => input.name === name))) {
    filesOf(name).forEach((copy, side) => copyFileSync(join(BOOKS, files[side]), join(benchFolder, copy)));
  }
}

/** The words of the earlier version. @param {string} name */
export function wordsOf(name) {
  return readFileSync(join(benchFolder, filesOf(name)[0]), "utf8").split(/\s+/).filter(Boolean).length;
}
