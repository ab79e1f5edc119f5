// What an edit reaches is compared by itself and put back: nothing else changes but its place, and mostly it is what all of the
// texts, compared anew, would give.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { made } from "../scripts/trace.js";
import { cut, sectionOf, splicing, standsAlone } from "../www/app/splice.js";
import { checkComparison } from "../www/element/check.js";
import { SIDES } from "../www/element/terms.js";
import { atOnce } from "../www/element/turns.js";
import { cover } from "../www/element/words.js";
import { compare } from "../www/pkg/storydiff.js";
import { stories } from "./support/pairs.js";
import { generator } from "./support/random.js";

/** @import { Texts } from "../www/app/splice.js" */
/** @import { Bead, Report } from "../www/pkg/storydiff.js" */

/** What is put in, at a place of a paragraph. */
const PUT = ["x", "never ", "Nobody saw 12 of them. ", "\n\n", " “No,” said Mara.", ""];

/** What an edit comes to without the rest; `null` where it needs that. @param {Texts} was @param {Report} report of it @param {Texts} is */
function nearby(was, report, is) {
  const section = sectionOf(report, was, is);
  if (!section) return null;
  const alone = compareTexts(cut(was, section.was));
  if (!standsAlone(report, section, alone)) return null;
  const edited = compareTexts(cut(is, section.is));
  return { section, edited, spliced: atOnce(splicing(report, section, is, alone, edited)) };
}

/** @param {Texts} texts */
const compareTexts = ({ before, after }) => compare(before, after);

/** What a report says of a bead, in words and not by their places. @param {Texts} texts @param {Report} report @param {Bead} bead */
function inWords(texts, report, bead) {
  const sides = SIDES.map((side) => cover(report[side], bead[side])).map(({ start, end }, index) => texts[SIDES[index]].slice(start, end));
  const edits = bead.edits.map(({ kind, cosmetic, before, after }) => [kind, cosmetic, texts.before.slice(before.start, before.end), texts.after.slice(after.start, after.end)]);
  return { kind: bead.kind, moved: bead.moved, move: bead.move, sides, edits };
}

/** Paragraphs, sentences and what became of them, without their degrees. @param {Report} report */
function findings({ before, after, beads, links }) {
  return {
    versions: [before, after].map(({ paragraphs, sentences }) => [paragraphs.map(({ start, end, sentences }) => [start, end, sentences]), sentences]),
    beads: beads.map(({ kind, moved, move, before, after, edits }) => ({ kind, moved, move, before, after, edits })),
    links: links.map(({ before, after, kind }) => [before, after, kind]),
  };
}

/** @param {Texts} was @param {Texts} is */
function checkNearby(was, is) {
  const report = compareTexts(was);
  const untouched = structuredClone(report);
  const found = nearby(was, report, is);
  assert.deepEqual(report, untouched, "the report that was there is left as it is");
  if (!found) return null;
  const { section, edited, spliced } = found;
  checkComparison({ ...is, report: spliced });
  const { start, end } = section.beads;
  const more = spliced.beads.length - report.beads.length;
  assert.equal(spliced.beads.length - (report.beads.length - (end - start)), edited.beads.length);
  const outside = [
    [report.beads.slice(0, start), spliced.beads.slice(0, start)],
    [report.beads.slice(end), spliced.beads.slice(end + more)],
  ];
  for (const [known, kept] of outside) {
    assert.deepEqual(kept.map((bead) => inWords(is, spliced, bead)), known.map((bead) => inWords(was, report, bead)));
  }
  for (const side of SIDES) {
    const { words, paragraphs, sentences } = spliced[side];
    assert.equal(words, compareTexts(is)[side].words);
    paragraphs.forEach(({ sentences: { start, end } }, index) => {
      assert.ok(sentences.slice(start, end).every(({ paragraph }) => paragraph === index));
    });
  }
  for (const fact of spliced.facts) {
    assert.ok(report.facts.some((known) => SIDES.every((side) => textOf(was[side], known[side]) === textOf(is[side], fact[side]))));
  }
  const { words } = spliced.summary;
  const counted = spliced.beads.reduce((sum, { kind }) => sum + Number(kind === "insertion"), 0);
  assert.equal(spliced.summary.beads.insertion, counted);
  assert.equal(words.equal + words.deleted + words.substituted + words.transposed, spliced.before.words);
  assert.equal(words.equal + words.inserted + words.substitutes + words.transposed, spliced.after.words);
  return spliced;
}

/** @param {string} text @param {{ start: number, end: number } | null} range */
const textOf = (text, range) => range && text.slice(range.start, range.end);

/** Edits a text here and there; of those that can be compared by themselves, what came of it. @param {Texts} was @param {number} count */
function* edited(was, count) {
  const next = generator(8);
  const below = (/** @type {number} */ most) => Math.floor(next() * most);
  const report = compareTexts(was);
  for (let edit = 0; edit < count; edit++) {
    const side = SIDES[below(2)];
    const { start, end } = report[side].paragraphs[below(report[side].paragraphs.length)];
    const at = start + below(end - start + 1);
    const is = { ...was, [side]: was[side].slice(0, at) + PUT[below(PUT.length)] + was[side].slice(at + below(20)) };
    yield { is, spliced: is[side] === was[side] ? null : checkNearby(was, is) };
  }
}

for (const [name, { before, after }] of stories()) {
  test(`${name}: but for what an edit reaches, nothing changes but its place`, () => {
    assert.equal([...edited({ before, after }, 25)].length, 25);
  });
}

test("in long texts, what an edit reaches is by itself what it is within the whole, but for one in ten", () => {
  const found = [...edited({ before: made(400, 30, false), after: made(400, 30, true) }, 40)];
  const alone = found.filter(({ spliced }) => spliced);
  const same = alone.filter(({ is, spliced }) => spliced && isDeepStrictEqual(findings(spliced), findings(compareTexts(is))));
  assert.ok(alone.length >= 0.9 * found.length, `${alone.length} of ${found.length} are compared by themselves`);
  assert.ok(same.length >= 0.9 * alone.length, `${same.length} of ${alone.length} are what they are within the whole`);
});

const MARA = "Mara counted the crates twice on the quay, and then once more because the number pleased her.";
const FERRY = "The ferry left at seven with eleven of them on board, and nobody waved.";
const RAIN = "Rain fell on the harbour all night long, and the lamps went out one by one.";
const DOG = "A dog that belonged to no one slept under the red boat until noon.";

/** @param {...string} paragraphs */
const story = (...paragraphs) => paragraphs.join("\n\n");

/** A paragraph that moved, and one in each version alone. */
const WAS = { before: story(MARA, FERRY, RAIN, DOG), after: story(DOG, MARA.replace("twice", "thrice"), "Snow.", FERRY) };

/** @param {RegExp | string} what @param {string} put */
const after = (what, put) => ({ ...WAS, after: WAS.after.replace(what, put) });

for (const [what, is, kinds] of /** @type {const} */ ([
  ["words", after("thrice", "three times"), "match match insertion match deletion"],
  ["a paragraph taken apart", after("quay, and", "quay.\n\nAnd"), "match split insertion match deletion"],
  ["two paragraphs made one", after("her.\n\nSnow", "her. Snow"), "match match match deletion"],
  ["all words of a paragraph", after("Snow.", ""), "match match match deletion"],
  ["a paragraph that moved", after("noon", "dusk"), "match match insertion match deletion"],
  ["both versions", { before: WAS.before.replace("twice", "once"), after: WAS.after.replace("thrice", "once") }, "match match insertion match deletion"],
])) {
  test(`${what}: compared by itself`, () => {
    const spliced = checkNearby(WAS, is);
    assert.ok(spliced);
    const { beads } = compareTexts(is);
    assert.equal(spliced.beads.map(({ kind }) => kind).join(" "), kinds);
    assert.deepEqual(spliced.beads.map(({ moved, move }) => [moved, move]), beads.map(({ moved, move }) => [moved, move]));
    assert.deepEqual(findings(spliced), findings(compareTexts(is)));
  });
}

for (const [what, is] of /** @type {const} */ ([
  ["no edit", WAS],
  ["an edit between paragraphs that reaches none", after("\n\nSnow", "\n \n\nSnow")],
  ["an edit over a paragraph that moved and its neighbour", after("noon.\n\nMara", "Mara")],
])) {
  test(`${what}: only the whole can tell`, () => assert.equal(sectionOf(compareTexts(WAS), WAS, is), null));
}

test("an edit that reaches very many paragraphs: only the whole can tell", () => {
  const lines = Array.from({ length: 30 }, (_, index) => `Lamp number ${index} was lit by the keeper, and it burned.`);
  const was = { before: story(...lines), after: story(...lines) };
  assert.equal(sectionOf(compareTexts(was), was, { ...was, after: lines.join(" ") }), null);
});

test("facts that an edit touches are left out until the whole is known, others stay", () => {
  const was = { before: story("Mara saw 12 boats.", "Ann saw 15 dogs."), after: story("Mara saw 13 boats.", "Ann saw 16 dogs.") };
  const spliced = checkNearby(was, { ...was, after: was.after.replace("13", "134") });
  const numbers = spliced?.facts.filter(({ kind }) => kind === "number").map(({ before }) => textOf(was.before, before));
  assert.deepEqual(numbers, ["15"]);
});
