/** The languages that the page speaks: the tag of each, and its name in itself. */
export const LANGUAGES = Object.freeze({ en: "English", de: "Deutsch" });

/** @typedef {keyof typeof LANGUAGES} Language */

/**
 * The first of a reader's languages that the page speaks; English where it speaks none of them.
 *
 * @param {readonly string[]} wanted BCP 47 tags, the dearest first
 * @returns {Language}
 */
export function choose(wanted) {
  const spoken = wanted.map((tag) => tag.toLowerCase().split("-")[0]).find((tag) => Object.hasOwn(LANGUAGES, tag));
  return /** @type {Language} */ (spoken ?? "en");
}
