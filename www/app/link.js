/**
 * Links to what is shown: by the address where it names the texts, else with both texts in it.
 */
/** @import { Comparison, Passage } from "../element/types.js" */
import { words } from "../language/tools.js";
import { isCopied } from "./clipboard.js";
import { landmarkOf } from "./landmark.js";
import { part } from "./part.js";

/**
 * Copies a link to a comparison, or to a passage of it.
 *
 * @param {Comparison} comparison
 * @param {string} address the part of the page's address that names the texts, with how they are read: a query and a
 *   fragment; no fragment and no texts in the query where it names none
 * @param {boolean} namesTexts whether it does
 * @param {Passage} [passage]
 * @returns {Promise<string>} what became of it, in a sentence
 */
export async function copyLink(comparison, address, namesTexts, passage) {
  const landmark = passage ? landmarkOf(passage, comparison.report) : "";
  const page = location.href.replace(/[?#].*/s, "");
  if (namesTexts) {
    const mark = landmark === "" ? "" : address.includes("#") ? `&at=${landmark}` : `#${landmark}`;
    return copy(page + address + mark);
  }
  const { packTexts, MOST } = await part(import("../keep/link.js"));
  const { fragment, length, tooLong } = await packTexts(comparison, page + address);
  if (tooLong) return words.keep.link.tooLong(length, MOST);
  return copy(page + address + fragment + (landmark && `&at=${landmark}`), words.keep.link.copiedWhole);
}

/** @param {string} address @param {string} [done] */
async function copy(address, done = words.keep.link.copied) {
  return (await isCopied(address)) ? done : `${words.keep.link.notCopied} ${address}`;
}
