// On paper: two columns where they fit, marks that need no colour, and no buttons.
import { expect, test } from "./watched.js";
import { open, show } from "./element-acts.js";
import { bells } from "./fixtures/bells.js";
import { chooseBoth } from "./page-acts.js";

/** @import { Page } from "@playwright/test" */

/** The widths of what is printed on, in pixels: A4 and A5 with margins of 12 mm. */
const A4 = 703;
const A5 = 468;

/** Where a version of a bead stands on paper. @param {Page} page @param {number} bead @param {"before" | "after"} side */
async function placeOf(page, bead, side) {
  const box = await page.locator(`[data-bead="${bead}"] [data-side="${side}"] [data-paragraph]`).first().boundingBox();
  if (!box) throw new Error("not printed");
  return box;
}

/** @param {Page} page @param {string} selector */
const lineOf = (page, selector) => page.locator(selector).first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);

test("on A4 the versions stand side by side, counterparts on one line", async ({ page }) => {
  await open(page);
  await show(page, bells);
  await page.locator("story-diff").evaluate((element) => element.setAttribute("view", "columns"));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: A4, height: 1000 });
  for (const bead of [2, 9]) {
    const [before, after] = [await placeOf(page, bead, "before"), await placeOf(page, bead, "after")];
    expect(before.x + before.width).toBeLessThan(after.x);
    expect(Math.abs(before.y - after.y)).toBeLessThan(1);
  }
  await expect(page.locator("[data-view=columns] .was").first()).toBeHidden();
});

test("on A5 there is one column, with the earlier words where they stood", async ({ page }) => {
  await open(page);
  await show(page, bells);
  await page.locator("story-diff").evaluate((element) => element.setAttribute("view", "columns"));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: A5, height: 700 });
  await expect(page.locator('[data-bead="2"] [data-side="before"]')).toBeHidden();
  await expect(page.locator('[data-bead="2"] .was').first()).toBeVisible();
  const [before, after] = [await placeOf(page, 6, "before"), await placeOf(page, 6, "after")];
  expect(after.y).toBeGreaterThanOrEqual(before.y + before.height);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(A5);
});

test("marks are lines, and nothing but black, white and grey", async ({ page }) => {
  await open(page);
  await show(page, bells);
  await page.emulateMedia({ media: "print" });
  expect(await lineOf(page, '[data-bead="2"] ins')).toBe("underline");
  expect(await lineOf(page, '[data-bead="2"] del')).toBe("line-through");
  const colours = await page.locator("ins, del, mark, p, .side").evaluateAll((elements) =>
    elements.flatMap((element) => {
      const { color, backgroundColor, borderLeftColor, textDecorationColor } = getComputedStyle(element);
      return [color, backgroundColor, borderLeftColor, textDecorationColor];
    }),
  );
  const grey = (/** @type {string} */ colour) => /^rgba?\((\d+), \1, \1\b/.test(colour);
  expect([...new Set(colours)].filter((colour) => !grey(colour))).toEqual([]);
});

test("of the page, the comparison alone is printed, in columns however narrow the window is", async ({ page }) => {
  await page.setViewportSize({ width: 500, height: 800 });
  await page.goto("./");
  await chooseBoth(page);
  const view = () => page.locator("story-diff").evaluate((element) => element.shadowRoot?.querySelector(".sheet")?.getAttribute("data-view"));
  expect(await view()).toBe("inline");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await view()).toBe("columns");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("button, select, svg, .bar, footer, #samples, .place, .fact").evaluateAll((elements) => elements.filter((element) => element.checkVisibility()).length)).toBe(0);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  expect(await view()).toBe("inline");
});

test("a view that the reader has chosen is what is printed", async ({ page }) => {
  await page.goto("./");
  await chooseBoth(page);
  const element = page.locator("story-diff");
  await element.evaluate((element) => element.setAttribute("view", "inline"));
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(element).toHaveAttribute("view", "inline");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(element).toHaveAttribute("view", "inline");
});
