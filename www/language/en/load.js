/** What `<story-diff>` says where it cannot load what it names, in English; every other language has the same entries. */
import element from "./element.js";
import text from "./text.js";

const { figure } = element;
const { noAnswer, elsewhere, answered, version } = text;

export default {
  /** What a file is that is not a text. */
  kinds: {
    pdf: "a PDF",
    rtf: "a rich text (RTF) document",
    office: "a Word or other Office document",
    word: "a Word document",
    openDocument: "an OpenDocument text",
    pages: "a Pages document",
    epub: "an e-book (EPUB)",
    webPage: "a web page",
    archive: "an archive",
    picture: "a picture",
    program: "a program",
    data: "data that only a program can read",
  },

  noAnswer,
  elsewhere,
  noAddress: "this is not an address",
  because: {
    answered,
    /** @param {number} megabytes @param {number} limit in megabytes */
    tooLarge: (megabytes, limit) => `it has ${figure(megabytes)} MB, and ${figure(limit)} MB is the most that can be read`,
    empty: () => "it is empty",
    blank: () => "it holds nothing but white space",
  },
  /** @param {string} kind one of `kinds` */
  notText: (kind) => `it is ${kind}, not plain text`,
  version,
  /** @param {string} address @param {string} reason */
  saved: (address, reason) => `The comparison could not be loaded from ${address}: ${reason}.`,

  /** What a Content Security Policy stands in the way of. */
  policy: {
    /** @param {string} missing as in `'self' in connect-src` */
    lacks: (missing) => `the Content Security Policy of this site lacks ${missing}`,
    /** @param {string} reason */
    engine: (reason) => `The texts cannot be compared here: ${reason}.`,
  },
};
