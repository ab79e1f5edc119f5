/**
 * Compares long texts again after an edit, in a time that depends on the edit: only of what it reaches. What this gives is for
 * as long as the reader goes on writing; now and then the whole would say something else.
 */
/** @import { Report } from "../pkg/storydiff.js" */
/** @import { Texts } from "./splice.js" */
import { inTurns } from "../element/turns.js";
import { compare } from "../engine/engine.js";
import { vouchFor } from "../engine/own.js";
import { cut, sectionOf, splicing, standsAlone } from "./splice.js";

/** Texts that are longer than this together, in UTF-16 code units, are long: to compare them whole takes more than a moment. */
const LONG = 100_000;

/** The section that was compared last: who goes on writing there need not have it compared twice. @type {{ asked: string, report: Report } | null} */
let last = null;

/**
 * @param {Report} report of `was`
 * @param {Texts} was
 * @param {Texts} is the same, edited
 * @returns {Promise<Report | null>} `null` where only the whole can tell, or takes no longer
 */
export async function compareNearby(report, was, is) {
  const section = is.before.length + is.after.length > LONG ? sectionOf(report, was, is) : null;
  if (!section) return null;
  const { before, after } = report;
  const language = before.language === after.language ? before.language : "auto";
  const alone = await compareSection(cut(was, section.was), language);
  if (!standsAlone(report, section, alone)) return null;
  const edited = await compareSection(cut(is, section.is), language);
  return vouchFor(await inTurns(splicing(report, section, is, alone, edited)), is.before, is.after);
}

/** @param {Texts} texts @param {string} language */
async function compareSection({ before, after }, language) {
  const asked = JSON.stringify([before, after, language]);
  const report = last?.asked === asked ? last.report : await compare(before, after, { options: { language } });
  last = { asked, report };
  return report;
}
