/** Was `<story-diff>` sagt, wo es nicht laden kann, was es nennt, auf Deutsch. */
import element from "./element.js";
import text from "./text.js";

const { figure } = element;
const { noAnswer, elsewhere, answered, version } = text;

/** @type {typeof import("../en/load.js").default} */
export default {
  kinds: {
    pdf: "ein PDF",
    rtf: "ein RTF-Dokument",
    office: "ein Word- oder anderes Office-Dokument",
    word: "ein Word-Dokument",
    openDocument: "ein OpenDocument-Text",
    pages: "ein Pages-Dokument",
    epub: "ein E-Book (EPUB)",
    webPage: "eine Webseite",
    archive: "ein Archiv",
    picture: "ein Bild",
    program: "ein Programm",
    data: "eine Datei, die nur ein Programm lesen kann",
  },

  noAnswer,
  elsewhere,
  noAddress: "das ist keine Adresse",
  because: {
    answered,
    tooLarge: (megabytes, limit) => `die Datei hat ${figure(megabytes)} MB, gelesen werden höchstens ${figure(limit)} MB`,
    empty: () => "die Datei ist leer",
    blank: () => "die Datei enthält nichts als Leerraum",
  },
  notText: (kind) => `dort liegt ${kind}, kein reiner Text`,
  version,
  saved: (address, reason) => `Der Vergleich konnte nicht von ${address} geladen werden: ${reason}.`,

  policy: {
    lacks: (missing) => `der Content Security Policy dieser Website fehlt ${missing}`,
    engine: (reason) => `Die Texte können hier nicht verglichen werden: ${reason}.`,
  },
};
