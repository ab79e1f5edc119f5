/** The words of `<story-diff>`, in the language that is spoken now. */
/** @import { Language } from "./language.js" */
import english from "./en/element.js";

/** A live binding: read it where a word is needed, keep no copy. */
export let words = english;

/** @param {Language} language */
export async function speak(language) {
  words = language === "de" ? (await import("./de/element.js")).default : english;
}
