import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { choose, LANGUAGES } from "../www/language/language.js";

/** @type {{ title: Record<string, string>, description: Record<string, string> }[]} */
const samples = JSON.parse(readFileSync(new URL("../www/samples/index.json", import.meta.url), "utf8"));

const OTHERS = Object.keys(LANGUAGES).filter((language) => language !== "en");

/**
 * What is at each path of a dictionary: of a function its number of parameters, of everything else its type.
 *
 * @param {unknown} entry
 * @param {string} [path]
 * @returns {[string, string][]}
 */
function shapeOf(entry, path = "") {
  if (typeof entry === "function") return [[path, `function of ${entry.length}`]];
  if (typeof entry !== "object" || entry === null) return [[path, entry === "" ? "empty" : typeof entry]];
  return Object.entries(entry).flatMap(([key, value]) => shapeOf(value, `${path}.${key}`));
}

/** @param {string} language @param {string} part */
const load = async (language, part) => (await import(`../www/language/${language}/${part}.js`)).default;

for (const [part, least] of /** @type {const} */ ([["page", 50], ["element", 50], ["load", 20], ["text", 3], ["embed", 10], ["tools", 50]])) {
  test(`no words are missing in English: ${part}`, async () => {
    const shape = shapeOf(await load("en", part));
    assert.ok(shape.length > least);
    assert.deepEqual(shape.filter(([, kind]) => kind === "empty"), []);
  });

  for (const language of OTHERS) {
    test(`the words have the same shape as in English: ${language}, ${part}`, async () => {
      // `many` is the plural of a verb, which is each language's own.
      const [own, english] = [await load(language, part), await load("en", part)].map((words) =>
        Object.fromEntries(shapeOf(words).filter(([path]) => !path.endsWith(".many"))),
      );
      assert.deepEqual(own, english);
    });
  }
}

/** @param {unknown} entry @returns {string[]} */
function strings(entry) {
  if (typeof entry === "string") return [entry];
  return typeof entry === "object" && entry !== null ? Object.values(entry).flatMap(strings) : [];
}

for (const language of OTHERS) {
  test(`no phrase of the page was left in English: ${language}`, async () => {
    const both = async (/** @type {string} */ spoken) => [...strings(await load(spoken, "page")), ...strings(await load(spoken, "tools"))];
    const english = new Set(await both("en"));
    const own = await both(language);
    // A single word may be the same in both.
    assert.deepEqual(own.filter((words) => english.has(words) && /\p{L}{2} \p{L}{2}/u.test(words)), []);
  });

}

for (const language of Object.keys(LANGUAGES)) {
  test(`every sample has a title and a description: ${language}`, () => {
    for (const { title, description } of samples) assert.ok(title[language] && description[language]);
  });
}

for (const [wanted, chosen] of /** @type {const} */ ([
  [["de-AT", "en"], "de"],
  [["fr", "EN-us", "de"], "en"],
  [["constructor", "fr"], "en"],
  [[], "en"],
])) {
  test(`of the languages ${wanted.join(", ") || "of nobody"} the page speaks ${chosen}`, () => assert.equal(choose(wanted), chosen));
}
