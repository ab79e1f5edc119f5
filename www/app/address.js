/**
 * The address of the page: which texts it names, and the way back through those that were shown.
 *
 * The address names what anyone can load again: a sample, or two texts by their own addresses; or it holds both texts in its
 * fragment, where someone made a link of them. Texts that the reader gave are kept beside their place in the history for as
 * long as the page lives, and become part of an address in no other way.
 */
/** @import { Named, Pair } from "./types.js" */
import { wholeOf } from "./whole.js";

/**
 * What an address names.
 *
 * @param {{ search: string, hash: string }} address As `location` has them.
 * @returns {Named | null} `null` where it names nothing.
 */
export function named({ search, hash }) {
  return textsInFragment(hash) ?? parseQuery(search);
}

/**
 * @param {string} hash As in `location.hash`.
 * @returns {{ fragment: string } | null} `null` where it holds no texts; whether they can be read is for `unpackTexts` to say.
 */
export function textsInFragment(hash) {
  return hash.startsWith("#texts=") ? { fragment: hash.replace(/&at=.*/s, "") } : null;
}

/**
 * @param {string} query As in `location.search`.
 * @returns {Named | null} `null` where it names nothing.
 */
function parseQuery(query) {
  const parameters = new URLSearchParams(query);
  const [sample, before, after] = ["sample", "before", "after"].map((name) => parameters.get(name));
  if (sample) return { sample };
  return before || after ? { before, after } : null;
}

/**
 * @param {Pair} pair
 * @param {string | null} sample The sample that this pair is, if any.
 * @returns {string} A query that names all the texts of the pair, or a fragment that holds them; empty where there is none that does.
 */
export function addressOf({ before, after }, sample) {
  const fragment = wholeOf({ before, after })?.fragment;
  if (fragment) return fragment;
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

  /** The number of the place where the page is; before it has come to any, that before the first. */
  #here = -1;

  /** Finds out where in the history the page has come to: the texts that were shown there, if the page has lived since. */
  arrive() {
    const place = history.state?.place;
    this.#here = Number(place ?? this.#here + 1);
    // The first place has no number yet, nor has one that a link to another fragment leads to: to other texts, or into these.
    if (place === undefined) {
      this.#forgetFrom(this.#here);
      const last = this.#kept.get(this.#here - 1);
      if (last && !textsInFragment(location.hash)) this.#kept.set(this.#here, last);
      this.#name(location.search + location.hash);
    }
    return this.#kept.get(this.#here);
  }

  /**
   * Lets the address follow the texts. Where it changes it is a new place in the history, and the way back leads to the last ones.
   *
   * @param {Pair} pair
   * @param {string} address The query and the fragment that name the texts and how they are read.
   * @param {boolean} anew Whether it is a new place even under the same address.
   */
  follow(pair, address, anew) {
    // Texts that the address names have now arrived, however it was written.
    const arrived = !this.#kept.has(this.#here) && named(location);
    const same = arrived || (address === addressHere() && !anew);
    if (!same) {
      this.#here++;
      this.#forgetFrom(this.#here);
    }
    this.#kept.set(this.#here, pair);
    // The passage that the address points at is one of these texts.
    const passage = same ? location.hash.replace(textsInFragment(location.hash)?.fragment ?? "", "") : "";
    if (same) return this.#name(address + passage);
    try {
      history.pushState({ place: this.#here }, "", location.pathname + address);
    } catch {
      // There is no new place: these texts take the last ones' place.
      this.#kept.delete(this.#here--);
      this.#kept.set(this.#here, pair);
    }
  }

  /** Gives the place another query. @param {string} query */
  rename(query) {
    this.#name(query + location.hash);
  }

  /** Writes the address of this place; browsers let a page do so some hundred times in half a minute. @param {string} address */
  #name(address) {
    // Most of what is typed changes no address.
    if (history.state?.place === this.#here && address === location.search + location.hash) return;
    try {
      history.replaceState({ place: this.#here }, "", location.pathname + address);
    } catch {
      // It is named the next time.
    }
  }

  /** There is no way forward from a new place. @param {number} first */
  #forgetFrom(first) {
    for (const place of this.#kept.keys()) if (place >= first) this.#kept.delete(place);
  }
}

/** The address as it stands, but for the passage that it points at. */
export function addressHere() {
  return location.search + (textsInFragment(location.hash)?.fragment ?? "");
}
