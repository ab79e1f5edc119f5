/** Was „Einbetten“ sagt, auf Deutsch. */
/** @type {typeof import("../en/embed.js").default} */
export default {
  heading: "Einbetten",
  close: "Schließen",
  from: {
    legend: "Woher der Vergleich kommt",
    addresses: "Von den beiden Adressen",
    saved: "Aus gespeichertem Vergleich",
  },
  addresses:
    "Beide Texte werden dort geholt, wo sie liegen, und im Browser der Lesenden verglichen. Ihre Server müssen anderen Seiten erlauben, sie zu lesen (CORS).",
  saved: (file) =>
    `Legen Sie „${file}“ neben Ihren Artikel. Wer ihn liest, braucht kein Vergleichsprogramm, und auch Richtlinien, die WebAssembly verbieten, stehen nicht im Weg.`,
  save: "Vergleich speichern",
  copy: "Kopieren",
  copied: "Kopiert",
  selected: "Der Browser lässt diese Seite nicht kopieren. Es ist ausgewählt: Kopieren Sie es mit der Tastatur oder dem Menü.",
  tag: {
    heading: "Ein Element",
    about: "Der Vergleich als Teil Ihrer Seite, auf Wunsch in ihren Schriften und Farben. Die Links darin stehen da, bis er gezeichnet ist.",
  },
  frame: {
    heading: "Ein Rahmen",
    about: "Von Ihrer Seite abgeschlossen, und so hoch wie sein Inhalt.",
    saved: (address) => `Setzen Sie für ${address} den Ort Ihrer Datei ein; ihr Server muss anderen Seiten erlauben, sie zu lesen (CORS).`,
  },
  npm: {
    heading: "Mit npm",
    about: "Für Seiten, die gebaut werden: das Element, seine Typen und das Vergleichsprogramm für sich.",
    module: "In einem Modul",
  },
};
