import { words } from "../language/element.js";

/** What cannot be drawn, said in one sentence that a reader can act on. */
export class BadComparison extends Error {
  /** @param {string} why one of `words.bad` @param {ErrorOptions} [options] */
  constructor(why, options) {
    super(words.bad.sentence(why), options);
    this.name = "BadComparison";
  }
}
