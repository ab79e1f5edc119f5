/** The words of the page around the comparison, in the language that is spoken now. */
/** @import { Language } from "./language.js" */
import english from "./en/page.js";

/** A live binding: read it where a word is needed, keep no copy. */
export let words = english;

/** @param {Language} language */
export async function speak(language) {
  words = language === "de" ? (await import("./de/page.js")).default : english;
}
