/** Was die Seite sagt, auf Deutsch. */
/** @type {typeof import("../en/page.js").default} */
export default {};
