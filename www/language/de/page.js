/** Was die Seite sagt, auf Deutsch. Vor Auslassungspunkten steht ein geschütztes Leerzeichen. */
/** @import { Range } from "../../pkg/storydiff.js" */
/** @import { Fate } from "../../app/bands.js" */
/** @import { Look } from "../../app/looks.js" */
import element from "./element.js";

const { figure } = element;
const MEGABYTES = new Intl.NumberFormat(element.locale, { style: "unit", unit: "megabyte" });

/** @param {number} megabytes */
const size = (megabytes) => MEGABYTES.format(megabytes);

/** Ein Dokument, das sich als reiner Text speichern lässt. @param {string} what */
const document = (what) => (/** @type {string} */ name) => `„${name}“ ist ${what}. Bitte zuerst als reinen Text speichern.`;

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
    unreadable: (name) => `„${name}“ konnte nicht gelesen werden. Wurde die Datei verschoben oder gelöscht, oder ist es ein Ordner?`,
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
  },
  help: {
    open: "Tasten und Zeichen",
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
      `Absatz ${figure(paragraph)} von ${figure(paragraphs)}: ${LOOKS[look]}`,
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
    number: (number) => figure(number),
    share: (share) => SHARES.format(share),
    countWords: (words) => `${figure(words)} ${words === 1 ? "Wort" : "Wörter"}`,
    place: (side, range) => `${AGE[side]} ${paragraphs(range)}`,

    segment: (places, became) =>
      `${capitalised(places.join(", "))}: ${became.length > 1 ? counted(became) : FATES[became[0].fate]}`,

    picture: (before, after, became) =>
      `Beide Fassungen als Streifen, verbunden, wo sie dasselbe erzählen: früher ${figure(before)} Absätze, später ${figure(after)}; ${counted(became)}`,
  },
  keep: {
    json: "Vergleich speichern (JSON), um ihn hier wieder zu öffnen",
    html: "Als eine HTML-Seite speichern, zum Weitergeben oder Drucken",
    print: "Drucken oder als PDF speichern",
    critic: "Als CriticMarkup speichern",
    tei: "Als TEI speichern (XML)",
    copyLink: "Link kopieren",
    embed: "Einbetten …",
    saved: (file) => `Als „${file}“ gespeichert.`,
    failed: (why) => `Das ging nicht: ${why}`,
    names: { before: "Frühere Fassung", after: "Spätere Fassung" },
    title: (before, after) => `${before} im Vergleich mit ${after}`,
    made: "Erstellt mit storydiff.",
    reopen: "Diese Datei braucht kein Netz. Auf die Seite von storydiff gezogen, öffnet sie sich dort wieder als Vergleich.",
    movedTo: (later) => `verschoben: jetzt ${paragraphs(later)} der späteren Fassung`,
    movedFrom: (earlier) => `hierher verschoben: zuvor ${paragraphs(earlier)} der früheren Fassung`,
    noCharacter: (code) => `Der Code ${code}, den kein XML-Dokument als Zeichen enthalten kann`,
    damaged: (name) => `„${name}“ beginnt wie ein gespeicherter Vergleich, ist aber beschädigt oder unvollständig.`,
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
  passage: {
    open: "Was sich mit diesem Absatz machen lässt",
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
    undo: "Rückgängig",
    undone: "Zurückgenommen.",
  },
};
