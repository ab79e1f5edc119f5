/** What the page says, in English; every other language has the same entries. */

const FIGURES = new Intl.NumberFormat("en");

/** @param {number} number */
const figure = (number) => FIGURES.format(number);

export default {
  reading: {
    views: "View",
    columns: "Side by side",
    inline: "Inline",
    read: "Read",
    flip: "Flip",
    hold: "Hold to see the later version",
    changes: "Changes",
    previous: "Previous change",
    next: "Next change",
    /** @param {number} change from 1 @param {number} changes */
    step: (change, changes) => `${figure(change)} of ${figure(changes)}`,
    /** @param {number} changes */
    steps: (changes) => (changes === 0 ? "no change" : `${figure(changes)} ${changes === 1 ? "change" : "changes"}`),
    marks: "Marks",
    menu: "Menu",
    level: "What is marked",
    levels: {
      everything: "Everything, typography too",
      spelling: "Spelling and all above it",
      wording: "Wording, not its spelling",
      content: "Substance only: what was dropped or added, and changed facts",
    },
    only: "Show only what changed",
    version: "Read the",
    later: "later version",
    earlier: "earlier version",
    summaries: "Say of each paragraph to those who listen",
    summariesOff: "nothing",
    summariesParagraphs: "what became of it",
    summariesChanges: "every change",
    theme: "Colours",
    themeAuto: "as the system has them",
    themeLight: "light",
    themeDark: "dark",
    letters: "Single letters are keys (n, p, j, k, …)",
  },
  help: {
    open: "Keys and marks",
    heading: "Keys",
    close: "Close",
    /** @type {[keys: string, what: string][]} */
    keys: [
      ["n F7", "next change"],
      ["p Shift+F7", "previous change"],
      ["j", "next paragraph"],
      ["k", "previous paragraph"],
      ["Enter", "to the counterpart of a moved paragraph; in Read, the other wording"],
      ["Esc", "back to where you were"],
      ["f", "in Flip, hold: the later version in place of the earlier"],
      ["/", "find in both versions"],
      ["1 2 3 4", "side by side, inline, read, flip"],
      [".", "what can be done with a paragraph"],
      ["?", "this sheet"],
    ],
    letters: "Single letters can be switched off under Marks; F7, Enter and Esc stay.",
    marksHeading: "Marks",
    /** @type {[kind: string, example: string, what: string][]} */
    marks: [
      ["inserted", "words", "only in the later version"],
      ["deleted", "words", "only in the earlier version"],
      ["kept", "words", "kept in a paragraph that was told anew"],
      ["moved", "¶", "a paragraph that stands elsewhere in the other version"],
      ["fact", "◇", "a quotation, number, date or name changed here"],
    ],
  },
  find: {
    open: "Find",
    label: "Find in both versions",
    previous: "Previous match",
    next: "Next match",
    close: "Close",
    /** @param {number} at from 1; 0 where there is none @param {number[]} counts in the earlier and in the later version */
    count: (at, ...[before, after]) =>
      at === 0 ? "nowhere" : `${figure(at)} of ${figure(before + after)} – earlier ${figure(before)}, later ${figure(after)}`,
  },
  offline: {
    ready: "Ready for offline use.",
    update: "A new version of storydiff is ready. It starts afresh, without the texts that were chosen or pasted here.",
    use: "Use it now",
  },
};
