/**
 * The keys of the page: those that lead through the comparison go to the element, wherever on the page they are pressed.
 */
/** @import { StoryDiff } from "../element/story-diff.js" */
import { isWriting } from "../element/keys.js";

/**
 * @param {StoryDiff} element
 * @param {Record<string, () => void>} acts what else single letters do here
 * @param {() => void} undo what Ctrl+Z does where nothing is being written
 */
export function listenToKeys(element, acts, undo) {
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.defaultPrevented || element.hidden || document.querySelector("dialog[open], [popover]:popover-open")) return;
    if (isWriting(target)) return;
    if (key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) return undo();
    element.press(event);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = Object.hasOwn(acts, key) ? acts[key] : null;
    if (!act || element.getAttribute("letters") === "off") return;
    event.preventDefault();
    act();
  });
}
