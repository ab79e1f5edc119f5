// The map of the whole text at the edge of the window.
import { readFileSync } from "node:fs";
import { expect, test } from "./watched.js";
import { barsOf, edgesOf } from "../../www/app/map.js";
import { choose, clearBoth, FERRY, serveSources } from "./page-acts.js";

/** @import { Page } from "@playwright/test" */
/** @import { Look } from "../../www/app/looks.js" */

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

const BREAD = `Warm the milk until it steams, then stir in yeast and sugar.

Knead flour, salt and butter for ten minutes by hand.`;

/** A story of some height, in a window that shows a part of it. @param {Page} page */
async function open(page) {
  await page.goto("./?sample=lighthouse");
  await expect(map(page)).toBeVisible();
}

/** @param {Page} page */
const map = (page) => page.getByRole("slider", { name: "Map of the whole text" });

/** @param {Page} page */
const rows = (page) => page.locator("story-diff .row");

/** What each row of the sample looks like on the map. @param {Page} page @returns {Promise<Look[]>} */
function looksDrawn(page) {
  return rows(page).evaluateAll((rows) =>
    rows.map((row) => {
      const { towards, state } = /** @type {HTMLElement} */ (row).dataset;
      return /** @type {Look} */ (towards ? "moved" : state);
    }),
  );
}

const SAID = {
  same: "unchanged",
  changed: "changed",
  retold: "retold",
  moved: "moved",
  removed: "only in the earlier version",
  added: "only in the later version",
};

test.describe("in a wide window", () => {
  test.use({ viewport: { width: 1280, height: 600 } });

  test("is there with a comparison and goes with it", async ({ page }) => {
    await page.goto("./");
    await expect(map(page)).toHaveCount(0);
    await open(page);
    const controls = await map(page).getAttribute("aria-controls");
    await expect(page.locator(`#${controls}`)).toHaveJSProperty("localName", "story-diff");
    await clearBoth(page);
    await expect(map(page)).toHaveCount(0);
  });

  test("is not there for texts that have nothing to do with each other, nor on paper", async ({ page }) => {
    await open(page);
    await page.emulateMedia({ media: "print" });
    await expect(map(page)).toBeHidden();
    await page.emulateMedia({ media: "screen" });
    await clearBoth(page);
    await choose(page, "before", { name: "ferry.txt", text: FERRY });
    await choose(page, "after", { name: "bread.txt", text: BREAD });
    await expect(page.locator("story-diff")).toContainText("These are not versions of one story.");
    await expect(map(page)).toHaveCount(0);
  });

  test("its keys go from row to row, by what the window shows, and to both ends", async ({ page }) => {
    await open(page);
    const looks = await looksDrawn(page);
    const count = looks.length;
    /** @param {number} row from 1 */
    const expectAt = async (row) => {
      await expect(map(page)).toHaveAttribute("aria-valuenow", String(row));
      await expect(map(page)).toHaveAttribute("aria-valuetext", `paragraph ${row} of ${count}: ${SAID[looks[row - 1]]}`);
      await expect(rows(page).nth(row - 1)).toBeInViewport();
      await expect(map(page)).toBeFocused();
    };
    await map(page).focus();
    await expectAt(1);
    await page.keyboard.press("ArrowDown");
    await expectAt(2);
    await page.keyboard.press("End");
    await expectAt(count);
    await page.keyboard.press("ArrowUp");
    await expectAt(count - 1);
    await page.keyboard.press("PageUp");
    const paged = Number(await map(page).getAttribute("aria-valuenow"));
    expect(paged).toBeLessThan(count - 1);
    await expectAt(paged);
    await page.keyboard.press("Home");
    await expectAt(1);
    await page.keyboard.press("ArrowUp");
    await expectAt(1);
  });

  test("Enter goes on into the text", async ({ page }) => {
    await open(page);
    await map(page).focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await expect(rows(page).last()).toBeFocused();
  });

  test("scrolling moves the bracket and draws nothing else", async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      const { prototype } = CanvasRenderingContext2D;
      const { fillRect, roundRect } = prototype;
      const seen = Object.assign(globalThis, { drawn: 0 });
      prototype.fillRect = function (...place) {
        seen.drawn++;
        fillRect.apply(this, place);
      };
      prototype.roundRect = function (...place) {
        seen.drawn++;
        roundRect.apply(this, place);
      };
    });
    const bracket = map(page).locator("span");
    const before = await bracket.boundingBox();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(async () => (await bracket.boundingBox())?.y).toBeGreaterThan(Number(before?.y) + 100);
    await expect(map(page)).not.toHaveAttribute("aria-valuenow", "1");
    expect(await page.evaluate(() => /** @type {typeof globalThis & { drawn: number }} */ (globalThis).drawn)).toBe(0);
  });

  test("a click goes there, and a drag takes the window along", async ({ page }) => {
    await open(page);
    const { x, y, width, height } = /** @type {{ x: number, y: number, width: number, height: number }} */ (await map(page).boundingBox());
    await page.mouse.click(x + width / 2, y + height - 2);
    await expect(rows(page).last()).toBeInViewport();
    await expect(rows(page).first()).not.toBeInViewport();
    await expect(map(page)).toHaveAttribute("aria-valuenow", String(await rows(page).count()));
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + 1, { steps: 3 });
    await expect(rows(page).first()).toBeInViewport();
    await page.mouse.up();
    await page.mouse.move(x + width / 2, y + height - 2);
    await expect(rows(page).first()).toBeInViewport();
  });

  test("rows that are folded away are passed over", async ({ page }) => {
    await open(page);
    await page.locator("story-diff").evaluate((element) => {
      const { rows } = /** @type {import("../../www/element/story-diff.js").StoryDiff} */ (element);
      rows[1].hidden = rows[2].hidden = true;
      element.dispatchEvent(new CustomEvent("storydiff-view"));
    });
    await map(page).focus();
    await page.keyboard.press("ArrowDown");
    await expect(map(page)).toHaveAttribute("aria-valuenow", "4");
  });

  test("each state has a shape of its own, whatever its colour", async ({ page }) => {
    await serveSources(page);
    await open(page);
    const looks = await looksDrawn(page);
    const shapes = await map(page).locator("canvas").evaluate(async (canvas, path) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error("There is no canvas.");
      const { edgesOf } = /** @type {typeof import("../../www/app/map.js")} */ (await import(path));
      const { drawing } = /** @type {import("../../www/element/story-diff.js").StoryDiff} */ (document.querySelector("story-diff"));
      const { report } = /** @type {NonNullable<typeof drawing>} */ (drawing).comparison;
      const sizes = /** @type {NonNullable<typeof drawing>} */ (drawing).rows.map((row) =>
        Math.max(
          ...(/** @type {const} */ (["before", "after"])).map((side) => {
            const bead = row[side];
            if (bead === null) return 0;
            const { start, end } = report.beads[bead][side];
            return report[side].paragraphs.slice(start, end).reduce((sum, paragraph) => sum + paragraph.end - paragraph.start, 0);
          }),
        ),
      );
      const edges = edgesOf(sizes, canvas.clientHeight);
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
      return sizes.map((_, row) => {
        const [start, end] = [edges[row], edges[row + 1]].map((edge) => Math.round(edge * canvas.height));
        const painted = (/** @type {number} */ x) =>
          Array.from({ length: Math.max(1, end - start - 4) }, (_, y) => context.getImageData(x, start + 1 + y, 1, 1).data[3] > 128);
        const [left, right] = [painted(1), painted(canvas.width - 2)];
        if (left.includes(true) && left.includes(false)) return "hatched";
        return left[0] ? (right[0] ? "whole" : "left") : right[0] ? "right" : "none";
      });
    }, "/source/app/map.js");
    const SHAPES = { same: "whole", changed: "whole", retold: "whole", moved: "hatched", removed: "left", added: "right" };
    // The lowest bars are too low for a shape that takes some pixels to see.
    expect(new Set(looks.map((look, row) => `${look} ${shapes[row]}`))).toEqual(new Set(looks.map((look) => `${look} ${SHAPES[look]}`)));
  });

  test("follows the theme", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await open(page);
    const colour = () =>
      map(page).locator("canvas").evaluate((canvas) => {
        const context = /** @type {HTMLCanvasElement} */ (canvas).getContext("2d");
        return [...(context?.getImageData(5, 4, 1, 1).data ?? [])].join();
      });
    const light = await colour();
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(colour).not.toBe(light);
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(colour).toBe(light);
  });

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`axe finds nothing to say of it, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await open(page);
      await page.evaluate(AXE);
      const violations = await page.evaluate(async () => {
        const { axe } = /** @type {typeof globalThis & { axe: typeof import("axe-core") }} */ (globalThis);
        const { violations } = await axe.run("#map");
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
      });
      expect(violations).toEqual([]);
    });
  }
});

for (const width of [320, 599, 600, 700, 900, 1000, 1240, 1440]) {
  test(`covers no text and widens nothing in a window of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto("./?sample=lighthouse");
    await expect(rows(page).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    if (width < 600) return expect(map(page)).toHaveCount(0);
    await expect(map(page)).toBeVisible();
    const box = await map(page).boundingBox();
    const edges = await page.locator("story-diff :is([data-paragraph], .note, .fact, .summary)").evaluateAll((elements) =>
      elements.map((element) => element.getBoundingClientRect().right),
    );
    expect(Math.max(...edges)).toBeLessThanOrEqual(Number(box?.x));
  });
}

test("a book has no more bars than pixels, and the strongest of those that share one is seen", () => {
  const looks = /** @type {Look[]} */ (Array.from({ length: 5000 }, (_, row) => (row % 7 === 0 ? "changed" : "same")));
  looks[2500] = "added";
  looks[4999] = "removed";
  const edges = edgesOf(looks.map((_, row) => 40 + (row % 13) * 60), 800);
  const bars = barsOf(looks, edges, 800, 1);
  expect(bars.length).toBeLessThanOrEqual(800);
  expect(bars.filter(({ rank }) => rank === 5)).toHaveLength(1);
  expect(bars.at(-1)).toMatchObject({ end: 800, rank: 4 });
  expect(bars.every(({ start, end }, index) => end > start && start >= (bars[index - 1]?.end ?? 0))).toBe(true);
});

test("a row is as high as its text is long, and never lower than a hairline", () => {
  const edges = edgesOf([600, 1, 300, 99], 500);
  const heights = edges.slice(1).map((edge, row) => (edge - edges[row]) * 500);
  expect(heights[0] / heights[2]).toBeCloseTo(2);
  expect(heights[1]).toBeGreaterThan(0.95);
  expect(edges.at(-1)).toBe(1);
});
