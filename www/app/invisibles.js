/** Says of the texts that are compared that some of their characters change the order in which others are shown. */
/** @import { StoryDiff } from "../element/story-diff.js" */
import { words } from "../language/tools.js";
import { find, say } from "./dom.js";

/** Embeddings, overrides and isolates: they reach further than the marks that scripts from right to left have a use for. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** @param {StoryDiff} element where it is said, with a button that shows all characters that nobody sees */
export function sayInvisibles(element) {
  const { before = "", after = "" } = element.comparison ?? {};
  const count = [before, after].reduce((sum, text) => sum + (text.match(TURNING)?.length ?? 0), 0);
  const said = element.querySelector("#unseen") ?? make(element);
  const field = find("#invisibles", HTMLInputElement);
  const button = find("button", HTMLButtonElement, said);
  said.toggleAttribute("hidden", count === 0);
  say(find("span", HTMLElement, said), words.invisibles.turning(count));
  const follow = () => say(button, field.checked ? words.invisibles.hide : words.invisibles.show);
  // The choice stands in the menu, too.
  field.onchange = follow;
  button.onclick = () => field.click();
  follow();
}

/** @param {StoryDiff} element */
function make(element) {
  const said = document.createElement("p");
  said.id = "unseen";
  said.slot = "figures";
  said.append(document.createElement("span"), " ", document.createElement("button"));
  element.append(said);
  return said;
}
