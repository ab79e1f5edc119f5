// The program says and writes what the page does: of every story of tests/stories, and of texts strewn with marks.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { decode } from "../www/read/decode.js";
import { readSaved } from "../www/app/saved.js";
import { checkSavedComparison } from "../www/element/check.js";
import { CHANGES, FACTS, SIDES } from "../www/element/terms.js";
import { beside } from "../www/element/facts.js";
import { isOneStory, summarise } from "../www/element/summary.js";
import { criticMarkup } from "../www/keep/critic.js";
import { comparisonOf, stories, strewn } from "./support/pairs.js";
import { storydiff, withFiles } from "./support/program.js";

/** @import { Comparison } from "../www/element/types.js" */

const MARKS = "{++ ++} {-- --} {~~ ~> ~~} {>> <<} {== ==} { } + - ~ > < = \\ \\\\ \\{ ~~> {++} {--} {~~~>~~} \\+ {\\++ \u0085 \ufeff \u00a0 <b> 𝄞".split(" ");

/** @type {[string, Comparison][]} */
const ALL = [...stories(), ...strewn(60, MARKS).map((comparison, index) => /** @type {[string, Comparison]} */ ([`strewn with marks, ${index}`, comparison]))].filter(
  // The program refuses what is empty.
  ([, { before, after }]) => before.trim() && after.trim(),
);

/** @type {[string, string, string, string][]} */
const SENTENCES = [
  ["a line without words is dropped", "One.\n\n***\n\nTwo three four five.", "One.\n\nTwo three four five.", "The two versions have the same words; only spelling, case or punctuation differs."],
  ["sentences change places", "Rain fell. Nobody had wound the clock since Easter.", "Nobody had wound the clock since Easter. Rain fell.", "The two versions have the same words, some in another order."],
  ["paragraphs are joined", "The lamp was lit.\n\nNobody came.", "The lamp was lit. Nobody came.", "The two versions have the same words."],
  ["spaces are doubled", "The lamp was lit.", "The lamp  was\u00a0 lit.", "The two versions are the same, word for word."],
];

for (const [name, before, after, sentence] of SENTENCES) {
  const comparison = comparisonOf(before, after);
  test(`${name}: the summary says so`, () => assert.equal(summarise(comparison)[0].text, sentence));
  ALL.push([name, comparison]);
}

for (const [name, comparison] of ALL) {
  test(`${name}: the program agrees with the page`, () => {
    withFiles(comparison.before, comparison.after, (before, after) => {
      assert.equal(storydiff("--critic", before, after), criticMarkup(comparison));
      const summary = summarise(comparison)
        .map(({ text }) => text)
        .join("");
      assert.equal(storydiff(before, after).split("\n\n")[1].replaceAll("\n", " "), summary);
    });
  });
}

const LONG = "an unhurriedly meandering river of words that takes its time, past mill and lock, before it ends";

for (const [name, before, after] of [
  ["words", `${LONG} with 7 ships ${LONG}.`, `${LONG} with 8 ships ${LONG}.`],
  ["no spaces", `${"港".repeat(70)}7${"湾".repeat(70)}。`, `${"港".repeat(70)}8${"湾".repeat(70)}。`],
  ["characters of two code units", `The ferry ${"𝄞".repeat(40)}—7—${"𝄞".repeat(40)} sank.`, `The ferry ${"𝄞".repeat(40)}—8—${"𝄞".repeat(40)} sank.`],
  ["a word longer than what is quoted", `The ferry ${"x".repeat(70)}—7—${"y".repeat(70)} sank.`, `The ferry ${"x".repeat(70)}—8—${"y".repeat(70)} sank.`],
  ["as much as is quoted", `${"x".repeat(59)} 7 ${"y".repeat(59)}`, `${"x".repeat(59)} 8 ${"y".repeat(59)}`],
  ["one character more", `a ${"x".repeat(58)} 7 ${"y".repeat(58)} a`, `a ${"x".repeat(58)} 8 ${"y".repeat(58)} a`],
]) {
  const comparison = comparisonOf(before, after);
  assert.ok(quotations(comparison).length > 0, name);
  ALL.push([`facts beside ${name}`, comparison]);
}

for (const [name, comparison] of ALL) {
  test(`${name}: the program quotes facts as the page does`, () => {
    withFiles(comparison.before, comparison.after, (before, after) => {
      const page = storydiff("--html", "-", before, after);
      const passages = page.matchAll(/<a class="(?:before|after)"[^>]*><span[^>]*>([^]*?)<b>([^]*?)<\/b>([^]*?)<\/span>/g);
      const quoted = Array.from(passages, (passage) => passage.slice(1).map(unescape));
      assert.deepEqual(quoted, isOneStory(comparison.report) ? quotations(comparison) : []);
    });
  });
}

/** @param {Comparison} comparison */
function quotations({ report, ...texts }) {
  const kinds = FACTS.flatMap((kind) => CHANGES.filter((change) => change !== "kept").map((change) => ({ kind, change })));
  const facts = kinds.flatMap(({ kind, change }) => report.facts.filter((fact) => fact.kind === kind && fact.change === change));
  return facts.flatMap((fact) =>
    SIDES.flatMap((side) => {
      const place = fact[side];
      if (!place) return [];
      const [lead, rest] = fact.kind === "name" ? ["", ""] : beside(place, texts[side], report[side]);
      return [[lead, texts[side].slice(place.start, place.end), rest]];
    }),
  );
}

/** @param {string} html */
function unescape(html) {
  const characters = { lt: "<", gt: ">", quot: '"', "#13": "\r", amp: "&" };
  return html.replace(/&([^;]+);/g, (_, name) => characters[/** @type {keyof typeof characters} */ (name)]);
}

test("a saved comparison, and a page that holds one, open on the page of storydiff", async () => {
  const comparison = comparisonOf("A lamp </script> & <!-- one.\r\n\r\nTwo.\u2028", "Two.\n\nA lamp </script> & <!-- three.");
  const page = withFiles(comparison.before, comparison.after, (before, after) => {
    const saved = storydiff("--save", "-", before, after);
    assert.equal(JSON.stringify(JSON.parse(saved)), saved);
    assert.deepEqual(checkSavedComparison(JSON.parse(saved)), comparison);

    return storydiff("--html", "-", before, after);
  });
  const opened = await readSaved({ name: "page.html", text: page, encoding: "utf-8", reason: "" });
  assert.equal(opened?.before.text, comparison.before);
  assert.equal(opened?.after.name, "after.txt");
});

test("the page lets in its own style and nothing else", () => {
  withFiles("A lamp.", "Two lamps.", (before, after) => {
    const page = storydiff("--html", "-", before, after);
    const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    assert.match(page, /default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'/);
    assert.ok(page.includes(`'sha256-${hash}'`), `The hash of src/cli/html/style.css is sha256-${hash}.`);
    assert.doesNotMatch(page, / style=| src=|url\(|@import|https?:/);
  });
});

test("texts are decoded as on the page", () => {
  const utf16 = Buffer.from("\ufeffÜber “naïve” lamps.", "utf16le");
  for (const bytes of [
    Buffer.from("\ufeffÜber lamps."),
    Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0xff, 0xe2, 0x82]),
    utf16,
    Buffer.from(utf16).swap16(),
    utf16.subarray(2),
    utf16.subarray(0, -1),
    Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]),
    // Without 0x80 to 0x9f, which some versions of Node read as Latin-1.
    Buffer.from(Array.from({ length: 0x60 }, (_, index) => index + 0xa0)),
  ]) {
    withFiles(bytes, "A lamp.", (before, after) => {
      assert.equal(JSON.parse(storydiff("--save", "-", before, after)).before.text, decode(bytes).text);
    });
  }
});
