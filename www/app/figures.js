/**
 * The figures behind the summary: what became of the words and of the paragraphs, the longest passage kept word for word, and a
 * picture of both versions. They are drawn when they are asked for.
 */
/** @import { StoryDiff } from "../element/story-diff.js" */
/** @import { Drawing } from "../element/types.js" */
/** @import { ShowPassage } from "./numbers.js" */
/** @import { Lead, Picture } from "./picture.js" */
/** @import { Session } from "./session.js" */
import { words } from "../language/page.js";
import { find } from "./dom.js";
import { hasLooks } from "./looks.js";
import { addStyle } from "./own.js";
import { part } from "./part.js";

/** @param {StoryDiff} element @param {Session} session @returns {{ show: () => void, clear: () => void }} */
export function figuresOf(element, session) {
  const root = find("#figures", HTMLElement);
  const button = find("button", HTMLButtonElement, root);
  const panel = find("section", HTMLElement, root);
  /** @type {Picture | null} */
  let picture = null;
  /** The states that the panel was drawn from. @type {Drawing["states"] | null} */
  let drawn = null;
  /** What in the panel the reader was led away from. @type {{ focus: () => void } | null} */
  let from = null;

  const isOpen = () => button.ariaExpanded === "true";

  /** @type {Lead} */
  const showBead = (bead, side) => {
    from = picture;
    element.focusBead(bead, side);
  };

  /** @type {ShowPassage} */
  const showPassage = (passage, side, button) => {
    from = button;
    element.showPassage(side, passage);
  };

  /** @param {boolean} open */
  const unfold = (open) => {
    button.ariaExpanded = String(open);
    panel.hidden = !open;
  };

  const draw = () => session.attempt("figures", async () => {
    if (!isOpen()) return;
    const modules = /** @type {const} */ ([import("./numbers.js"), import("./picture.js"), addStyle("figures.css")]);
    const [{ drawNumbers }, { Picture }] = await part(Promise.all(modules)).catch((missing) => {
      unfold(false);
      throw missing;
    });
    const { drawing } = element;
    if (!drawing || drawing.states === drawn) return;
    picture?.close();
    drawn = drawing.states;
    picture = hasLooks(drawing) ? new Picture(drawing, showBead) : null;
    panel.replaceChildren(...(picture ? [picture.root] : []), drawNumbers(drawing, showPassage));
  });

  const show = () => {
    button.textContent = words.figures.open;
    root.hidden = !element.drawing;
    drawn = null;
    void draw();
  };

  const clear = () => {
    picture?.close();
    picture = drawn = from = null;
    root.hidden = true;
    panel.replaceChildren();
  };

  button.addEventListener("click", () => {
    unfold(!isOpen());
    void draw();
  });
  element.addEventListener("storydiff-view", () => void draw());
  // As from the list of facts, Esc leads back; but not once the reader has gone on from there.
  element.addEventListener("click", ({ target }) => {
    if (!(target instanceof Node && panel.contains(target))) from = null;
  });
  element.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !from) return;
    from.focus();
    from = null;
  });
  return { show, clear };
}
