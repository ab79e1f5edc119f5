/** Was die Seite sagt, auf Deutsch. Vor Auslassungspunkten steht ein geschütztes Leerzeichen. */
import element from "./element.js";

const { figure } = element;
const MEGABYTES = new Intl.NumberFormat(element.locale, { style: "unit", unit: "megabyte" });

/** @param {number} megabytes */
const size = (megabytes) => MEGABYTES.format(megabytes);

/** Ein Dokument, das sich als reiner Text speichern lässt. @param {string} what */
const document = (what) => (/** @type {string} */ name) => `„${name}“ ist ${what}. Bitte zuerst als reinen Text speichern.`;

/** @type {typeof import("../en/page.js").default} */
export default {
  header: {
    swap: "Frühere und spätere Fassung vertauschen",
    change: "Texte ändern",
    changeShort: "Texte",
    clear: "Leeren",
  },

  front: {
    heading: "Zwei Fassungen einer Geschichte zusammen lesen",
    lead: "Jeder Absatz steht neben seinem Gegenstück, wohin es auch gewandert ist, und jedes geänderte Wort ist markiert. Beide Dateien lassen sich zugleich hier ablegen oder eine nach der anderen.",
    samples: "Oder ein Beispiel öffnen",
    compared: (before, after) => `${before} im Vergleich mit ${after}`,
  },

  places: {
    versions: element.names,
    age: element.age,
    first: "Datei hier ablegen oder Text einfügen",
    next: {
      before: "Jetzt die frühere Fassung: hier ablegen oder einfügen",
      after: "Jetzt die spätere Fassung: hier ablegen oder einfügen",
    },
    choose: "Datei wählen\u00a0…",
    chooseAnother: "Andere Datei wählen\u00a0…",
    use: "Diesen Text verwenden",
    remove: "Entfernen",
    clear: "Beide entfernen",
    pasted: "eingefügter Text",
    pastedToo: "eingefügter Text 2",
  },

  drop: {
    before: "Die frühere Fassung",
    after: "Die spätere Fassung",
    folder: (name) => `„${name}“ ist ein Ordner. Bitte die Dateien selbst ablegen.`,
    tooMany: (files) =>
      `Zu einem Vergleich gehören zwei Dateien, und das sind ${figure(files)}. Bitte nur die frühere und die spätere Fassung ablegen.`,
  },

  order: {
    name: (name) => `„${name}“ gilt dem Namen nach als frühere Fassung.`,
    date: (name) => `„${name}“ gilt als frühere Fassung, denn die letzte Änderung daran liegt länger zurück.`,
  },

  encoding: {
    readAs: "Lesen als",
    assumed: (name, encoding, reason) => `„${name}“ wurde als ${encoding} gelesen, ${reason}.`,
    reasons: {
      mark: "wie es die Bytereihenfolge-Marke am Anfang angibt",
      zeros: "worauf das Muster der Nullbytes hindeutet",
      invalid: "weil es kein gültiges UTF-8 ist",
      chosen: "wie gewählt",
    },
    lost: "Einige Zeichen sind darin ungültig und erscheinen als \ufffd.",
    uses: {
      "windows-1252": "Westeuropa",
      "windows-1250": "Mitteleuropa",
      "iso-8859-2": "Mitteleuropa",
      "windows-1251": "Kyrillisch",
      shift_jis: "Japanisch",
      gb18030: "Chinesisch",
      big5: "Chinesisch",
      "euc-kr": "Koreanisch",
    },
  },

  read: {
    unreadable: (name) => `„${name}“ konnte nicht gelesen werden. Wurde die Datei inzwischen geändert, verschoben oder gelöscht, oder ist es ein Ordner?`,
    answered: (name, answer) => `„${name}“ konnte nicht geladen werden: Die Website antwortete „${answer}“.`,
    noAnswer: (name) =>
      `„${name}“ konnte nicht geladen werden: Die Website antwortet nicht oder erlaubt anderen Seiten nicht, den Text zu lesen.`,
    noAddress: (address) => `„${address}“ ist keine Adresse eines Textes im Web.`,
    noSample: (name) => `Ein Beispiel „${name}“ gibt es nicht.`,
    tooLarge: (name, megabytes, limit) => `„${name}“ ist zu groß: Die Datei hat ${size(megabytes)}, gelesen werden höchstens ${size(limit)}.`,
    empty: (name) => `„${name}“ ist leer.`,
    blank: (name) => `„${name}“ enthält nichts als Leerraum.`,
  },

  notAText: {
    pdf: document("ein PDF"),
    rtf: document("ein RTF-Dokument"),
    office: document("ein Word- oder anderes Office-Dokument"),
    word: document("ein Word-Dokument"),
    openDocument: document("ein OpenDocument-Text"),
    pages: document("ein Pages-Dokument"),
    epub: document("ein E-Book (EPUB)"),
    webPage: document("eine Webseite"),
    archive: (name) => `„${name}“ ist ein Archiv. Bitte zuerst die Texte daraus entpacken.`,
    picture: (name) => `„${name}“ ist ein Bild, kein Text.`,
    program: (name) => `„${name}“ ist ein Programm, kein Text.`,
    data: (name) => `„${name}“ ist kein Text: Die Datei enthält Daten, die nur ein Programm lesen kann.`,
  },

  task: {
    loading: "Wird geladen\u00a0…",
    comparing: (what) => (what ? `Vergleich läuft: ${what}\u00a0…` : "Vergleich läuft\u00a0…"),
    after: {
      start: "Sätze werden gelesen",
      segment: "Wörter werden gelesen",
      keys: "Gegenstücke werden gesucht",
      align: "Wörter werden markiert",
      words: "Ergebnis wird zusammengefasst",
      serialize: "Verwandte Wörter werden geladen",
    },
    atWork: "In Arbeit\u00a0…",
    stopped: "Angehalten. Beide Texte sind noch da.",
    missing: "Ein Teil dieser Seite konnte nicht geladen werden: Versuchen Sie es noch einmal, wenn eine Verbindung besteht, oder laden Sie die Seite neu.",
    compared: (before, after) => `${before} ist mit ${after} verglichen.`,
    cancel: "Abbrechen",
    again: "Noch einmal vergleichen",
  },

  footer: {
    private: "Nichts verlässt diese Seite: Beide Texte werden im eigenen Browser gelesen und verglichen.",
    gallery: "Zum Einbetten: eine Galerie",
    languages: "Sprache",
  },

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
    keep: "Behalten",
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
    invisibles: "Unsichtbare Zeichen zeigen",
  },
  help: { open: "Tasten und Zeichen" },
  find: { open: "Suchen", label: "In beiden Fassungen suchen" },
  figures: { open: "Zahlen" },
  keep: {
    json: "Vergleich speichern (JSON), um ihn hier wieder zu öffnen",
    html: "Als eine HTML-Seite speichern, zum Weitergeben oder Drucken",
    print: "Drucken oder als PDF speichern",
    critic: "Als CriticMarkup speichern",
    tei: "Als TEI speichern (XML)",
    copyLink: "Link kopieren",
    embed: "Einbetten …",
    names: { before: "Frühere Fassung", after: "Spätere Fassung" },
    damaged: (name) => `„${name}“ beginnt wie ein gespeicherter Vergleich, ist aber beschädigt oder unvollständig.`,
  },
  passage: { open: "Was sich mit diesem Absatz machen lässt", undo: "Rückgängig" },
};
