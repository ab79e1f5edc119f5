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
/** @import { Message, Texts } from "./messages.js" */
/** @import { Side } from "../element/types.js" */
import german from "../language/de/text.js";
import english from "../language/en/text.js";
import { nameOf } from "../read/read.js";
import { areTexts, isNews } from "./messages.js";

const FRAMES = "iframe[data-storydiff]";

/** What each frame is to show, as soon as it is there. @type {WeakMap<HTMLIFrameElement, Promise<Message>>} */
const shown = new WeakMap();

/** Which document in a frame was sent it. @type {WeakMap<HTMLIFrameElement, unknown>} */
const served = new WeakMap();

/**
 * Shows two texts, or a saved comparison, in a frame; at once, or as soon as the frame listens.
 *
 * @param {HTMLIFrameElement} frame one with `data-storydiff`
 * @param {Omit<Texts, "storydiff">} texts `{before: {name, text}, after: {name, text}}`, and the report of a saved comparison
 * @throws {TypeError} where they are not of that shape
 */
export function show(frame, texts) {
  const message = { ...texts, storydiff: /** @type {const} */ (1) };
  if (!areTexts(message)) throw new TypeError("storydiff: texts must be {before: {name, text}, after: {name, text}}.");
  shown.set(frame, Promise.resolve(message));
  send(frame, message);
}

addEventListener("message", ({ source, origin, data }) => {
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || origin !== originOf(frame) || !isNews(data)) return;
  if (data.news === "ready") void serve(frame, data.began);
  else if (data.news === "height") frame.style.height = `${data.height}px`;
  else tell(frame, data.news === "drawn" ? "ready" : "error", data.message);
});
// A frame that a policy refuses says nothing. Where browsers report it, they report what was refused before this script ran, too.
if (globalThis.ReportingObserver) {
  new ReportingObserver((reports) => reports.forEach(({ body }) => tellRefused(body)), { types: ["csp-violation"], buffered: true }).observe();
}
// What was said before this script ran is said again.
for (const frame of frames()) frame.contentWindow?.postMessage({ storydiff: 1, hello: true }, "*");

/** @returns {HTMLIFrameElement[]} */
function frames() {
  return [...document.querySelectorAll(/** @type {"iframe"} */ (FRAMES))];
}

/**
 * Sends a frame that has begun to listen what it is to show.
 *
 * @param {HTMLIFrameElement} frame
 * @param {unknown} began which document it is that listens: it may say so twice
 */
async function serve(frame, began) {
  if (served.get(frame) === began) return;
  served.set(frame, began);
  const { before, after } = frame.dataset;
  if (!shown.has(frame) && before && after) shown.set(frame, fetched(before, after, wordsOf(frame)));
  const wanted = shown.get(frame);
  const message = await wanted;
  // Something else may have been shown meanwhile.
  if (message && shown.get(frame) === wanted) send(frame, message);
}

/** Tells the frames that a policy refused. @param {any} violation as `CSPViolationReportBody` has it */
function tellRefused({ disposition, effectiveDirective, blockedURL }) {
  if (disposition !== "enforce" || !/^(frame-src|child-src|frame-ancestors)$/.test(effectiveDirective) || !URL.canParse(blockedURL)) return;
  const { origin } = new URL(blockedURL);
  for (const frame of frames().filter(({ src }) => new URL(src, document.baseURI).origin === origin)) {
    tell(frame, "error", wordsOf(frame).blocked(effectiveDirective));
  }
}

/** What went wrong is said in the frame, and so in its language. @param {HTMLIFrameElement} frame */
function wordsOf(frame) {
  return new URL(frame.src, document.baseURI).searchParams.get("lang") === "de" ? german : english;
}

/** @param {string} before @param {string} after @param {typeof english} words @returns {Promise<Message>} */
async function fetched(before, after, words) {
  try {
    const [first, second] = await Promise.all([read("before", before, words), read("after", after, words)]);
    return { storydiff: 1, before: first, after: second };
  } catch (error) {
    return { storydiff: 1, failed: error instanceof Error ? error.message : String(error) };
  }
}

/** The bytes of a text: what they are is for the frame to find out. @param {Side} side @param {string} address @param {typeof english} words */
async function read(side, address, words) {
  const refusal = (/** @type {string} */ reason) => new Error(words.version(side, address, reason));
  try {
    const response = await fetch(address);
    if (!response.ok) throw refusal(words.answered(`${response.status}`));
    return { name: nameOf(response.url), bytes: await response.arrayBuffer() };
  } catch (error) {
    // A browser's own words tell a reader nothing.
    if (!(error instanceof TypeError)) throw error;
    const { origin } = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : location;
    throw refusal(origin === location.origin ? words.noAnswer : words.elsewhere(origin));
  }
}

/** @param {HTMLIFrameElement} frame @param {Message} message */
function send(frame, message) {
  const origin = originOf(frame);
  // No message can be addressed to a sandboxed frame, which has no origin; its window is the one that was asked for.
  frame.contentWindow?.postMessage(message, origin === "null" ? "*" : origin);
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
