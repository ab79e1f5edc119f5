/** What the page says, in English; every other language has the same entries. */
const FIGURES = new Intl.NumberFormat("en");

/** @typedef {{ start: number, end: number }} Paragraphs their indices, half-open */

/** @param {Paragraphs} range */
function paragraphs({ start, end }) {
  if (end - start === 1) return `paragraph ${FIGURES.format(end)}`;
  return `paragraphs ${FIGURES.format(start + 1)} ${end - start === 2 ? "and" : "to"} ${FIGURES.format(end)}`;
}

export default {
  keep: {
    names: { before: "Earlier version", after: "Later version" },
    /** @param {string} before @param {string} after names of the versions */
    title: (before, after) => `${before} compared with ${after}`,
    made: "Made with storydiff.",
    reopen: "This file needs no network. Dropped on the page of storydiff, it opens there as the comparison that it was.",
    /** @param {Paragraphs} later where they stand in the later version */
    movedTo: (later) => `moved to ${paragraphs(later)} of the later version`,
    /** @param {Paragraphs} earlier where they stood in the earlier version */
    movedFrom: (earlier) => `moved here from ${paragraphs(earlier)} of the earlier version`,
    /** @param {string} code of a character, in hexadecimal */
    noCharacter: (code) => `The code ${code}, which no XML document can hold as a character`,
    /** @param {string} name of a file */
    damaged: (name) => `“${name}” begins like a saved comparison, but it is damaged or its end is missing.`,
    link: {
      /** @param {number} length of the address @param {number} most that is offered, both in characters */
      tooLong: (length, most) =>
        `These texts are too long for a link: it would have ${FIGURES.format(length)} characters, and many programs cut off what is longer than ${FIGURES.format(most)}. Save the comparison as a file instead.`,
      foreign: "This link holds no texts that can be read here.",
      newer: "The texts in this link were written by a later version of storydiff. Load the page anew and try again.",
      damaged: "The texts in this link cannot be read: it was cut short or changed on its way. Ask for it again, or for a file.",
      tooLarge: "The texts in this link are too large: more than 100 MB when unpacked.",
    },
  },
};
