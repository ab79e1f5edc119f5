/** What the page says, in English; every other language has the same entries. */
export default {
  offline: {
    ready: "Ready for offline use.",
    update: "A new version of storydiff is ready. It starts afresh, without the texts that were chosen or pasted here.",
    use: "Use it now",
  },
};
