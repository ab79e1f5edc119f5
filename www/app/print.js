/**
 * Paper is not the window: where the reader has chosen no view, it shows the versions side by side however narrow the
 * window is, and the style sheet, which alone knows how wide the paper is, makes one column of them where it must.
 */
import { find } from "./dom.js";

export function acceptPrinting() {
  const element = find("story-diff", HTMLElement);
  /** What the reader has chosen. @type {string | null} */
  let view = null;
  addEventListener("beforeprint", () => {
    view = element.getAttribute("view");
    if (view === null || view === "auto") element.setAttribute("view", "columns");
  });
  addEventListener("afterprint", () => {
    if (view === null) element.removeAttribute("view");
    else element.setAttribute("view", view);
  });
}
