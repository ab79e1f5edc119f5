/** Was die Werkzeuge der Seite sagen, die erst geholt werden, wenn sie gebraucht werden, auf Deutsch. */
/** @import { Range } from "../../pkg/storydiff.js" */
/** @import { Fate } from "../../app/bands.js" */
/** @import { Look } from "../../app/looks.js" */
import element from "./element.js";

const { figure } = element;
const SHARES = new Intl.NumberFormat("de", { style: "percent" });
const LIST = new Intl.ListFormat("de", { type: "unit" });

/** @type {Readonly<Record<Look, string>>} */
const LOOKS = Object.freeze({
  same: "unverändert",
  changed: "geändert",
  retold: "neu erzählt",
  moved: "verschoben",
  removed: "nur in der früheren Fassung",
  added: "nur in der späteren Fassung",
});

/** @type {Readonly<Record<Fate, string>>} */
const FATES = Object.freeze({
  same: "unverändert",
  changed: "geändert",
  retold: "neu erzählt",
  split: "geteilt",
  joined: "zusammengezogen",
  recast: "umgebaut",
  moved: "verschoben",
  dropped: "entfallen",
  added: "hinzugekommen",
});

const AGE = Object.freeze({ before: "früher", after: "später" });

/** @param {Range} range */
function paragraphs({ start, end }) {
  if (end - start === 1) return `Absatz ${figure(end)}`;
  return `Absätze ${figure(start + 1)} ${end - start === 2 ? "und" : "bis"} ${figure(end)}`;
}

/** @param {{ fate: Fate, count: number }[]} became wie viele Absätze was wurden */
const counted = (became) => LIST.format(became.map(({ fate, count }) => `${figure(count)} ${FATES[fate]}`));

/** @param {string} sentence */
const capitalised = (sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** @type {typeof import("../en/tools.js").default} */
export default {
  help: {
    heading: "Tasten",
    close: "Schließen",
    keys: {
      next: "nächste Änderung",
      previous: "vorige Änderung",
      down: "nächster Absatz",
      up: "voriger Absatz",
      counterpart: "zum Gegenstück eines verschobenen Absatzes; beim Lesen der andere Wortlaut",
      back: "zurück an die vorige Stelle",
      flip: "beim Umschlagen halten: die spätere Fassung an Stelle der früheren",
      find: "in beiden Fassungen suchen",
      views: "nebeneinander, ineinander, lesen, umschlagen",
      passage: "was sich mit einem Absatz machen lässt",
      help: "dieses Blatt",
    },
    letters: "Einzelne Buchstaben lassen sich unter „Zeichen“ abschalten; F7, Enter und Esc bleiben.",
    marksHeading: "Zeichen",
    example: "Wörter",
    marks: {
      inserted: "nur in der späteren Fassung",
      deleted: "nur in der früheren Fassung",
      kept: "erhalten in einem Absatz, der neu erzählt wurde",
      moved: "ein Absatz, der in der anderen Fassung anderswo steht",
      fact: "hier änderte sich ein Zitat, eine Zahl, ein Datum oder ein Name",
    },
  },

  find: {
    previous: "Vorige Fundstelle",
    next: "Nächste Fundstelle",
    close: "Schließen",
    count: (at, ...[before, after]) =>
      at === 0 ? "nirgends" : `${figure(at)} von ${figure(before + after)} – früher ${figure(before)}, später ${figure(after)}`,
  },

  map: {
    label: "Karte des ganzen Textes",
    at: (paragraph, paragraphs, look) =>
      `Absatz ${figure(paragraph)} von ${figure(paragraphs)}: ${LOOKS[look]}`,
  },

  figures: {
    amounts: "Wie viel es ist",
    words: "Was aus den Wörtern wurde",
    paragraphs: "Was aus den Absätzen wurde",
    versions: { before: "früher", after: "später" },
    looks: { ...LOOKS, removed: "entfallen", added: "hinzugekommen" },
    fates: FATES,
    kinds: {
      kept: "behalten",
      changed: "geändert",
      moved: "verschoben",
      dropped: "entfallen",
      added: "hinzugekommen",
      all: "insgesamt",
      words: "Wörter",
      sentences: "Sätze",
      paragraphs: "Absätze",
    },
    retold: "der früheren Fassung sind nacherzählt",
    fresh: "der späteren Fassung sind neu",
    longest: "lang ist die längste wörtlich behaltene Stelle",
    hint: "Zeigen Sie auf eine Stelle, um zu sehen, was aus ihr wurde; ein Klick führt hin.",
    number: (number) => figure(number),
    share: (share) => SHARES.format(share),
    countWords: (words) => `${figure(words)} ${words === 1 ? "Wort" : "Wörter"}`,
    place: (side, range) => `${AGE[side]} ${paragraphs(range)}`,

    segment: (places, became) =>
      `${capitalised(places.join(", "))}: ${became.length > 1 ? counted(became) : FATES[became[0].fate]}`,

    picture: (before, after, became) =>
      `Beide Fassungen als Streifen, verbunden, wo sie dasselbe erzählen: früher ${figure(before)} Absätze, später ${figure(after)}; ${counted(became)}`,
  },

  passage: {
    link: "Link zu dieser Stelle kopieren",
    edit: {
      before: (paragraph) => `Absatz ${figure(paragraph)} der früheren Fassung bearbeiten`,
      after: (paragraph) => `Absatz ${figure(paragraph)} der späteren Fassung bearbeiten`,
    },
    editing: {
      before: (paragraph) => `Absatz ${figure(paragraph)} der früheren Fassung; Esc beendet das Bearbeiten`,
      after: (paragraph) => `Absatz ${figure(paragraph)} der späteren Fassung; Esc beendet das Bearbeiten`,
    },
    pair: {
      before: (paragraph) => `Absatz ${figure(paragraph)} der früheren Fassung einem anderen zuordnen\u00a0…`,
      after: (paragraph) => `Absatz ${figure(paragraph)} der späteren Fassung einem anderen zuordnen\u00a0…`,
    },
    choose: {
      before: "Das Gegenstück in der früheren Fassung anklicken oder mit j und k hingehen und Enter drücken. Esc beendet dies.",
      after: "Das Gegenstück in der späteren Fassung anklicken oder mit j und k hingehen und Enter drücken. Esc beendet dies.",
    },
    takeApart: "Das sind keine Gegenstücke",
    takeOut: {
      before: (paragraph) => `Absatz ${figure(paragraph)} der früheren Fassung herausnehmen`,
      after: (paragraph) => `Absatz ${figure(paragraph)} der späteren Fassung herausnehmen`,
    },
    paired: (before, after) => `Die Absätze ${figure(before)} und ${figure(after)} sind jetzt Gegenstücke.`,
    apart: "Sie sind getrennt.",
    undone: "Zurückgenommen.",
  },

  invisibles: {
    turning: (count) =>
      `${figure(count)} ${count === 1 ? "unsichtbares Zeichen ändert" : "unsichtbare Zeichen ändern"} die Reihenfolge, in der diese Texte erscheinen.`,
    show: "Zeigen",
    hide: "Wieder verbergen",
  },

  offline: {
    ready: "Bereit auch ohne Verbindung.",
    update: "Eine neue Version von storydiff ist da. Sie beginnt von vorn, ohne die hier gewählten oder eingefügten Texte.",
    use: "Jetzt verwenden",
  },

  keep: {
    saved: (file) => `Als „${file}“ gespeichert.`,
    failed: (why) => `Das ging nicht: ${why}`,
    title: (before, after) => `${before} im Vergleich mit ${after}`,
    made: "Erstellt mit storydiff.",
    reopen: "Diese Datei braucht kein Netz. Auf die Seite von storydiff gezogen, öffnet sie sich dort wieder als Vergleich.",
    movedTo: (later) => `verschoben: jetzt ${paragraphs(later)} der späteren Fassung`,
    movedFrom: (earlier) => `hierher verschoben: zuvor ${paragraphs(earlier)} der früheren Fassung`,
    noCharacter: (code) => `Der Code ${code}, den kein XML-Dokument als Zeichen enthalten kann`,
    link: {
      copied: "Der Link ist kopiert.",
      copiedWhole: "Der Link ist kopiert. Beide Texte stehen darin, hinter dem #, das Browser an niemanden senden.",
      notCopied: "Der Browser lässt diese Seite nicht kopieren. Hier ist der Link:",
      tooLong: (length, most) =>
        `Diese Texte sind zu lang für einen Link: Er hätte ${figure(length)} Zeichen, und viele Programme schneiden ab, was länger als ${figure(most)} Zeichen ist. Speichern Sie den Vergleich stattdessen als Datei.`,
      foreign: "Dieser Link enthält keine Texte, die sich hier lesen lassen.",
      newer: "Die Texte in diesem Link stammen aus einer neueren Version von storydiff. Laden Sie die Seite neu und versuchen Sie es noch einmal.",
      damaged:
        "Die Texte in diesem Link lassen sich nicht lesen: Er wurde unterwegs abgeschnitten oder verändert. Bitten Sie noch einmal um den Link oder um eine Datei.",
      tooLarge: "Die Texte in diesem Link sind zu groß: entpackt mehr als 100 MB.",
    },
  },
};
