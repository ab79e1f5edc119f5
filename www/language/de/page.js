/** Was die Seite sagt, auf Deutsch. */
/** @import { Paragraphs } from "../en/page.js" */
const FIGURES = new Intl.NumberFormat("de");

/** @param {Paragraphs} range */
function paragraphs({ start, end }) {
  if (end - start === 1) return `Absatz ${FIGURES.format(end)}`;
  return `Absätze ${FIGURES.format(start + 1)} ${end - start === 2 ? "und" : "bis"} ${FIGURES.format(end)}`;
}

/** @type {typeof import("../en/page.js").default} */
export default {
  keep: {
    names: { before: "Frühere Fassung", after: "Spätere Fassung" },
    title: (before, after) => `${before} im Vergleich mit ${after}`,
    made: "Erstellt mit storydiff.",
    reopen: "Diese Datei braucht kein Netz. Auf die Seite von storydiff gezogen, öffnet sie sich dort wieder als Vergleich.",
    movedTo: (later) => `verschoben: jetzt ${paragraphs(later)} der späteren Fassung`,
    movedFrom: (earlier) => `hierher verschoben: zuvor ${paragraphs(earlier)} der früheren Fassung`,
    noCharacter: (code) => `Der Code ${code}, den kein XML-Dokument als Zeichen enthalten kann`,
    damaged: (name) => `„${name}“ beginnt wie ein gespeicherter Vergleich, ist aber beschädigt oder unvollständig.`,
    link: {
      tooLong: (length, most) =>
        `Diese Texte sind zu lang für einen Link: Er hätte ${FIGURES.format(length)} Zeichen, und viele Programme schneiden ab, was länger als ${FIGURES.format(most)} Zeichen ist. Speichern Sie den Vergleich stattdessen als Datei.`,
      foreign: "Dieser Link enthält keine Texte, die sich hier lesen lassen.",
      newer: "Die Texte in diesem Link stammen aus einer neueren Version von storydiff. Laden Sie die Seite neu und versuchen Sie es noch einmal.",
      damaged:
        "Die Texte in diesem Link lassen sich nicht lesen: Er wurde unterwegs abgeschnitten oder verändert. Bitten Sie noch einmal um den Link oder um eine Datei.",
      tooLarge: "Die Texte in diesem Link sind zu groß: entpackt mehr als 100 MB.",
    },
  },
};
