import { expect, test } from "./watched.js";
import { open, show } from "./element-acts.js";
import { bells } from "./fixtures/bells.js";
import { compared } from "./fixtures/notation.js";

/** @import { Page } from "@playwright/test" */

/** Shows the bells with these attributes. @param {Page} page @param {string} attributes */
async function showWith(page, attributes) {
  await open(page, `<story-diff ${attributes}></story-diff>`);
  await show(page, bells);
}

/** @param {Page} page @param {number} bead */
const bead = (page, bead) => page.locator(`[data-bead="${bead}"]`);

test.describe("one version to read", () => {
  test.use({ viewport: { width: 1280, height: 900 } });

  test("is the later one, with the other's wording in the margin of the row that is pointed at", async ({ page }) => {
    await showWith(page, 'view="read"');
    const opening = bead(page, 2);
    await expect(opening.locator("[data-side=after] .text")).toBeVisible();
    await expect(opening.locator("[data-side=before]")).toBeHidden();
    const { height } = /** @type {{ height: number }} */ (await opening.boundingBox());
    await opening.hover();
    await expect(opening.locator("[data-side=before]")).toBeVisible();
    const [read, other] = await Promise.all(["after", "before"].map((side) => opening.locator(`[data-side=${side}] .text`).boundingBox()));
    expect(Number(read?.x) + Number(read?.width)).toBeLessThanOrEqual(Number(other?.x));
    expect((await opening.boundingBox())?.height).toBe(height);
  });

  test("can be the earlier one", async ({ page }) => {
    await showWith(page, 'view="read" version="before"');
    await expect(bead(page, 2).locator("[data-side=before] .text")).toBeVisible();
    await expect(bead(page, 2).locator("[data-side=after]")).toBeHidden();
    await expect(bead(page, 10).locator("[data-side=before]")).toBeVisible();
    await expect(page.locator(".head.before")).toBeVisible();
    await expect(page.locator(".head.after")).toBeHidden();
  });

  test("says how much of the other one stood where it has nothing", async ({ page }) => {
    await showWith(page, 'view="read"');
    const gap = await bead(page, 10).evaluate((row) => getComputedStyle(row, "::before").content);
    expect(gap).toBe('"24 words dropped here"');
  });

  test("opens the other's wording by Enter, and closes it again", async ({ page }) => {
    await showWith(page, 'view="read"');
    await bead(page, 2).focus();
    await page.keyboard.press("Enter");
    await expect(bead(page, 2)).toHaveAttribute("data-open");
    await page.keyboard.press("Enter");
    await expect(bead(page, 2)).not.toHaveAttribute("data-open");
  });

  test("keeps the reader's place when the other version is read instead", async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 400 });
    await showWith(page, 'view="read"');
    await page.evaluate(() => document.querySelector("story-diff")?.shadowRoot?.querySelector('[data-bead="11"]')?.scrollIntoView({ block: "center" }));
    const top = async () => Number((await bead(page, 11).boundingBox())?.y);
    const before = await top();
    await page.locator("story-diff").evaluate((element) => element.setAttribute("version", "before"));
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(60);
    await page.locator("story-diff").evaluate((element) => element.setAttribute("view", "inline"));
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(90);
  });
});

test("on a phone, a tap on what is read shows the other's wording below it", async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 360, height: 800 } });
  const page = await context.newPage();
  await showWith(page, 'view="read"');
  await bead(page, 2).locator("[data-side=after] .text").tap();
  await expect(bead(page, 2)).toHaveAttribute("data-open");
  await expect(bead(page, 2).locator("[data-side=before]")).toBeVisible();
  await context.close();
});

test("flipping shows one version in the place of the other, and nothing else moves", async ({ page }) => {
  await showWith(page, 'view="flip"');
  const opening = bead(page, 2);
  const places = () => page.locator("[data-paragraph]").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  const before = await places();
  await expect(opening.locator("[data-side=before]")).toBeVisible();
  await expect(opening.locator("[data-side=after]")).toBeHidden();
  const [here, there] = await Promise.all(["before", "after"].map((side) => opening.locator(`[data-side=${side}] [data-paragraph]`).boundingBox()));
  expect([here?.x, here?.y]).toEqual([there?.x, there?.y]);
  await page.locator("story-diff").evaluate((element) => /** @type {import("../../www/element/story-diff.js").StoryDiff} */ (element).flip(true));
  await expect(opening.locator("[data-side=before]")).toBeHidden();
  await expect(opening.locator("[data-side=after]")).toBeVisible();
  expect(await places()).toEqual(before);
});

for (const view of ["columns", "inline", "read", "flip"]) {
  test(`at 320 pixels nothing scrolls sideways in ${view}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await showWith(page, `view="${view}"`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

test.describe("levels of marks", () => {
  /** @param {Page} page @param {string} level */
  const choose = (page, level) => page.locator("story-diff").evaluate((element, level) => element.setAttribute("level", level), level);
  const marks = (/** @type {Page} */ page) => page.locator("ins").allTextContents();

  const story = compared([
    { text: "The [colour/color|spelling] of the [Sea/sea|case] was [grey/leaden]." },
    { text: "[It/it|case] rained." },
    { text: "Nobody came." },
  ]);

  test("leave out typography, then spelling", async ({ page }) => {
    await open(page);
    await show(page, story);
    expect(await marks(page)).toEqual(["color", "sea", "leaden", "it"]);
    await choose(page, "spelling");
    await expect.poll(() => marks(page)).toEqual(["color", "leaden"]);
    await choose(page, "wording");
    await expect.poll(() => marks(page)).toEqual(["leaden"]);
    await expect(bead(page, 1)).toHaveAttribute("data-state", "same");
    await choose(page, "everything");
    await expect.poll(() => marks(page)).toEqual(["color", "sea", "leaden", "it"]);
  });

  test("down to substance: sentences that came or went, and changed facts", async ({ page }) => {
    await page.goto("/?sample=lighthouse&level=content");
    const element = page.locator("story-diff");
    await expect(element.locator("[data-bead]").first()).toBeVisible();
    const { marked, substance } = await element.evaluate((host) => {
      const { drawing } = /** @type {import("../../www/element/story-diff.js").StoryDiff} */ (host);
      const { report, after } = /** @type {NonNullable<typeof drawing>} */ (drawing).comparison;
      const told = new Set(report.links.map((link) => link.after));
      const sentences = report.after.sentences.filter((_, index) => !told.has(index));
      const facts = report.facts.filter(({ change }) => change !== "kept").flatMap((fact) => fact.after ?? []);
      const substance = [...sentences, ...facts].map(({ start, end }) => after.slice(start, end));
      const inserted = host.shadowRoot?.querySelectorAll('[data-state="changed"] ins') ?? [];
      return { substance, marked: Array.from(inserted, ({ textContent }) => textContent ?? "") };
    });
    expect(marked.length).toBeGreaterThan(3);
    for (const words of marked) expect(substance.some((text) => text.includes(words))).toBe(true);
  });

  test("keep every paragraph's text, character for character", async ({ page }) => {
    for (const level of ["spelling", "wording", "content"]) {
      await showWith(page, `level="${level}"`);
      const drawn = await page.locator("[data-side=after] [data-paragraph]").evaluateAll((all) =>
        all.map((one) => [Number(/** @type {HTMLElement} */ (one).dataset.paragraph), one.textContent]).sort(([one], [other]) => Number(one) - Number(other)),
      );
      expect(drawn).toEqual(bells.report.after.paragraphs.map(({ start, end }, index) => [index, bells.after.slice(start, end)]));
    }
  });
});

test.describe("only what changed", () => {
  const long = compared([
    { text: "First." },
    { text: "Second." },
    { text: "Third." },
    { text: "A [fourth/new]." },
    { text: "Fifth." },
    { text: "Sixth." },
    { text: "Seventh." },
    { text: "Eighth." },
  ]);

  test("folds the rest away, with a way to open it", async ({ page }) => {
    await open(page, '<story-diff only="changes"></story-diff>');
    await show(page, long);
    const shown = () => page.locator(".row:not([hidden])").evaluateAll((rows) => rows.map((row) => Number(/** @type {HTMLElement} */ (row).dataset.bead)));
    expect(await shown()).toEqual([2, 3, 4]);
    await page.getByRole("button", { name: "3 paragraphs unchanged" }).click();
    expect(await shown()).toEqual([2, 3, 4, 5, 6, 7]);
    await page.getByRole("button", { name: "2 paragraphs unchanged" }).focus();
    await page.keyboard.press("Enter");
    expect(await shown()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    await expect(bead(page, 0)).toBeFocused();
  });

  test("opens a fold by itself where a passage in it is gone to", async ({ page }) => {
    await open(page, '<story-diff only="changes"></story-diff>');
    await show(page, long);
    await expect(bead(page, 6)).toBeHidden();
    await page.locator("story-diff").evaluate((element) => /** @type {import("../../www/element/story-diff.js").StoryDiff} */ (element).focusBead(6));
    await expect(bead(page, 6)).toBeFocused();
  });

  test("follows the level of marks", async ({ page }) => {
    await open(page, '<story-diff only="changes" level="wording"></story-diff>');
    await show(page, compared([{ text: "A [Day/day|case]." }, { text: "One." }, { text: "Two." }, { text: "A [new/last] one." }]));
    await expect(page.getByRole("button", { name: "2 paragraphs unchanged" })).toBeVisible();
  });
});

test("what those who listen hear of a paragraph can be nothing, a summary, or every change", async ({ page }) => {
  await showWith(page, "");
  const name = (/** @type {number} */ index) => bead(page, index).getAttribute("aria-label");
  expect(await name(0)).toBe("Earlier paragraph 1, later paragraph 1: five words changed");
  await page.locator("story-diff").evaluate((element) => element.setAttribute("summaries", "changes"));
  await expect.poll(() => name(0)).toBe("Earlier paragraph 1, later paragraph 1: “fall silent” became “will ring again in May”");
  await page.locator("story-diff").evaluate((element) => element.setAttribute("summaries", "off"));
  await expect.poll(() => name(0)).toBe("Earlier paragraph 1, later paragraph 1");
});
