/**
 * Which of two files is the earlier version, where a reader dropped both at once.
 *
 * Names that differ in nothing but numbers or one letter ("draft-2.txt", "draft-10.txt"; "a.txt", "b.txt") were given by someone
 * who knew. Else the file that was changed last is the later one; else the names decide, so that the answer is always the same.
 *
 * @typedef {{name: string, lastModified: number}} Dated
 */

const natural = new Intl.Collator("en", { numeric: true });

/**
 * @template {Dated} T
 * @param {T} one
 * @param {T} other
 * @returns {{before: T, after: T, reason: "name" | "date"}} `reason` is what told which is the earlier one.
 */
export function inOrder(one, other) {
  const byName = natural.compare(one.name, other.name);
  const byDate = one.lastModified - other.lastModified;
  const numbered = byName !== 0 && differInNumber(one.name, other.name);
  const order = numbered ? byName : byDate || byName;
  const [before, after] = order > 0 ? [other, one] : [one, other];
  return { before, after, reason: numbered || !byDate ? "name" : "date" };
}

/**
 * @param {string} one
 * @param {string} other
 */
function differInNumber(one, other) {
  if (one.replace(/\d+/g, "0") === other.replace(/\d+/g, "0")) return true;
  const differences = [...one].filter((letter, index) => letter !== [...other][index]).length;
  return one.length === other.length && differences === 1;
}
