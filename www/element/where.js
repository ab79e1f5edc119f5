/** Where rows stand in the window, or are likely to where they are not drawn. */
/** @import { Chunk, Section } from "./chunks.js" */
import { firstIndex } from "./words.js";

/** In pixels of the window. @typedef {{ top: number, bottom: number, height: number }} Box */

/** What is laid out, and of the rows those that are drawn. @typedef {{ sections: Section[], elements: HTMLElement[] }} Laid */

/** @template {Chunk} T @param {T[]} chunks in order @param {number} index of a row @returns {T | undefined} */
export function chunkAt(chunks, index) {
  return chunks[firstIndex(chunks.length, (nth) => chunks[nth].end > index)];
}

/** Where a row stands. @param {Laid} laid @param {number} index @returns {Box} */
export function boxOf({ sections, elements }, index) {
  const section = chunkAt(sections, index);
  const chunk = section?.chunks ? chunkAt(section.chunks, index) : section;
  if (!section || !chunk) return { top: 0, bottom: 0, height: 0 };
  const row = elements[index];
  // To ask where a row is that is not laid out has the browser lay it out.
  if (chunk.near && row?.checkVisibility()) return row.getBoundingClientRect();
  const { top, height } = chunk.element.getBoundingClientRect();
  const each = height / (chunk.end - chunk.start);
  const start = top + (index - chunk.start) * each;
  return { top: start, bottom: start + each, height: each };
}

/** The first row that ends under a height of the window; -1 where none does. @param {Laid} laid @param {number} y in pixels */
export function rowAt({ sections, elements }, y) {
  for (const section of sections.slice(under(sections, y))) {
    if (!section.chunks) return likelyAt(section, y);
    for (const chunk of section.chunks.slice(under(section.chunks, y))) {
      if (chunk.folded) continue;
      if (!chunk.sheet) return likelyAt(chunk, y);
      for (let index = chunk.start; index < chunk.end; index++) {
        if (elements[index]?.checkVisibility() && elements[index].getBoundingClientRect().bottom > y) return index;
      }
    }
  }
  return -1;
}

/** The first chunk that ends under a height of the window. @param {Chunk[]} chunks @param {number} y */
const under = (chunks, y) => firstIndex(chunks.length, (index) => chunks[index].element.getBoundingClientRect().bottom > y);

/** The row that is likely to stand there in what is not drawn. @param {Chunk} chunk @param {number} y */
function likelyAt({ element, start, end }, y) {
  const { top, height } = element.getBoundingClientRect();
  const share = height > 0 ? Math.max(0, (y - top) / height) : 0;
  return Math.min(end - 1, start + Math.floor(share * (end - start)));
}
