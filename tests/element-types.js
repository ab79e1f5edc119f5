// What TypeScript knows of <story-diff> on a page that imports it: checked with all the rest, never run.
/* global document */
import "../www/element/define.js";

const found = document.querySelector("story-diff");
if (found) {
  /** @type {string} */
  const address = found.beforeSrc;
  found.afterSrc = address;
  found.src = null;
  found.view = "read";
  // @ts-expect-error There is no such view.
  found.view = "backwards";
  /** @type {"everything" | "spelling" | "wording" | "content"} */
  const level = found.level;
  /** @type {"on" | "off"} */
  const letters = found.letters;
  // @ts-expect-error It is no number.
  found.theme = 3;
  found.addEventListener("storydiff-ready", ({ detail }) => detail.report.beads[0].kind + level + letters);
  found.addEventListener("storydiff-error", ({ detail }) => detail.message.length);
  // @ts-expect-error It has no reason but its message.
  found.addEventListener("storydiff-error", ({ detail }) => detail.reason);
}
// They bubble.
document.addEventListener("storydiff-focus", ({ detail }) => detail.index + detail.before.start);
document.createElement("story-diff").focusBead(3, "after");
