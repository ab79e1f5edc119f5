// Hostile texts, names and addresses, by every way into the page: all are shown as they are, and nothing comes of them.
import { CORPUS, HOSTILE, storyOf } from "../support/hostile.js";
import { comparisonOf } from "../support/pairs.js";
import { bells } from "./fixtures/bells.js";
import { guard, inventory, unlike } from "./hostile-acts.js";
import { choose, drop, openBare, serveSources } from "./page-acts.js";
import { expectDrawn } from "./reading-acts.js";
import { expect, test } from "./watched.js";

/** @import { Page } from "@playwright/test" */
/** @import { StoryDiff } from "../../www/element/story-diff.js" */

test.describe.configure({ timeout: 120_000 });

const TEXTS = CORPUS.map(({ text }) => text);

/** No text file holds U+0000. */
const IN_FILES = TEXTS.filter((text) => !text.includes("\0"));

/** @type {() => Promise<void>} */
let expectNoHarm;
test.beforeEach(async ({ page }) => {
  expectNoHarm = await guard(page);
});
test.afterEach(() => expectNoHarm());

/** Nothing but text was added to the page, and all of it is shown. @param {Page} page @param {Awaited<ReturnType<typeof inventory>>} before @param {"all" | "file"} [medium] */
async function expectShown(page, before, medium) {
  await expectDrawn(page);
  expect(await unlike(page, medium)).toEqual({ shown: 2 * (medium === "file" ? IN_FILES : TEXTS).length, wrong: [] });
  expect(await inventory(page)).toEqual(before);
  expect(before.handled).toEqual([]);
}

test("there are strings enough, of every class", () => {
  expect(TEXTS.length).toBeGreaterThanOrEqual(200);
  expect(new Set(TEXTS).size).toBe(TEXTS.length);
  expect(Object.keys(HOSTILE)).toHaveLength(21);
});

for (const encoding of /** @type {const} */ (["utf8", "utf16le"])) {
  test(`as files, ${encoding}`, async ({ page }) => {
    await page.goto("./");
    const before = await inventory(page);
    // In UTF-16, each half of a pair is written as it is, and read as U+FFFD.
    const mark = encoding === "utf16le" ? "\ufeff" : "";
    await choose(page, "before", { name: "1.txt", bytes: [...Buffer.from(mark + storyOf(IN_FILES), encoding)] });
    const excerpt = String(await page.locator("#before-place .excerpt").textContent());
    expect(storyOf(IN_FILES).startsWith(excerpt)).toBe(true);
    expect(excerpt.length).toBeGreaterThan(1000);
    await choose(page, "after", { name: "2.txt", bytes: [...Buffer.from(mark + storyOf(IN_FILES, true), encoding)] });
    await expectShown(page, before, "file");
  });
}

test("a file with U+0000 is no text, and a sentence says so", async ({ page }) => {
  await page.goto("./");
  for (const text of TEXTS.filter((text) => text.includes("\0"))) {
    await choose(page, "before", { name: "1.txt", text });
    await expect(page.getByRole("alert").filter({ hasText: "1.txt" })).toBeVisible();
  }
});

test("by paste, to the code unit", async ({ page }) => {
  await page.goto("./");
  const before = await inventory(page);
  await page.evaluate(async () => {
    const { CORPUS, storyOf } = await import(/** @type {string} */ ("/hostile.js"));
    const texts = CORPUS.map((/** @type {{ text: string }} */ { text }) => text);
    for (const later of [false, true]) {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", storyOf(texts, later));
      const pasted = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.querySelector(later ? "#after-place textarea" : "#before-place textarea")?.dispatchEvent(pasted);
    }
  });
  await expectShown(page, before);
});

test("as the names of files", async ({ page }) => {
  await page.goto("./");
  await choose(page, "before", { name: "1.txt", text: "One." });
  await choose(page, "after", { name: "2.txt", text: "Two." });
  await expectDrawn(page);
  const before = await inventory(page);
  const wrong = await page.evaluate(async () => {
    const { CORPUS, wellFormed } = await import(/** @type {string} */ ("/hostile.js"));
    const host = /** @type {StoryDiff} */ (document.querySelector("story-diff"));
    const wrong = [];
    for (const [index, { text }] of CORPUS.entries()) {
      // A file's name has no halves of surrogate pairs, and is otherwise what it is.
      const [one, other] = [new File([`One ${index}.`], text, { lastModified: 1 }), new File([`Two ${index}.`], "2.txt", { lastModified: 2 })];
      const dataTransfer = new DataTransfer();
      for (const file of [one, other]) dataTransfer.items.add(file);
      const ready = new Promise((resolve) => host.addEventListener("storydiff-ready", resolve, { once: true }));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      await ready;
      const wanted = wellFormed(text);
      const shown = [...document.querySelectorAll("#before-name, #after-name")].map(({ textContent }) => textContent);
      const heads = [...(host.shadowRoot?.querySelectorAll(".head b") ?? [])].map(({ textContent }) => textContent);
      const titles = [...document.querySelectorAll("#before-name, #after-name")].map((name) => name.getAttribute("title"));
      for (const names of [shown, heads, titles]) if (!names.includes(wanted)) wrong.push(JSON.stringify([index, wanted.slice(0, 80), names]));
    }
    return wrong;
  });
  expect(wrong).toEqual([]);
  expect(await inventory(page)).toEqual(before);
});

test("as the names of files that cannot be read, in the sentence that says so", async ({ page }) => {
  await page.goto("./");
  const before = await inventory(page);
  const wrong = await page.evaluate(async () => {
    const { CORPUS, wellFormed } = await import(/** @type {string} */ ("/hostile.js"));
    const place = document.querySelector("#before-place");
    const problem = document.querySelector('.notes[data-side="before"] .problem');
    const wrong = [];
    for (const { text } of CORPUS) {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([], text));
      const said = new Promise((resolve) => new MutationObserver((_, observer) => (observer.disconnect(), resolve(null))).observe(/** @type {Element} */ (problem), { childList: true }));
      place?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      await said;
      if (!problem?.textContent?.includes(wellFormed(text))) wrong.push(JSON.stringify([text.slice(0, 80), problem?.textContent]));
    }
    return wrong;
  });
  expect(wrong).toEqual([]);
  expect(await inventory(page)).toEqual(before);
});

test("in a saved comparison: as texts, names, language and program", async ({ page }) => {
  await serveSources(page);
  await page.goto("./");
  const before = await inventory(page);
  const { report, ...texts } = comparisonOf(storyOf(TEXTS), storyOf(TEXTS, true));
  const json = JSON.stringify({ storydiff: 1, before: { name: TEXTS[0], text: texts.before }, after: { name: TEXTS[1], text: texts.after }, report });
  await drop(page, [{ name: "kept.storydiff.json", text: json, type: "application/json" }]);
  await expectShown(page, before);
  await openBare(page);
  const wrong = await page.evaluate(
    async (bells) => {
      const { CORPUS } = await import(/** @type {string} */ ("/hostile.js"));
      const { checkSavedComparison } = await import(`${location.origin}/source/element/check.js`);
      await import(`${location.origin}/source/element/define.js`);
      const host = /** @type {StoryDiff} */ (document.body.appendChild(document.createElement("story-diff")));
      const wrong = [];
      for (const { text } of CORPUS) {
        const { report } = bells;
        const saved = {
          [text]: text,
          storydiff: 1,
          before: { name: text, text: bells.before },
          after: { name: text, text: bells.after },
          report: { ...report, engine: text, before: { ...report.before, language: text }, after: { ...report.after, language: text } },
        };
        const ready = new Promise((resolve) => host.addEventListener("storydiff-ready", resolve, { once: true }));
        // As it is read from a file.
        host.comparison = checkSavedComparison(JSON.parse(JSON.stringify(saved)));
        await ready;
        const heads = [...(host.shadowRoot?.querySelectorAll(".head b") ?? [])].map(({ textContent }) => textContent);
        const paragraph = host.shadowRoot?.querySelector("[data-paragraph]");
        // What says nothing of a language is no language: "und".
        if (heads.some((head) => head !== text) || paragraph?.getAttribute("lang") !== text) wrong.push(JSON.stringify([text.slice(0, 80), heads, paragraph?.getAttribute("lang")]));
      }
      return wrong;
    },
    bells,
  );
  expect(wrong).toEqual([]);
});
