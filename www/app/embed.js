/**
 * "Embed this": a dialog with the markup that shows what is compared on another page, and a button for each to copy it.
 */
/** @import { Comparison } from "../element/types.js" */
/** @import { Reading, Release, Source } from "../keep/embed.js" */
import { frame, INSTALL, MODULE, tag } from "../keep/embed.js";
import { namesOf } from "../keep/json.js";
import { speak, words } from "../language/embed.js";
import { words as tools } from "../language/tools.js";
import { isCopied } from "./clipboard.js";
import { find, say } from "./dom.js";
import { addStyle } from "./own.js";
import { language } from "./tongue.js";

/** Where a saved comparison is said to lie, until its author knows where it does. */
const ELSEWHERE = "https://example.org/";

/**
 * @typedef {object} Embedded
 * @property {Comparison} comparison
 * @property {{ before: string, after: string } | null} addresses of both texts, in full, where these are all that it takes
 * @property {Reading} reading
 * @property {string} file the name of the saved comparison
 * @property {() => Promise<string>} save saves it, and says so
 */

/** @param {Embedded} embedded */
export async function showEmbed({ comparison, addresses, reading, file, save }) {
  const [release] = await Promise.all([findRelease(), speak(language), addStyle("embed.css")]);
  const names = namesOf(comparison);
  const src = encodeURIComponent(file);
  const title = tools.keep.title(names.before, names.after);

  const saving = make("button", words.save);
  const saved = status();
  const about = make("p");
  const markup = {
    tag: snippet("tag", words.tag.heading, words.tag.about),
    frame: snippet("frame", words.frame.heading),
    install: snippet("install", words.npm.heading, words.npm.about),
    module: snippet("module", words.npm.module),
  };
  saving.addEventListener("click", async () => say(saved, await save().catch(reasonOf)));

  /** @param {boolean} isSaved whether the saved comparison is shown, and not what lies at the addresses */
  const show = (isSaved) => {
    /** @type {Source} */
    const source = isSaved || !addresses ? { src } : addresses;
    const elsewhere = "src" in source ? { src: ELSEWHERE + src } : source;
    const { tag: whole, frame: inFrame } = markup;
    whole.field.value = tag(release, source, reading, names);
    inFrame.field.value = frame(release, elsewhere, reading, names, title);
    say(about, "src" in source ? words.saved(file) : words.addresses);
    say(inFrame.about, "src" in source ? `${words.frame.about} ${words.frame.saved(ELSEWHERE)}` : words.frame.about);
    for (const { said } of [...Object.values(markup), { said: saved }]) say(said, "");
  };
  markup.install.field.value = INSTALL;
  markup.module.field.value = MODULE;
  show(!addresses);

  const place = make("div");
  place.className = "acts";
  place.append(saving, saved);
  const sections = Object.values(markup).map(({ section }) => section);
  open([...(addresses ? [choice(show)] : []), about, place, ...sections]);
}

/** @returns {Promise<Release>} Without hashes where there are none to be had: what is named works without them. */
async function findRelease() {
  const named = document.querySelector("meta[name=release]")?.getAttribute("content");
  if (!named) return { folder: "", hashes: new Map() };
  const folder = new URL(named, document.baseURI).href;
  const list = await fetch(`${folder}SHA384SUMS`).then((response) => (response.ok ? response.text() : ""), () => "");
  return { folder, hashes: new Map(Array.from(list.matchAll(/^(sha384-\S+) +(\S+)$/gm), ([, hash, file]) => [file, hash])) };
}

/** @param {Node[]} content */
function open(content) {
  const dialog = document.createElement("dialog");
  dialog.id = "embed";
  const heading = make("h2", words.heading);
  heading.id = "embed-heading";
  dialog.setAttribute("aria-labelledby", heading.id);
  const closing = make("button", words.close);
  closing.addEventListener("click", () => dialog.close());
  dialog.append(heading, closing, ...content);
  // What opened the menu that it was chosen from; in a narrow window that stands in a menu itself, which is closed too.
  const openers = ["#keep-open", "#marks-open"].map((selector) => find(selector, HTMLElement));
  dialog.addEventListener("close", () => {
    dialog.remove();
    openers.find((opener) => opener.checkVisibility())?.focus();
  });
  for (const menu of document.querySelectorAll(".sheet-menu:popover-open")) /** @type {HTMLElement} */ (menu).hidePopover();
  document.body.append(dialog);
  dialog.showModal();
}

/** Which of the two ways to find the comparison again. @param {(isSaved: boolean) => void} show */
function choice(show) {
  const group = document.createElement("fieldset");
  group.className = "segments";
  const legend = make("legend", words.from.legend);
  legend.className = "unseen";
  group.append(legend);
  for (const from of /** @type {const} */ (["addresses", "saved"])) {
    const input = document.createElement("input");
    Object.assign(input, { type: "radio", name: "embed-from", value: from, checked: from === "addresses" });
    input.addEventListener("change", () => show(from === "saved"));
    const label = document.createElement("label");
    label.append(input, make("span", words.from[from]));
    group.append(label);
  }
  return group;
}

/**
 * A piece of markup, with what it is and a button that copies it.
 *
 * @param {string} name
 * @param {string} heading
 * @param {string} [text]
 */
function snippet(name, heading, text = "") {
  const section = document.createElement("section");
  const title = make("h3", heading);
  title.id = `embed-${name}`;
  const about = make("p", text);
  const field = document.createElement("textarea");
  Object.assign(field, { readOnly: true, rows: 1, spellcheck: false, dir: "ltr" });
  field.setAttribute("aria-labelledby", title.id);
  const button = make("button", words.copy);
  button.ariaLabel = `${words.copy}: ${heading}`;
  const said = status();
  button.addEventListener("click", async () => say(said, (await isCopied(field.value)) ? words.copied : select(field)));
  const acts = make("div");
  acts.className = "acts";
  acts.append(button, said);
  section.append(title, about, field, acts);
  return { section, about, field, said };
}

/** Leaves it to the reader to copy it. @param {HTMLTextAreaElement} field */
function select(field) {
  field.focus();
  field.select();
  return words.selected;
}

/** @param {unknown} error */
function reasonOf(error) {
  return tools.keep.failed(error instanceof Error ? error.message : String(error));
}

function status() {
  const said = make("p");
  said.setAttribute("role", "status");
  return said;
}

/**
 * @template {"button" | "div" | "h2" | "h3" | "legend" | "p" | "span"} Name
 * @param {Name} name
 * @param {string} [text]
 */
function make(name, text = "") {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
