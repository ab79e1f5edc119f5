/** What all menus have in common: who opens one is in it, and what leads out of it closes it. */
import { find } from "./dom.js";

/** What of the marks' menu is done elsewhere on the page. */
const ELSEWHERE = ["#find-open", "#help-open", "#change"];

export function openMenus() {
  for (const menu of document.querySelectorAll(".sheet-menu")) {
    menu.addEventListener("toggle", (event) => {
      if (!(event instanceof ToggleEvent)) return;
      if (event.newState === "open") return firstIn(menu)?.focus();
      // Browsers lead back to where the first menu was opened from, not to the first from the second.
      const opener = document.querySelector(`.sheet-menu:popover-open [popovertarget="${menu.id}"]`);
      const isLost = document.activeElement === document.body || menu.contains(document.activeElement);
      if (opener instanceof HTMLElement && isLost) opener.focus();
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
