// What an edit reaches is compared by itself and put back: nothing else changes but its place, and mostly it is what all of the
// texts, compared anew, would give.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { made } from "../scripts/trace.js";
import { compareNearby } from "../www/app/nearby.js";
import { checkComparison } from "../www/element/check.js";
import { SIDES } from "../www/element/terms.js";
import { cover } from "../www/element/words.js";
import { compare } from "../www/pkg/storydiff.js";
import { stories } from "./support/pairs.js";
import { generator } from "./support/random.js";

/** @import { Texts } from "../www/app/stretch.js" */
/** @import { Bead, Options, Report, Summary } from "../www/pkg/storydiff.js" */

/** What is put in, at a place of a paragraph. */
const PUT = ["x", "never ", "Nobody saw 12 of them. ", "\n\n", " “No,” said Mara.", ""];

/** @param {Texts} texts @param {Options} [options] */
const compareTexts = ({ before, after }, options) => compare(before, after, options);

/** @param {Texts} was @param {Texts} is */
const nearby = (was, is) => compareNearby(compareTexts(was), was, is, compareTexts);

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

/** What an edit comes to without the rest; `null` where it needs that. @param {Texts} was @param {Texts} is */
async function checkNearby(was, is) {
  const report = compareTexts(was);
  const untouched = structuredClone(report);
  const spliced = await compareNearby(report, was, is, compareTexts);
  assert.deepEqual(report, untouched, "the report that was there is left as it is");
  if (!spliced) return null;
  checkComparison({ ...is, report: spliced });
  checkRest(was, report, is, spliced);
  checkBeads(spliced.beads, spliced.summary);
  for (const side of SIDES) {
    const { paragraphs, sentences } = spliced[side];
    assert.equal(spliced[side].words, compareTexts(is)[side].words);
    paragraphs.forEach(({ sentences: { start, end } }, index) => {
      assert.ok(sentences.slice(start, end).every(({ paragraph }) => paragraph === index));
    });
    for (const link of spliced.links) assert.ok(sentences[link[side]]);
  }
  for (const fact of spliced.facts) {
    assert.ok(report.facts.some((known) => SIDES.every((side) => textOf(was[side], known[side]) === textOf(is[side], fact[side]))));
  }
  const { facts, words } = spliced.summary;
  assert.equal(words.equal + words.deleted + words.substituted + words.transposed, spliced.before.words);
  assert.equal(words.equal + words.inserted + words.substitutes + words.transposed, spliced.after.words);
  assert.equal(facts.quotations + facts.numbers + facts.names, spliced.facts.filter(({ change }) => change !== "kept").length);
  return spliced;
}

/** All beads but one run of them are what they were, but for their places. @param {Texts} was @param {Report} report @param {Texts} is @param {Report} spliced */
function checkRest(was, report, is, spliced) {
  const [known, now] = [report.beads.map((bead) => inWords(was, report, bead)), spliced.beads.map((bead) => inWords(is, spliced, bead))];
  const other = known.findIndex((bead, index) => !isDeepStrictEqual(bead, now[index]));
  if (other < 0) return;
  const last = known.findLastIndex((bead, index) => !isDeepStrictEqual(bead, now[index + now.length - known.length]));
  const reached = known.slice(other, last + 1);
  const edited = (/** @type {number} */ side) => reached.map(({ sides }) => sides[side]).join("");
  assert.ok(reached.length <= 3, `${reached.length} beads are not what they were`);
  assert.ok(SIDES.some((side, index) => was[side] !== is[side] && edited(index) !== ""));
}

/** @param {Bead[]} beads @param {Summary} summary */
function checkBeads(beads, { beads: { moved, ...counts } }) {
  for (const [kind, count] of Object.entries(counts)) assert.equal(count, beads.filter((bead) => bead.kind === kind).length, kind);
  assert.equal(moved, beads.filter((bead) => bead.moved).length);
  const ends = { before: 0, after: 0 };
  for (const bead of beads) {
    assert.equal(bead.moved, bead.move !== undefined);
    if (bead.moved) assert.ok(SIDES.every((side) => bead[side].start < bead[side].end), "what has moved stands in both versions");
    else for (const side of SIDES) assert.ok(bead[side].start >= ends[side] && (ends[side] = bead[side].end) >= 0, "what has not moved is in order");
  }
}

/** @param {string} text @param {{ start: number, end: number } | null} range */
const textOf = (text, range) => range && text.slice(range.start, range.end);

/** Edits a text here and there; of those that can be compared by themselves, what came of it. @param {Texts} was @param {number} count */
async function edited(was, count) {
  const found = [];
  const next = generator(8);
  const below = (/** @type {number} */ most) => Math.floor(next() * most);
  const report = compareTexts(was);
  for (let edit = 0; edit < count; edit++) {
    const side = SIDES[below(2)];
    const { start, end } = report[side].paragraphs[below(report[side].paragraphs.length)];
    const at = start + below(end - start + 1);
    const is = { ...was, [side]: was[side].slice(0, at) + PUT[below(PUT.length)] + was[side].slice(at + below(20)) };
    found.push({ is, spliced: is[side] === was[side] ? null : await checkNearby(was, is) });
  }
  return found;
}

for (const [name, { before, after }] of stories()) {
  test(`${name}: but for what an edit reaches, nothing changes but its place`, async () => {
    assert.equal((await edited({ before, after }, 25)).length, 25);
  });
}

test("in long texts, what an edit reaches is by itself what it is within the whole, but for one in ten", async () => {
  const found = await edited({ before: made(400, 30, false), after: made(400, 30, true) }, 40);
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
  test(`${what}: compared by itself`, async () => {
    const spliced = await checkNearby(WAS, is);
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
  ["all words of a paragraph that moved", after(DOG, "")],
  ["a paragraph longer than a stretch can be", after("Snow.", "Snow. ".repeat(2000))],
])) {
  test(`${what}: only the whole can tell`, async () => assert.equal(await nearby(WAS, is), null));
}

test("paragraphs that change places: only the whole can tell", async () => {
  const was = { before: story(MARA, FERRY, RAIN, DOG), after: story(MARA, FERRY, RAIN, DOG) };
  assert.equal(await nearby(was, { ...was, after: story(MARA, RAIN, FERRY, DOG) }), null);
});

test("facts that an edit touches are left out until the whole is known, others stay", async () => {
  const was = { before: story("Mara saw 12 boats.", "Ann saw 15 dogs."), after: story("Mara saw 13 boats.", "Ann saw 16 dogs.") };
  const spliced = await checkNearby(was, { ...was, after: was.after.replace("13", "134") });
  const numbers = spliced?.facts.filter(({ kind }) => kind === "number").map(({ before }) => textOf(was.before, before));
  assert.deepEqual(numbers, ["15"]);
});

test("an echo stays where its sentences do", async () => {
  const refrain = "The lamp on the quay was lit by old hands for the last time.";
  const was = { before: story(`${refrain} ${MARA}`, FERRY), after: story(`${refrain} ${MARA}`, `${FERRY} ${refrain}`) };
  const echoes = (/** @type {Report} */ { links }) => links.filter(({ before, after }) => before === 0 && after > 0).length;
  assert.equal(echoes(compareTexts(was)), 1);
  const spliced = await checkNearby(was, { ...was, after: was.after.replace("The ferry", "No: the old ferry") });
  assert.ok(spliced);
  assert.equal(echoes(spliced), 1);
});

test("who goes on writing has each stretch compared once", async () => {
  /** @type {string[]} */
  const asked = [];
  const ask = (/** @type {Texts} */ texts, /** @type {Options} */ options) => {
    asked.push(texts.after);
    return compareTexts(texts, options);
  };
  let [was, report] = [WAS, compareTexts(WAS)];
  for (const put of ["S", "So", "Som"]) {
    const is = after("Snow", `${put}Snow`);
    const spliced = await compareNearby(report, was, is, ask);
    assert.ok(spliced);
    [was, report] = [is, spliced];
  }
  assert.deepEqual(asked, ["Snow.", "SSnow.", "SoSnow.", "SomSnow."]);
});
