/**
 * The ways to keep a comparison: files to save, paper, a link.
 */
/** @import { StoryDiff } from "../element/story-diff.js" */
/** @import { Comparison } from "../element/types.js" */
import { words } from "../language/page.js";
import { find, say } from "./dom.js";

/** What characters no file name may have, on one system or another. */
const FORBIDDEN = /[\p{Cc}<>:"/\\|?*]+/gu;

/** The most characters of each version's name in the name of a file. */
const NAME = 40;

/** Files, in the order of the menu. @type {Readonly<Record<string, { ending: string, type: string, write: (comparison: Comparison) => Promise<string> }>>} */
const FILES = Object.freeze({
  json: {
    ending: ".storydiff.json",
    type: "application/json",
    write: async (comparison) => (await import("../keep/json.js")).saved(comparison),
  },
  html: {
    ending: ".html",
    type: "text/html",
    write: async (comparison) => (await import("../keep/html.js")).htmlPage(comparison),
  },
  critic: {
    ending: ".critic.md",
    type: "text/markdown",
    write: async (comparison) => (await import("../keep/critic.js")).criticMarkup(comparison),
  },
  tei: {
    ending: ".tei.xml",
    type: "application/tei+xml",
    write: async (comparison) => (await import("../keep/tei.js")).tei(comparison),
  },
});

/**
 * Keeps what is compared in the way that an item of the menu stands for.
 *
 * @param {EventTarget | null} item
 * @param {StoryDiff} element
 * @param {() => Promise<string>} copyLink gives what is to be said of it
 */
export async function keepAs(item, { comparison }, copyLink) {
  const { keep } = (item instanceof Element ? item.closest("button") : null)?.dataset ?? {};
  const said = find("#keep-said", HTMLElement);
  if (!keep || !comparison) return;
  try {
    if (keep === "print") {
      find("#keep", HTMLElement).hidePopover();
      print();
    } else if (keep === "link") {
      say(said, await copyLink());
    } else {
      const { ending, type, write } = FILES[keep];
      const name = nameOf(comparison) + ending;
      save(await write(comparison), type, name);
      say(said, words.keep.saved(name));
    }
  } catch (error) {
    say(said, words.keep.failed(error instanceof Error ? error.message : String(error)));
  }
}

/** @param {Comparison} comparison */
function nameOf({ names = words.keep.names }) {
  const [before, after] = [names.before, names.after].map((name) =>
    Array.from(name.replace(/\.[^.]{1,5}$/, "").replace(FORBIDDEN, " ").trim()).slice(0, NAME).join(""),
  );
  return `${before || "1"} – ${after || "2"}`;
}

/** @param {string} text @param {string} type @param {string} name */
function save(text, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
