// Styles, marks and keys: none comes in from the page, and none goes out to it.
import { expect, test } from "./watched.js";
import { open, show } from "./element-acts.js";
import { bells } from "./fixtures/bells.js";
import { compared } from "./fixtures/notation.js";

/** @import { Page } from "@playwright/test" */

/** What a page may do to all that is on it. */
const HOSTILE = `
* { all: unset; color: red !important; letter-spacing: 1em }
body {
  display: block; text-align: right; line-height: 3; text-transform: uppercase; white-space: pre; word-spacing: 1em; cursor: wait;
  hyphens: auto; text-indent: 3em; font: italic small-caps 800 40px fantasy; font-stretch: condensed; list-style: square; quotes: none;
  text-shadow: 1px 1px red; tab-size: 20; word-break: break-all; overflow-wrap: anywhere; text-wrap: nowrap; border-collapse: collapse;
  caption-side: bottom; writing-mode: vertical-rl; text-decoration: underline; font-feature-settings: "smcp"; font-kerning: none;
  -webkit-text-stroke: 1px red; text-emphasis: dot; line-break: anywhere; text-align-last: center; stroke: red; fill: red;
}
p { font-size: 40px; margin: 5em }
ins, del, mark, h2 { background: red !important; display: block !important }
.row, .sheet, .side, .text, .note { display: none !important }
`;

/** What inherits, or is measured from what does. */
const INHERITED = [
  "color", "letterSpacing", "textAlign", "lineHeight", "textTransform", "whiteSpace", "wordSpacing", "cursor", "hyphens", "textIndent", "fontStyle",
  "fontVariant", "fontWeight", "fontFamily", "fontStretch", "listStyleType", "textShadow", "tabSize", "wordBreak", "overflowWrap", "textWrap",
  "borderCollapse", "writingMode", "fontFeatureSettings", "fontKerning", "webkitTextStroke", "textEmphasis", "lineBreak",
  "textAlignLast", "stroke", "fill", "display", "backgroundColor", "direction",
];

/** @param {Page} page @param {string} css */
async function stylesUnder(page, css) {
  await page.unrouteAll();
  await page.route("**/host.css", (route) => route.fulfill({ contentType: "text/css", body: css }));
  await open(page, '<link rel="stylesheet" href="/host.css"><story-diff view="columns"></story-diff>');
  await show(page, bells);
  return page.locator("story-diff").evaluate((element, names) => {
    const places = [".sheet", ".summary", ".head", ".row", ".side", "[data-paragraph]", "ins", "del", "mark", ".note", "h2[data-paragraph]", "summary"];
    return places.map((place) => {
      const target = /** @type {Element} */ (element.shadowRoot?.querySelector(place));
      const style = getComputedStyle(target);
      return [place, ...names.map((name) => `${name}: ${Reflect.get(style, name)}`)];
    });
  }, INHERITED);
}

test("takes over nothing from a page that styles all there is", async ({ page }) => {
  const plain = await stylesUnder(page, "");
  expect(await stylesUnder(page, HOSTILE)).toEqual(plain);
  await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
});

for (const [what, size, text, note] of /** @type {const} */ ([
  ["is as large as the reader has text", "16px", "19px", "13px"],
  ["grows with what a reader has set", "32px", "38px", "26px"],
  ["is legible where a page makes little of a rem", "62.5%", "16px", "12px"],
])) {
  test(`its text ${what}`, async ({ page }) => {
    await stylesUnder(page, `html { font-size: ${size} }`);
    await expect(page.locator("story-diff .sheet")).toHaveCSS("font-size", text);
    await expect(page.locator("story-diff .note").first()).toHaveCSS("font-size", note);
  });
}

test("is as hidden and as deaf as the page wants it, and reads in its direction", async ({ page }) => {
  await stylesUnder(page, "body { visibility: hidden; pointer-events: none; direction: rtl }");
  await expect(page.locator("story-diff [data-bead]").first()).toBeHidden();
  await expect(page.locator("story-diff .row").first()).toHaveCSS("pointer-events", "none");
  await expect(page.locator("story-diff .sheet")).toHaveCSS("direction", "rtl");
});

test("leaves nothing on the page but itself", async ({ page }) => {
  await page.route("**/bare.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><p>A page.</p>" }));
  await page.goto("/bare.html");
  const left = await page.evaluate(async (comparison) => {
    const state = () => [
      Object.getOwnPropertyNames(globalThis).sort().join(),
      document.styleSheets.length + document.adoptedStyleSheets.length,
      document.head.childElementCount,
      getComputedStyle(/** @type {Element} */ (document.querySelector("p"))).cssText,
      document.querySelectorAll("[id]").length,
    ];
    const before = state();
    const address = "/element/define.js";
    await import(address);
    const element = document.createElement("story-diff");
    element.comparison = comparison;
    const ready = new Promise((resolve) => element.addEventListener("storydiff-ready", resolve));
    document.body.append(element);
    await ready;
    element.remove();
    return [before, state()];
  }, bells);
  expect(left[1]).toEqual(left[0]);
});

test("lies below what the page lays over it", async ({ page }) => {
  await page.route("**/host.css", (route) => route.fulfill({ contentType: "text/css", body: "#over { position: absolute; inset: 0 0 auto; height: 300px }" }));
  await open(page, '<link rel="stylesheet" href="/host.css"><story-diff></story-diff><div id="over"></div>');
  await show(page, bells);
  const top = await page.locator("story-diff .heads").boundingBox();
  expect(await page.evaluate((y) => document.elementFromPoint(300, y)?.id, Number(top?.y) + 5)).toBe("over");
});

test("several on a page mark passages without taking away each other's", async ({ page }) => {
  await open(page, "<story-diff></story-diff><story-diff></story-diff>");
  const marked = await page.evaluate(async (comparison) => {
    const [one, other] = document.querySelectorAll("story-diff");
    const ready = [one, other].map((element) => new Promise((resolve) => element.addEventListener("storydiff-ready", resolve)));
    one.comparison = comparison;
    other.comparison = structuredClone(comparison);
    await Promise.all(ready);
    const words = (/** @type {string} */ name) => Array.from(CSS.highlights.get(`storydiff-${name}`) ?? [], String).sort();
    const found = [];
    one.markFound([{ side: "after", start: 0, end: 3 }]);
    other.markFound([{ side: "after", start: 5, end: 9 }]);
    one.showPassage("before", { start: 0, end: 5 }, { focus: false });
    other.showPassage("before", { start: 2, end: 4 }, { focus: false });
    found.push([words("found"), words("passage")]);
    one.markFound([]);
    found.push([words("found"), words("passage")]);
    other.comparison = null;
    await new Promise((resolve) => setTimeout(resolve, 50));
    found.push([words("found"), words("passage"), CSS.highlights.size]);
    return found;
  }, compared([{ text: "Once there was a [bell/gong]." }]));
  expect(marked).toEqual([
    [["Onc", "ther"], ["Once ", "ce"]],
    [["ther"], ["ce"]],
    [[], [], 0],
  ]);
});

test("keys are the page's own wherever the element has no focus", async ({ page }) => {
  await open(page, '<p><input></p><story-diff></story-diff><story-diff></story-diff>');
  await page.evaluate(async (comparison) => {
    for (const element of document.querySelectorAll("story-diff")) {
      const ready = new Promise((resolve) => element.addEventListener("storydiff-ready", resolve));
      element.comparison = structuredClone(comparison);
      await ready;
    }
    const pressed = /** @type {[string, boolean][]} */ ([]);
    Object.assign(globalThis, { pressed });
    document.addEventListener("keydown", (event) => pressed.push([event.key, event.defaultPrevented]));
  }, bells);
  const state = () => page.evaluate(() => Array.from(document.querySelectorAll("story-diff"), ({ changes }) => changes.current));
  for (const key of ["n", "j", "F7", "Escape"]) await page.keyboard.press(key);
  await page.locator("input").focus();
  await page.keyboard.press("n");
  await expect(page.locator("input")).toHaveValue("n");
  expect(await state()).toEqual([0, 0]);
  const pressed = () => page.evaluate(() => /** @type {[string, boolean][]} */ (Reflect.get(globalThis, "pressed")));
  expect((await pressed()).filter(([, taken]) => taken)).toEqual([]);
  // Where one has it, that one alone goes on, and the page is told nothing is left to do.
  await page.locator("story-diff").nth(1).locator(".row").first().focus();
  await page.keyboard.press("n");
  expect(await state()).toEqual([0, 1]);
  expect((await pressed()).at(-1)).toEqual(["n", true]);
  await page.keyboard.press("Control+n");
  expect((await pressed()).at(-1)?.[1]).toBe(false);
});

for (const [scheme, isDark] of /** @type {const} */ ([["", true], ["light", false], ["light dark", true], ["dark", true]])) {
  test(`is as light or dark as its page, which says "${scheme}", where the reader's system is dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await open(page);
    await page.evaluate((scheme) => document.documentElement.style.setProperty("color-scheme", scheme), scheme);
    await show(page, bells);
    await expect(page.locator("story-diff .sheet")).toHaveCSS("background-color", isDark ? "rgb(25, 24, 21)" : "rgb(251, 249, 244)");
  });
}
