/** What "Embed this" says, in English; every other language has the same entries. */
export default {
  heading: "Embed this",
  close: "Close",
  from: {
    legend: "Where the comparison comes from",
    addresses: "From the two addresses",
    saved: "From a saved comparison",
  },
  addresses:
    "Both texts are fetched from where they lie and compared in the reader’s browser. Their sites have to let other pages read them (CORS).",
  /** @param {string} file its name */
  saved: (file) =>
    `Lay “${file}” beside your article. Its readers fetch no engine, and it works under policies that forbid WebAssembly.`,
  save: "Save comparison",
  copy: "Copy",
  copied: "Copied",
  selected: "The browser does not let this page copy. It is selected: copy it with the keyboard or the menu.",
  tag: {
    heading: "A tag",
    about: "The comparison as part of your page, in its fonts and colours if you like. The links inside stand there until it is drawn.",
  },
  frame: {
    heading: "A frame",
    about: "Shut off from your page, and as high as what it shows.",
    /** @param {string} address what it begins with */
    saved: (address) => `Put the place of your file for ${address}; its server has to let other pages read it (CORS).`,
  },
  npm: {
    heading: "With npm",
    about: "For pages that are built: the element, its types, and the engine by itself.",
    module: "In a module",
  },
};
