/**
 * A linear congruential generator of numbers below 1 (Knuth's MMIX constants would need 64 bits; these are those of Numerical
 * Recipes).
 *
 * @param {number} seed
 */
export function generator(seed) {
  return () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
