/**
 * A report on its way from the engine to the page, in parts: to take it over at one go would keep the page from all else for
 * as long as that takes, and a book's report is long.
 */
/** @import { Report } from "../pkg/storydiff.js" */

/** How many objects a part has, about: taken over in some 5 ms. */
const MOST = 4000;

/** The lists of a report that grow with the texts. */
const LISTS = /** @type {const} */ (["before.paragraphs", "before.sentences", "after.paragraphs", "after.sentences", "beads", "links", "facts"]);

/** Some of a list, in its order. @typedef {{ list: typeof LISTS[number], items: any[] }} Part */

/** Cuts the lists of a report out of it, which is then the last part. @param {Report} report @returns {Generator<Part>} */
export function* partsOf(report) {
  for (const list of LISTS) {
    const { holder, name } = placeOf(report, list);
    /** @type {any[]} */
    const items = holder[name];
    if (!Array.isArray(items)) continue;
    holder[name] = [];
    let start = 0;
    let weight = 0;
    for (let index = 0; index < items.length; index++) {
      weight += 3 + 4 * (items[index].edits?.length ?? 0);
      if (weight < MOST && index + 1 < items.length) continue;
      yield { list, items: items.slice(start, index + 1) };
      start = index + 1;
      weight = 0;
    }
  }
}

/** Puts a report together again, part by part as they come. */
export class Parts {
  /** @type {Map<Part["list"], any[]>} */
  #lists = new Map();

  /** @param {Part} part */
  add({ list, items }) {
    const known = this.#lists.get(list);
    if (known) for (const item of items) known.push(item);
    else this.#lists.set(list, items);
  }

  /** @param {Report} report the last part */
  whole(report) {
    for (const [list, items] of this.#lists) {
      const { holder, name } = placeOf(report, list);
      holder[name] = items;
    }
    return report;
  }
}

/** @param {any} report @param {string} list @returns {{ holder: any, name: string }} */
function placeOf(report, list) {
  const [side, name] = list.split(".");
  return name ? { holder: report[side], name } : { holder: report, name: side };
}
