/** The words of "Embed this", in the language that is spoken now; they come with that dialog. */
/** @import { Language } from "./language.js" */
import english from "./en/embed.js";

/** A live binding: read it where a word is needed, keep no copy. */
export let words = english;

/** @param {Language} language */
export async function speak(language) {
  words = language === "de" ? (await import("./de/embed.js")).default : english;
}
