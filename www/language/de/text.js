/** Was gesagt wird, wo ein Text oder ein Rahmen nicht kam, auf Deutsch. */

/** @type {typeof import("../en/text.js").default} */
export default {
  noAnswer: "es kam keine Antwort",
  elsewhere: (site) => `${site} antwortet nicht oder erlaubt dieser Website nicht, die Datei zu lesen (Access-Control-Allow-Origin)`,
  answered: (answer) => `der Server antwortete ${parseInt(answer, 10)}`,
  version: (side, address, reason) => `Die ${side === "before" ? "frühere" : "spätere"} Fassung konnte nicht von ${address} geladen werden: ${reason}.`,
  blocked: (directive) => `Eine Content Security Policy verweigert den Rahmen dieses Vergleichs (${directive}).`,
};
