/** The same pass by the host's own segmentation. */
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** @param {string} before @param {string} after */
export default (before, after) => pieces(before) + pieces(after);

/** @param {string} text */
function pieces(text) {
  let count = 0;
  for (const { segment } of segmenter.segment(text)) if (segment) count += 1;
  return count;
}
