/**
 * Where the header has no room for all of its tools, those in no hurry stand in the menu of marks; and on a phone the steps
 * stand where the thumb is.
 */
import { find } from "./dom.js";

/** Where the header has room for the names and one button. */
const PHONE = matchMedia("(max-width: 699px)");

/** How much is to be read of a name that must be cut short, before its end: in pixels. */
const LEGIBLE = 64;

/** @returns {() => void} folds what has no room, whenever that may have changed */
export function folding() {
  const [bar, versions, tools, marks, more, main] = [".bar", "#versions", "#tools", "#marks-open", "#marks .more", "main"].map((part) => find(part, HTMLElement));
  const [views, steps, texts, ...others] = ["#views", "#steps", "#change", "#keep-open", "#find-open", "#help-open"].map((tool) => find(tool, HTMLElement));
  const beside = texts.parentElement;
  let known = "";

  const isCramped = () =>
    bar.scrollWidth > bar.clientWidth ||
    [...versions.querySelectorAll(".file-name span:first-child")].some((part) => part.scrollWidth > part.clientWidth && part.clientWidth < LEGIBLE);

  const fold = () => {
    const now = [innerWidth, document.documentElement.lang, tools.hidden, versions.textContent].join("\n");
    // What is moved about loses the focus.
    if (now === known) return;
    known = now;
    const focused = document.activeElement;
    tools.prepend(views, steps);
    marks.after(...others);
    beside?.prepend(texts);
    document.body.classList.remove("folded");
    for (const some of [others, [views]]) {
      if (!PHONE.matches && !isCramped()) break;
      more.prepend(...some);
      document.body.classList.add("folded");
    }
    if (PHONE.matches) {
      more.append(texts);
      main.prepend(steps);
    }
    more.hidden = more.childElementCount === 0;
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
  addEventListener("resize", fold);
  return fold;
}
