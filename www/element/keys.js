/** @import { Walk } from "./walk.js" */

/** What the keys do that lead through a comparison. @type {Readonly<Record<string, (walk: Walk) => unknown>>} */
const ACTS = {
  n: (walk) => walk.toChange(1),
  p: (walk) => walk.toChange(-1),
  F7: (walk) => walk.toChange(1),
  "Shift+F7": (walk) => walk.toChange(-1),
  j: (walk) => walk.toParagraph(1),
  k: (walk) => walk.toParagraph(-1),
  Enter: (walk) => walk.toCounterpart(),
  Escape: (walk) => walk.back(),
};

/** Whether keys are letters there: in whatever field a reader writes or chooses by letters. @param {EventTarget | null} target */
export function isWriting(target) {
  return target instanceof Element && target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]") !== null;
}

/**
 * Does what a key stands for, if it stands for anything here.
 *
 * @param {KeyboardEvent} event
 * @param {Walk} walk
 * @param {boolean} letters Whether single letters stand for anything: who dictates to a computer says many.
 */
export function press(event, walk, letters) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const name = (event.shiftKey && event.key.length > 1 ? "Shift+" : "") + event.key;
  const act = ACTS[name];
  if (!act || (name.length === 1 && !letters)) return;
  const [target] = event.composedPath();
  if (isWriting(target)) return;
  // What can be pressed is pressed by Enter.
  if (name === "Enter" && target instanceof Element && target.closest("a, button, summary, [role=slider]")) return;
  if (act(walk) !== false) event.preventDefault();
}
