// Every panel and menu opened and closed again and again: nodes, listeners and addresses of blobs are as many as before.
import { expect, test } from "./watched.js";
import { meter } from "./load-acts.js";
import { chooseBoth } from "./page-acts.js";
import { chooseOf, element, expectDrawn, openPassageMenu } from "./reading-acts.js";

/** @import { Page } from "@playwright/test" */

test.use({ viewport: { width: 1280, height: 800 } });
test.describe.configure({ timeout: 120_000 });

/** What is fetched, filled or laid out once is there after so many times. */
const FIRST = 3;

/** So many times more, of which each that left one thing behind would be seen. */
const TIMES = 8;

/** @param {Page} page @param {string} name */
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** @param {Page} page @param {string} item */
async function keepAs(page, item) {
  await button(page, "Keep").click();
  await Promise.all([page.waitForEvent("download"), page.locator("#keep").getByRole("button", { name: item }).click()]);
  await page.keyboard.press("Escape");
  await expect(page.locator("#keep")).toBeHidden();
}

/** From open to closed. @type {[what: string, act: (page: Page) => Promise<void>][]} */
const ACTS = [
  ["find", async (page) => {
    await button(page, "Find").click();
    await page.locator("#find input").fill("crates");
    await expect(page.locator("#find output")).toContainText("1 of 2");
    await page.keyboard.press("Escape");
    await expect(page.locator("#find")).toBeHidden();
  }],
  ["the help sheet", async (page) => {
    await button(page, "Keys and marks").click();
    await expect(page.locator("#help")).toContainText("next change");
    await page.keyboard.press("Escape");
    await expect(page.locator("#help")).toBeHidden();
  }],
  ["the menu of marks", async (page) => {
    await button(page, "Marks").click();
    await expect(page.locator("#marks")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.locator("#marks")).toBeHidden();
  }],
  ["the figures", async (page) => {
    await button(page, "Figures").click();
    await expect(page.getByRole("table", { name: "What became of the words" })).toBeVisible();
    await button(page, "Figures").click();
    await expect(page.locator("#figures-panel")).toBeHidden();
  }],
  ["the figures, drawn anew each time", async (page) => {
    await button(page, "Figures").click();
    const table = page.getByRole("table", { name: "What became of the words" });
    await expect(table).toBeVisible();
    await button(page, "Swap earlier and later").click();
    await expectDrawn(page);
    await expect(table).toBeVisible();
    await button(page, "Figures").click();
  }],
  ["the menu of a paragraph", async (page) => {
    await page.mouse.move(0, 0);
    await openPassageMenu(page, "after", 0);
    await expect(page.locator("#passage")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.locator("#passage")).toBeHidden();
  }],
  ["the field to edit in", async (page) => {
    await page.mouse.move(0, 0);
    await chooseOf(page, "after", 0, "Edit paragraph 1 of the later");
    await expect(page.locator(".editor")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.locator(".editor")).toHaveCount(0);
  }],
  ["the search for a counterpart", async (page) => {
    await page.mouse.move(0, 0);
    await chooseOf(page, "after", 0, "Pair paragraph 1 of the later");
    await expect(page.locator("body")).toHaveAttribute("data-pairing", "before");
    await page.keyboard.press("Escape");
    await expect(page.locator("body")).not.toHaveAttribute("data-pairing");
  }],
  ["a paragraph that is changed, and taken back", async (page) => {
    await page.mouse.move(0, 0);
    await chooseOf(page, "after", 0, "Edit paragraph 1 of the later");
    await expect(page.locator(".editor")).toBeFocused();
    await page.keyboard.type("Once, ");
    await expect(element(page).locator("[data-side=after] [data-paragraph='0']")).toHaveText(/^Once, /);
    await page.keyboard.press("Escape");
    await button(page, "Undo").click();
    await expect(element(page).locator("[data-side=after] [data-paragraph='0']")).not.toHaveText(/^Once, /);
  }],
  ["a file of each kind", async (page) => {
    for (const kind of ["JSON", "HTML", "CriticMarkup", "TEI"]) await keepAs(page, kind);
  }],
  ["“Embed this…”", async (page) => {
    await button(page, "Keep").click();
    await button(page, "Embed this…").click();
    await expect(page.getByRole("dialog", { name: "Embed this" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "Embed this" })).toHaveCount(0);
  }],
  ["the two places", async (page) => {
    await button(page, "Change texts").click();
    await expect(page.locator("#before-place")).toBeVisible();
    await button(page, "Change texts").click();
    await expect(page.locator("#before-place")).toBeHidden();
  }],
  ["the facts", async (page) => {
    const toggle = element(page).locator(".summary a").first();
    await toggle.click();
    await page.keyboard.press("Escape");
  }],
  ["the views", async (page) => {
    for (const view of ["Inline", "Read", "Flip", "Side by side"]) await page.getByRole("radio", { name: view }).check({ force: true });
    await expectDrawn(page);
  }],
  ["only what changed", async (page) => {
    for (const only of ["changes", "all"]) {
      await element(page).evaluate((host, only) => host.setAttribute("only", only), only);
      await expectDrawn(page);
    }
  }],
  ["another language", async (page) => {
    await button(page, "Deutsch").click();
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await button(page, "English").click();
    await expect(button(page, "Find")).toBeVisible();
  }],
  ["paper", async (page) => {
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => ["beforeprint", "afterprint"].forEach((type) => dispatchEvent(new Event(type))));
    await page.emulateMedia({ media: "screen" });
    await expectDrawn(page);
  }],
  ["the title page, and the same texts again", async (page) => {
    await page.getByRole("link", { name: "storydiff" }).click();
    await expect(page.locator("#lead")).toBeVisible();
    await page.goBack();
    await expectDrawn(page);
  }],
];

for (const [what, act] of ACTS) {
  test(`${what}: nothing stays behind`, async ({ page }) => {
    await page.addInitScript(() => {
      const blobs = { open: 0 };
      const { createObjectURL, revokeObjectURL } = URL;
      URL.createObjectURL = (object) => (blobs.open++, createObjectURL(object));
      URL.revokeObjectURL = (address) => (blobs.open--, revokeObjectURL(address));
      Object.assign(globalThis, { blobs });
    });
    await page.goto("./");
    await chooseBoth(page);
    await expectDrawn(page);
    await expect(page.locator("#map")).toBeVisible();
    const held = await meter(page);
    for (let time = 0; time < FIRST; time++) await act(page);
    const before = await held();
    for (let time = 0; time < TIMES; time++) await act(page);
    const after = await held();
    const grown = { nodes: after.nodes - before.nodes, listeners: after.listeners - before.listeners };
    expect(grown.nodes, "nodes").toBeLessThan(TIMES);
    expect(grown.listeners, "listeners").toBeLessThan(TIMES);
    await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, "blobs").open)).toBe(0);
  });
}
