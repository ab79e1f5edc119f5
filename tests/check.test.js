// What comes from a file or in a message is refused in one sentence, or does no harm: field by field, and by mutation.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BadComparison } from "../www/element/bad.js";
import { countChanges } from "../www/element/changes.js";
import { checkComparison, checkSavedComparison } from "../www/element/check.js";
import { LEVELS } from "../www/element/level.js";
import { planDrawing } from "../www/element/plan.js";
import { figures, summarise } from "../www/element/summary.js";
import { atOnce } from "../www/element/turns.js";
import { areTexts, isFailed, isHello, isNews } from "../www/embed/messages.js";
import { criticMarkup } from "../www/keep/critic.js";
import { saved } from "../www/keep/json.js";
import { tei } from "../www/keep/tei.js";
import { bells, strangers } from "./page/fixtures/bells.js";
import { muddles, mutants, oddities } from "./support/mutants.js";
import { comparisonOf, stories } from "./support/pairs.js";
import { generator } from "./support/random.js";

/** @import { Comparison } from "../www/element/types.js" */

/** Small, and with something of everything: a move, a split, facts, what only one version has, a correction. */
const SMALL = comparisonOf(
  "The 12 lamps\n\nMara said: “We sail at six.” It rained in Hull all day long.\n\nNobody on the quay looked up that morning.\n\nGone.",
  "Nobody on the quay looked up that morning.\n\nThe 11 lamps\n\nMara said: “We sail at seven.”\n\nIt rained in Hull all day long.\n\nA new one.",
);
const SOUND = { ...SMALL, report: { ...SMALL.report, corrections: [{ before: 3, after: 4, paired: false }] } };

/** One sentence, in which something is said. */
const SENTENCE = /^This comparison cannot be shown: [^.!?]+\.$/;

/** Does with a comparison all that the page does, but draw it. @param {Comparison} comparison */
function use(comparison) {
  for (const level of LEVELS) planDrawing(comparison, level);
  atOnce(countChanges(comparison));
  summarise(comparison);
  figures(comparison.report);
  criticMarkup(comparison);
  tei(comparison);
  assert.deepEqual(checkSavedComparison(JSON.parse(saved(comparison))).before, comparison.before);
}

/** @param {Iterable<[string, unknown]>} wrong @returns {{ refused: number, harmless: number }} */
function tally(wrong) {
  const counts = { refused: 0, harmless: 0 };
  for (const [name, value] of wrong) {
    let comparison;
    try {
      comparison = checkComparison(value);
    } catch (error) {
      assert.ok(error instanceof BadComparison && SENTENCE.test(error.message), `${name}: ${error}`);
      counts.refused++;
      continue;
    }
    try {
      use(comparison);
    } catch (error) {
      assert.fail(`${name} is let through: ${error instanceof Error ? error.stack : error}`);
    }
    counts.harmless++;
  }
  return counts;
}

test("what is sound is let through as it is", () => {
  for (const [name, comparison] of [["small", SOUND], ["bells", bells], ["strangers", strangers], ["nothing", comparisonOf("", "")], ...stories()]) {
    assert.deepEqual(checkComparison(comparison), { names: undefined, .../** @type {Comparison} */ (comparison) }, String(name));
    use(/** @type {Comparison} */ (comparison));
  }
});

test("each field changed in each way is refused in a sentence, or does no harm", (t) => {
  const { refused, harmless } = tally(mutants(SOUND));
  t.diagnostic(`${refused} refused, ${harmless} harmless`);
  assert.ok(refused > harmless && harmless > 100, `${refused} ${harmless}`);
});

test("what only a message can hold is refused, or does no harm", (t) => {
  const { refused, harmless } = tally(oddities(SOUND));
  t.diagnostic(`${refused} refused, ${harmless} harmless`);
  assert.ok(refused > harmless, `${refused} ${harmless}`);
});

test("several fields changed at once are refused, or do no harm", (t) => {
  const { refused, harmless } = tally([...muddles(SOUND, 3000, generator(11)), ...muddles(bells, 1000, generator(12))]);
  t.diagnostic(`${refused} refused, ${harmless} harmless`);
  assert.ok(refused > harmless, `${refused} ${harmless}`);
});

/** The report with something changed in it. @param {(report: any) => void} change */
function withReport(change) {
  const copy = structuredClone(SOUND);
  change(copy.report);
  return copy;
}

/** @type {[string, unknown, string][]} */
const CASES = [
  ["a circle", withReport((report) => (report.self = report)), "its report has a format that is not known here"],
  ["a circle far inside", withReport((report) => (report.beads[0].edits[0].before.of = report.beads)), "its report has a format that is not known here"],
  ["what is nested deeply", withReport((report) => (report.more = JSON.parse("[".repeat(20_000) + "]".repeat(20_000)))), "its report has a format that is not known here"],
  ["a million of what nobody asked for", withReport((report) => (report.more = Array.from({ length: 1e6 }, () => [1]))), "its report has a format that is not known here"],
  ["few things that stand for very many", withReport((report) => (report.more = [1, 2, 3, 4, 5].reduce((/** @type {unknown[]} */ inner) => Array(200).fill(inner), []))), "its report has a format that is not known here"],
  ["a length far beyond the text", withReport((report) => (report.before.length = 2 ** 31)), "the earlier text is not the one that was compared"],
  ["a paragraph far beyond the text", withReport((report) => (report.after.paragraphs[4].end = 1e12)), "a paragraph or sentence lies outside of the later text"],
  ["very many paragraphs of nothing", withReport((report) => (report.before.paragraphs = Array.from({ length: 1e5 }, () => ({ start: 0, end: 0 })))), "its report has a format that is not known here"],
  ["a place that is no number", withReport((report) => (report.after.paragraphs[0].start = NaN)), "a paragraph or sentence lies outside of the later text"],
  ["words that are no number", withReport((report) => (report.before.words = NaN)), "it says too little of the earlier text"],
  ["a share beyond all", withReport((report) => (report.summary.retold.after = 1.5)), "its summary is missing"],
  ["a count below nothing", withReport((report) => (report.summary.words.equal = -1)), "its summary is missing"],
  ["a longest passage that is nowhere", withReport((report) => (report.summary.longest = { words: 3 })), "its summary is missing"],
  ["a correction of what is not there", withReport((report) => (report.corrections = [{ before: 0, after: 99, paired: true }])), "it aligns a paragraph that is not there"],
  ["a kind of another object", withReport((report) => (report.beads[0].kind = "constructor")), "it misnames a bead"],
  ["an edit of another object", withReport((report) => (report.beads[0].edits[0].kind = "toString")), "it has a change of no known kind"],
  ["texts that are objects", { ...SOUND, before: Object(SOUND.before) }, "one of its texts is missing"],
];

for (const [name, value, why] of CASES) {
  test(`refused: ${name}`, () => {
    assert.throws(() => checkComparison(value), { name: "BadComparison", message: `This comparison cannot be shown: ${why}.` });
  });
}

test("a key of that name changes nothing of other objects", () => {
  const json = JSON.stringify({ storydiff: 1, before: { name: "a", text: SOUND.before }, after: { name: "b", text: SOUND.after }, report: SOUND.report });
  // Among the figures of a summary it would be one that is no number.
  const [told, summary] = json.split('"summary":');
  const keyed = JSON.parse(`${told.replaceAll("{", '{"__proto__":{"taken":1,"storydiff":1},').replaceAll(",}", "}")}"summary":${summary}`);
  use(checkSavedComparison(keyed));
  assert.ok(!("taken" in {}) && !("storydiff" in {}));
});

test("messages of no known shape are passed over", () => {
  const text = { name: "a", text: "One." };
  const message = { storydiff: 1, before: text, after: { name: "b", bytes: new ArrayBuffer(1) } };
  assert.ok(areTexts(message) && isFailed({ storydiff: 1, failed: "x" }) && isHello({ storydiff: 1, hello: true }) && isNews({ storydiff: 1, news: "height", height: 7 }));
  for (const [name, wrong] of [...mutants(message), ...oddities(message)]) {
    const { storydiff, before, after } = /** @type {any} */ (wrong);
    // What else is said, as by a key that is there twice, is nobody's concern.
    const isSound = storydiff === 1 && [before, after].every((side) => typeof side?.name === "string" && (typeof side.text === "string" || side.bytes instanceof ArrayBuffer));
    assert.equal(areTexts(wrong), isSound, name);
  }
  const news = { storydiff: 1, news: "height", height: 7 };
  for (const height of [NaN, Infinity, -1, 1e12, "7", null, [7], { valueOf: () => 7 }, undefined]) assert.equal(isNews({ ...news, height }), false, String(height));
  for (const wrong of [null, undefined, 1, "storydiff", [], [news], Object.create(news), { ...news, storydiff: "1" }, { ...news, news: "toString" }]) {
    assert.equal(isNews(wrong) && !Object.hasOwn(wrong, "height") && wrong.news !== "height", false, String(wrong));
  }
});
