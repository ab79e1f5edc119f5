/**
 * The page around frames with comparisons in them: gives each the height of what is in it, and sends it its texts.
 *
 *     <iframe src="…/embed.html" sandbox="allow-scripts" data-storydiff data-before="a.txt" data-after="b.txt" title="…"></iframe>
 *     <script type="module" src="…/storydiff-embed.js"></script>
 *
 * `data-before` and `data-after` name texts that this page may fetch and the frame may not. Without them the frame fetches
 * what its own address names, or is shown what `show` sends it.
 *
 * A frame is told of an error, or that its comparison is drawn, by `storydiff-error` and `storydiff-ready` on the `<iframe>`.
 */
/** @import { Texts } from "./messages.js" */
import { areTexts, isNews } from "./messages.js";

const FRAMES = "iframe[data-storydiff]";

/** What was to be shown in a frame. @type {WeakMap<HTMLIFrameElement, Omit<Texts, "storydiff">>} */
const shown = new WeakMap();

/**
 * Shows two texts, or a saved comparison, in a frame; at once, or as soon as the frame listens.
 *
 * @param {HTMLIFrameElement} frame one with `data-storydiff`
 * @param {Omit<Texts, "storydiff">} texts `{before: {name, text}, after: {name, text}}`, and the report of a saved comparison
 * @throws {TypeError} where they are not of that shape
 */
export function show(frame, texts) {
  if (!areTexts({ ...texts, storydiff: 1 })) throw new TypeError("storydiff: texts must be {before: {name, text}, after: {name, text}}.");
  shown.set(frame, texts);
  send(frame, texts);
}

addEventListener("message", ({ source, origin, data }) => {
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || origin !== originOf(frame) || !isNews(data)) return;
  if (data.news === "ready") void begin(frame);
  else if (data.news === "height") frame.style.height = `${data.height}px`;
  else tell(frame, data.news === "drawn" ? "ready" : "error", data.message);
});
// What was said before this script ran is said again.
for (const frame of frames()) frame.contentWindow?.postMessage({ storydiff: 1, hello: true }, "*");

/** @returns {HTMLIFrameElement[]} */
function frames() {
  return [...document.querySelectorAll(/** @type {"iframe"} */ (FRAMES))];
}

/** @param {HTMLIFrameElement} frame that has begun to listen */
async function begin(frame) {
  const { before, after } = frame.dataset;
  try {
    const texts = shown.get(frame) ?? (before && after ? { before: await read(before), after: await read(after) } : null);
    if (!texts) return;
    shown.set(frame, texts);
    send(frame, texts);
  } catch (error) {
    tell(frame, "error", error instanceof Error ? error.message : String(error));
  }
}

/** @param {string} address */
async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`.trim());
  return { name: new URL(response.url).pathname.split("/").at(-1) ?? "", text: await response.text() };
}

/** @param {HTMLIFrameElement} frame @param {Omit<Texts, "storydiff">} texts */
function send(frame, texts) {
  const origin = originOf(frame);
  // No message can be addressed to a sandboxed frame, which has no origin; its window is the one that was asked for.
  frame.contentWindow?.postMessage({ ...texts, storydiff: 1 }, origin === "null" ? "*" : origin);
}

/** How messages of a frame are signed. @param {HTMLIFrameElement} frame */
function originOf(frame) {
  const sandboxed = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  return sandboxed ? "null" : new URL(frame.src, document.baseURI).origin;
}

/** @param {HTMLIFrameElement} frame @param {"ready" | "error"} what @param {string} [message] */
function tell(frame, what, message) {
  frame.dispatchEvent(new CustomEvent(`storydiff-${what}`, { bubbles: true, detail: { message } }));
}
