// The whole page as one file, opened from the disk: nothing of it is asked of any network, nor may it be.
/** @import { StoryDiff } from "../../www/element/story-diff.js" */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "./watched.js";
import { releaseFolder } from "../../scripts/release.js";
import { choose, chooseBoth, expectCompared } from "./page-acts.js";

const FILE = pathToFileURL(join(releaseFolder, "storydiff.html")).href;

/** @type {string[]} */
let heard;

test.beforeEach(async ({ page }) => {
  heard = [];
  page.on("request", (request) => /^(https?|file):/.test(request.url()) && heard.push(request.url()));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(error.message));
  await page.goto(FILE);
});

test("compares two files, in a worker, and fetches nothing", async ({ page }) => {
  await chooseBoth(page);
  expect(page.workers()).toHaveLength(1);
  expect(heard).toEqual([FILE]);
});

test("opens its samples, and goes back and forth between them", async ({ page }) => {
  await page.locator("#samples a").first().click();
  await expectCompared(page, "lighthouse-report.txt", "lighthouse-rewrite.txt");
  await expect(page).toHaveURL(`${FILE}?sample=lighthouse`);
  await page.goBack();
  await expect(page.locator("#lead")).toBeVisible();
  await page.reload();
  await expect(page.locator("#samples li")).toHaveCount(3);
  expect(new Set(heard)).toEqual(new Set([FILE]));
});

test("uses the kin words that it carries", async ({ page }) => {
  const winter = (/** @type {string} */ side) => readFileSync(`www/samples/winter/${side}.txt`, "utf8");
  await choose(page, "before", { name: "1.txt", text: winter("before") });
  await choose(page, "after", { name: "2.txt", text: winter("after") });
  await expectCompared(page, "1.txt", "2.txt");
  const report = await page.evaluate(() => /** @type {StoryDiff} */ (document.querySelector("story-diff")).comparison?.report);
  expect(report?.kinship).toBe("used");
});

test("what it fetches elsewhere at need, it has: figures, help, find, German, files to keep", async ({ page }) => {
  await chooseBoth(page);
  await page.locator("#figures-open").click();
  await expect(page.locator("#figures-panel table").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Keep" }).click();
  const download = page.waitForEvent("download");
  await page.locator("[data-keep=html]").click();
  expect((await download).suggestedFilename()).toContain("ferry-1");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  expect(heard).toEqual([FILE]);
});

test.describe("its policy", () => {
  test.use({ breaks: /connect/i });

  test("lets it ask for nothing, even if its address says so", async ({ page }) => {
    await page.goto(`${FILE}?before=https://host.test/a.txt&after=https://host.test/b.txt`);
    await expect(page.getByRole("alert").filter({ hasText: "a.txt" }).first()).toBeVisible();
    expect(heard.filter((entry) => entry.startsWith("https:"))).toEqual([]);
  });
});
