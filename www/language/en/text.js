/** What is said where a text or a frame did not come, in English; every other language has the same entries. */

export default {
  noAnswer: "there was no answer",
  /** @param {string} site another one */
  elsewhere: (site) => `${site} does not answer, or does not let this site read it (Access-Control-Allow-Origin)`,
  /** @param {string} answer as in "404 Not Found" */
  answered: (answer) => `the server answered ${parseInt(answer, 10)}`,
  /** @param {"before" | "after"} side @param {string} address @param {string} reason */
  version: (side, address, reason) => `The ${side === "before" ? "earlier" : "later"} version could not be loaded from ${address}: ${reason}.`,
  /** @param {string} directive of a Content Security Policy: the page's own, or where it is `frame-ancestors` that of the frame */
  blocked: (directive) => `The frame of this comparison is refused by a Content Security Policy (${directive}).`,
};
