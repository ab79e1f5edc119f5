// Texts of very many paragraphs: rows are drawn near the window alone, and nothing is lost by that. No test here looks at a clock.
import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { expect as expectSoon, test } from "./watched.js";
import { made } from "../../scripts/trace.js";
import { comparisonOf as comparison } from "../support/pairs.js";
import { open } from "./element-acts.js";
import { choose, expectCompared } from "./page-acts.js";
import { chooseOf, comparisonOf, element, marked, paragraph } from "./reading-acts.js";

/** @import { Page } from "@playwright/test" */
/** @import { StoryDiff } from "../../www/element/story-diff.js" */

test.use({ viewport: { width: 1280, height: 800 } });
test.describe.configure({ timeout: 120_000 });

/** The engine and the browser take their time over so long texts, on a busy machine most of all. */
const expect = expectSoon.configure({ timeout: 45_000 });

/** More rows than are all drawn. */
const MANY = 7000;

/** What is near a window of this height has no more rows than this, however long the text is. */
const NEAR = 1200;

/** @param {Page} page */
const drawn = (page) => element(page).locator(".row").count();

/** Compares two made-up texts of short paragraphs on the page. @param {Page} page @param {number} count @param {string} [hash] */
async function compareMade(page, count, hash = "") {
  await page.goto(`./${hash}`);
  await choose(page, "before", { name: "long-1.txt", text: made(count, 8, false) });
  await choose(page, "after", { name: "long-2.txt", text: made(count, 8, true) });
  await expect(page.locator("#map")).toBeVisible();
  await expectCompared(page, "long-1.txt", "long-2.txt");
}

/** A word of a paragraph that stands in no other, and where it stands. @param {Page} page @param {number} index */
async function passageOf(page, index) {
  const { after, report } = await comparisonOf(page);
  const { start, end } = report.after.paragraphs[index];
  return after.slice(start, end);
}

/** Begins to edit the third paragraph of the later version. @param {Page} page */
async function edit(page) {
  await chooseOf(page, "after", 2, "Edit paragraph 3 of the later version");
  await expect(page.getByRole("textbox", { name: "Esc ends editing" })).toBeFocused();
}

/** Shows a hundred thousand paragraphs, one in seven of them changed: made in the page, which is quicker than to send them there. @param {Page} page @param {number} count */
const showMany = (page, count) =>
  element(page).evaluate(
    (element, count) =>
      new Promise((resolve) => {
        const texts = { before: "", after: "" };
        const versions = { before: version(), after: version() };
        function version() {
          return { language: "en", words: 3 * count, length: 0, paragraphs: /** @type {object[]} */ ([]), sentences: [] };
        }
        const beads = Array.from({ length: count }, (_, index) => {
          const word = index % 7 === 3 ? "grew" : "stood";
          const edits = [];
          const starts = { before: texts.before.length, after: texts.after.length };
          for (const side of /** @type {const} */ (["before", "after"])) {
            const start = texts[side].length;
            texts[side] += `Tree ${index} ${side === "before" ? "stood" : word}.\n\n`;
            versions[side].paragraphs.push({ start, end: texts[side].length - 2, role: "body", sentences: { start: 0, end: 0 } });
          }
          const at = `Tree ${index} `.length;
          const place = (/** @type {"before" | "after"} */ side, /** @type {number} */ from, /** @type {number} */ to) => ({ start: starts[side] + from, end: starts[side] + to });
          const equal = { kind: "equal", before: place("before", 0, at), after: place("after", 0, at) };
          if (word === "grew") edits.push(equal, { kind: "substitution", before: place("before", at, at + 5), after: place("after", at, at + 4) });
          else edits.push({ kind: "equal", before: place("before", 0, at + 6), after: place("after", 0, at + 6) });
          return { kind: "match", moved: false, before: { start: index, end: index + 1 }, after: { start: index, end: index + 1 }, edits };
        });
        for (const side of /** @type {const} */ (["before", "after"])) versions[side].length = texts[side].length;
        const nothing = { inserted: 0, deleted: 0, substituted: 0, substitutes: 0, transposed: 0 };
        const summary = { words: nothing, retold: { before: 1, after: 1 }, beads: {}, sameStory: 1, longest: null };
        element.addEventListener("storydiff-ready", resolve, { once: true });
        Object.assign(element, { comparison: { ...texts, report: { format: 1, ...versions, beads, links: [], facts: [], summary } } });
      }),
    count,
  );

test("of a hundred thousand paragraphs those near the window are drawn, wherever it is, and the words of all are there", async ({ page }) => {
  await open(page);
  await showMany(page, 100_000);
  await expect(paragraph(page, "after", 0)).toBeInViewport();
  expect(await drawn(page)).toBeLessThan(NEAR);
  for (const share of [0.5, 0.25, 1, 0]) {
    await page.evaluate((share) => scrollTo(0, share * document.documentElement.scrollHeight), share);
    await expect.poll(() => element(page).evaluate((host) => {
      const { layout, rows } = /** @type {StoryDiff} */ (host);
      return rows[layout.at(innerHeight / 2)]?.isConnected ?? false;
    })).toBe(true);
    expect(await drawn(page)).toBeLessThan(5 * NEAR);
  }
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect.poll(async () => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    return paragraph(page, "after", 99_999).count();
  }).toBe(1);
  // Whoever searches, listens to or copies the page finds the words of rows that are not drawn.
  await expect(paragraph(page, "after", 50_000)).toHaveCount(0);
  expect(await element(page).evaluate((host) => host.shadowRoot?.querySelector(".rows")?.textContent?.includes("Tree 50000 stood."))).toBe(true);
});

test("a text grows and shrinks around the bound", async ({ page }) => {
  await open(page);
  for (const count of [MANY, 30, MANY + 5, 6000]) {
    await showMany(page, count);
    await expect(paragraph(page, "after", 0)).toBeVisible();
    await expect.poll(async () => (await drawn(page)) < NEAR || (await drawn(page)) === count).toBe(true);
    // On a busy machine, heights that only then become real can push it out of view once.
    await expect(async () => {
      await element(page).evaluate((host, last) => /** @type {StoryDiff} */ (host).focusBead(last), count - 1);
      await expect(paragraph(page, "after", count - 1)).toBeInViewport({ timeout: 5000 });
    }).toPass({ timeout: 30_000 });
    await expect(paragraph(page, "after", count)).toHaveCount(0);
  }
});

test("words are found in rows that are not drawn, and marked there", async ({ page }) => {
  await compareMade(page, MANY);
  const wanted = await passageOf(page, 6000);
  await page.keyboard.press("/");
  await page.locator("#find input").fill(wanted);
  await expect.poll(() => marked(page, "passage")).toEqual([wanted]);
  await expect(paragraph(page, "after", 6000)).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(element(page).locator(".row:has([data-side=after] [data-paragraph='6000'])")).toBeFocused();
  expect(await drawn(page)).toBeLessThan(NEAR);
});

test("an address points at rows that are not drawn, and the way back leads from there", async ({ page }) => {
  await compareMade(page, MANY);
  await page.evaluate(() => (location.hash = "#after-6501"));
  await expect(paragraph(page, "after", 6500)).toBeInViewport();
  await expect.poll(() => marked(page, "passage")).toEqual([await passageOf(page, 6500)]);
  await page.keyboard.press("Escape");
  await expect(paragraph(page, "after", 0)).toBeInViewport();
});

test("keys lead on, row by row and change by change, and to the very end", async ({ page }) => {
  await compareMade(page, MANY);
  const step = page.locator("#step");
  for (let change = 1; change <= 12; change++) {
    await page.keyboard.press("n");
    await expect(step).toContainText(new RegExp(`^\\D*${change}\\D`));
  }
  await page.keyboard.press("p");
  await expect(step).toContainText(/^\D*11\D/);
  const at = () => element(page).evaluate((host) => {
    const { layout, currentRow } = /** @type {StoryDiff} */ (host);
    return currentRow ? layout.indexOf(currentRow) : -1;
  });
  const from = await at();
  for (let step = 0; step < 40; step++) await page.keyboard.press("j");
  expect(await at()).toBe(from + 40);
  await page.locator("#map").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  const { report } = await comparisonOf(page);
  await expect(paragraph(page, "after", report.after.paragraphs.length - 1)).toBeInViewport();
  await expect.poll(() => element(page).evaluate((host) => {
    const { layout, currentRow } = /** @type {StoryDiff} */ (host);
    return currentRow !== null && layout.indexOf(currentRow) === layout.count - 1;
  })).toBe(true);
});

test("the map leads into the middle", async ({ page }) => {
  await compareMade(page, MANY);
  const box = await page.locator("#map").boundingBox();
  if (!box) throw new Error("there is no map");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(() => element(page).evaluate((host) => {
    const { layout } = /** @type {StoryDiff} */ (host);
    return layout.at(innerHeight / 2) / layout.count;
  })).toBeCloseTo(0.5, 1);
  expect(await drawn(page)).toBeLessThan(NEAR);
});

test("all of it is printed, and afterwards it is as it was", async ({ page }) => {
  await compareMade(page, MANY);
  const rows = await element(page).evaluate((host) => /** @type {StoryDiff} */ (host).layout.count);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await drawn(page)).toBe(rows);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect.poll(() => drawn(page)).toBeLessThan(NEAR);
});

for (const [how, count] of /** @type {const} */ ([["in a text that is all drawn", 1500], ["in one that is not", MANY]])) {
  test(`an edited paragraph is drawn anew and no other: ${how}`, async ({ page }) => {
    await compareMade(page, count);
    if (count < MANY) await expect.poll(() => drawn(page)).toBe(await element(page).evaluate((host) => /** @type {StoryDiff} */ (host).layout.count));
    await element(page).evaluate((host) => host.shadowRoot?.querySelectorAll(".row").forEach((row) => row.classList.add("mine")));
    const mine = () => element(page).locator(".row.mine").count();
    const before = await mine();
    await edit(page);
    await page.keyboard.type("Zounds ");
    await expect(paragraph(page, "after", 2)).toContainText("Zounds");
    await page.keyboard.press("Escape");
    await expect.poll(mine).toBe(before - 1);
  });
}

test.describe("a long text that is edited", () => {
  const FIRST = { before: made(1500, 8, false), after: made(1500, 8, true) };

  /** How long the texts are that the engine is asked about. @param {Page} page @returns {Promise<number[]>} */
  const asked = (page) => page.evaluate(() => Reflect.get(window, "asked"));

  /** Whether all of the text was asked about last. @param {Page} page */
  const askedWhole = async (page) => Number((await asked(page)).at(-1)) > 10_000;

  /** @param {Page} page @param {string} put at the start of a paragraph */
  async function expectWhole(page, put) {
    const { start } = comparison(FIRST.before, FIRST.after).report.after.paragraphs[2];
    const after = FIRST.after.slice(0, start) + put + FIRST.after.slice(start);
    const { report } = comparison(FIRST.before, after);
    await expect.poll(async () => (await comparisonOf(page)).after === after).toBe(true);
    await expect.poll(async () => isDeepStrictEqual((await comparisonOf(page)).report, report)).toBe(true);
  }

  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const asked = /** @type {number[]} */ ([]);
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (/** @type {any} */ message) {
        if (typeof message?.after === "string") asked.push(message.after.length);
        postMessage.call(this, message);
      };
      Object.assign(window, { asked });
    });
    await compareMade(page, 1500);
    await edit(page);
    await page.evaluate(() => Reflect.get(window, "asked").splice(0));
  });

  test("is compared where it is edited, and whole when the reader rests", async ({ page }) => {
    await page.keyboard.type("Zounds ");
    await expect(paragraph(page, "after", 2).locator("ins")).toHaveText(/Zounds/);
    await expect.poll(() => askedWhole(page)).toBe(true);
    const lengths = await asked(page);
    expect(lengths.filter((length) => length > 10_000)).toHaveLength(1);
    expect(lengths[0]).toBeLessThan(100);
    await expectWhole(page, "Zounds ");
  });

  test("is kept as the whole has it, also before that is shown", async ({ page }) => {
    await page.keyboard.type("Zounds 12 ");
    await expect(paragraph(page, "after", 2).locator("ins")).toHaveText(/Zounds/);
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#keep").getByRole("button", { name: "JSON" }).click()]);
    const { after, report } = JSON.parse(await readFile(await download.path(), "utf8"));
    expect(report).toEqual(comparison(FIRST.before, after.text).report);
  });

  test("is written on in while the whole is compared: that is given up, and begun again", async ({ page }) => {
    await page.keyboard.type("Zounds ");
    await expect.poll(() => askedWhole(page)).toBe(true);
    await page.keyboard.type("again ");
    await expect(paragraph(page, "after", 2).locator("ins")).toHaveText(/Zounds again/);
    await expectWhole(page, "Zounds again ");
  });

  test("is taken back before the whole is known", async ({ page }) => {
    await page.keyboard.type("Zounds ");
    await expect(paragraph(page, "after", 2).locator("ins")).toHaveText(/Zounds/);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await expectWhole(page, "");
  });
});

test("what is unchanged is folded away, and opens", async ({ page }) => {
  await open(page, '<story-diff only="changes"></story-diff>');
  await showMany(page, MANY);
  const folds = element(page).locator(".fold");
  await expect(folds.nth(1)).toContainText("4");
  await expect(paragraph(page, "after", 6)).toBeHidden();
  await folds.nth(1).click();
  await expect(paragraph(page, "after", 6)).toBeVisible();
  await element(page).evaluate((host) => /** @type {StoryDiff} */ (host).focusBead(5006));
  await expect(paragraph(page, "after", 5006)).toBeInViewport();
});
