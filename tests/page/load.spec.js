// Long use: comparison after comparison in one tab, many elements on one page, and a day's typing. `STORYDIFF_LOAD=full` does all
// of it as often as a reader might in a day, and prints what it measured.
import { expect, test } from "./watched.js";
import { open } from "./element-acts.js";
import { meter, memoryOf, numbers, showMemory, tell, times } from "./load-acts.js";
import { chooseBoth, FERRY, FERRY_RETOLD } from "./page-acts.js";
import { chooseOf, comparisonOf, expectDrawn } from "./reading-acts.js";

/** @import { Page } from "@playwright/test" */
/** @import { StoryDiff } from "../../www/element/story-diff.js" */

test.use({ viewport: { width: 1280, height: 800 } });
test.describe.configure({ timeout: times(180_000, 3_600_000) });

/** More than browsers hold on to by themselves, and less than any text, row or listener that stays with every comparison would come to. */
const SLACK = { heap: 4_000_000, nodes: 40, listeners: 10 };

/** @param {import("./load-acts.js").Held} before @param {import("./load-acts.js").Held} after */
function expectNoMore(before, after) {
  for (const what of /** @type {const} */ (["nodes", "listeners", "heap"])) expect(after[what] - before[what], what).toBeLessThan(SLACK[what]);
}

/** Some paragraphs, each unlike the others. @param {number} count @param {number} seed */
function story(count, seed) {
  const random = numbers(seed);
  const words = "the ferry left at six and nobody on quay looked up while Mara counted crates rain came in from west her brother was waving".split(" ");
  const sentence = () => Array.from({ length: 12 }, () => words[Math.floor(random() * words.length)]).join(" ");
  return Array.from({ length: count }, (_, index) => `${index} ${sentence()}. ${sentence()}.`).join("\n\n");
}

/**
 * Compares so often, in the page: both texts exchanged, one of them replaced, and one replaced before its predecessor is compared.
 *
 * @param {Page} page
 * @param {number} often
 * @param {string[]} texts
 */
function compareAgain(page, often, texts) {
  return page.evaluate(
    async ([often, texts]) => {
      const element = /** @type {StoryDiff} */ (document.querySelector("story-diff"));
      const input = /** @type {HTMLInputElement} */ (document.querySelector("#after-file"));
      const choose = (/** @type {number} */ nth) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([texts[nth % texts.length]], `${nth % texts.length}.txt`));
        input.files = transfer.files;
        input.dispatchEvent(new Event("change"));
      };
      for (let nth = 0; nth < often; nth++) {
        const drawn = new Promise((resolve) => element.addEventListener("storydiff-ready", resolve, { once: true }));
        if (nth % 3 === 0) /** @type {HTMLElement} */ (document.querySelector(".bar [data-act=swap]")).click();
        if (nth % 3 === 2) choose(nth + 1);
        if (nth % 3 !== 0) choose(nth);
        await drawn;
      }
    },
    /** @type {const} */ ([often, texts]),
  );
}

test("comparison after comparison, a tab holds what it held after the first ones", async ({ page }) => {
  // Multiples of 15 all end with the same texts.
  const often = times(90, 1005);
  await showMemory(page);
  await page.goto("./");
  await chooseBoth(page);
  await expectDrawn(page);
  const held = await meter(page);
  const texts = [1, 2, 3, 4, 5].map((seed) => story(30, seed));
  await compareAgain(page, 15, texts);
  const [before, memory] = [await held(), await memoryOf(page)];
  await compareAgain(page, often, texts);
  const after = await held();
  tell(`${often} comparisons`, { before, after, engine: [memory, await memoryOf(page)] });
  expectNoMore(before, after);
  expect(await memoryOf(page)).toBeLessThanOrEqual(memory + 2_000_000);
  expect(page.workers()).toHaveLength(1);
});

test("ten elements on one page are all drawn by one engine, and leave nothing behind", async ({ page }) => {
  const files = Object.fromEntries(Array.from({ length: 10 }, (_, nth) => [`${nth}.txt`, `${FERRY}\n\nThis is number ${nth}.`]));
  await open(page, "", { ...files, "after.txt": FERRY_RETOLD }, "default-src 'self' 'wasm-unsafe-eval'");
  const held = await meter(page);
  /** Puts ten elements there, waits until they are drawn, and takes them away. */
  const round = async (/** @type {() => Promise<void>} */ look) => {
    await page.evaluate(async () => {
      const ready = Array.from({ length: 10 }, (_, nth) => {
        const element = document.createElement("story-diff");
        element.setAttribute("before-src", `/${nth}.txt`);
        element.setAttribute("after-src", "/after.txt");
        document.body.append(element);
        return new Promise((resolve, reject) => {
          element.addEventListener("storydiff-ready", resolve, { once: true });
          element.addEventListener("storydiff-error", reject, { once: true });
          element.scrollIntoView();
        });
      });
      // They load as they come into view: each is brought there until it is drawn.
      let drawn = 0;
      for (const one of ready) void one.then(() => drawn++);
      for (let nth = 0; drawn < 10; nth++) {
        document.querySelectorAll("story-diff")[nth % 10].scrollIntoView();
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      await Promise.all(ready);
    });
    await look();
    await page.evaluate(() => document.body.querySelectorAll("story-diff").forEach((element) => element.remove()));
  };
  const rounds = times(5, 50);
  await round(async () => {
    for (let nth = 0; nth < 10; nth++) {
      const paragraphs = page.locator("story-diff").nth(nth).locator("[data-side=before] [data-paragraph]");
      await expect(paragraphs.last()).toHaveText(`This is number ${nth}.`);
    }
  });
  expect(page.workers()).toHaveLength(1);
  const [worker] = page.workers();
  await round(async () => {});
  const before = await held();
  for (let time = 0; time < rounds; time++) await round(async () => {});
  const after = await held();
  tell(`ten elements, ${rounds} times`, { before, after });
  expectNoMore(before, after);
  expect(page.workers()).toEqual([worker]);
});

test("a day's typing: every letter is where it was written, little is held on to, and all of it can be taken back", async ({ page }) => {
  const [fields, letters] = [times(8, 90), times(25, 111)];
  await showMemory(page);
  await page.goto("./");
  await chooseBoth(page);
  await expectDrawn(page);
  const held = await meter(page);
  const random = numbers(7);
  const SIGNS = ["a", "e", " ", ",", "ß", "é", "e\u0301", "👩🏽", "漢", "“", "\u00a0", "1"];
  const texts = [FERRY_RETOLD];
  const paragraphs = FERRY_RETOLD.split("\n\n");
  /** @type {{ held: import("./load-acts.js").Held, memory: number } | null} */
  let before = null;
  for (let field = 0; field < fields; field++) {
    const index = Math.floor(random() * paragraphs.length);
    await page.mouse.move(0, 0);
    await chooseOf(page, "after", index, new RegExp(`^Edit paragraph ${index + 1} of the later`));
    const edits = Array.from({ length: letters }, () => [random(), random(), random()]);
    paragraphs[index] = await page.locator(".editor").evaluate(
      async (field, [edits, SIGNS]) => {
        const area = /** @type {HTMLTextAreaElement} */ (field);
        for (const [nth, [what, where, which]] of edits.entries()) {
          const signs = Array.from(area.value);
          // Not at the ends: white space there is no part of a paragraph.
          const at = 1 + Math.floor(where * (signs.length - 2));
          if (what < 0.45 && signs.length > 60) signs.splice(at, 1);
          else signs.splice(at, 0, SIGNS[Math.floor(which * SIGNS.length)]);
          area.value = signs.join("");
          area.dispatchEvent(new InputEvent("input"));
          // Some letters are typed while the last ones are compared, some are not.
          if (nth % 3 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        return area.value;
      },
      /** @type {const} */ ([edits, SIGNS]),
    );
    await page.keyboard.press("Escape");
    texts.push(paragraphs.join("\n\n"));
    await expect.poll(async () => (await comparisonOf(page)).after).toBe(texts[texts.length - 1]);
    if (field === 2) before = { held: await held(), memory: await memoryOf(page) };
  }
  const after = await held();
  tell(`${fields * letters} edits`, { before, after, engine: await memoryOf(page) });
  expectNoMore(/** @type {NonNullable<typeof before>} */ (before).held, after);
  expect(await memoryOf(page)).toBeLessThanOrEqual(/** @type {NonNullable<typeof before>} */ (before).memory + 2_000_000);
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  for (const text of texts.slice(0, -1).reverse()) {
    await undo.click();
    await expect.poll(async () => (await comparisonOf(page)).after).toBe(text);
  }
  await expect(undo).toBeHidden();
});
