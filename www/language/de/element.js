/** Was `<story-diff>` sagt, auf Deutsch. */
/** @import { Fact, Range } from "../../pkg/storydiff.js" */
/** @import { Share, Thing } from "../en/element.js" */

const NUMBERS = " ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" ");
const FIGURES = new Intl.NumberFormat("de");

/** Einzahl, Mehrzahl, und was vor der Einzahl und vor nichts steht. @type {Record<Thing, [string, string, string, string]>} */
const THINGS = {
  paragraph: ["Absatz", "Absätze", "ein", "kein"],
  word: ["Wort", "Wörter", "ein", "kein"],
  quotation: ["Zitat", "Zitate", "ein", "kein"],
  number: ["Zahl", "Zahlen", "eine", "keine"],
  date: ["Datum", "Daten", "ein", "kein"],
  name: ["Name", "Namen", "ein", "kein"],
};

/** @param {number} number */
const figure = (number) => FIGURES.format(number);

/** @param {number} number @param {Thing} thing */
function count(number, thing) {
  const [one, many, article, none] = THINGS[thing];
  if (number === 0) return `${none} ${one}`;
  return number === 1 ? `${article} ${one}` : `${NUMBERS[number] ?? figure(number)} ${many}`;
}

/** @param {number} number @param {Thing} thing */
const tally = (number, thing) => `${figure(number)} ${THINGS[thing][number === 1 ? 0 : 1]}`;

/** @param {string} sentence */
const capitalised = (sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** @param {Range} range Nummern von Absätzen @param {string} [ending] der Mehrzahl im dritten Fall */
function paragraphs({ start, end }, ending = "") {
  if (end - start === 1) return `Absatz ${figure(end)}`;
  return `Absätze${ending} ${figure(start + 1)} ${end - start === 2 ? "und" : "bis"} ${figure(end)}`;
}

/** Dasselbe in Ziffern. @param {Range} range Nummern von Absätzen */
const span = ({ start, end }) => (end - start === 1 ? figure(end) : `${figure(start + 1)}–${figure(end)}`);

/** @type {Share[]} */
const shares = [
  { of: 0, words: "nichts" },
  { of: 0.03, words: "kaum etwas" },
  { of: 0.1, words: "ein Zehntel" },
  { of: 0.2, words: "ein Fünftel" },
  { of: 0.25, words: "ein Viertel" },
  { of: 1 / 3, words: "ein Drittel" },
  { of: 0.4, words: "zwei Fünftel", many: true },
  { of: 0.5, words: "die Hälfte" },
  { of: 0.6, words: "drei Fünftel", many: true },
  { of: 2 / 3, words: "zwei Drittel", many: true },
  { of: 0.75, words: "drei Viertel", many: true },
  { of: 0.8, words: "vier Fünftel", many: true },
  { of: 0.9, words: "neun Zehntel", many: true },
  { of: 0.97, words: "fast alles" },
  { of: 1, words: "alles" },
];

/** Vor „Fassung“, im ersten und im zweiten Fall. */
const AGE = { before: "frühere", after: "spätere" };
const AGES = { before: "früheren", after: "späteren" };

/** @type {Record<Fact["kind"], string>} */
const KINDS = { quotation: "Zitat", number: "Zahl", date: "Datum", name: "Name" };

/** @type {Record<Fact["change"], string>} */
const CHANGES = { altered: "geändert", reattributed: "anderem zugeschrieben", dropped: "gestrichen", added: "neu", kept: "erhalten" };

/** @type {typeof import("../en/element.js").default} */
export default {
  locale: "de",
  figure,
  count,
  tally,
  capitalised,
  names: { before: "Frühere Fassung", after: "Spätere Fassung" },
  age: { before: "früher", after: "später" },

  summary: {
    shares,
    empty: {
      before: "Die erste Fassung ist leer.",
      after: "Die zweite Fassung ist leer.",
      both: "Beide Fassungen sind leer.",
    },
    unrelated: "Das sind nicht zwei Fassungen einer Geschichte.",
    apart: " Sie haben zu wenig gemeinsam, um gegeneinander gelesen zu werden; jede steht für sich, wie sie ist.",
    retold(kept, added) {
      const from = kept.words.endsWith("s") ? "aus der ersten Fassung" : "der ersten Fassung";
      const main = `${capitalised(kept.words)} ${from} ${kept.many ? "werden" : "wird"} in der zweiten nacherzählt`;
      return added ? [`${main}; `, `von dieser ${added.many ? "sind" : "ist"} ${added.words} neu`, "."] : [`${main}, die nichts hinzufügt.`];
    },
    same: "Die beiden Fassungen sind gleich, Wort für Wort.",
    reordered: "Die beiden Fassungen haben dieselben Wörter.",
    cosmetic: "Die beiden Fassungen haben dieselben Wörter; nur Schreibung oder Zeichensetzung weicht ab.",
    transposed: "Die beiden Fassungen haben dieselben Wörter, einige in anderer Folge.",
    reworded: (words) => `Die zweite Fassung erzählt alles aus der ersten und sonst nichts; ${count(words, "word")} geändert.`,
    moved: (paragraphs) => capitalised(`${count(paragraphs, "paragraph")} verschoben`),
    changed: " geändert.",
    sizes: (before, after) => `${tally(before, "paragraph")} gegen ${figure(after)}`,
    longest: (words) => `längste wörtlich erhaltene Stelle: ${tally(words, "word")}`,
    unmarked: "gedruckt, wie es gezeichnet ist: fern der gelesenen Stelle stehen die Wörter ohne Zeichen",
    approximate: "so lang, dass die Suche abgekürzt wurde: manches Gegenstück kann fehlen",
  },

  note: {
    caption: "Bildunterschrift",
    retold: "nacherzählt",
    telling: { before: "wie die frühere Fassung es erzählt", after: "wie die spätere Fassung es erzählt" },
    split: "hier wurde der Absatz darüber geteilt",
    only: { before: "nur in der früheren Fassung", after: "nur in der späteren Fassung" },
    joined: (paragraphs) => `${count(paragraphs, "paragraph")} zu einem verbunden`,
    recast: ({ before, after }) =>
      `${count(before.end - before.start, "paragraph")} zu ${NUMBERS[after.end - after.start] ?? figure(after.end - after.start)} umgeformt`,
    moved(side, towards, elsewhere, change) {
      const place = paragraphs(elsewhere, "n");
      const where =
        side === "before" ? `nach ${towards === "up" ? "oben" : "unten"} verschoben, zu ${place}` : `von ${place} hierher verschoben`;
      return change === "" ? where : `${where}, ${change}`;
    },
    changed: (words) => (words === 0 ? "" : `${count(words, "word")} geändert`),
    dropped: (words) => `${tally(words, "word")} hier gestrichen`,
    added: (words) => `${tally(words, "word")} hier eingefügt`,
  },

  spoken: {
    rows: "Die beiden Fassungen, Absatz für Absatz",
    unchanged: "unverändert",
    typography: "nur Typographie oder Wortfolge geändert",
    moved: (what) => `verschoben, ${what}`,
    bead(bead, state) {
      const places = [
        bead.before.end > bead.before.start ? `früher ${paragraphs(bead.before)}` : "",
        bead.after.end > bead.after.start ? `später ${paragraphs(bead.after)}` : "",
      ];
      const where = capitalised(places.filter(Boolean).join(", "));
      return state === "" ? where : `${where}: ${state}`;
    },
    inserted: (words) => `„${words}“ hinzugefügt`,
    deleted: (words) => `„${words}“ gestrichen`,
    substituted: (before, after) => `aus „${before}“ wurde „${after}“`,
    transposed: (words) => `„${words}“ innerhalb des Absatzes verschoben`,
    change: (change, changes, what) => `Änderung ${figure(change)} von ${figure(changes)}: ${what}`,
    noChanges: "Es gibt keine Änderungen.",
    lastChange: "Danach kommt keine Änderung mehr.",
    firstChange: "Davor gibt es keine Änderung.",
    noCounterpart: "Dieser Absatz hat kein Gegenstück.",
    beside: "Sein Gegenstück steht daneben.",
    flipped: { before: "Die frühere Fassung", after: "Die spätere Fassung" },
  },

  fold: {
    unchanged: (paragraphs) => `${tally(paragraphs, "paragraph")} unverändert`,
    open: "zeigen",
  },

  facts: {
    heading: "Geänderte Tatsachen",
    none: "Kein Zitat, keine Zahl, kein Datum und kein Name hat sich geändert.",
    kinds: { quotation: "Zitate", number: "Zahlen", date: "Daten", name: "Namen" },
    changes: CHANGES,
    listed: (facts) =>
      `In der Liste der Tatsachen: ${[...new Set(facts.map(({ kind, change }) => `${KINDS[kind]} ${CHANGES[change]}`))].join(", ")}`,
    place: (side, paragraph) => ` (${AGE[side]} Fassung, Absatz ${figure(paragraph + 1)})`,
  },

  changes: {
    heading: "Absätze, die wanderten, kamen oder gingen",
    moved: "Verschoben",
    added: "Nur in der späteren Fassung",
    removed: "Nur in der früheren Fassung",
    fromTo: (before, after) => `${span(before)} → ${span(after)}`,
  },

  engine: {
    load: "Das Vergleichsprogramm konnte nicht geladen werden. Besteht die Verbindung noch?",
    trap: "Das Vergleichsprogramm ist mitten in diesem Vergleich stehen geblieben. Beim nächsten beginnt es von vorn.",
  },

  bad: {
    sentence: (why) => `Dieser Vergleich kann nicht gezeigt werden: ${why}.`,
    notAnObject: "er ist kein Objekt",
    notSaved: "die Datei ist kein gespeicherter Vergleich",
    notJson: "die Datei ist kein JSON",
    noText: "einer seiner Texte fehlt",
    noReport: "sein Bericht fehlt",
    format: "sein Bericht hat ein Format, das hier nicht bekannt ist",
    noParagraphs: "seine Absätze fehlen",
    tooLittle: (side) => `er sagt zu wenig über den ${AGES[side]} Text`,
    otherText: (side) => `der ${AGE[side]} Text ist nicht der, der verglichen wurde`,
    outside: (side) => `ein Absatz oder Satz liegt außerhalb des ${AGES[side]} Textes`,
    noAlignment: "seine Zuordnung fehlt",
    noSuchParagraph: "er ordnet einen Absatz zu, den es nicht gibt",
    twice: (paragraph, side) => `Absatz ${figure(paragraph)} des ${AGES[side]} Textes ist zweimal zugeordnet`,
    missing: (paragraph, side) => `Absatz ${figure(paragraph)} des ${AGES[side]} Textes ist nicht zugeordnet`,
    bead: "eine Gruppe von Absätzen ist falsch benannt",
    noEdits: "die geänderten Wörter eines Absatzes fehlen",
    editKind: "er hat eine Änderung von unbekannter Art",
    editOutside: "ein geändertes Wort liegt außerhalb seines Absatzes",
    overlap: "zwei seiner Änderungen überschneiden sich",
    links: "seine Verknüpfungen führen ins Leere",
    factKind: "er hat eine Tatsache von unbekannter Art",
    factOutside: "eine Tatsache liegt außerhalb ihres Textes",
    noSummary: "seine Zusammenfassung fehlt",
  },
};
