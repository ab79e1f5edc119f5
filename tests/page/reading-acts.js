/** What a person does with a comparison on the page, for the specs of its tools. */
/** @import { Page } from "@playwright/test" */
import { expect } from "@playwright/test";

/** @param {Page} page */
export const element = (page) => page.locator("story-diff");

/** Opens an address, until all of its comparison is drawn. @param {Page} page @param {string} [address] */
export async function openCompared(page, address = "./?sample=lighthouse") {
  await page.goto(address);
  await expectDrawn(page);
}

/** @param {Page} page */
export async function expectDrawn(page) {
  await expect(element(page).locator(".row").first()).toBeVisible();
  await expect.poll(() => element(page).evaluate((host) => {
    const { drawing, rows } = /** @type {import("../../www/element/story-diff.js").StoryDiff} */ (host);
    return drawing !== null && rows.length === drawing.rows.length;
  })).toBe(true);
}

/** What is compared, as it stands in the element. @param {Page} page */
export function comparisonOf(page) {
  return element(page).evaluate((host) => {
    const { comparison } = /** @type {import("../../www/element/story-diff.js").StoryDiff} */ (host);
    if (!comparison) throw new Error("nothing is compared");
    return comparison;
  });
}

/** The words that are marked. @param {Page} page @param {"passage" | "found"} kind */
export function marked(page, kind) {
  return page.evaluate((kind) => Array.from(CSS.highlights.get(`storydiff-${kind}`) ?? [], String), kind);
}

/** A paragraph of a version, as it is drawn where it stands. @param {Page} page @param {"before" | "after"} side @param {number} index */
export const paragraph = (page, side, index) => element(page).locator(`[data-side="${side}"] [data-paragraph="${index}"]`).first();

/** Opens the menu of what can be done with a paragraph. @param {Page} page @param {"before" | "after"} side @param {number} index */
export async function openPassageMenu(page, side, index) {
  await paragraph(page, side, index).hover();
  await page.getByRole("button", { name: "What can be done with this paragraph" }).click();
  return page.locator("#passage");
}

/** Chooses something from that menu. @param {Page} page @param {"before" | "after"} side @param {number} index @param {string | RegExp} what */
export async function chooseOf(page, side, index, what) {
  await (await openPassageMenu(page, side, index)).getByRole("button", { name: what }).click();
}
