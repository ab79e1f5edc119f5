/** Pairs of texts with the engine's report on each. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/run.js";
import { compare, initSync } from "../../www/pkg/storydiff.js";
import { stories as storyFiles } from "./stories.js";

/** @import { Comparison } from "../../www/element/types.js" */

initSync({ module: readFileSync(join(root, "www/pkg/storydiff_bg.wasm")) });

/** @param {string} before @param {string} after @returns {Comparison} */
export function comparisonOf(before, after) {
  return { before, after, report: compare(before, after), names: { before: "before.txt", after: "after.txt" } };
}

/** Those of every story of tests/stories, by name. @returns {[string, Comparison][]} */
export function stories() {
  return storyFiles.map(({ name, files }) => {
    const [before, after] = files.map((file) => readFileSync(file, "utf8"));
    return [name, comparisonOf(before, after)];
  });
}

/**
 * Pairs of short stories made of the given words: the later one drops, adds, replaces and moves some words and
 * paragraphs of the earlier one. The same every time.
 *
 * @param {number} count
 * @param {readonly string[]} odd what to strew among the words
 * @returns {Comparison[]}
 */
export function strewn(count, odd) {
  const random = generator(7);
  const pick = (/** @type {readonly string[]} */ from) => from[Math.floor(random() * from.length)];
  const word = () => (random() < 0.3 ? pick(odd) : pick(WORDS)) + (random() < 0.1 ? pick(odd) : "");
  const paragraph = () => Array.from({ length: 6 + Math.floor(random() * 14) }, word);
  return Array.from({ length: count }, () => {
    const before = Array.from({ length: 1 + Math.floor(random() * 6) }, paragraph);
    let after = before.map((words) => words.flatMap((kept) => (random() < 0.12 ? [[], [word()], [kept, word()]][Math.floor(random() * 3)] : [kept])));
    after = after.flatMap((words) => (random() < 0.15 ? [] : random() < 0.15 ? [words, paragraph()] : [words]));
    if (random() < 0.3) after.push(...after.splice(0, 1));
    const [one, other] = [before, after].map((words, later) =>
      words.map((words) => words.join(" ").replace(/ /g, () => (later && random() < 0.03 ? "\n" : " "))).join(later && random() < 0.2 ? " " : "\n\n"),
    );
    return comparisonOf(one, other);
  });
}

const WORDS = "the a lamp ferry left quay at seven rain brother harbour counted crates waving. morning, nobody looked up bridge.".split(" ");

/** A linear congruential generator (Knuth's MMIX constants would need 64 bits; these are those of Numerical Recipes). @param {number} seed */
export function generator(seed) {
  return () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
