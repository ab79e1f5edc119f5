// The gallery: the element on pages that are like other people's.
import { readFileSync } from "node:fs";
import { expect, test } from "./watched.js";
import { AXE, faults } from "./axe-acts.js";
import { comparisonOf, element, expectDrawn } from "./reading-acts.js";

/** @import { Page } from "@playwright/test" */

const PAGES = ["blog", "night", "card", "strict", "rtl"];

/** @param {string} path from the root of the repository */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** @param {Page} page @param {string} name */
const address = (page, name) => page.goto(`gallery/${name}.html`);

/** @param {Page} page @param {string} selector within the element, or in the page @param {string} property */
const styleOf = (page, selector, property) =>
  page.locator(selector).first().evaluate((found, property) => getComputedStyle(found).getPropertyValue(property), property);

/** How much wider than the window the page is, in pixels. @param {Page} page */
const excess = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** What goes wrong on a page from now on, and what it asks for elsewhere. @param {Page} page @param {string | undefined} own its origin */
function watch(page, own) {
  const seen = { complaints: /** @type {string[]} */ ([]), paths: /** @type {string[]} */ ([]), foreign: /** @type {string[]} */ ([]) };
  page.on("pageerror", ({ message }) => seen.complaints.push(message));
  // A violation of the page's policy is said there too.
  page.on("console", (said) => ["error", "warning"].includes(said.type()) && seen.complaints.push(said.text()));
  page.on("request", (request) => {
    const { origin, pathname } = new URL(request.url());
    seen.paths.push(pathname);
    if (origin !== new URL(String(own)).origin) seen.foreign.push(request.url());
  });
  return seen;
}

for (const name of PAGES) {
  test(`${name}: draws its comparison, complains of nothing and asks nobody else`, async ({ page, baseURL }) => {
    const seen = watch(page, baseURL);
    await address(page, name);
    await element(page).scrollIntoViewIfNeeded();
    await expectDrawn(page);
    expect(await comparisonOf(page).then(({ report }) => report.summary.sameStory)).toBeGreaterThan(0.5);
    await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveCount(1);
    expect(seen).toMatchObject({ complaints: [], foreign: [] });
  });

  test(`${name}: nothing scrolls sideways on a phone`, async ({ page }) => {
    for (const width of [320, 360, 800]) {
      await page.setViewportSize({ width, height: 780 });
      await address(page, name);
      await element(page).scrollIntoViewIfNeeded();
      await expectDrawn(page);
      expect(await excess(page), String(width)).toBeLessThanOrEqual(0);
    }
  });

  test(`${name}: without scripts there are links to both texts`, async ({ browser, baseURL, request }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const page = await context.newPage();
    await address(page, name);
    const links = page.locator("story-diff a");
    await expect(links).toHaveCount(2);
    for (const link of await links.all()) {
      await expect(link).toBeVisible();
      const text = await request.get(new URL(String(await link.getAttribute("href")), page.url()).href);
      expect([text.status(), text.headers()["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
    }
    await context.close();
  });

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`${name}: axe finds nothing to say of it, ${colorScheme}`, async ({ page }) => {
      await page.addInitScript(AXE);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await address(page, name);
        await element(page).scrollIntoViewIfNeeded();
        await expectDrawn(page);
        expect.soft(await faults(page), String(width)).toEqual([]);
      }
    });
  }
}

test("the blog gives the comparison its paper and both its typefaces, by night too", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const [colorScheme, paper] of /** @type {const} */ ([["light", "rgb(255, 255, 255)"], ["dark", "rgb(21, 24, 27)"]])) {
    await page.emulateMedia({ colorScheme });
    await address(page, "blog");
    await element(page).scrollIntoViewIfNeeded();
    await expectDrawn(page);
    expect(await styleOf(page, "story-diff .sheet", "background-color")).toBe(paper);
    for (const [selector, typeface] of [[".text h2", "Iowan Old Style"], [".note", "Avenir Next"], [".summary", "Avenir Next"]]) {
      expect(await styleOf(page, `story-diff ${selector}`, "font-family")).toContain(typeface);
    }
  }
  expect(await element(page).evaluate((host) => /** @type {import("../../www/element/story-diff.js").StoryDiff} */ (host).shownAs)).toBe("columns");
});

test("the dark site is dark by day, and its marks have colours of its own", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await address(page, "night");
  await element(page).scrollIntoViewIfNeeded();
  await expectDrawn(page);
  const styles = /** @type {const} */ ([
    ["story-diff .sheet", "background-color", "rgb(15, 20, 32)"],
    ["story-diff .sheet", "color-scheme", "dark"],
    ["story-diff ins", "background-color", "rgb(18, 57, 66)"],
    ["story-diff .summary", "font-style", "italic"],
    ["story-diff .figures", "display", "none"],
  ]);
  for (const [selector, property, value] of styles) expect(await styleOf(page, selector, property), selector).toBe(value);
});

test("the card is one column in a wide window, and holds all of the comparison", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await address(page, "card");
  await expectDrawn(page);
  const [card, drawn] = await Promise.all(["aside", "story-diff"].map((selector) => page.locator(selector).boundingBox()));
  expect(Number(card?.width)).toBeLessThanOrEqual(340);
  expect(Number(drawn?.width)).toBeLessThanOrEqual(340);
  expect(Number(card?.height)).toBeLessThanOrEqual(900 - 48);
  expect(await page.locator("aside").evaluate((aside) => aside.scrollWidth - aside.clientWidth)).toBe(0);
  expect(await styleOf(page, "story-diff .row", "display")).toBe("block");
  await element(page).locator(".row").last().scrollIntoViewIfNeeded();
  await expect(element(page).locator(".row").last()).toBeInViewport();
});

test("the page with a strict policy lets no wasm run, and asks for no engine", async ({ page, baseURL }) => {
  const seen = watch(page, baseURL);
  await address(page, "strict");
  await expect(page.locator("meta[http-equiv]")).toHaveAttribute("content", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
  await element(page).scrollIntoViewIfNeeded();
  await expectDrawn(page);
  expect(seen.paths.filter((path) => /\.wasm|worker|\/pkg\//.test(path))).toEqual([]);
  const comparison = await comparisonOf(page);
  expect([comparison.before, comparison.after]).toEqual([read("www/samples/whetstone/before.txt"), read("www/samples/whetstone/after.txt")]);
});

test("the page that is read from right to left has its texts in that direction, and its words in theirs", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await address(page, "rtl");
  await element(page).scrollIntoViewIfNeeded();
  await expectDrawn(page);
  expect(await styleOf(page, "h1", "direction")).toBe("rtl");
  for (const paragraph of await element(page).locator("[data-paragraph]").all()) {
    expect(await paragraph.evaluate((found) => [found.matches(":dir(rtl)"), /** @type {HTMLElement} */ (found).lang])).toEqual([true, "he"]);
  }
  expect(await styleOf(page, "story-diff .summary", "direction")).toBe("ltr");
  const { texts, ribbon } = await element(page).locator(".row:has(svg path)").first().evaluate((row) => {
    const box = (/** @type {string} */ selector) => /** @type {Element} */ (row.querySelector(selector)).getBoundingClientRect();
    return { texts: [box(".before"), box(".after")].sort((one, other) => one.x - other.x), ribbon: box("svg path") };
  });
  expect(texts[0].right).toBeLessThanOrEqual(ribbon.left);
  expect(ribbon.right).toBeLessThanOrEqual(texts[1].left);
});

test("the stories of the gallery are those that the engine is tested with", () => {
  for (const [ours, tested] of [
    ["inventory-of-the-tide", "low-water/before"],
    ["low-water", "low-water/after"],
    ["late-book-1", "hebrew/before"],
    ["late-book-2", "hebrew/after"],
  ]) {
    expect(read(`www/gallery/${ours}.txt`)).toBe(read(`tests/stories/${tested}.txt`));
  }
});

test.describe("the gallery itself", () => {
  test("shows every page in small, drawn, and leads there", async ({ page, baseURL }) => {
    test.slow();
    const seen = watch(page, baseURL);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto("gallery/index.html");
    for (const name of PAGES) {
      await page.locator(`iframe[src="${name}.html"]`).scrollIntoViewIfNeeded();
      await expect(page.frameLocator(`iframe[src="${name}.html"]`).locator("story-diff .row").first()).toBeAttached();
    }
    // The preview leads where its heading does.
    await page.locator(".preview").nth(1).click({ force: true });
    await expect(page).toHaveURL(/\/gallery\/night\.html$/);
    expect(seen).toMatchObject({ complaints: [], foreign: [] });
  });

  test("is where the foot of the page leads, and leads back", async ({ page }) => {
    await page.goto("./");
    await page.getByRole("link", { name: "Embed it: a gallery" }).click();
    await expect(page).toHaveURL(/\/gallery\/index\.html$/);
    await page.getByRole("link", { name: "storydiff", exact: true }).click();
    await expect(page.locator("#title")).toBeVisible();
  });

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    for (const width of [320, 800, 1440]) {
      test(`axe finds nothing to say of it and nothing scrolls sideways, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        // What is in the frames is looked at by itself.
        await page.route(/gallery\/(?!index).+\.html$/, (route) => route.fulfill({ body: '<!doctype html><html lang="en"><title>A page</title>', contentType: "text/html" }));
        await page.addInitScript(AXE);
        await page.goto("gallery/index.html");
        expect(await excess(page)).toBeLessThanOrEqual(0);
        expect(await faults(page)).toEqual([]);
      });
    }
  }
});
