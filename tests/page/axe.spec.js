import { expect, test } from "./watched.js";
import { AXE, faults } from "./axe-acts.js";
import { choose, FERRY } from "./page-acts.js";

/** @import { Page } from "@playwright/test" */

/** A story that has nothing to do with the ferry. */
const STRANGER = "Bake the onions whole in their skins.\n\nSalt comes last, when they are soft and nobody is hungry any more.";

/** Most of it unchanged. */
const LONG = Array.from({ length: 9 }, (_, day) => `On day ${day + 1} the snow had not yet reached the ${day + 2} upper farms.`);

/** @param {Page} page @param {number} index from the top */
const row = (page, index) => page.locator("story-diff .row").nth(index);

/** Presses a tool, which stands in the header or in its menu. @param {Page} page @param {string} tool */
async function press(page, tool) {
  if (!(await page.locator(tool).isVisible())) await page.locator("#marks-open").click();
  await page.locator(tool).click();
}

/** @param {Page} page @param {RegExp} label */
async function pick(page, label) {
  await row(page, 2).focus();
  await page.keyboard.press(".");
  await page.locator("#passage").getByRole("button", { name: label }).first().click();
}

/** @param {Page} page @param {string} before @param {string} after */
async function compare(page, before, after) {
  await page.goto("./");
  await choose(page, "before", { name: "one.txt", text: before });
  await choose(page, "after", { name: "two.txt", text: after });
  await expect(row(page, 0)).toBeVisible();
}

/** What the page can be in; each begins where the one before it left it. @type {[name: string, arrive: (page: Page) => Promise<unknown>][]} */
const STATES = [
  ["nothing given", async (page) => {
    await page.goto("./");
    await expect(page.locator("#samples a").first()).toBeVisible();
  }],
  ["one text given", (page) => choose(page, "before", { name: "ferry.txt", text: FERRY })],
  ["two strangers", (page) => compare(page, FERRY, STRANGER)],
  ["what is unchanged folded away", async (page) => {
    await compare(page, LONG.join("\n\n"), LONG.with(4, "On day 5 it came.").join("\n\n"));
    await press(page, "#only");
    await expect(page.locator("story-diff .fold").first()).toBeVisible();
    await page.locator("#only").click();
  }],
  ["columns", async (page) => {
    await page.goto("./?sample=lighthouse&view=columns");
    await expect(row(page, 0)).toBeVisible();
  }],
  ["the facts and the figures open", async (page) => {
    for (const summary of await page.locator("story-diff summary").all()) await summary.click();
    await page.locator("#figures-open").click();
    await expect(page.locator("#figures-panel .segment").first()).toBeVisible();
  }],
  ["a change", (page) => page.keyboard.press("n")],
  ["inline", (page) => page.keyboard.press("2")],
  ["read, with a row opened", async (page) => {
    await page.keyboard.press("3");
    await row(page, 2).focus();
    await page.keyboard.press("Enter");
    await expect(row(page, 2)).toHaveAttribute("data-open");
  }],
  ["flip", (page) => page.keyboard.press("4")],
  ["flipped", (page) => page.keyboard.down("f")],
  ["substance only", async (page) => {
    await page.keyboard.up("f");
    await page.keyboard.press("2");
    await press(page, "#level");
    await page.locator("#level").press("End");
  }],
  ["the menu of marks", (page) => expect(page.locator("#marks")).toBeVisible()],
  ["the ways to keep it", async (page) => {
    await press(page, "#keep-open");
    await expect(page.locator("#keep")).toBeVisible();
  }],
  ["what embeds it", async (page) => {
    await page.locator("[data-keep=embed]").click();
    await expect(page.locator("#embed")).toBeVisible();
  }],
  ["help", async (page) => {
    await page.keyboard.press("Escape");
    await press(page, "#help-open");
    await expect(page.locator("#help")).toBeVisible();
  }],
  ["find", async (page) => {
    await page.keyboard.press("Escape");
    await press(page, "#find-open");
    await expect(page.locator("#find input")).toBeFocused();
    await page.keyboard.type("lamp");
    await expect(page.locator("#find output")).not.toBeEmpty();
  }],
  ["what can be done with a paragraph", async (page) => {
    await page.keyboard.press("Escape");
    await row(page, 2).focus();
    await page.keyboard.press(".");
    await expect(page.locator("#passage")).toBeVisible();
  }],
  ["editing", async (page) => {
    await page.keyboard.press("Escape");
    await pick(page, /^Edit/);
    await expect(page.locator(".editor")).toBeFocused();
  }],
  ["pairing", async (page) => {
    await page.keyboard.press("Escape");
    await pick(page, /^Pair/);
    await expect(page.locator("#passage-said")).not.toBeEmpty();
  }],
  ["a correction that can be taken back", async (page) => {
    await page.keyboard.press("Escape");
    await pick(page, /not counterparts/);
    await expect(page.locator("#undo")).toBeVisible();
  }],
  ["the texts to change", (page) => press(page, "#change")],
  ["German", async (page) => {
    await page.goto("./?sample=lighthouse&lang=de");
    await expect(row(page, 0)).toBeVisible();
  }],
];

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [320, 1440]) {
    test(`axe finds nothing to say of the page, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.addInitScript(AXE);
      for (const [name, arrive] of STATES) {
        await test.step(name, async () => {
          await arrive(page);
          expect.soft(await faults(page), name).toEqual([]);
        });
      }
    });
  }
}
