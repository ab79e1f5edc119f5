/** The help sheet: which keys there are, and what the marks mean. */
import { words } from "../language/tools.js";
import { find } from "./dom.js";

/** The keys, and what they do: apart by a space where they are alternatives, by + where they are pressed together. */
const KEYS = /** @type {const} */ ([
  ["N F7", "next"],
  ["P Shift+F7", "previous"],
  ["J", "down"],
  ["K", "up"],
  ["Enter", "counterpart"],
  ["Esc", "back"],
  ["F", "flip"],
  ["/", "find"],
  ["1 2 3 4", "views"],
  [".", "passage"],
  ["?", "help"],
]);

/** Signs that stand for a mark; words stand for the others. @type {Readonly<Record<string, string>>} */
const SIGNS = { moved: "¶", fact: "◇" };

/** Opens it. */
export function showHelp() {
  const dialog = find("#help", HTMLDialogElement);
  const { heading, close, keys, marks, marksHeading, letters, example } = words.help;
  const title = make("h2", heading);
  title.id = "help-heading";
  const closing = make("button", close);
  closing.addEventListener("click", () => dialog.close());
  const table = document.createElement("dl");
  table.append(...KEYS.flatMap(([names, what]) => [keysOf(names), make("dd", keys[what])]));
  const legend = document.createElement("dl");
  legend.append(...Object.entries(marks).flatMap(([kind, what]) => [markOf(kind, SIGNS[kind] ?? example), make("dd", what)]));
  dialog.replaceChildren(title, closing, table, make("p", letters), make("h3", marksHeading), legend);
  dialog.showModal();
}

/** @param {string} names as in `KEYS` */
function keysOf(names) {
  const term = document.createElement("dt");
  for (const alternative of names.split(" ")) {
    const [first, ...others] = alternative.split("+");
    term.append(make("kbd", first), ...others.flatMap((key) => ["+", make("kbd", key)]), " ");
  }
  return term;
}

/** @param {string} kind @param {string} example */
function markOf(kind, example) {
  const term = document.createElement("dt");
  term.append(make(kind === "deleted" ? "del" : kind === "inserted" ? "ins" : "span", example));
  term.className = kind;
  return term;
}

/** @param {string} name @param {string} text */
function make(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
