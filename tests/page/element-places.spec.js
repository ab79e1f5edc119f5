// Wherever an element may stand, and be moved to.
import { expect, test } from "./watched.js";
import { open, show } from "./element-acts.js";
import { bells } from "./fixtures/bells.js";

/** @import { Page } from "@playwright/test" */

const POLICY = "default-src 'self' 'wasm-unsafe-eval'; frame-src 'self'";
const TEMPLATES = `<template data-version="before">The bell rang at noon.</template><template data-version="after">The bell rang at dusk.</template>`;
const PAPER = "rgb(251, 249, 244)";

/** @param {Page} page */
function failures(page) {
  /** @type {string[]} */
  const heard = [];
  page.on("pageerror", (error) => heard.push(error.message));
  return heard;
}

test("stands in another element's shadow tree, and its events come out of there", async ({ page }) => {
  await open(page, "<div id=host></div>", {}, POLICY);
  const told = await page.evaluate(
    (comparison) =>
      new Promise((resolve) => {
        const shadow = /** @type {Element} */ (document.querySelector("#host")).attachShadow({ mode: "open" });
        const element = document.createElement("story-diff");
        document.addEventListener("storydiff-ready", ({ target, detail }) => resolve([/** @type {Element} */ (target).id, detail.before === comparison.before]));
        element.comparison = comparison;
        shadow.append(element);
      }),
    bells,
  );
  expect(told).toEqual(["host", true]);
  await page.locator("story-diff .row").first().focus();
  await page.keyboard.press("n");
  expect(await page.locator("story-diff").evaluate((element) => Reflect.get(element, "changes").current)).toBe(1);
});

test("stands in a frame, with an engine of its own", async ({ page }) => {
  const heard = failures(page);
  await page.route("**/inner.html", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><story-diff>${TEMPLATES}</story-diff><script type="module" src="/element/define.js"></script>` }),
  );
  await open(page, '<iframe src="/inner.html" width="900" height="600"></iframe>', {}, POLICY);
  await expect(page.frameLocator("iframe").locator("story-diff ins").first()).toBeVisible();
  expect(heard).toEqual([]);
});

test("is moved into another document and back, and keeps its look and its life", async ({ page }) => {
  const heard = failures(page);
  await page.route("**/inner.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><p>Elsewhere.</p>" }));
  await open(page, '<iframe src="/inner.html" width="900" height="600"></iframe><story-diff></story-diff>', {}, POLICY);
  await expect(page.frameLocator("iframe").getByText("Elsewhere.")).toBeVisible();
  await show(page, bells);
  const move = (/** @type {boolean} */ away) =>
    page.evaluate((away) => {
      const inner = /** @type {Document} */ (/** @type {HTMLIFrameElement} */ (document.querySelector("iframe")).contentDocument);
      const [from, to] = away ? [document, inner] : [inner, document];
      to.body.append(/** @type {Element} */ (from.querySelector("story-diff")));
    }, away);
  await move(true);
  const inside = page.frameLocator("iframe").locator("story-diff");
  await expect(inside.locator(".sheet")).toHaveCSS("background-color", PAPER);
  await expect(inside.locator("[data-bead]").first()).toBeVisible();
  await page.frames()[1].evaluate(() => document.querySelector("story-diff")?.setAttribute("level", "content"));
  await move(false);
  await expect(page.locator("story-diff .sheet")).toHaveCSS("background-color", PAPER);
  // A document that nobody sees has no style sheets to give.
  await page.evaluate(() => {
    const element = /** @type {Element} */ (document.querySelector("story-diff"));
    document.implementation.createHTMLDocument().body.append(element);
    document.body.append(element);
  });
  await expect(page.locator("story-diff .sheet")).toHaveCSS("background-color", PAPER);
  expect(heard).toEqual([]);
});

test("stands in a dialog, where its keys are its own but Esc closes it", async ({ page }) => {
  await open(page, `<dialog><story-diff>${TEMPLATES}</story-diff></dialog>`, {}, POLICY);
  await page.evaluate(() => document.querySelector("dialog")?.showModal());
  const row = page.locator("story-diff .row").first();
  await row.focus();
  await page.keyboard.press("n");
  expect(await page.locator("story-diff").evaluate((element) => Reflect.get(element, "changes").current)).toBe(1);
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog")).toBeHidden();
});

test("two definitions of the tag, of two versions, leave the first in its place", async ({ page }) => {
  const heard = failures(page);
  const body = `<story-diff>${TEMPLATES}</story-diff><script type="module" src="/element/define.js"></script><script type="module" src="/element/define.js?version=2"></script>`;
  await open(page, body, {}, POLICY);
  await expect(page.locator("story-diff ins").first()).toBeVisible();
  expect(heard).toEqual([]);
});

test("is copied as any element is", async ({ page }) => {
  const heard = failures(page);
  await open(page, `<story-diff>${TEMPLATES}</story-diff>`, {}, POLICY);
  await expect(page.locator("story-diff ins").first()).toBeVisible();
  await page.evaluate(() => document.body.append(/** @type {Element} */ (document.querySelector("story-diff")).cloneNode(true)));
  await expect(page.locator("story-diff").nth(1).locator("ins").first()).toBeVisible();
  expect(heard).toEqual([]);
});
