/**
 * Passages in an address: `#after-3` is the third paragraph of the later version, `#after-3:10-25` words of it,
 * counted in UTF-16 code units from the paragraph's beginning. Beside texts in the address it stands as `&at=after-3:10-25`.
 */
/** @import { Report } from "../engine/engine.js" */
/** @import { Passage } from "../element/types.js" */
import { indexAt } from "../element/words.js";

const LANDMARK = /(?:^#|&at=)(before|after)-([1-9]\d{0,8})(?::(\d{1,9})-(\d{1,9}))?$/;

/**
 * The passage that an address points at; `null` where it points at none, or at one that these versions do not have.
 *
 * @param {string} hash as in `location.hash`
 * @param {Report} report
 * @returns {Passage | null}
 */
export function passageAt(hash, report) {
  const [, side, number, from, to] = LANDMARK.exec(hash) ?? [];
  if (side !== "before" && side !== "after") return null;
  const paragraph = report[side].paragraphs[Number(number) - 1];
  if (!paragraph) return null;
  const start = paragraph.start + Number(from ?? 0);
  const end = to === undefined ? paragraph.end : Math.min(paragraph.start + Number(to), paragraph.end);
  return start < end ? { side, start, end } : { side, start: paragraph.start, end: paragraph.end };
}

/**
 * @param {Passage} passage
 * @param {Report} report
 * @returns {string} as it stands in an address
 */
export function landmarkOf({ side, start, end }, report) {
  const { paragraphs } = report[side];
  const number = Math.min(indexAt(paragraphs, start), paragraphs.length - 1);
  const paragraph = paragraphs[number];
  const whole = start <= paragraph.start && end >= paragraph.end;
  const [from, to] = [start, Math.min(end, paragraph.end)].map((offset) => Math.max(0, offset - paragraph.start));
  return `${side}-${number + 1}${whole ? "" : `:${from}-${to}`}`;
}
