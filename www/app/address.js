/**
 * The address of the page: which texts it names, and the way back through those that were shown.
 *
 * The address names what anyone can load again: a sample, or two texts by their own addresses. Texts that the reader gave are
 * kept beside their place in the history for as long as the page lives, and are never part of an address.
 */
/** @import { Named, Pair } from "./types.js" */

/**
 * @param {string} query As in `location.search`.
 * @returns {Named | null} `null` where it names nothing.
 */
export function parseQuery(query) {
  const parameters = new URLSearchParams(query);
  const [sample, before, after] = ["sample", "before", "after"].map((name) => parameters.get(name));
  if (sample) return { sample };
  return before || after ? { before, after } : null;
}

/**
 * @param {Pair} pair
 * @param {string | null} sample The sample that this pair is, if any.
 * @returns {string} A query that names all the texts of the pair; empty where there is none that does.
 */
export function queryOf({ before, after }, sample) {
  if (sample) return `?${new URLSearchParams({ sample })}`;
  const texts = [before, after].filter((story) => story !== null);
  if (texts.length === 0 || !texts.every((story) => story.address)) return "";
  const parameters = new URLSearchParams();
  if (before?.address) parameters.set("before", before.address);
  if (after?.address) parameters.set("after", after.address);
  return `?${parameters}`;
}

/** The places of the history that this page has been to. */
export class Trail {
  /** @type {Map<number, Pair>} */
  #kept = new Map();

  #here = 0;

  /** Gives the place another address. @param {string} query */
  rename(query) {
    history.replaceState({ place: this.#here }, "", location.pathname + query + location.hash);
  }

  /** Finds out where in the history the page has come to: the texts that were shown there, if the page has lived since. */
  arrive() {
    this.#here = Number(history.state?.place ?? 0);
    return this.#kept.get(this.#here);
  }

  /**
   * Lets the address follow the texts. Where it changes it is a new place in the history, and the way back leads to the last ones.
   *
   * @param {Pair} pair
   * @param {string} query
   * @param {boolean} anew Whether it is a new place even under the same address.
   */
  follow(pair, query, anew) {
    // Texts that the address names have now arrived, however it was written.
    const arrived = !this.#kept.has(this.#here) && parseQuery(location.search);
    const same = arrived || (query === location.search && !anew);
    if (!same) {
      // There is no way forward from a new place.
      for (const place of this.#kept.keys()) if (place > this.#here) this.#kept.delete(place);
      this.#here++;
    }
    this.#kept.set(this.#here, pair);
    const address = location.pathname + query;
    if (same) history.replaceState({ place: this.#here }, "", address);
    else history.pushState({ place: this.#here }, "", address);
  }
}
