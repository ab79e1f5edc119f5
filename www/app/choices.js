/**
 * How the reader likes to read: kept in this browser, and, as far as it makes a link show the same, in the address.
 *
 * @typedef {keyof typeof CHOICES} Choice
 */

/** What there is to choose, the first of each unless the reader chooses. */
const CHOICES = /** @type {const} */ ({
  view: ["auto", "columns", "inline", "read", "flip"],
  version: ["after", "before"],
  level: ["everything", "spelling", "wording", "content"],
  only: ["all", "changes"],
  summaries: ["paragraphs", "off", "changes"],
  letters: ["on", "off"],
  invisibles: ["off", "on"],
  theme: ["auto", "light", "dark"],
});

/** Those that an address carries: the others are the reader's own affair. @type {readonly Choice[]} */
const SHARED = ["view", "version", "level", "only"];

const KEY = "storydiff.reading";

export class Choices {
  /** @type {Partial<Record<Choice, string>>} */
  #chosen = {};
  /** What this page's address asks for: it goes before what was chosen another time, and is not kept. @type {Partial<Record<Choice, string>>} */
  #asked = {};

  constructor() {
    this.#chosen = valid(load());
    this.read(location.search);
  }

  /** @param {Choice} choice @returns {string} */
  get(choice) {
    return this.#asked[choice] ?? this.#chosen[choice] ?? CHOICES[choice][0];
  }

  /** @param {Choice} choice @param {string} value */
  choose(choice, value) {
    delete this.#asked[choice];
    Object.assign(this.#chosen, valid({ [choice]: value }));
    save(this.#chosen);
  }

  /** Takes what an address asks for. @param {string} query as in `location.search` */
  read(query) {
    const parameters = new URLSearchParams(query);
    this.#asked = valid(Object.fromEntries(SHARED.map((choice) => [choice, parameters.get(choice)])));
  }

  /** @param {string} query that names the texts, if any does @returns {string} one that says how they are read, too */
  addTo(query) {
    const parameters = new URLSearchParams(query);
    for (const choice of SHARED) {
      if (this.get(choice) === CHOICES[choice][0]) parameters.delete(choice);
      else parameters.set(choice, this.get(choice));
    }
    return parameters.size > 0 ? `?${parameters}` : "";
  }
}

/** Of what came from outside, what can be chosen. @param {Record<string, unknown>} values @returns {Partial<Record<Choice, string>>} */
function valid(values) {
  const known = Object.entries(CHOICES).filter(([choice, options]) => options.some((option) => option === values[choice]));
  return Object.fromEntries(known.map(([choice]) => [choice, String(values[choice])]));
}

/** @returns {Record<string, unknown>} */
function load() {
  try {
    return Object(JSON.parse(localStorage.getItem(KEY) ?? "{}"));
  } catch {
    return {}; // The browser keeps nothing, or something else was kept there.
  }
}

/** @param {Partial<Record<Choice, string>>} chosen */
function save(chosen) {
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // Then it is chosen for as long as the page lives.
  }
}
