/**
 * What a frame with a comparison in it and the page around it say to each other, and how either makes sure who is speaking.
 * Every message is an object with `storydiff: 1`.
 *
 * @typedef {{ name: string } & ({ text: string } | { bytes: ArrayBuffer })} Text
 *
 * @typedef {object} Texts The page shows these in the frame: a saved comparison, or one without a report, which the frame makes.
 * @property {1} storydiff
 * @property {Text} before
 * @property {Text} after
 * @property {unknown} [report]
 *
 * @typedef {{ storydiff: 1, failed: string }} Failed The page could not have the texts; the frame says why.
 *
 * @typedef {Texts | Failed} Message
 *
 * @typedef {{ storydiff: 1, hello: true }} Hello The page has begun to listen: what was said before it did is to be said again.
 *
 * @typedef {object} News The frame tells the page how it is: that it listens, how high its content is in CSS pixels, that
 *   a comparison is drawn, or why there is none.
 * @property {1} storydiff
 * @property {"ready" | "height" | "drawn" | "error"} news
 * @property {number} [began] which document it is: when it began, in milliseconds
 * @property {number} [height]
 * @property {string} [message]
 */

/** The highest a frame may ask to be, in CSS pixels: browsers lay out nothing higher. */
const HIGHEST = 30_000_000;

/** @param {unknown} data @returns {data is Texts} */
export function areTexts(data) {
  return isOurs(data) && isText(data.before) && isText(data.after);
}

/** @param {unknown} data @returns {data is Failed} */
export function isFailed(data) {
  return isOurs(data) && typeof data.failed === "string";
}

/** @param {unknown} data @returns {data is Hello} */
export function isHello(data) {
  return isOurs(data) && data.hello === true;
}

/** @param {unknown} data @returns {data is News} */
export function isNews(data) {
  if (!isOurs(data)) return false;
  const { news, height, message } = data;
  if (news === "height") return typeof height === "number" && height >= 0 && height <= HIGHEST;
  if (news === "error") return typeof message === "string";
  return news === "ready" || news === "drawn";
}

/** @param {unknown} data @returns {data is Record<string, unknown>} */
function isOurs(data) {
  return typeof data === "object" && data !== null && "storydiff" in data && data.storydiff === 1;
}

/** @param {unknown} value */
function isText(value) {
  if (typeof value !== "object" || value === null || !("name" in value) || typeof value.name !== "string") return false;
  return "text" in value ? typeof value.text === "string" : "bytes" in value && value.bytes instanceof ArrayBuffer;
}
