/** Was die Seite sagt, auf Deutsch. */
/** @import { Range } from "../../pkg/storydiff.js" */
/** @import { Fate } from "../../app/bands.js" */
/** @import { Look } from "../../app/looks.js" */

const FIGURES = new Intl.NumberFormat("de");

/** @param {number} number */
const figure = (number) => FIGURES.format(number);

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
  if (end - start === 1) return `Absatz ${FIGURES.format(end)}`;
  return `Absätze ${FIGURES.format(start + 1)} ${end - start === 2 ? "und" : "bis"} ${FIGURES.format(end)}`;
}

/** @param {{ fate: Fate, count: number }[]} became wie viele Absätze was wurden */
const counted = (became) => LIST.format(became.map(({ fate, count }) => `${FIGURES.format(count)} ${FATES[fate]}`));

/** @param {string} sentence */
const capitalised = (sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** @type {typeof import("../en/page.js").default} */
export default {
  reading: {
    views: "Ansicht",
    columns: "Nebeneinander",
    inline: "Ineinander",
    read: "Lesen",
    flip: "Umschlagen",
    hold: "Halten, um die spätere Fassung zu sehen",
    changes: "Änderungen",
    previous: "Vorige Änderung",
    next: "Nächste Änderung",
    step: (change, changes) => `${figure(change)} von ${figure(changes)}`,
    steps: (changes) => (changes === 0 ? "keine Änderung" : `${figure(changes)} ${changes === 1 ? "Änderung" : "Änderungen"}`),
    marks: "Zeichen",
    menu: "Menü",
    level: "Was bezeichnet wird",
    levels: {
      everything: "Alles, auch Typographie",
      spelling: "Schreibung und alles darüber",
      wording: "Wortlaut, nicht seine Schreibung",
      content: "Nur der Inhalt: was wegfiel oder hinzukam, und geänderte Tatsachen",
    },
    only: "Nur Geändertes zeigen",
    version: "Zu lesen",
    later: "die spätere Fassung",
    earlier: "die frühere Fassung",
    summaries: "Wer zuhört, erfährt von jedem Absatz",
    summariesOff: "nichts",
    summariesParagraphs: "was aus ihm wurde",
    summariesChanges: "jede Änderung",
    theme: "Farben",
    themeAuto: "wie im System",
    themeLight: "hell",
    themeDark: "dunkel",
    letters: "Einzelne Buchstaben sind Tasten (n, p, j, k, …)",
  },
  help: {
    open: "Tasten und Zeichen",
    heading: "Tasten",
    close: "Schließen",
    keys: [
      ["n F7", "nächste Änderung"],
      ["p Umschalt+F7", "vorige Änderung"],
      ["j", "nächster Absatz"],
      ["k", "voriger Absatz"],
      ["Enter", "zum Gegenstück eines verschobenen Absatzes; beim Lesen der andere Wortlaut"],
      ["Esc", "zurück an die vorige Stelle"],
      ["f", "beim Umschlagen halten: die spätere Fassung an Stelle der früheren"],
      ["/", "in beiden Fassungen suchen"],
      ["1 2 3 4", "nebeneinander, ineinander, lesen, umschlagen"],
      [".", "was sich mit einem Absatz machen lässt"],
      ["?", "dieses Blatt"],
    ],
    letters: "Einzelne Buchstaben lassen sich unter „Zeichen“ abschalten; F7, Enter und Esc bleiben.",
    marksHeading: "Zeichen",
    marks: [
      ["inserted", "Wörter", "nur in der späteren Fassung"],
      ["deleted", "Wörter", "nur in der früheren Fassung"],
      ["kept", "Wörter", "erhalten in einem Absatz, der neu erzählt wurde"],
      ["moved", "¶", "ein Absatz, der in der anderen Fassung anderswo steht"],
      ["fact", "◇", "hier änderte sich ein Zitat, eine Zahl, ein Datum oder ein Name"],
    ],
  },
  find: {
    open: "Suchen",
    label: "In beiden Fassungen suchen",
    previous: "Vorige Fundstelle",
    next: "Nächste Fundstelle",
    close: "Schließen",
    count: (at, ...[before, after]) =>
      at === 0 ? "nirgends" : `${figure(at)} von ${figure(before + after)} – früher ${figure(before)}, später ${figure(after)}`,
  },
  offline: {
    ready: "Bereit auch ohne Verbindung.",
    update: "Eine neue Version von storydiff ist da. Sie beginnt von vorn, ohne die hier gewählten oder eingefügten Texte.",
    use: "Jetzt verwenden",
  },
  map: {
    label: "Karte des ganzen Textes",
    at: (paragraph, paragraphs, look) =>
      `Absatz ${FIGURES.format(paragraph)} von ${FIGURES.format(paragraphs)}: ${LOOKS[look]}`,
  },
  figures: {
    open: "Zahlen",
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
    number: (number) => FIGURES.format(number),
    share: (share) => SHARES.format(share),
    countWords: (words) => `${FIGURES.format(words)} ${words === 1 ? "Wort" : "Wörter"}`,
    place: (side, range) => `${AGE[side]} ${paragraphs(range)}`,

    segment: (places, became) =>
      `${capitalised(places.join(", "))}: ${became.length > 1 ? counted(became) : FATES[became[0].fate]}`,

    picture: (before, after, became) =>
      `Beide Fassungen als Streifen, verbunden, wo sie dasselbe erzählen: früher ${FIGURES.format(before)} Absätze, später ${FIGURES.format(after)}; ${counted(became)}`,
  },
};
