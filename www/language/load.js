/** The words of `<story-diff>` where it cannot load what it names, in the language that is spoken now. */
import english from "./en/load.js";

/** A live binding: read it where a word is needed, keep no copy. */
export let words = english;

/** @param {string} locale as that of the element's other words */
export async function speak(locale) {
  words = locale === "de" ? (await import("./de/load.js")).default : english;
}
