// The figures behind the summary, and the picture of both versions.
import { readFileSync } from "node:fs";
import { expect, test } from "./watched.js";
import { bandsOf } from "../../www/app/bands.js";
import { choose, chooseBoth, clearBoth, FERRY } from "./page-acts.js";

/** @import { Locator, Page } from "@playwright/test" */
/** @import { Drawing } from "../../www/element/types.js" */

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

const BREAD = `Warm the milk until it steams, then stir in yeast and sugar.

Knead flour, salt and butter for ten minutes by hand.`;

/** @param {Page} page */
async function open(page) {
  await page.goto("./?sample=lighthouse");
  await page.getByRole("button", { name: "Figures" }).click();
}

/** @param {Page} page */
const panel = (page) => page.getByRole("region", { name: "Figures" });

/** @param {Page} page */
const picture = (page) => panel(page).getByRole("group");

/** The figures of a table by their row, each side's. @param {Locator} table */
async function figuresIn(table) {
  await expect(table).toBeVisible();
  const rows = await table.locator("tbody tr, tfoot tr").evaluateAll((rows) =>
    rows.map((row) => Array.from(/** @type {HTMLTableRowElement} */ (row).cells, ({ textContent }) => textContent)),
  );
  return Object.fromEntries(rows.map(([name, ...counts]) => [name, counts.map((count) => Number(count.replace("–", "0").replace(",", "")))]));
}

test("stand under the summary, closed until they are asked for", async ({ page }) => {
  await page.goto("./?sample=lighthouse");
  const button = page.getByRole("button", { name: "Figures" });
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await expect(panel(page)).toHaveCount(0);
  const [summary, figures, text] = await Promise.all(
    [page.locator("story-diff .summary"), button, page.locator("story-diff .rows")].map((part) => part.boundingBox()),
  );
  expect(Number(figures?.y)).toBeGreaterThan(Number(summary?.y));
  expect(Number(figures?.y)).toBeLessThan(Number(text?.y));
  expect(figures?.x).toBe(summary?.x);
  await button.press("Enter");
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await expect(panel(page)).toBeVisible();
  await button.press("Enter");
  await expect(panel(page)).toHaveCount(0);
  await clearBoth(page);
  await expect(button).toHaveCount(0);
});

test("the words and the paragraphs of each side add up", async ({ page }) => {
  await open(page);
  for (const [name, whole] of /** @type {const} */ ([["What became of the words", [493, 488]], ["What became of the paragraphs", [15, 14]]])) {
    const { "in all": all, ...parts } = await figuresIn(page.getByRole("table", { name }));
    expect(all).toEqual(whole);
    expect([0, 1].map((side) => Object.values(parts).reduce((sum, counts) => sum + counts[side], 0))).toEqual(whole);
  }
  const paragraphs = await figuresIn(page.getByRole("table", { name: "What became of the paragraphs" }));
  expect(paragraphs).toMatchObject({ moved: [3, 3], dropped: [2, 0], added: [0, 1] });
  await expect(page.getByRole("rowheader", { name: "recast" })).toHaveCount(0);
});

test("the longest passage kept is quoted, and leads there and back", async ({ page }) => {
  await open(page);
  const quoted = panel(page).getByRole("button", { name: "Hester Vane" });
  await quoted.click();
  await expect(page.locator("story-diff [data-shown=after]")).toBeFocused();
  await expect(page.locator("story-diff [data-shown=after]")).toContainText("Hester Vane");
  const marked = await page.evaluate(() => Array.from(CSS.highlights.get("storydiff-passage") ?? [], String));
  expect(marked).toEqual([(await quoted.innerText()).replace(/[“”]/g, "")]);
  await page.keyboard.press("Escape");
  await expect(quoted).toBeFocused();
});

test("the picture has a segment for every paragraph, or group of them, and joins counterparts", async ({ page }) => {
  await open(page);
  const beads = await page.locator("story-diff").evaluate((element) => {
    const { drawing } = /** @type {import("../../www/element/story-diff.js").StoryDiff} */ (element);
    return drawing?.comparison.report.beads.map(({ kind, moved }) => ({ kind, moved })) ?? [];
  });
  const alone = beads.filter(({ kind }) => kind === "insertion" || kind === "deletion").length;
  await expect(picture(page).locator(".join")).toHaveCount(beads.length - alone);
  await expect(picture(page).getByRole("button")).toHaveCount(2 * beads.length - alone);
  await expect(picture(page).locator(":is(.removed, .added) .join")).toHaveCount(0);
  await expect(picture(page).locator(".moved .join")).toHaveCount(beads.filter(({ moved }) => moved).length);
  await expect(picture(page)).toHaveAccessibleName(/15 earlier paragraphs, 14 later; .*3 moved, 2 dropped, 1 added$/);
});

for (const [way, width, along, back, across, home] of /** @type {const} */ ([
  ["lying", 1280, "ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"],
  ["upright", 360, "ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"],
])) {
  test(`the keyboard goes along the strips, across and into the text, ${way}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    const segment = (/** @type {string} */ name) => picture(page).getByRole("button", { name, exact: true });
    const first = segment("Earlier paragraph 1, later paragraph 1: retold");
    // Loaded and drawn once it is asked for: a key that comes earlier passes it by.
    await expect(first).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(first).toBeFocused();
    await page.keyboard.press(along);
    await expect(segment("Earlier paragraph 2: dropped")).toBeFocused();
    await page.keyboard.press(across);
    await expect(segment("Earlier paragraph 2: dropped")).toBeFocused();
    await page.keyboard.press("Home");
    for (let step = 0; step < 3; step++) await page.keyboard.press(along);
    const moved = /^Earlier paragraph 4, later paragraph (\d+): moved$/;
    await expect(picture(page).getByRole("button", { name: moved })).toBeFocused();
    await expect(panel(page).locator("figcaption")).toContainText(moved.source.slice(1, 20));
    await page.keyboard.press(across);
    const later = picture(page).getByRole("button", { name: /^Later paragraph \d+, earlier paragraph 4: moved$/ });
    await expect(later).toBeFocused();
    await page.keyboard.press("Enter");
    const end = page.locator("story-diff [data-moved]:focus");
    await expect(end.locator("[data-side=after] [data-paragraph]")).toHaveCount(1);
    await expect(end).toBeInViewport();
    await page.keyboard.press("Escape");
    await expect(later).toBeFocused();
    await page.keyboard.press(home);
    await expect(picture(page).getByRole("button", { name: moved })).toBeFocused();
    await page.keyboard.press(back);
    await expect(picture(page).getByRole("button", { name: /^Earlier paragraph 3,/ })).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(panel(page).getByRole("button", { name: "Hester Vane" })).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await expect(picture(page).getByRole("button", { name: /^Earlier paragraph 3,/ })).toBeFocused();
  });
}

test("pointing at a passage says what became of it, and a click leads there", async ({ page }) => {
  await open(page);
  const caption = panel(page).locator("figcaption");
  await expect(caption).toHaveText("Point at a passage to see what became of it; click to read it.");
  const added = picture(page).locator(".added .segment");
  await added.hover();
  await expect(caption).toContainText(/^Later paragraph \d+: added/);
  await expect(caption.locator("q")).toHaveText(/\w/);
  await added.click();
  await expect(page.locator("story-diff [data-kind=insertion]")).toBeFocused();
  await expect(page.locator("story-diff [data-kind=insertion]")).toBeInViewport();
});

test("a click into what joins two leads to the later one", async ({ page }) => {
  await open(page);
  const moved = picture(page).locator(".moved").first();
  await moved.locator(".join").dispatchEvent("click", { clientX: 0, clientY: 0 });
  await expect(page.locator("story-diff [data-moved]:focus [data-side=after] [data-paragraph]")).toHaveCount(1);
});

test("texts that have nothing to do with each other have plain figures and no picture", async ({ page }) => {
  await page.goto("./");
  await choose(page, "before", { name: "ferry.txt", text: FERRY });
  await choose(page, "after", { name: "bread.txt", text: BREAD });
  await page.getByRole("button", { name: "Figures" }).click();
  expect(await figuresIn(panel(page).getByRole("table", { name: "How much there is" }))).toEqual({
    words: [FERRY, BREAD].map((text) => text.split(/\s+/).length),
    sentences: [4, 2],
    paragraphs: [3, 2],
  });
  await expect(panel(page).locator("svg")).toHaveCount(0);
  await expect(panel(page).getByRole("table")).toHaveCount(1);
});

test("follow the texts while they are open", async ({ page }) => {
  await open(page);
  await clearBoth(page);
  await chooseBoth(page);
  await expect(panel(page).getByRole("table", { name: "What became of the paragraphs" }).getByRole("row", { name: "in all" })).toHaveText(/3\s*4/);
  await expect(picture(page).locator(".added .segment")).toHaveCount(1);
});

test("what the texts say is shown as it is", async ({ page }) => {
  await page.goto("./");
  const text = "<b>Bold</b> words were said at the gate <img src=x> before noon, and then again at night.";
  await choose(page, "before", { name: "<i>.txt", text });
  await choose(page, "after", { name: "after.txt", text: `${text}\n\nNobody answered.` });
  await page.getByRole("button", { name: "Figures" }).click();
  await expect(panel(page).locator("dl q")).toContainText("<b>Bold</b> words were said at the gate <img src=x>");
  await expect(panel(page).locator("img, q b, i")).toHaveCount(0);
});

test("read in German", async ({ page }) => {
  await page.goto("?lang=de");
  await chooseBoth(page);
  await page.getByRole("button", { name: "Zahlen" }).click();
  await expect(page.getByRole("table", { name: "Was aus den Absätzen wurde" })).toContainText("hinzugekommen");
  await expect(page.getByRole("slider", { name: "Karte des ganzen Textes" })).toHaveAttribute("aria-valuetext", "Absatz 1 von 4: geändert");
  await expect(page.getByRole("button", { name: "Früher Absatz 1, später Absatz 1: geändert" })).toHaveCount(1);
});

test("a book is drawn in few bands that hold every paragraph, and hide no change", () => {
  const drawing = bookOf(3000);
  const bands = bandsOf(drawing);
  expect(bands.length).toBeLessThanOrEqual(130);
  expect(bands.length).toBeGreaterThan(30);
  expect(bands.flatMap(({ beads }) => beads).sort((one, other) => one - other)).toEqual([...drawing.states.keys()]);
  for (const { look, beads } of bands) {
    if (look === "same") expect(beads.every((bead) => drawing.states[bead] === "same")).toBe(true);
    if (look === "moved") expect(beads.every((bead) => drawing.comparison.report.beads[bead].moved)).toBe(true);
  }
  expect(bands.filter(({ look }) => look === "moved")).toHaveLength(1);
  expect(bandsOf(bookOf(40))).toHaveLength(39);
});

/** A book whose paragraphs are unchanged, changed, retold, dropped and added by turns, and two of which moved together. @param {number} count */
function bookOf(count) {
  const LENGTH = 100;
  const kinds = /** @type {const} */ (["match", "match", "match", "deletion", "match", "insertion"]);
  const states = /** @type {const} */ (["same", "changed", "retold", "removed", "same", "added"]);
  const at = { before: 0, after: 0 };
  const beads = Array.from({ length: count }, (_, index) => {
    const turn = (index * index) % 6;
    const range = (/** @type {"before" | "after"} */ side, /** @type {string} */ without) => ({
      start: at[side],
      end: (at[side] += kinds[turn] === without ? 0 : 1),
    });
    const moved = index === 24 || index === 25;
    return { kind: kinds[turn], moved, move: moved ? 0 : undefined, before: range("before", "insertion"), after: range("after", "deletion"), similarity: 1, edits: [] };
  });
  const version = (/** @type {number} */ paragraphs) => ({
    paragraphs: Array.from({ length: paragraphs }, (_, index) => ({ start: index * LENGTH, end: index * LENGTH + LENGTH - 2 })),
  });
  const report = { beads, before: version(at.before), after: version(at.after) };
  const drawing = { comparison: { before: "", after: "", report }, states: beads.map((_, index) => states[(index * index) % 6]), rows: [] };
  return /** @type {Drawing} */ (/** @type {unknown} */ (drawing));
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [1280, 320]) {
    test(`axe finds nothing to say, and nothing scrolls sideways, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await open(page);
      await expect(picture(page)).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      await page.evaluate(AXE);
      const violations = await page.evaluate(async () => {
        const { axe } = /** @type {typeof globalThis & { axe: typeof import("axe-core") }} */ (globalThis);
        const { violations } = await axe.run("#figures");
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
      });
      expect(violations).toEqual([]);
    });
  }
}
