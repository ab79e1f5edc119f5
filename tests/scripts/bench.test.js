// The bench: what is made of samples, and that tools are measured in turns. No test depends on a time.

import assert from "node:assert/strict";
import { test } from "node:test";
import { duration, exponent, goals, median } from "../../scripts/bench/figures.js";
import { plot } from "../../scripts/bench/plot.js";
import { withFigures } from "../../scripts/bench/report.js";
import { measure } from "../../scripts/bench/rounds.js";
import { time } from "../../scripts/bench/time.js";

/**
 * @typedef {import("../../scripts/bench/figures.js").Results} Results
 * @typedef {import("../../scripts/bench/tools.js").Tool} Tool
 * @typedef {import("../../scripts/bench/inputs.js").Input} Input
 */

/** @param {string} tool @param {string} input @param {number[]} samples */
const row = (tool, input, ...samples) => ({ host: "Node", tool, input, samples });

/** @type {Results} */
const RESULTS = {
  versions: { storydiff: "0.0.0" },
  machine: { cpu: "abacus", cores: 1 },
  inputs: [
    { name: "edited-10k", title: "10,000 words, edited", kind: "edited", words: 10_000 },
    { name: "edited-100k", title: "100,000 words, edited", kind: "edited", words: 100_000 },
    { name: "rewritten-article", title: "an article, rewritten", kind: "rewritten", words: 1_300 },
    { name: "three-kinds", title: "three kinds", kind: "hostile", words: 20_000 },
  ],
  tools: [
    { name: "storydiff", title: "storydiff", role: "own", moves: false },
    { name: "jsdiff", title: "jsdiff", role: "peer", moves: false },
    { name: "vscode", title: "VS Code", role: "peer", moves: true },
    { name: "words-pass", title: "words", role: "limit", moves: false },
  ],
  rows: [
    row("storydiff", "rewritten-article", 5, 3, 4),
    row("jsdiff", "rewritten-article", 300),
    row("vscode", "rewritten-article", 40),
    { ...row("storydiff", "edited-10k", 10), memory: { held: 10e6, peak: 70e6 } },
    { ...row("storydiff", "edited-100k", 100), memory: { held: 200e6, peak: 300e6 }, stages: [{ segment: 60, keys: 40 }] },
    { ...row("vscode", "edited-100k"), over: 20_000 },
    row("words-pass", "edited-100k", 5),
    { ...row("storydiff", "three-kinds", 900), approximate: true },
  ],
  release: [{ input: "edited-100k", where: "a thread", before: 100e6, peak: 500e6, after: 120e6 }],
  engine: { raw: 300_000, gzip: 140_000 },
};

test("medians and growth", () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 9, 2]), 3);
  assert.equal(exponent([[10, 3], [1000, 300]]).toFixed(6), "1.000000");
  assert.equal(exponent([[10, 1], [100, 50], [1000, 10_000]]).toFixed(6), "2.000000");
  assert.deepEqual([4.04, 12.3, 1234, 20_000].map(duration), ["4.0 ms", "12 ms", "1.2 s", "20 s"]);
});

test("goals, met and missed", () => {
  assert.deepEqual(
    goals(RESULTS).map(({ figure, met }) => [figure, met]),
    [
      ["10.0 (vscode)", true],
      ["75.0 (jsdiff)", false],
      ["over 200.0 (vscode)", true],
      ["20.0", false],
      ["900 ms, approximate", true],
      ["1.00 (1.00)", true],
      ["1.30 (1.30)", false],
      ["5 %, of 400 MB", true],
      ["140.0 kB", true],
    ],
  );
});

test("writes the figures where they belong, and a plot", () => {
  const document = "# Speed\n\n<!-- figures: npm run bench -- --report writes them -->\nold\n<!-- end of figures -->\nEnd.\n";
  const written = withFigures(document, RESULTS);
  assert.ok(written.startsWith("# Speed\n") && written.endsWith("\nEnd.\n") && !written.includes("\nold\n"));
  assert.match(written, /\| 100,000 words, edited \| 100 ms \| {2}\| over 20 s \| 5\.0 ms \|/);
  assert.equal(withFigures(written, RESULTS), written);
  assert.throws(() => withFigures("# Speed\n", RESULTS), /no place/);
  assert.match(plot(RESULTS, "Node"), /^<svg [^]*<path class="line"[^]*<\/svg>\n$/);
});

test("tools take turns, and who is over the limit is not tried with more", async () => {
  /** @type {string[]} */
  const runs = [];
  const host = {
    name: "Node",
    version: "",
    start: async (/** @type {Tool} */ { name }) => ({
      run: async (/** @type {string[]} */ [file]) => {
        runs.push(`${name} ${file}`);
        return name === "slow" ? { over: /** @type {const} */ (true) } : { sample: { milliseconds: name === "once" ? 7_000 : 400, size: 1 } };
      },
      end: async () => {},
    }),
    close: async () => {},
  };
  const tools = ["quick", "slow", "once"].map((name) => /** @type {Tool} */ ({ name, role: "peer" }));
  const inputs = ["short", "long"].map((name) => /** @type {Input} */ ({ name, kind: "edited", peers: true }));
  const bounds = { rounds: 3, warmUp: 500, spend: 6_000, limits: { own: 9, peer: 9, limit: 9 } };
  const rows = await measure(host, tools, inputs, ({ name }) => [name], bounds, () => {});
  assert.deepEqual(
    rows.map(({ input, tool, samples, over }) => [input, tool, samples.length, over]),
    [["short", "quick", 3, undefined], ["short", "slow", 0, 9], ["short", "once", 1, undefined], ["long", "quick", 3, undefined], ["long", "slow", 0, 9], ["long", "once", 1, undefined]],
  );
  assert.equal(runs.filter((run) => run === "slow short").length, 1);
  assert.ok(!runs.includes("slow long"));
});

test("times what a tool does with both texts, and takes no empty result", () => {
  const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
  const sample = time({ default: (before, after) => [before, after, "–"] }, bytes("One."), bytes("Two."));
  assert.equal(sample.size, 3);
  assert.ok(sample.milliseconds >= 0);
  assert.throws(() => time({ default: () => undefined }, bytes("One."), bytes("Two.")), /nothing/);
});
