// Addresses that point at a passage.
import { expect, test } from "./watched.js";
import { chooseBoth } from "./page-acts.js";
import { chooseOf, comparisonOf, element, expectDrawn, marked, openCompared, openPassageMenu, paragraph } from "./reading-acts.js";

/** @import { Page } from "@playwright/test" */

test.use({ viewport: { width: 1280, height: 700 }, permissions: ["clipboard-read", "clipboard-write"] });

/** A paragraph of what is compared. @param {Page} page @param {"before" | "after"} side @param {number} index */
async function textOf(page, side, index) {
  const comparison = await comparisonOf(page);
  const { start, end } = comparison.report[side].paragraphs[index];
  return comparison[side].slice(start, end);
}

/** @param {Page} page */
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

/** Selects words of a paragraph, as a pointer would. @param {Page} page @param {"before" | "after"} side @param {number} index @param {string} words */
async function select(page, side, index, words) {
  await paragraph(page, side, index).evaluate((paragraph, words) => {
    const nodes = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node; (node = nodes.nextNode()); ) {
      const at = node.textContent?.indexOf(words) ?? -1;
      if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
    }
    throw new Error("no such words");
  }, words);
}

for (const side of /** @type {const} */ (["before", "after"])) {
  test(`a link to a paragraph of the ${side} version opens there and marks it`, async ({ page }) => {
    await openCompared(page, `./?sample=lighthouse#${side}-11`);
    await expect(paragraph(page, side, 10)).toBeInViewport();
    await expect.poll(() => marked(page, "passage")).toEqual([await textOf(page, side, 10)]);
    await expect(element(page).locator(`[data-shown=${side}]`)).toBeFocused();
  });

  test(`a link to words of the ${side} version marks these words`, async ({ page }) => {
    await openCompared(page, `./?sample=lighthouse#${side}-9:4-20`);
    const words = (await textOf(page, side, 8)).slice(4, 20);
    await expect.poll(() => marked(page, "passage")).toEqual([words]);
    await expect(paragraph(page, side, 8)).toBeInViewport();
  });
}

for (const nonsense of ["#after-0", "#after-999", "#after--1", "#after-3:x", "#later-3", "#after-3:1-2-3", "#after-99999999999999999999", "#%E0%A4%A", "#after-3<b>", "#constructor"]) {
  test(`${nonsense} points nowhere, and does no harm`, async ({ page }) => {
    /** @type {string[]} */
    const errors = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    await openCompared(page, `./?sample=lighthouse${nonsense}`);
    expect(await marked(page, "passage")).toEqual([]);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(errors).toEqual([]);
  });
}

for (const [range, what] of [["20-10", "an end before its beginning"], ["99999-999999", "a beginning behind its end"], ["5-5", "nothing"]]) {
  test(`a range with ${what} is the paragraph`, async ({ page }) => {
    await openCompared(page, `./?sample=lighthouse#after-5:${range}`);
    await expect.poll(() => marked(page, "passage")).toEqual([await textOf(page, "after", 4)]);
  });
}

test("a range that ends behind its paragraph ends with it", async ({ page }) => {
  await openCompared(page, "./?sample=lighthouse#after-5:4-99999");
  await expect.poll(() => marked(page, "passage")).toEqual([(await textOf(page, "after", 4)).slice(4)]);
});

test("while the page lives, another passage in the address is gone to, and Back leads to the last", async ({ page }) => {
  await openCompared(page, "./?sample=lighthouse#after-2");
  await expect.poll(() => marked(page, "passage")).toEqual([await textOf(page, "after", 1)]);
  await page.evaluate(() => location.assign("#before-12"));
  const twelfth = await textOf(page, "before", 11);
  await expect.poll(() => marked(page, "passage")).toEqual([twelfth]);
  await expect(paragraph(page, "before", 11)).toBeInViewport();
  await page.goBack();
  await expect(page).toHaveURL(/#after-2$/);
  await expect.poll(() => marked(page, "passage")).toEqual([await textOf(page, "after", 1)]);
});

test("the reader's own texts can be pointed at while the page lives", async ({ page }) => {
  await page.goto("./");
  await chooseBoth(page);
  await page.evaluate(() => location.assign("#after-3:0-4"));
  await expect.poll(() => marked(page, "passage")).toEqual(["Rain"]);
});

test("a copied link to a paragraph leads there in another window", async ({ page, context }) => {
  await openCompared(page);
  await chooseOf(page, "after", 6, "Copy a link to this passage");
  await expect(page.locator("#passage-said")).toHaveText("The link is copied.");
  const other = await context.newPage();
  await other.goto(await copied(page));
  await expectDrawn(other);
  const [whole] = await marked(other, "passage");
  expect([await textOf(page, "after", 6), await textOf(page, "before", 5)]).toContain(whole);
});

test("a copied link to selected words leads back to the very words, and is read as it was", async ({ page, context }) => {
  await openCompared(page, "./?sample=lighthouse&view=inline");
  await paragraph(page, "after", 3).hover();
  await select(page, "after", 3, "hydraulic jacks");
  await chooseOf(page, "after", 3, "Copy a link to this passage");
  await expect(page.locator("#passage-said")).toHaveText("The link is copied.");
  const link = await copied(page);
  expect(link).toMatch(/\?sample=lighthouse&view=inline#after-4:\d+-\d+$/);
  const other = await context.newPage();
  await openCompared(other, link);
  await expect.poll(() => marked(other, "passage")).toEqual(["hydraulic jacks"]);
  await expect(element(other)).toHaveAttribute("view", "inline");
});

test("of the reader's own texts, the link holds both and the passage", async ({ page, context }) => {
  await page.goto("./");
  await chooseBoth(page);
  await paragraph(page, "after", 2).hover();
  await select(page, "after", 2, "came in");
  await chooseOf(page, "after", 2, "Copy a link to this passage");
  await expect(page.locator("#passage-said")).toContainText("Both texts are in it");
  const link = await copied(page);
  expect(link).toMatch(/#texts=1\.[\w-]+&at=after-3:5-12$/);
  const other = await context.newPage();
  await openCompared(other, link);
  await expect.poll(() => marked(other, "passage")).toEqual(["came in"]);
  expect(new URL(other.url()).hash).toBe(new URL(link).hash);
  await other.evaluate((hash) => location.assign(hash), new URL(link).hash.replace(/&at=.*/, "&at=before-1:4-9"));
  await expect.poll(() => marked(other, "passage")).toEqual(["ferry"]);
});

test("the menu of a paragraph closes by Esc, and stands within a narrow window", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await openCompared(page);
  const menu = await openPassageMenu(page, "after", 4);
  const { x, width } = /** @type {{ x: number, width: number }} */ (await menu.boundingBox());
  expect(x).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(320);
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
});
