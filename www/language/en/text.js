/** What is said where a text or a frame did not come, in English; every other language has the same entries. */

export default {
  noAnswer: "there was no answer",
  /** @param {string} site another one */
  elsewhere: (site) => `${site} does not answer, or does not let this site read it (Access-Control-Allow-Origin)`,
  /** @param {string} answer as in "404 Not Found" */
  answered: (answer) => `the server answered ${parseInt(answer, 10)}`,
  /** @param {"before" | "after"} side @param {string} address @param {string} reason */
  version: (side, address, reason) => `The ${side === "before" ? "earlier" : "later"} version could not be loaded from ${address}: ${reason}.`,
  /** @param {string} missing as in `'self' in frame-src` */
  blocked: (missing) => `The comparison cannot be shown here: the Content Security Policy of this site lacks ${missing}.`,
  /** @param {string} site another one */
  unframed: (site) => `The comparison cannot be shown here: ${site} does not let this site show it in a frame (frame-ancestors).`,
};
