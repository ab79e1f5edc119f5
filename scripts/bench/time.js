/**
 * Times one run of a tool, in whatever it runs. What could make a figure lie, and what is done about it:
 * - a string put together of parts is flattened by the first who reads it, and one read before has cached its hash:
 *   both texts are decoded anew for each run, which gives flat strings;
 * - garbage of the last run may be collected in this one: it is collected before, where the host lets us;
 * - a result that nobody looks at need not be made: it is counted, and the count is told.
 *
 * @typedef {object} Sample
 * @property {number} milliseconds
 * @property {number} size - of the result: its entries, or the number that it is
 * @property {boolean} [approximate] - what the report says of itself
 * @property {Record<string, number>} [stages] - in milliseconds, by the marks that the engine leaves
 * @property {number} [held] - by the engine, in bytes
 *
 * @typedef {object} Loaded
 * @property {(before: string, after: string) => unknown} default
 * @property {() => number} [held]
 */

const decoder = new TextDecoder();
const MARK = "storydiff:";

/** @param {Loaded} tool @param {Uint8Array} beforeBytes @param {Uint8Array} afterBytes @returns {Sample} */
export function time(tool, beforeBytes, afterBytes) {
  const before = decoder.decode(beforeBytes);
  const after = decoder.decode(afterBytes);
  /** @type {{gc?: () => void}} */ (globalThis).gc?.();
  const start = performance.now();
  const result = tool.default(before, after);
  const milliseconds = performance.now() - start;
  const size = typeof result === "number" ? result : Object.keys(Object(result)).length;
  if (!(size > 0)) throw new Error("It found nothing at all.");
  const { approximate } = /** @type {{approximate?: boolean}} */ (Object(result));
  return { milliseconds, size, approximate, stages: stages(), held: tool.held?.() };
}

/** How long each stage of the last comparison took. */
function stages() {
  const marks = performance.getEntriesByType("mark").filter(({ name }) => name.startsWith(MARK));
  if (marks.length === 0) return undefined;
  marks.sort((a, b) => a.startTime - b.startTime);
  /** @type {Record<string, number>} */
  const stages = {};
  marks.slice(1).forEach(({ name, startTime }, at) => (stages[name.slice(MARK.length)] = startTime - marks[at].startTime));
  return stages;
}
