/**
 * Keeps the keyboard where there is something to do.
 *
 * @param {() => void} draw Changes the page; what has the focus may go with it, and then the next thing to do gets it.
 */
export function keepFocus(draw) {
  const focused = document.activeElement;
  draw();
  if (!focused || focused.checkVisibility()) return;
  const writing = focused.closest(".place") ? [".place textarea"] : [];
  const next = ["#again", "#cancel", ...writing, "#title"].flatMap((selector) => [...document.querySelectorAll(selector)]);
  const visible = next.find((element) => element.checkVisibility());
  if (visible instanceof HTMLElement) visible.focus();
}
