/**
 * Whether an engine cannot go on: a trap leaves its memory in no known state, and running out of memory leaves none.
 *
 * @param {unknown} thrown
 */
export function isTrap(thrown) {
  return thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError;
}
