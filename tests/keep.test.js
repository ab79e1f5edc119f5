import assert from "node:assert/strict";
import { test } from "node:test";
import { checkSavedComparison } from "../www/element/check.js";
import { criticMarkup } from "../www/keep/critic.js";
import { saved } from "../www/keep/json.js";
import { paragraphsOf, weave } from "../www/keep/weave.js";
import { speak } from "../www/language/page.js";
import { bells, strangers } from "./page/fixtures/bells.js";
import { compared } from "./page/fixtures/notation.js";
import { comments, resolve } from "./support/critic.js";
import { CORPUS, storyOf } from "./support/hostile.js";
import { comparisonOf, stories, strewn } from "./support/pairs.js";

/** @import { Comparison, Side } from "../www/element/types.js" */

/** What could be taken for a mark, alone or with its neighbours. */
const MARKS = "{++ ++} {-- --} {~~ ~> ~~} {>> <<} {== ==} { } + - ~ > < = \\ \\\\ \\{ ~~> {++} {--} {~~~>~~} \\+ {\\++".split(" ");

const HOSTILE = CORPUS.map(({ text }) => text);

/** @type {[string, Comparison][]} */
const ALL = [
  ["hostile strings", comparisonOf(storyOf(HOSTILE), storyOf(HOSTILE, true))],
  ["bells", bells],
  ["strangers", strangers],
  ["nothing", comparisonOf("", "")],
  ["an empty earlier version", comparisonOf("", "One.\n\nTwo.")],
  ["an empty later version", comparisonOf("One.\n\nTwo.", "")],
  ...stories(),
  ...strewn(300, MARKS).map((comparison, index) => /** @type {[string, Comparison]} */ ([`strewn with marks, ${index}`, comparison])),
];

/** The paragraphs of a version, a blank line between them. @param {Comparison} comparison @param {Side} side */
const told = (comparison, side) => comparison.report[side].paragraphs.map(({ start, end }) => comparison[side].slice(start, end)).join("\n\n");

/** Paragraphs that were deleted leave no more than an empty line. @param {string} text */
const tidied = (text) => text.replace(/\n{3,}/g, "\n\n").trim();

/** White space that a comparison counts as no change. @param {string} text */
const loosely = (text) => text.replace(/\s+/g, " ").trim();

test("CriticMarkup: accepting all gives the later version, rejecting all the earlier one", () => {
  for (const [name, comparison] of ALL) {
    const markup = criticMarkup(comparison);
    assert.equal(tidied(resolve(markup, true)), tidied(told(comparison, "after")), name);
    assert.equal(loosely(resolve(markup, false)), loosely(told(comparison, "before")), name);
  }
});

test("CriticMarkup: where no line was broken anew, what is rejected is the earlier version to the letter", () => {
  const markup = criticMarkup(bells);
  assert.equal(tidied(resolve(markup, false)), tidied(told(bells, "before")));
});

for (const [what, notation, markup] of [
  ["words", "The [red/green] lamp [/never ]went out[ at six/].", "The {~~red~>green~~} lamp {++never ++}went out{-- at six--}."],
  ["a split", "He came.[ /¶]He saw.", "He came.{~~ ~>\n\n~~}He saw."],
  ["a merge", "He came.[¶/ ]He saw.", "He came.{~~\n\n~> ~~}He saw."],
  ["words that changed places", "We {a}often{/a} sail {a}.", "We {--often--} sail {++often++}."],
  ["an insertion", "[/A new paragraph.]", "{++A new paragraph.++}"],
  ["a deletion", "[An old paragraph./]", "{--An old paragraph.--}"],
  ["marks of the text's own", "Write {{++ so ++}} or ~> thus\\", "Write {{\\++ so ++\\}} or ~\\> thus\\\\"],
]) {
  test(`CriticMarkup: ${what}`, () => {
    const comparison = notation.startsWith("Write") ? comparisonOf(notation, notation) : compared([{ text: notation }]);
    assert.equal(criticMarkup(comparison), `${markup}\n`);
  });
}

test("CriticMarkup: a moved paragraph is deleted, inserted and commented on at either place", () => {
  const comparison = compared([{ text: "One stands here.", later: 1.5 }, { text: "Two stands there." }]);
  assert.equal(
    criticMarkup(comparison),
    "{--One stands here.--}{>>moved to paragraph 2 of the later version<<}\n\nTwo stands there.\n\n" +
      "{++One stands here.++}{>>moved here from paragraph 1 of the earlier version<<}\n",
  );
  assert.equal(comments(criticMarkup(bells)).length, 2 * bells.report.summary.beads.moved);
});

test("CriticMarkup: a paragraph that was told anew is one change", () => {
  const before = "The parish council met that evening and argued until the baker came.";
  const after = "Councillors were still shouting when what was left of the rolls arrived.";
  const comparison = compared([{ text: `[${before}/${after}]` }]);
  assert.equal(criticMarkup(comparison), `{~~${before}~>${after}~~}\n`);
});

test("a report out of order keeps both texts whole", () => {
  const beads = [...bells.report.beads].reverse().map((bead) => ({ ...bead, moved: false, edits: [...bead.edits].reverse() }));
  const shuffled = { ...bells, report: { ...bells.report, beads } };
  const markup = criticMarkup(shuffled);
  assert.equal(tidied(resolve(markup, true)), tidied(told(bells, "after")));
  assert.equal(loosely(resolve(markup, false)), loosely(told(bells, "before")));
});

test("both texts of a bead can be taken from its pieces, character for character", () => {
  for (const [name, comparison] of ALL) {
    for (const bead of comparison.report.beads) {
      for (const side of /** @type {const} */ (["before", "after"])) {
        const [first, ...rest] = weave(comparison, bead).map((piece) => piece[side]);
        const content = rest.reduce((whole, [next, ...more]) => [...whole.slice(0, -1), whole[whole.length - 1] + next, ...more], first ?? [""]);
        const paragraphs = paragraphsOf(comparison, bead, side);
        assert.deepEqual(content, paragraphs.length > 0 ? paragraphs : [""], name);
      }
    }
  }
});

test("a saved comparison opens as it was", () => {
  const odd = comparisonOf("One \u0000 \ud800 \r\n\r\nTwo </script>.", "One \u2028 \udfff \r\n\r\nTwo <!--.");
  for (const comparison of [{ ...bells, names: { before: "a", after: "b" } }, odd]) {
    assert.deepEqual(checkSavedComparison(JSON.parse(saved(comparison))), comparison);
  }
});

test("whatever a version is called, a saved comparison opens with that name", () => {
  for (const name of HOSTILE) {
    const comparison = { ...bells, names: { before: name, after: name } };
    assert.deepEqual(checkSavedComparison(JSON.parse(saved(comparison))), comparison);
  }
});

test("versions without a name are called what they are", () => {
  const { before, after } = JSON.parse(saved({ ...bells, names: undefined }));
  assert.deepEqual([before.name, after.name], ["Earlier version", "Later version"]);
});

test("what a form says itself is said in the language of the page", async () => {
  await speak("de");
  const { before } = JSON.parse(saved({ ...bells, names: undefined }));
  assert.equal(before.name, "Frühere Fassung");
  assert.match(criticMarkup(bells), /\{>>verschoben: jetzt Absatz 9 der späteren Fassung<<\}/);
  await speak("en");
});
