// The element among what else its page has: before it is defined, while it loads, and where it takes its room.
import { expect, test } from "./watched.js";
import { open, show } from "./element-acts.js";
import { bells } from "./fixtures/bells.js";

/** @import { Page } from "@playwright/test" */

const POLICY = "default-src 'self' 'wasm-unsafe-eval'";
const TEXTS = { "one.txt": "The bell rang at noon.\n\nNobody came.", "two.txt": "The bell rang at dusk.\n\nNobody came." };
const TEMPLATES = `<template data-version="before">The bell rang at noon.</template><template data-version="after">The bell rang at dusk.</template>`;
const SAVED = JSON.stringify({ storydiff: 1, before: { name: "one", text: bells.before }, after: { name: "two", text: bells.after }, report: bells.report });
const FALLBACK = "Read it in your own time.";

/** As README tells hosts to reserve a height. */
const RESERVED = "story-diff { --story-diff-min-height: 30rem } story-diff:not(:defined) { display: block; min-height: var(--story-diff-min-height) }";

/** @param {Page} page @param {string} body @param {string} css @param {Record<string, string>} [files] */
const openStyled = (page, body, css, files = {}) =>
  page
    .route("**/host.css", (route) => route.fulfill({ contentType: "text/css", body: css }))
    .then(() => open(page, `<link rel="stylesheet" href="/host.css">${body}`, files, POLICY));

/** Sums up how far things jumped, from the beginning on. @param {Page} page */
async function watchShifts(page) {
  await page.addInitScript(() => {
    const seen = { sum: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.sum += Number(Reflect.get(entry, "value"));
    }).observe({ type: "layout-shift", buffered: true });
  });
  return async () => {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))));
    return /** @type {number} */ (await page.evaluate(() => Reflect.get(Reflect.get(globalThis, "seen"), "sum")));
  };
}

test.describe("what stands in for the comparison", () => {
  test("is shown without scripts, and the texts in templates are not", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const page = await context.newPage();
    await page.route("**/blank.html", (route) =>
      route.fulfill({ contentType: "text/html", body: `<!doctype html><story-diff>${TEMPLATES}<p>${FALLBACK}</p></story-diff><script type="module" src="/element/define.js"></script>` }),
    );
    await page.goto("/blank.html");
    await expect(page.getByText(FALLBACK)).toBeVisible();
    await expect(page.getByText("The bell rang")).toHaveCount(0);
    await context.close();
  });

  test("is shown before the tag is defined and while it loads, in the page's own look, until there is something to see", async ({ page }) => {
    /** @type {(() => Promise<void>)[]} */
    const answers = [];
    await page.route("**/element/define.js", (route) => void answers.push(() => route.continue()));
    await page.route("**/saved.json", (route) => void answers.push(() => route.fulfill({ body: SAVED })));
    await page.route("**/host.css", (route) => route.fulfill({ contentType: "text/css", body: "body { font: 21px monospace; color: rgb(1, 2, 3) }" }));
    await page.route("**/blank.html", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<!doctype html><link rel="stylesheet" href="/host.css"><story-diff src="/saved.json"><p>${FALLBACK}</p></story-diff><script type="module" src="/element/define.js"></script>`,
      }),
    );
    void page.goto("/blank.html");
    const fallback = page.getByText(FALLBACK);
    await expect(fallback).toBeVisible();
    const before = await fallback.boundingBox();
    await expect.poll(() => answers.length).toBe(1);
    await answers[0]();
    await expect.poll(() => answers.length).toBe(2);
    await expect(fallback).toBeVisible();
    await expect(fallback).toHaveCSS("font-family", "monospace");
    await expect(fallback).toHaveCSS("color", "rgb(1, 2, 3)");
    expect(await fallback.boundingBox()).toEqual(before);
    await answers[1]();
    await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
    await expect(fallback).toBeHidden();
  });

  test("is shown again where there is nothing to draw any more", async ({ page }) => {
    await open(page, `<story-diff>${FALLBACK}</story-diff>`);
    await show(page, bells);
    await page.locator("story-diff").evaluate((element) => Object.assign(element, { comparison: null }));
    await expect(page.locator("story-diff [data-bead]")).toHaveCount(0);
    expect(await page.locator("story-diff slot:not([name])").evaluate((slot) => getComputedStyle(slot).display)).toBe("contents");
  });
});

test.describe("its height", () => {
  test("nothing after it moves where as much is reserved as it takes", async ({ page }) => {
    const shifts = await watchShifts(page);
    const css = RESERVED.replace("30rem", "40rem");
    await openStyled(page, `<story-diff>${FALLBACK}${TEMPLATES}</story-diff><p id="after">What follows.</p>`, css);
    await expect(page.locator("story-diff ins").first()).toBeVisible();
    expect((await page.locator("story-diff").boundingBox())?.height).toBe(640);
    expect(await shifts()).toBe(0);
  });

  test("what follows it moves where nothing is reserved", async ({ page }) => {
    const shifts = await watchShifts(page);
    const text = "<p>What follows, over some lines that fill the window and that somebody reads.</p>".repeat(12);
    await openStyled(page, `<story-diff src="/saved.json">${FALLBACK}</story-diff>${text}`, "", { "saved.json": SAVED });
    await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
    const sum = await shifts();
    expect(sum).toBeGreaterThan(0.01);
  });

  test("an error keeps what is reserved", async ({ page }) => {
    const shifts = await watchShifts(page);
    await openStyled(page, '<story-diff src="/none.json"></story-diff><p id="after">What follows.</p>', RESERVED);
    await expect(page.getByRole("alert")).toHaveText(/./);
    expect((await page.locator("story-diff").boundingBox())?.height).toBe(480);
    expect(await shifts()).toBe(0);
  });

  test("what stands above it stays where it is, as does what is read below it", async ({ page }) => {
    const shifts = await watchShifts(page);
    /** @type {(() => Promise<void>) | null} */
    let answer = null;
    await page.route("**/saved.json", (route) => void (answer = () => route.fulfill({ body: SAVED })));
    await openStyled(
      page,
      '<div class="tall"></div><p id="above">Above.</p><story-diff src="/saved.json"></story-diff><p id="below">Below.</p><div class="tall"></div>',
      ".tall { height: 3000px }",
    );
    await page.evaluate(() => document.querySelector("#below")?.scrollIntoView());
    await expect.poll(() => answer !== null).toBe(true);
    const top = () => page.locator("#below").evaluate((below) => Math.round(below.getBoundingClientRect().top));
    const was = await top();
    await /** @type {() => Promise<void>} */ (/** @type {unknown} */ (answer))();
    await expect(page.locator("story-diff [data-bead]").first()).toBeAttached();
    await expect.poll(async () => (await page.locator("story-diff").boundingBox())?.height).toBeGreaterThan(1000);
    expect(await shifts()).toBeLessThan(0.01);
    expect(Math.abs((await top()) - was)).toBeLessThanOrEqual(1);
  });

  test("in a box of a fixed height, its rows scroll within, and nothing after it moves", async ({ page }) => {
    const shifts = await watchShifts(page);
    await openStyled(page, '<story-diff></story-diff><p id="after">What follows.</p>', "body { margin: 0 } story-diff { display: block; height: 500px; overflow: auto }");
    await show(page, bells);
    const element = page.locator("story-diff");
    expect(await shifts()).toBe(0);
    const size = () => page.evaluate(() => [document.documentElement.scrollHeight <= innerHeight, scrollY]);
    expect(await size()).toEqual([true, 0]);
    await element.evaluate((element) => element.scrollTo(0, 900));
    await expect.poll(() => element.locator(".heads").evaluate((heads) => heads.getBoundingClientRect().top)).toBe(0);
    // Whoever goes through it by keys, or sees it in another way, stays in the box.
    await element.locator('[data-bead="5"]').focus();
    for (const key of ["n", "n", "n", "j"]) await page.keyboard.press(key);
    await page.waitForTimeout(500);
    const focused = await element.locator(".row:focus").boundingBox();
    expect(focused?.y).toBeGreaterThanOrEqual(0);
    expect(focused?.y).toBeLessThan(500);
    const row = element.locator('[data-bead="9"]');
    await row.evaluate((row) => row.scrollIntoView({ block: "center" }));
    await element.evaluate((element) => element.setAttribute("view", "inline"));
    await page.waitForTimeout(200);
    const box = await row.boundingBox();
    expect(Number(box?.y) + Number(box?.height)).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(500);
    expect(await size()).toEqual([true, 0]);
  });
});

test.describe("when it loads", () => {
  test("a page asks for no engine before an element comes into view", async ({ page }) => {
    /** @type {string[]} */
    const engine = [];
    page.on("request", (request) => /engine|pkg|\.wasm/.test(request.url()) && engine.push(request.url()));
    await openStyled(page, `<div class="tall"></div><story-diff>${TEMPLATES}</story-diff>`, ".tall { height: 4000px }");
    await page.waitForTimeout(200);
    expect(engine).toEqual([]);
    await page.locator("story-diff").scrollIntoViewIfNeeded();
    await expect(page.locator("story-diff ins").first()).toBeVisible();
    expect(engine.filter((url) => url.endsWith(".wasm"))).toHaveLength(1);
  });

  for (const [what, hide, reveal] of /** @type {const} */ ([
    ["hidden", (/** @type {string} */ inner) => `<story-diff hidden>${inner}</story-diff>`, () => document.querySelector("story-diff")?.removeAttribute("hidden")],
    ["folded away", (/** @type {string} */ inner) => `<details><story-diff>${inner}</story-diff></details>`, () => document.querySelector("details")?.setAttribute("open", "")],
    ["in a closed dialog", (/** @type {string} */ inner) => `<dialog><story-diff>${inner}</story-diff></dialog>`, () => document.querySelector("dialog")?.showModal()],
  ])) {
    test(`one that is ${what} waits until it is shown`, async ({ page }) => {
      let workers = 0;
      page.on("worker", () => workers++);
      await open(page, hide(TEMPLATES), {}, POLICY);
      await page.waitForTimeout(200);
      expect(workers).toBe(0);
      await page.evaluate(reveal);
      await expect(page.locator("story-diff ins").first()).toBeVisible();
      await expect(page.locator("story-diff .sheet")).toHaveAttribute("data-view", /^(columns|inline)$/);
      expect(workers).toBe(1);
    });
  }

  test("several on a page share one engine", async ({ page }) => {
    let workers = 0;
    /** @type {string[]} */
    const requests = [];
    page.on("worker", () => workers++);
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    const one = '<story-diff before-src="/one.txt" after-src="/two.txt"></story-diff>';
    await open(page, one + one + `<story-diff>${TEMPLATES}</story-diff>`, TEXTS, POLICY);
    for (const nth of [0, 1, 2]) {
      await page.locator("story-diff").nth(nth).scrollIntoViewIfNeeded();
      await expect(page.locator("story-diff").nth(nth).locator("ins").first()).toBeVisible();
    }
    expect(workers).toBe(1);
    expect(requests.filter((path) => path.endsWith(".wasm"))).toHaveLength(1);
    expect(requests.filter((path) => path.endsWith("/worker.js"))).toHaveLength(1);
  });
});
