// What a browser keeps for a page, where it is full, forbidden or lost; and files that change while they are read.
import { rmSync, writeFileSync } from "node:fs";
import { expect, test } from "./watched.js";
import { expectKept, listenToErrors, problem } from "./fault-acts.js";
import { choose, chooseBoth, expectCompared, FERRY, FERRY_RETOLD } from "./page-acts.js";
import { comparisonOf, chooseOf } from "./reading-acts.js";

/** @import { Page } from "@playwright/test" */

test.use({ viewport: { width: 1280, height: 800 } });

/** Every error that nobody caught fails its test. @type {string[]} */
let heard;
test.beforeEach(({ page }) => {
  heard = listenToErrors(page);
});
test.afterEach(() => expect(heard).toEqual([]));

/** How a browser refuses to keep anything, as it stands in the page before its own scripts. @type {[string, () => void][]} */
const REFUSALS = [
  ["forbidden", () => Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } })],
  ["full", () => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); })],
  ["unreadable", () => (Storage.prototype.getItem = () => { throw new DOMException("no", "InvalidStateError"); })],
  ["full of what others left", () => (Storage.prototype.getItem = () => "{\"view\":\"sideways\",\"level\":[1")],
];

for (const [what, refuse] of REFUSALS) {
  test(`where storage is ${what}, texts are compared, and what is chosen lasts as long as the page`, async ({ page }) => {
    await page.addInitScript(refuse);
    await page.goto("./");
    await chooseBoth(page);
    await page.getByRole("radio", { name: "Inline" }).check({ force: true });
    await expect(page.locator("story-diff .sheet")).toHaveAttribute("data-view", "inline");
    await page.getByRole("button", { name: "Deutsch" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.locator("story-diff .sheet")).toHaveAttribute("data-view", "inline");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(problem(page)).toHaveCount(0);
    await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
  });
}

test.describe("where the browser lets the page write no address", () => {
  /** @param {Page} page */
  const forbid = (page) =>
    page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException("more than 100 times per 30 seconds", "SecurityError");
      };
      Object.assign(history, { pushState: refuse, replaceState: refuse });
    });

  test("texts are compared, exchanged, edited and cleared all the same", async ({ page }) => {
    await forbid(page);
    await page.goto("./");
    await chooseBoth(page);
    await expectKept(page, FERRY, FERRY_RETOLD);
    await chooseOf(page, "after", 0, "Edit paragraph 1 of the later");
    await page.keyboard.press("Home");
    await page.keyboard.type("Once, ");
    await expect.poll(async () => (await comparisonOf(page)).after).toBe(`Once, ${FERRY_RETOLD}`);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Swap earlier and later" }).click();
    await expectCompared(page, "ferry-2.txt", "ferry-1.txt");
    await page.getByRole("radio", { name: "Inline" }).check({ force: true });
    await page.getByRole("button", { name: "Change texts" }).click();
    await page.getByRole("button", { name: "Clear both" }).click();
    await expect(page.locator("#lead")).toBeVisible();
    await page.locator("#samples a").first().click();
    await expectCompared(page, "lighthouse-report.txt", "lighthouse-rewrite.txt");
    await expect(problem(page)).toHaveCount(0);
  });

  test("the way back after it may again leads to the texts that were shown", async ({ page }) => {
    await page.goto("./");
    await page.locator("#samples a").first().click();
    await expectCompared(page, "lighthouse-report.txt", "lighthouse-rewrite.txt");
    await page.evaluate(() => {
      const own = { pushState: history.pushState, replaceState: history.replaceState };
      const refuse = () => {
        throw new DOMException("too many", "SecurityError");
      };
      Object.assign(history, { pushState: refuse, replaceState: refuse });
      Object.assign(globalThis, { allow: () => Object.assign(history, own) });
    });
    await chooseBoth(page);
    await page.evaluate(() => void Reflect.get(globalThis, "allow")());
    await page.getByRole("link", { name: "storydiff" }).click();
    await expect(page.locator("#lead")).toBeVisible();
    await page.goBack();
    await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
    await page.goBack();
    await expect(page.locator("#lead")).toBeVisible();
  });
});

test("what is typed writes the address no more often than it changes", async ({ page }) => {
  await page.goto("./");
  await chooseBoth(page);
  await page.evaluate(() => {
    const written = { times: 0 };
    Object.assign(globalThis, { written });
    for (const name of /** @type {const} */ (["pushState", "replaceState"])) {
      const write = history[name];
      history[name] = (...given) => {
        written.times++;
        write.apply(history, given);
      };
    }
  });
  await chooseOf(page, "after", 0, "Edit paragraph 1 of the later");
  for (const letter of "Once upon a time") {
    await page.keyboard.type(letter);
    await expect.poll(async () => (await comparisonOf(page)).after.includes(await page.locator(".editor").inputValue())).toBe(true);
  }
  expect(await page.evaluate(() => Reflect.get(globalThis, "written").times)).toBe(0);
});

test.describe("a file on the disk", () => {
  for (const [what, spoil] of /** @type {[string, (path: string) => void][]} */ ([
    ["changed", (path) => writeFileSync(path, "Another text altogether, and a longer one.")],
    ["removed", (path) => rmSync(path)],
  ])) {
    test(`that is ${what} between being chosen and being read is not compared, and can be chosen again`, async ({ page }, testInfo) => {
      const path = testInfo.outputPath("later.txt");
      writeFileSync(path, FERRY_RETOLD);
      await page.goto("./");
      await chooseBoth(page);
      await page.evaluate(() => {
        const { arrayBuffer } = Blob.prototype;
        /** @type {(go: unknown) => void} */
        let go = () => {};
        const released = new Promise((resolve) => (go = resolve));
        File.prototype.arrayBuffer = async function () {
          await released;
          return arrayBuffer.call(this);
        };
        Object.assign(globalThis, { go: () => go(null) });
      });
      await page.locator("#after-file").setInputFiles(path);
      spoil(path);
      await page.evaluate(() => void Reflect.get(globalThis, "go")());
      await expect(problem(page)).toHaveText("“later.txt” could not be read. Was it changed, moved or removed meanwhile, or is it a folder?");
      await expectKept(page, FERRY, FERRY_RETOLD);
      writeFileSync(path, FERRY);
      await page.locator("#after-file").setInputFiles(path);
      await expectCompared(page, "ferry-1.txt", "later.txt");
      await expect(problem(page)).toHaveCount(0);
      await expectKept(page, FERRY, FERRY);
    });
  }

  test("of two, one that is gone leaves what was compared", async ({ page }) => {
    await page.goto("./");
    await chooseBoth(page);
    await page.evaluate(() => {
      const { arrayBuffer } = Blob.prototype;
      File.prototype.arrayBuffer = function () {
        return this.name === "b.txt" ? Promise.reject(new DOMException("changed", "NotReadableError")) : arrayBuffer.call(this);
      };
    });
    await page.locator("#before-file").evaluate((input) => (/** @type {HTMLInputElement} */ (input).multiple = true));
    await page.locator("#before-file").setInputFiles(["a", "b"].map((name) => ({ name: `${name}.txt`, mimeType: "text/plain", buffer: Buffer.from(FERRY) })));
    await expect(problem(page)).toContainText("“b.txt” could not be read.");
    await expectKept(page, FERRY, FERRY_RETOLD);
    await choose(page, "before", { name: "c.txt", text: FERRY });
    await expectCompared(page, "c.txt", "ferry-2.txt");
  });
});
