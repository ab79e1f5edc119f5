/** Was die Seite sagt, auf Deutsch. */

const FIGURES = new Intl.NumberFormat("de");

/** @param {number} number */
const figure = (number) => FIGURES.format(number);

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
};
