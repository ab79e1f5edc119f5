/**
 * What a reader scrolls to read on: the window, or the nearest box around that its page gave a height, be it the element
 * itself.
 *
 * @param {Element | undefined} element
 * @returns {Element}
 */
export function scrollerOf(element) {
  const window = document.scrollingElement ?? document.documentElement;
  for (let box = element && above(element); box && box !== document.body && box !== window; box = above(box)) {
    if (box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return window;
}

/**
 * Where on the screen that is, in pixels from the window's top.
 *
 * @param {Element} scroller
 */
export function extentOf(scroller) {
  const height = scroller.clientHeight;
  const top = scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top + scroller.clientTop;
  return { top, height, bottom: top + height };
}

/** What an element stands in as it is drawn. @param {Element} element @returns {Element | null} */
function above(element) {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
