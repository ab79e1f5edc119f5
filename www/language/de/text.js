/** Was gesagt wird, wo ein Text oder ein Rahmen nicht kam, auf Deutsch. */

/** @type {typeof import("../en/text.js").default} */
export default {
  noAnswer: "es kam keine Antwort",
  elsewhere: (site) => `${site} antwortet nicht oder erlaubt dieser Website nicht, die Datei zu lesen (Access-Control-Allow-Origin)`,
  answered: (answer) => `der Server antwortete ${parseInt(answer, 10)}`,
  version: (side, address, reason) => `Die ${side === "before" ? "frühere" : "spätere"} Fassung konnte nicht von ${address} geladen werden: ${reason}.`,
  blocked: (missing) => `Der Vergleich kann hier nicht gezeigt werden: Der Content Security Policy dieser Website fehlt ${missing}.`,
  unframed: (site) => `Der Vergleich kann hier nicht gezeigt werden: ${site} erlaubt dieser Website nicht, ihn in einem Rahmen zu zeigen (frame-ancestors).`,
};
