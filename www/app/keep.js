/**
 * The ways to keep a comparison: files to save, paper, a link.
 */
/** @import { StoryDiff } from "../element/story-diff.js" */
/** @import { Comparison } from "../element/types.js" */
/** @import { Pair } from "./types.js" */
import { SIDES } from "../element/terms.js";
import { words as page } from "../language/page.js";
import { words } from "../language/tools.js";
import { find, say } from "./dom.js";
import { part } from "./part.js";

/** What characters no file name may have, on one system or another. */
const FORBIDDEN = /[\p{Cc}<>:"/\\|?*]+/gu;

/** What servers and their software are likely to write in other ways, where a file's name is part of its address. */
const UNFIT = /[^\p{L}\p{N}._-]+/gu;

/** The most characters of each version's name in the name of a file. */
const NAME = 40;

/** Files, in the order of the menu. @type {Readonly<Record<string, { ending: string, type: string, write: (comparison: Comparison) => Promise<string> }>>} */
const FILES = Object.freeze({
  json: {
    ending: ".storydiff.json",
    type: "application/json",
    write: async (comparison) => (await part(import("../keep/json.js"))).saved(comparison),
  },
  html: {
    ending: ".html",
    type: "text/html",
    write: async (comparison) => (await part(import("../keep/html.js"))).htmlPage(comparison),
  },
  critic: {
    ending: ".critic.md",
    type: "text/markdown",
    write: async (comparison) => (await part(import("../keep/critic.js"))).criticMarkup(comparison),
  },
  tei: {
    ending: ".tei.xml",
    type: "application/tei+xml",
    write: async (comparison) => (await part(import("../keep/tei.js"))).tei(comparison),
  },
});

/**
 * Keeps what is compared in the way that an item of the menu stands for.
 *
 * @param {EventTarget | null} item
 * @param {StoryDiff} element
 * @param {() => Promise<string>} copyLink gives what is to be said of it
 * @param {Pair} texts as they were read
 * @param {string} reading how they are shown, as the query of an address
 */
export async function keepAs(item, { comparison }, copyLink, texts, reading) {
  const { keep } = (item instanceof Element ? item.closest("button") : null)?.dataset ?? {};
  const said = find("#keep-said", HTMLElement);
  if (!keep || !comparison) return;
  try {
    if (keep === "print") {
      find("#keep", HTMLElement).hidePopover();
      print();
    } else if (keep === "link") {
      say(said, await copyLink());
    } else if (keep === "embed") {
      const { showEmbed } = await part(import("./embed.js"));
      const name = nameOf(comparison).replace(UNFIT, "-");
      await showEmbed({
        comparison,
        addresses: addressesOf(texts, comparison),
        reading: Object.fromEntries(new URLSearchParams(reading)),
        file: name + FILES.json.ending,
        save: () => saveAs("json", comparison, name),
      });
    } else {
      say(said, await saveAs(keep, comparison));
    }
  } catch (error) {
    say(said, words.keep.failed(error instanceof Error ? error.message : String(error)));
  }
}

/**
 * Saves a file.
 *
 * @param {string} kind
 * @param {Comparison} comparison
 * @param {string} [name] without its ending
 * @returns {Promise<string>} what is to be said of it
 */
async function saveAs(kind, comparison, name = nameOf(comparison)) {
  const { ending, type, write } = FILES[kind];
  save(await write(comparison), type, name + ending);
  return words.keep.saved(name + ending);
}

/**
 * The addresses of both texts, in full, where who fetches the texts from there finds this very comparison: read as they lie
 * there, without corrections by hand, which no text holds, and without kin words, which only this page has.
 *
 * @param {Pair} texts
 * @param {Comparison} comparison
 */
function addressesOf(texts, { report }) {
  const [before, after] = SIDES.map((side) => {
    const { address, reason } = texts[side] ?? {};
    return address && reason !== "chosen" ? new URL(address, document.baseURI).href : "";
  });
  return before && after && !report.corrections?.length && report.kinship !== "used" ? { before, after } : null;
}

/** @param {Comparison} comparison */
function nameOf({ names = page.keep.names }) {
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
