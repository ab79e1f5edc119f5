import { expect, test } from "./watched.js";
import { listen, open, show } from "./element-acts.js";
import { bells } from "./fixtures/bells.js";
import { compared } from "./fixtures/notation.js";

/** @import { Page } from "@playwright/test" */

test.use({ viewport: { width: 1280, height: 700 } });

/** @param {Page} page @param {number} index from the top */
const row = (page, index) => page.locator("story-diff .row").nth(index);

/** @param {Page} page @param {number} bead */
const bead = (page, bead) => page.locator(`.row[data-bead="${bead}"]`);

/** What those who listen heard last. @param {Page} page */
const heard = (page) => page.locator("story-diff [role=status]");

/** @param {Page} page */
const current = (page) => page.locator("story-diff .current:visible").allTextContents();

test("n and p, or F7 and Shift+F7, go from change to change, and say which", async ({ page }) => {
  await open(page);
  await show(page, bells);
  await row(page, 0).focus();
  await page.keyboard.press("n");
  await expect(heard(page)).toHaveText(/^Change 1 of \d+: “fall silent” became “will ring again in May”$/);
  expect(await current(page)).toEqual(["fall silent", "will ring again in May"]);
  await page.keyboard.press("F7");
  await expect(heard(page)).toHaveText(/^Change 2 of /);
  await expect(row(page, 1)).toBeFocused();
  await page.keyboard.press("Shift+F7");
  await expect(heard(page)).toHaveText(/^Change 1 of /);
  await page.keyboard.press("p");
  await expect(heard(page)).toHaveText("There is no change before this one.");
});

test("the way through all changes passes each of them once, and ends", async ({ page }) => {
  await open(page);
  await show(page, bells);
  await row(page, 0).focus();
  const said = [];
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press("n");
    const text = await heard(page).textContent();
    if (text === "There is no further change.") break;
    said.push(Number(/^Change (\d+)/.exec(text ?? "")?.[1]));
  }
  const { count } = await page.locator("story-diff").evaluate((host) => /** @type {import("../../www/element/story-diff.js").StoryDiff} */ (host).changes);
  expect(said).toEqual(Array.from({ length: count }, (_, index) => index + 1));
});

test("changes that are not marked are passed by", async ({ page }) => {
  await open(page, '<story-diff level="wording"></story-diff>');
  await show(page, compared([{ text: "The [Sea/sea|case] rose." }, { text: "It [fell/sank]." }]));
  await row(page, 0).focus();
  await page.keyboard.press("n");
  await expect(heard(page)).toHaveText("Change 1 of 1: “fell” became “sank”");
});

test("where nothing changed, it is said", async ({ page }) => {
  await open(page);
  await show(page, compared([{ text: "The same." }]));
  await row(page, 0).focus();
  await page.keyboard.press("n");
  await expect(heard(page)).toHaveText("There are no changes.");
});

test("j and k go from paragraph to paragraph, and Tab enters where the reader was", async ({ page }) => {
  await open(page, '<a href="#" id="ahead">before it</a><story-diff></story-diff>');
  await show(page, bells);
  await row(page, 0).focus();
  await page.keyboard.press("j");
  await expect(row(page, 1)).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(row(page, 1)).toBeFocused();
  await page.locator("#ahead").focus();
  // Past what the summary leads to, and the panels below it.
  const links = await page.locator("story-diff .header :is(a, summary):visible").count();
  for (let tab = 0; tab <= links; tab++) await page.keyboard.press("Tab");
  await expect(row(page, 1)).toBeFocused();
});

test("Enter goes to the other end of a moved paragraph, and Esc back to the very place", async ({ page }) => {
  await open(page);
  await show(page, bells);
  const ends = page.locator('.row[data-bead="3"]');
  await ends.first().scrollIntoViewIfNeeded();
  await ends.first().focus();
  const place = await page.evaluate(() => scrollY);
  await page.keyboard.press("Enter");
  await expect(ends.last()).toBeFocused();
  await expect(ends.last()).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(ends.first()).toBeFocused();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
});

test("single letters can be switched off; F7 stays", async ({ page }) => {
  await open(page, '<story-diff letters="off"></story-diff>');
  await show(page, bells);
  await row(page, 0).focus();
  await page.keyboard.press("n");
  await expect(heard(page)).toHaveText("");
  await page.keyboard.press("F7");
  await expect(heard(page)).toHaveText(/^Change 1 of/);
});

test("tells the page where the reader is", async ({ page }) => {
  await open(page);
  await show(page, bells);
  const views = await listen(page, "storydiff-view");
  await row(page, 0).focus();
  await page.keyboard.press("n");
  expect((await views()).length).toBe(1);
  expect(await page.locator("story-diff").evaluate((host) => /** @type {import("../../www/element/story-diff.js").StoryDiff} */ (host).changes.current)).toBe(1);
});

test("an update leaves the rows that stay the same, and the reader's place among them", async ({ page }) => {
  await open(page);
  const paragraphs = ["One.", "Two [old/new] things.", "Three.", "Four."];
  await show(page, compared(paragraphs.map((text) => ({ text }))));
  await page.evaluate(() => document.querySelector("story-diff")?.shadowRoot?.querySelectorAll(".row").forEach((row) => row.classList.add("mine")));
  await bead(page, 2).focus();
  await show(page, { ...compared(paragraphs.map((text) => ({ text: text.replace("new", "newer") }))) });
  await expect(page.locator(".row.mine")).toHaveCount(3);
  await expect(bead(page, 2)).toBeFocused();
  await expect(bead(page, 1).locator("ins")).toHaveText("newer");
});
