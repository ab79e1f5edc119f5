// What was kept opens again: saved comparisons, and links that hold both texts.
import { expect, test } from "./watched.js";
import { bells } from "./fixtures/bells.js";
import { compared } from "./fixtures/notation.js";
import { choose, chooseBoth, drop, expectCompared, FERRY, FERRY_RETOLD, paragraphs, serveSources } from "./page-acts.js";

test.beforeEach(({ page }) => serveSources(page));

/** @import { Page } from "@playwright/test" */

/** @param {{ before: string, after: string, report: object }} comparison @param {{ before: string, after: string }} [names] */
function savedText({ before, after, report }, names = { before: "earlier bells", after: "later bells" }) {
  return JSON.stringify({ storydiff: 1, before: { name: names.before, text: before }, after: { name: names.after, text: after }, report });
}

const SAVED = { name: "bells.json", text: savedText(bells), type: "application/json" };

/** The fragment of a link to two texts. @param {Page} page @param {string} before @param {string} after */
function linkTo(page, before, after) {
  return page.evaluate(
    async ([before, after]) => {
      const { packTexts } = await import(`${location.origin}/source/keep/link.js`);
      return (await packTexts({ before, after, names: { before: "one.txt", after: "two.txt" } })).fragment;
    },
    [before, after],
  );
}

/** @param {Page} page @param {string} sentence */
const expectProblem = (page, sentence) => expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();

test.describe("a saved comparison", () => {
  test("opens where it is dropped, without the engine", async ({ page }) => {
    await page.route(/worker\.js|\.wasm/, (route) => route.abort());
    await page.goto("./");
    await drop(page, [SAVED], "footer");
    await expectCompared(page, "earlier bells", "later bells");
    await expect(paragraphs(page, "after")).toHaveCount(bells.report.after.paragraphs.length);
    expect(await page.locator("story-diff").evaluate((element) => /** @type {any} */ (element).comparison.report)).toEqual(bells.report);
  });

  test("opens where it is chosen for one side, in the place of both texts, and the way back leads to them", async ({ page }) => {
    await page.goto("./?sample=lighthouse");
    await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
    const sample = await page.title();
    await choose(page, "after", SAVED);
    await expectCompared(page, "earlier bells", "later bells");
    await page.goBack();
    await expect(page).toHaveTitle(sample);
    await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
    await page.route(/worker\.js|\.wasm/, (route) => route.abort());
    await page.goForward();
    await expectCompared(page, "earlier bells", "later bells");
  });

  test("is compared anew once its texts stand otherwise than they came", async ({ page }) => {
    await page.goto("./");
    await drop(page, [SAVED]);
    await expectCompared(page, "earlier bells", "later bells");
    const engine = () => page.locator("story-diff").evaluate((element) => /** @type {any} */ (element).comparison.report.engine);
    expect(await engine()).toBe("notation");
    await page.getByRole("button", { name: "Swap earlier and later" }).click();
    await expectCompared(page, "later bells", "earlier bells");
    expect(await engine()).toMatch(/^storydiff /);
    await page.getByRole("button", { name: "Swap earlier and later" }).click();
    await expectCompared(page, "earlier bells", "later bells");
    expect(await engine()).toBe("notation");
    await drop(page, [{ name: "ferry.txt", text: FERRY }], "#after-place");
    await expectCompared(page, "earlier bells", "ferry.txt");
    expect(await engine()).toMatch(/^storydiff /);
  });

  test("that is not whole says so in one sentence, and nothing is lost", async ({ page }) => {
    await page.goto("./");
    await chooseBoth(page);
    const { report } = bells;
    const bad = [
      [savedText({ ...bells, report: { ...report, beads: report.beads.slice(1) } }), "This comparison cannot be shown: paragraph 1 of the earlier text is not aligned."],
      [savedText({ ...bells, after: `${bells.after}.` }), "This comparison cannot be shown: the later text is not the one that was compared."],
      [JSON.stringify({ storydiff: 1 }), "This comparison cannot be shown: one of its texts is missing."],
      [SAVED.text.slice(0, -100), "“bells.json” begins like a saved comparison, but it is damaged or its end is missing."],
    ];
    for (const [text, sentence] of bad) {
      await drop(page, [{ ...SAVED, text }], "footer");
      await expectProblem(page, sentence);
      await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
    }
  });

  test("without names calls its versions what they are", async ({ page }) => {
    await page.goto("./");
    const { before, after, report } = compared([{ text: "One lamp [was/is] lit." }]);
    await drop(page, [{ name: "lamp.json", text: JSON.stringify({ storydiff: 1, before: { text: before }, after: { text: after }, report }) }]);
    await expectCompared(page, "Earlier version", "Later version");
  });

  test("is told from other texts in the same notation", async ({ page }) => {
    await page.goto("./");
    await choose(page, "before", { name: "a.json", text: '{"storydiff": 2, "lamp": "lit"}' });
    await choose(page, "after", { name: "b.json", text: '{"lamp": "out"' });
    await expectCompared(page, "a.json", "b.json");
  });
});

test.describe("a link with both texts", () => {
  test("opens, keeps its address, and the way back and forward leads through it", async ({ page }) => {
    await page.goto("./");
    const fragment = await linkTo(page, FERRY, FERRY_RETOLD);
    const other = await linkTo(page, FERRY_RETOLD, FERRY);
    await page.goto("./");
    // As from the address bar: the page lives on.
    await page.evaluate((fragment) => location.assign(fragment), fragment);
    await expectCompared(page, "one.txt", "two.txt");
    await page.goBack();
    await expect(page.locator("#lead")).toBeVisible();
    await chooseBoth(page);
    await page.evaluate((fragment) => location.assign(fragment), fragment);
    await expectCompared(page, "one.txt", "two.txt");
    expect(new URL(page.url()).hash).toBe(fragment);
    await page.evaluate((fragment) => location.assign(fragment), other);
    await expect(page.locator("story-diff ins")).toHaveCount(1);
    expect(new URL(page.url()).hash).toBe(other);
    await page.goBack();
    expect(new URL(page.url()).hash).toBe(fragment);
    await expect(page.locator("story-diff ins")).toHaveCount(2);
    await page.goBack();
    await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
    expect(new URL(page.url()).hash).toBe("");
    await page.goForward();
    await expectCompared(page, "one.txt", "two.txt");
    expect(new URL(page.url()).hash).toBe(fragment);
    await page.reload();
    await expectCompared(page, "one.txt", "two.txt");
    expect(new URL(page.url()).hash).toBe(fragment);
  });

  test("leaves the address once its texts are others", async ({ page }) => {
    await page.goto("./");
    const fragment = await linkTo(page, FERRY, FERRY_RETOLD);
    await page.goto("about:blank");
    await page.goto(`./${fragment}`);
    await expectCompared(page, "one.txt", "two.txt");
    await page.getByRole("button", { name: "Swap earlier and later" }).click();
    await expectCompared(page, "two.txt", "one.txt");
    expect(new URL(page.url()).hash).toBe("");
    await page.goBack();
    await expectCompared(page, "one.txt", "two.txt");
    expect(new URL(page.url()).hash).toBe(fragment);
  });

  test("that is damaged says so, and the page is there to be used", async ({ page }) => {
    await page.goto("./#texts=1.abc");
    await expectProblem(page, "it was cut short or changed on its way");
    await expect(page.locator("#lead")).toBeVisible();
    await chooseBoth(page);
    expect(new URL(page.url()).hash).toBe("");
  });

  test("is never sent anywhere", async ({ page }) => {
    /** @type {string[]} */
    const asked = [];
    page.on("request", (request) => asked.push(request.url() + (request.postData() ?? "") + JSON.stringify(request.headers())));
    await page.goto("./");
    const fragment = await linkTo(page, FERRY, FERRY_RETOLD);
    await page.goto("about:blank");
    await page.goto(`./${fragment}`);
    await expectCompared(page, "one.txt", "two.txt");
    // Playwright names the fragment of the document's own address, which no request has.
    expect(asked.filter((request) => request.includes("texts=") && !request.startsWith(page.url()))).toEqual([]);
  });

  test("another fragment leaves the texts as they are", async ({ page }) => {
    await page.goto("./");
    await chooseBoth(page);
    await page.evaluate(() => location.assign("#elsewhere"));
    await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
    await page.goBack();
    await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
  });
});
