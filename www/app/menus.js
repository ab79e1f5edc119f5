/** What all menus have in common: who opens one is in it, and what leads out of it closes it. */
import { find } from "./dom.js";

/** What of the marks' menu is done elsewhere on the page. */
const ELSEWHERE = ["#find-open", "#help-open", "#change"];

export function openMenus() {
  for (const menu of document.querySelectorAll(".sheet-menu")) {
    menu.addEventListener("toggle", (event) => {
      if (event instanceof ToggleEvent && event.newState === "open") firstIn(menu)?.focus();
    });
  }
  const marks = find("#marks", HTMLElement);
  // Closed before anything is done: then the focus is where that can lead back to.
  marks.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest(ELSEWHERE.join())) marks.hidePopover();
  }, { capture: true });
}

/** What the tab key would come to first. @param {Element} menu */
function firstIn(menu) {
  const controls = /** @type {NodeListOf<HTMLElement>} */ (menu.querySelectorAll("input:checked, input:not([type=radio]), select, button"));
  return Array.from(controls).find((control) => control.checkVisibility());
}
