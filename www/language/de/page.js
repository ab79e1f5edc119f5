/** Was die Seite sagt, auf Deutsch. */
/** @type {typeof import("../en/page.js").default} */
export default {
  offline: {
    ready: "Bereit auch ohne Verbindung.",
    update: "Eine neue Version von storydiff ist da. Sie beginnt von vorn, ohne die hier gewählten oder eingefügten Texte.",
    use: "Jetzt verwenden",
  },
};
