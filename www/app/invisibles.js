/** Says of the texts that are compared that some of their characters change the order in which others are shown. */
/** @import { StoryDiff } from "../element/story-diff.js" */
import { words } from "../language/tools.js";
import { find, say } from "./dom.js";

/**
 * @param {StoryDiff} element where it is said, with a button that shows all characters that nobody sees
 * @param {number} count of those that do
 */
export function sayInvisibles(element, count) {
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
