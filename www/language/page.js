/** The words of the page around the comparison, in the language that is spoken now. */
/** @import { Language } from "./language.js" */
import english from "./en/page.js";

/** A live binding: read it where a word is needed, keep no copy. */
export let words = english;

/** @type {Language} */
let spoken = "en";

/** Whether all words are of the language that is spoken. */
export let isWhole = true;

/** Other words of the page that came at need. @type {((language: Language) => Promise<void>)[]} */
const others = [];

/** @param {Language} language */
export async function speak(language) {
  words = language === "de" ? (await import("./de/page.js")).default : english;
  spoken = language;
  await Promise.all(others.map((speak) => speak(language)));
  isWhole = true;
}

/**
 * Speaks the same as the page from now on; English until then, where that language cannot be loaded.
 *
 * @param {(language: Language) => Promise<void>} speak
 */
export async function accompany(speak) {
  others.push(speak);
  await speak(spoken).catch(() => (isWhole = false));
}
