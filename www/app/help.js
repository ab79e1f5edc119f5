/** The help sheet: which keys there are, and what the marks mean. */
import { words } from "../language/page.js";
import { find } from "./dom.js";

/** Opens it. */
export function showHelp() {
  const dialog = find("#help", HTMLDialogElement);
  const { heading, close, keys, marks, marksHeading, letters } = words.help;
  const title = make("h2", heading);
  title.id = "help-heading";
  const closing = make("button", close);
  closing.addEventListener("click", () => dialog.close());
  const table = document.createElement("dl");
  table.append(...keys.flatMap(([names, what]) => [keysOf(names), make("dd", what)]));
  const legend = document.createElement("dl");
  legend.append(...marks.flatMap(([kind, example, what]) => [markOf(kind, example), make("dd", what)]));
  dialog.replaceChildren(title, closing, table, make("p", letters), make("h3", marksHeading), legend);
  dialog.showModal();
}

/** @param {string} names of keys: apart by a space where they are alternatives, by + where they are pressed together */
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
