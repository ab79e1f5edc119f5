/**
 * Compares long texts again after an edit, in a time that depends on the edit: only of what it reaches. What this gives is for
 * as long as the reader goes on writing; now and then the whole would say something else.
 */
/** @import { Options, Report } from "../pkg/storydiff.js" */
/** @import { Texts } from "./stretch.js" */
import { inTurns } from "../element/turns.js";
import { splicing } from "./splice.js";
import { isStill, standsAlone, stretchOf, textsIn } from "./stretch.js";

/** The stretch that was compared last: who goes on writing there need not have it compared twice. @type {{ asked: string, report: Report } | null} */
let last = null;

/**
 * @param {Report} report of `was`
 * @param {Texts} was
 * @param {Texts} is the same, edited
 * @param {(texts: Texts, options: Options) => Report | Promise<Report>} compare asks the engine
 * @returns {Promise<Report | null>} `null` where only the whole can tell
 */
export async function compareNearby(report, was, is, compare) {
  const stretch = stretchOf(report, was, is);
  if (!stretch) return null;
  const { before, after } = report;
  const language = before.language === after.language ? before.language : "auto";
  const ask = async (/** @type {Texts} */ texts) => {
    const asked = JSON.stringify([texts, language]);
    if (last?.asked !== asked) last = { asked, report: await compare(texts, { language }) };
    return last.report;
  };
  const alone = await ask(textsIn(was, stretch.was));
  if (!standsAlone(report, stretch, alone)) return null;
  const edited = await ask(textsIn(is, stretch.is));
  return isStill(report, stretch, edited) ? inTurns(splicing(report, stretch, is, alone, edited)) : null;
}
