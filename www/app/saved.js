/**
 * Saved comparisons among the files that a reader hands over: as JSON, or in the page that `keep/html.js` makes.
 */
/** @import { Side, StoryText } from "./types.js" */
import { words } from "../language/page.js";
import { part } from "./part.js";
import { together } from "./whole.js";

/** Where a page keeps its comparison; no other `<` stands in it. */
const IN_PAGE = /<script type="application\/json" id="storydiff">([^<]*)/;

/** How a saved comparison begins, even one that was cut short. */
const BEGINNING = /^\s*\{\s*"storydiff"\s*:\s*1\b/;

/**
 * Opens a saved comparison.
 *
 * @param {StoryText} file
 * @returns {Promise<Record<Side, StoryText> | null>} `null` where the file is none; rejects where one cannot be shown.
 */
export async function readSaved({ name, text }) {
  const json = /^\s*</.test(text) ? IN_PAGE.exec(text)?.[1] : text;
  const value = json === undefined ? null : parse(json);
  if (value?.storydiff !== 1) {
    if (json === undefined || value || !BEGINNING.test(json)) return null;
    throw new Error(words.keep.damaged(name));
  }
  const { checkSavedComparison } = await part(import("../element/check.js"));
  const { before, after, report, names = words.keep.names } = checkSavedComparison(value);
  return together({ before: { name: names.before, text: before }, after: { name: names.after, text: after } }, { report });
}

/** @param {string} json @returns {{ storydiff?: unknown } | null} */
function parse(json) {
  // A book would take its time, and hardly any begins like this.
  if (!/^\s*\{/.test(json)) return null;
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
