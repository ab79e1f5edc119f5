// Parts of the page that are fetched at need, where there is no connection: one sentence, and a second try.
import { expect, test } from "./watched.js";
import german from "../../www/language/de/page.js";
import germanTools from "../../www/language/de/tools.js";
import { expectKept, listenToErrors, MISSING, openReady, problem } from "./fault-acts.js";
import { bells } from "./fixtures/bells.js";
import { choose, chooseBoth, expectCompared, FERRY, FERRY_RETOLD } from "./page-acts.js";
import { chooseOf, element, expectDrawn, openPassageMenu, paragraph } from "./reading-acts.js";

/** @import { Page } from "@playwright/test" */

const SAVED = JSON.stringify({ storydiff: 1, before: { name: "one", text: bells.before }, after: { name: "two", text: bells.after }, report: bells.report });

/** Every error that nobody caught fails its test. @type {string[]} */
let heard;
test.beforeEach(({ page }) => {
  heard = listenToErrors(page);
});
test.afterEach(() => expect(heard).toEqual([]));

/** @param {Page} page @param {boolean} offline */
const setOffline = (page, offline) => page.context().setOffline(offline);

/** Both texts, with all that comes with their comparison. @param {Page} page */
async function openBoth(page) {
  await page.goto("./");
  await chooseBoth(page);
  await expectDrawn(page);
  await openPassageMenu(page, "after", 0);
  await page.keyboard.press("Escape");
  await expect(page.locator("#map")).toBeVisible();
}

/** @type {[what: string, act: (page: Page) => Promise<void>, expectDone: (page: Page) => Promise<void>][]} */
const ACTS = [
  ["find", (page) => page.keyboard.press("/"), (page) => expect(page.getByRole("button", { name: "Next match" })).toBeVisible()],
  ["the help sheet", (page) => page.keyboard.press("?"), (page) => expect(page.locator("#help")).toContainText("next change")],
  [
    "the figures",
    (page) => page.getByRole("button", { name: "Figures" }).click(),
    (page) => expect(page.getByRole("table", { name: "What became of the words" })).toBeVisible(),
  ],
  [
    "the field to edit in",
    (page) => chooseOf(page, "after", 0, "Edit paragraph 1 of the later"),
    (page) => expect(page.getByRole("textbox", { name: "Esc ends editing" })).toBeFocused(),
  ],
  [
    "what makes a link to a passage",
    (page) => chooseOf(page, "after", 0, "Copy a link"),
    (page) => expect(page.locator("#passage-said")).toHaveText(/#texts=|copied/),
  ],
];

for (const [what, act, expectDone] of ACTS) {
  test(`${what}: says that it could not be loaded, keeps both texts, and comes with a second try`, async ({ page }) => {
    await openBoth(page);
    await setOffline(page, true);
    await act(page);
    await expect(problem(page)).toHaveText(MISSING);
    await page.keyboard.press("Escape");
    await act(page);
    await expect(problem(page)).toHaveText(MISSING);
    await page.keyboard.press("Escape");
    await expectKept(page, FERRY, FERRY_RETOLD);
    await setOffline(page, false);
    await act(page);
    await expectDone(page);
    await expect(problem(page)).toHaveCount(0);
  });
}

test("what was typed to be found is found once find is there, and Enter asks for it again", async ({ page }) => {
  await openBoth(page);
  await setOffline(page, true);
  await page.keyboard.press("/");
  await page.keyboard.type("crates");
  await page.keyboard.press("Enter");
  await expect(problem(page)).toHaveText(MISSING);
  await setOffline(page, false);
  await page.keyboard.press("Enter");
  await expect(page.locator("#find output")).toHaveText("1 of 2 – earlier 1, later 1");
  await expect(problem(page)).toHaveCount(0);
});

test("the menu of a paragraph and the map are asked for again with the next comparison, and by their key", async ({ page }) => {
  await openReady(page);
  await setOffline(page, true);
  await chooseBoth(page);
  await expect(problem(page)).toHaveText(MISSING);
  await expectKept(page, FERRY, FERRY_RETOLD);
  await setOffline(page, false);
  await element(page).locator(".row").first().focus();
  await page.keyboard.press(".");
  await expect(page.locator("#passage")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("#map")).toBeHidden();
  await page.getByRole("button", { name: "Swap earlier and later" }).click();
  await expectCompared(page, "ferry-2.txt", "ferry-1.txt");
  await expect(page.locator("#map")).toBeVisible();
  await expect(problem(page)).toHaveCount(0);
  await paragraph(page, "before", 0).hover();
  await expect(page.getByRole("button", { name: "What can be done with this paragraph" })).toHaveCSS("position", "absolute");
});

test.describe("ways to keep", () => {
  const FILES = ["JSON", "HTML", "CriticMarkup", "TEI"];

  /** A way to keep that was asked for without a connection, which is there again. @param {Page} page @param {string} way */
  async function missed(page, way) {
    await openBoth(page);
    const item = page.locator("#keep").getByRole("button", { name: way });
    await setOffline(page, true);
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await item.click();
    await expect(page.locator("#keep-said")).toHaveText(MISSING);
    await setOffline(page, false);
    return item;
  }

  for (const way of FILES) {
    test(`${way}: said in the menu, and saved with a second try`, async ({ page }) => {
      const item = await missed(page, way);
      await Promise.all([page.waitForEvent("download"), item.click()]);
      await expect(page.locator("#keep-said")).toContainText("Saved as");
      // The menu is there by now, and another of its ways may be out of reach.
      await setOffline(page, true);
      await page.locator("#keep").getByRole("button", { name: FILES[(FILES.indexOf(way) + 1) % FILES.length] }).click();
      await expect(page.locator("#keep-said")).toHaveText(`This did not work: ${MISSING}`);
      await expectKept(page, FERRY, FERRY_RETOLD);
    });
  }

  for (const [way, expectDone] of /** @type {[string, (page: Page) => Promise<void>][]} */ ([
    ["Copy a link", (page) => expect(page.locator("#keep-said")).toHaveText(/#texts=|copied/)],
    ["Embed this", (page) => expect(page.getByRole("dialog", { name: "Embed this" })).toBeVisible()],
  ])) {
    test(`${way}: said in the menu, and done with a second try`, async ({ page }) => {
      const item = await missed(page, way);
      await item.click();
      await expectDone(page);
    });
  }
});

test("a saved comparison is said not to open, and opens with a second try", async ({ page }) => {
  await openBoth(page);
  const file = { name: "bells.storydiff.json", text: SAVED };
  await setOffline(page, true);
  await choose(page, "after", file);
  await expect(problem(page)).toHaveText(MISSING);
  await expectKept(page, FERRY, FERRY_RETOLD);
  await setOffline(page, false);
  await choose(page, "after", file);
  await expectCompared(page, "one", "two");
  await expect(problem(page)).toHaveCount(0);
});

test("a link that holds both texts is said not to open, and opens when it is followed again", async ({ page }) => {
  await openBoth(page);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await page.evaluate(() => (navigator.clipboard.writeText = async (text) => void Object.assign(globalThis, { copied: text })));
  await page.locator("#keep").getByRole("button", { name: "Copy a link" }).click();
  await expect(page.locator("#keep-said")).toContainText("copied");
  const link = String(await page.evaluate(() => Reflect.get(globalThis, "copied")));
  await openReady(page);
  const follow = (/** @type {string} */ more) => page.evaluate((hash) => (location.hash = hash), new URL(link).hash + more);
  await setOffline(page, true);
  await follow("");
  await expect(problem(page)).toHaveText(MISSING);
  await setOffline(page, false);
  await follow("&at=after-1");
  await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
  await expect(problem(page)).toHaveCount(0);
});

test("samples that cannot be listed are not said to be unknown, and are there when the connection is back", async ({ page }) => {
  await page.route("**/samples/index.json", (route) => route.abort());
  await page.goto("./?sample=lighthouse");
  await expect(problem(page)).toHaveText(MISSING);
  await page.unroute("**/samples/index.json");
  await setOffline(page, true);
  await setOffline(page, false);
  await page.locator("#samples a").first().click();
  await expectCompared(page, "lighthouse-report.txt", "lighthouse-rewrite.txt");
});

test("a style sheet that did not come is asked for again", async ({ page }) => {
  await openBoth(page);
  await page.route("**/figures.css", (route) => route.abort());
  const button = page.getByRole("button", { name: "Figures" });
  const table = page.getByRole("table", { name: "What became of the words" });
  const sheets = () => page.evaluate(() => [...document.styleSheets].filter(({ href }) => href?.endsWith("/figures.css")).length);
  await button.click();
  await expect(table).toBeVisible();
  expect(await sheets()).toBe(0);
  await page.unroute("**/figures.css");
  await button.click();
  await button.click();
  await expect(table).toBeVisible();
  await expect.poll(sheets).toBe(1);
});

test.describe("words in German", () => {
  /** A chunk's name is a hash: what it holds tells which it is. @param {Page} page @param {string} words */
  async function without(page, words) {
    await page.route("**/chunks/*.js", async (route) => {
      const response = await route.fetch();
      if ((await response.text()).includes(words)) await route.abort();
      else await route.fulfill({ response });
    });
  }

  test("that could not be loaded are said to be missing, and spoken when the connection is back", async ({ page }) => {
    await without(page, german.front.heading);
    await page.goto("./?lang=de");
    await expect(page.locator("#languages")).toContainText(MISSING);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.unrouteAll({ behavior: "wait" });
    await setOffline(page, true);
    await setOffline(page, false);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(german.front.heading);
    await expect(page.locator("#languages")).toHaveText("EnglishDeutsch");
  });

  test("that are still to come lose no file that is read meanwhile", async ({ page }) => {
    /** @type {() => void} */
    let speak = () => {};
    const spoken = new Promise((resolve) => (speak = () => resolve(null)));
    const asked = new Promise((resolve) => {
      void page.route("**/chunks/*.js", async (route) => {
        const response = await route.fetch();
        if ((await response.text()).includes(german.front.heading)) {
          resolve(null);
          await spoken;
        }
        await route.fulfill({ response });
      });
    });
    await page.addInitScript(() => {
      const { arrayBuffer } = Blob.prototype;
      const read = new Promise((resolve) => Object.assign(globalThis, { read: () => resolve(null) }));
      File.prototype.arrayBuffer = async function () {
        await read;
        return arrayBuffer.call(this);
      };
    });
    await page.goto("./?lang=de", { waitUntil: "commit" });
    await asked;
    await choose(page, "before", { name: "ferry-1.txt", text: FERRY });
    speak();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(german.front.heading);
    await page.evaluate(() => void Reflect.get(globalThis, "read")());
    await expect(page.locator("#before-place")).toContainText("ferry-1.txt");
  });

  test("that the reader chose are what the next visit begins with, even where they could not be loaded now", async ({ page }) => {
    await without(page, german.front.heading);
    await page.goto("./");
    await page.getByRole("button", { name: "Deutsch" }).click();
    await expect(page.locator("#languages")).toContainText(MISSING);
    await expect(page.getByRole("button", { name: "English" })).toHaveAttribute("aria-pressed", "true");
    await page.unrouteAll({ behavior: "wait" });
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(german.front.heading);
  });

  test("of one tool alone are English until the connection is back, and the tool is there", async ({ page }) => {
    await without(page, germanTools.help.letters);
    await page.goto("./?lang=de");
    await chooseBoth(page);
    await page.keyboard.press("?");
    const help = page.getByRole("dialog");
    await expect(help).toContainText("next change");
    await page.keyboard.press("Escape");
    await page.unrouteAll({ behavior: "wait" });
    await setOffline(page, true);
    await setOffline(page, false);
    await expect(page.locator("#map")).toHaveAttribute("aria-label", germanTools.map.label);
    await page.keyboard.press("?");
    await expect(help).toContainText(germanTools.help.keys.next);
  });
});
