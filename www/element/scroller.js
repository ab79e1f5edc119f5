/**
 * What a reader scrolls to read on: the window, or the nearest box around that its page gave a height, be it the element
 * itself.
 *
 * @param {Element | undefined} element
 * @returns {Element}
 */
export function scrollerOf(element) {
  const { body, documentElement, scrollingElement } = document;
  for (let box = element && above(element); box && box !== body && box !== documentElement; box = above(box)) {
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return scrollingElement ?? documentElement;
}

/** Where on the screen that is, in pixels. @param {Element} scroller */
export function extentOf(scroller) {
  const top = scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
  return { top, height: scroller.clientHeight };
}

/** What an element stands in as it is drawn. @param {Element} element @returns {Element | null} */
function above(element) {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
