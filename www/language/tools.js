/** The words of the tools that are fetched at need, in the language that is spoken now; they come with the first of them. */
/** @import { Language } from "./language.js" */
import english from "./en/tools.js";
import { accompany } from "./page.js";

/** A live binding: read it where a word is needed, keep no copy. */
export let words = english;

/** @param {Language} language */
async function speak(language) {
  words = language === "de" ? (await import("./de/tools.js")).default : english;
}

await accompany(speak);
