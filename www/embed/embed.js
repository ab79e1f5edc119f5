/**
 * The page in the frame: one comparison, of the texts that its own address names or that the page around it sends.
 *
 *     embed.html?before=ADDRESS&after=ADDRESS    two texts
 *     embed.html?src=ADDRESS                     a saved comparison
 *     embed.html                                 what the page around it sends (`messages.js`)
 *
 * `view`, `version`, `level`, `only`, `theme`, `summaries` and `letters` say how, as the attributes of the element do,
 * `before-name` and `after-name` what the texts are called, and `lang` in which language it is said. `origin` names the page
 * around it, where the browser keeps that to itself.
 */
/** @import { Comparison, Side } from "../element/types.js" */
/** @import { News, Text, Texts } from "./messages.js" */
import "../element/define.js";
import { ATTRIBUTES } from "../element/attributes.js";
import { SIDES } from "../element/terms.js";
import { StoryDiff } from "../element/story-diff.js";
import { areTexts, isFailed, isHello } from "./messages.js";

/** The element's attributes are parameters of the address: `before` and `after` are short for the texts'. @param {string} attribute */
const parameterOf = (attribute) => attribute.replace("-src", "");

const parameters = new URLSearchParams(location.search);
const framed = parent !== window;
const origin = originOfParent();

/** Whether there is anything to see: until then the frame is as high as the page around it made it. */
let settled = false;

document.documentElement.lang = parameters.get("lang") ?? "en";
addEventListener("storydiff-ready", () => settle({ news: "drawn" }));
addEventListener("storydiff-error", ({ detail: { message } }) => settle({ news: "error", message }));
addEventListener("message", ({ source, origin: sender, data }) => {
  if (!framed || source !== parent || sender !== origin) return;
  if (isHello(data)) tellAll();
  else if (isFailed(data)) fail(data.failed);
  else if (areTexts(data)) show(data);
});
show();
new ResizeObserver(tellHeight).observe(document.body);
tellAll();

/** Shows what the address names, or what was sent. @param {Texts} [texts] */
function show(texts) {
  const element = new StoryDiff();
  for (const attribute of ATTRIBUTES) {
    const value = parameters.get(parameterOf(attribute));
    if (value !== null && !(texts && attribute.endsWith("src"))) element.setAttribute(attribute, value);
  }
  if (texts?.report) {
    const { before, after, report } = texts;
    const names = { before: before.name, after: after.name };
    // The element trusts no comparison: it checks this one.
    element.comparison = /** @type {Comparison} */ ({ before: textOf(before), after: textOf(after), report, names });
  } else if (texts) {
    for (const side of SIDES) hand(element, side, texts[side]);
  }
  document.body.replaceChildren(element);
}
/** @param {Text} text */
const textOf = (text) => ("text" in text ? text.text : undefined);

/**
 * Hands a text to the element as any page would: as it is, or at an address where it lies in bytes.
 *
 * @param {StoryDiff} element
 * @param {Side} side
 * @param {Text} text
 */
function hand(element, side, text) {
  element.setAttribute(`${side}-name`, text.name);
  if ("bytes" in text) return element.setAttribute(`${side}-src`, URL.createObjectURL(new Blob([text.bytes])));
  const template = document.createElement("template");
  template.dataset.version = side;
  template.content.append(text.text);
  element.append(template);
}

/** @param {string} message */
function fail(message) {
  const said = document.createElement("p");
  said.setAttribute("role", "alert");
  said.textContent = message;
  document.body.replaceChildren(said);
  settle({ news: "error", message });
}

function tellAll() {
  tell({ news: "ready", began: performance.timeOrigin });
  tellHeight();
}

/** @param {Omit<News, "storydiff">} news */
function settle(news) {
  settled = true;
  tell(news);
  tellHeight();
}

function tellHeight() {
  if (!settled) return;
  tell({ news: "height", height: document.body.scrollHeight });
}

/** @param {Omit<News, "storydiff">} news */
function tell(news) {
  // To a page without an origin of its own – a file, a sandboxed frame – no message can be addressed; to its window alone it can.
  if (framed && origin !== null) parent.postMessage({ storydiff: 1, ...news }, origin === "null" ? "*" : origin);
}

/** Whose page this frame is in, as its messages are signed: `null` where nobody says. */
function originOfParent() {
  const said = parameters.get("origin") ?? location.ancestorOrigins?.[0] ?? document.referrer;
  return said === "null" ? said : URL.canParse(said) ? new URL(said).origin : null;
}
