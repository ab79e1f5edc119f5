/** Which reports an engine of this page's own made, and of which texts: what comes from elsewhere is not taken on trust. */
/** @import { Report } from "../pkg/storydiff.js" */

/** @type {WeakMap<object, { before: string, after: string }>} */
const made = new WeakMap();

/** @param {Report} report @param {string} before @param {string} after */
export function vouchFor(report, before, after) {
  made.set(report, { before, after });
  return report;
}

/** Whether a comparison is of a report as it was made of its texts. @param {{ before?: unknown, after?: unknown, report?: unknown }} comparison */
export function isOwn({ before, after, report }) {
  const texts = typeof report === "object" && report !== null ? made.get(report) : undefined;
  return texts !== undefined && texts.before === before && texts.after === after;
}
