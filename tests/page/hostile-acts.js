/** What is done with hostile strings (`tests/support/hostile.js`), and how one knows that they did no harm. */
/** @import { Frame, Page } from "@playwright/test" */
import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { filesIn, pageFolder } from "../../scripts/page.js";
import { CORPUS, piece, wellFormed } from "../support/hostile.js";

/** What a page may load of its own. */
const FILES = new Set(["", ...filesIn(pageFolder)]);

/** Elements that load or run something, or change the page around them: none comes of a text. */
const ACTIVE = "audio, base, dialog, embed, form, frame, iframe, img, link, math, meta, object, picture, plaintext, script, select, source, style, svg, template, textarea, title, video, xmp";

/**
 * Lets pages import the strings, as `/hostile.js`, and hears what these do from now on.
 *
 * @param {Page} page
 * @param {(address: string) => boolean} [isNamed] whether the reader named what is asked for
 * @returns {Promise<() => Promise<void>>} fails where anything came of them: in the page, its frames or on the network
 */
export async function guard(page, isNamed = () => false) {
  /** @type {string[]} */
  const harm = [];
  const corpus = readFileSync("tests/support/hostile.js", "utf8");
  await page.route("**/hostile.js", (route) => route.fulfill({ contentType: "text/javascript", body: corpus }));
  page.on("dialog", (dialog) => (harm.push(`a dialog: ${dialog.message()}`), void dialog.dismiss()));
  page.on("popup", (popup) => harm.push(`a window: ${popup.url()}`));
  page.on("pageerror", (error) => harm.push(`an error: ${error.message}`));
  page.on("request", (request) => {
    const address = request.url();
    if (!/^https?:/.test(address) || isNamed(address)) return;
    const path = new URL(address).pathname.slice(1);
    if (!FILES.has(path) && !/^(source\/.*|hostile\.js|bare\.html|kept\.html|favicon\.ico)$/.test(path)) harm.push(`a request: ${address}`);
  });
  return async () => {
    for (const frame of page.frames()) if (await frame.evaluate(() => "taken" in globalThis || "taken" in Object.prototype)) harm.push("a script ran");
    expect(harm).toEqual([]);
  };
}

/** How many elements there are that do more than show text, in the page and in the comparison, by their names. @param {Page | Frame} page */
export function inventory(page) {
  return page.evaluate((active) => {
    const roots = [document, document.querySelector("story-diff")?.shadowRoot].filter((root) => root instanceof Node);
    const names = roots.flatMap((root) => [...root.querySelectorAll(active)].map(({ localName, id }) => `${localName}#${id}`));
    const handled = roots.flatMap((root) => [...root.querySelectorAll("*")].flatMap((element) => element.getAttributeNames().filter((name) => /^on(?!ly$)|^srcdoc$/.test(name))));
    return { names: names.sort(), handled };
  }, ACTIVE.replace(/, (svg|link)/g, ""));
}

/**
 * What of the strings is not shown as it is, in either version of the comparison. Looked for where it is shown, and the strings
 * handed over as JSON, for half of a surrogate pair does not survive the way.
 *
 * @param {Page | Frame} page
 * @param {"all" | "file"} [medium] `file`: what no text file can hold is left out, and what UTF-8 cannot is U+FFFD
 * @returns {Promise<{ shown: number, wrong: string[] }>} how many are, in both versions; and the others, as JSON
 */
export function unlike(page, medium = "all") {
  const texts = CORPUS.map(({ text }) => text).filter((text) => medium === "all" || !text.includes("\0"));
  const pieces = (/** @type {boolean} */ later) => texts.map((text, index) => piece(medium === "all" ? text : wellFormed(text), index, later));
  return page.evaluate((json) => {
    const wanted = JSON.parse(json);
    const { comparison, shadowRoot } = /** @type {import("../../www/element/story-diff.js").StoryDiff} */ (document.querySelector("story-diff"));
    let shown = 0;
    /** @type {string[]} */
    const wrong = [];
    for (const side of /** @type {const} */ (["before", "after"])) {
      const drawn = [...(shadowRoot?.querySelectorAll(`[data-side="${side}"] [data-paragraph]`) ?? [])].map((paragraph) => /** @type {const} */ ([Number(/** @type {HTMLElement} */ (paragraph).dataset.paragraph), paragraph.textContent]));
      const paragraphs = new Map(drawn);
      let [whole, end] = ["", 0];
      // White space between paragraphs is drawn by none.
      comparison?.report[side].paragraphs.forEach((range, index) => {
        whole += comparison[side].slice(end, range.start).replace(/\S+/g, (lost) => `[${lost} is lost]`) + paragraphs.get(index);
        end = range.end;
      });
      for (const text of wanted[side]) {
        if (whole.includes(text)) shown++;
        else wrong.push(JSON.stringify([side, text.slice(0, 100)]));
      }
    }
    return { shown, wrong };
  }, JSON.stringify({ before: pieces(false), after: pieces(true) }));
}
