// Characters that nobody sees: shown where a reader wants it, said once where they turn the order of others round.
import { CORPUS, storyOf } from "../support/hostile.js";
import { guard, unlike } from "./hostile-acts.js";
import { choose } from "./page-acts.js";
import { element, expectDrawn, paragraph } from "./reading-acts.js";
import { expect, test } from "./watched.js";

/** @import { Page } from "@playwright/test" */

const EARLIER = "The file is called invoice\u202etxt.exe\u202c here.\n\nA so\u00adft hy\u200bphen, a \u0007bell.\n\nNothing is hidden in 👩‍🚀 ❤️ 1️⃣ or na\u0308ive.";
const LATER = `${EARLIER.replace("called", "named")}\n\nA heap: Z${"\u0351\u036b\u0343".repeat(4)}algo.`;

/** @param {Page} page @param {string} before @param {string} after */
async function compare(page, before, after) {
  await choose(page, "before", { name: "1.txt", text: before });
  await choose(page, "after", { name: "2.txt", text: after });
  await expectDrawn(page);
}

/** The labels in a paragraph, in order. @param {Page} page @param {number} index */
const labels = (page, index) => paragraph(page, "after", index).locator(".sign").evaluateAll((signs) => signs.map((sign) => getComputedStyle(sign, "::before").content));

test("it is said how many turn the order round, and all are shown and hidden again from there", async ({ page }) => {
  await page.goto("./");
  await compare(page, EARLIER, LATER);
  const said = page.locator("#unseen");
  await expect(said).toContainText("4 characters that nobody sees change the order in which these texts are shown.");
  await expect(element(page).locator(".sign")).toHaveCount(0);
  const texts = () => element(page).locator("[data-paragraph]").allTextContents();
  const before = await texts();
  await said.getByRole("button", { name: "Show them" }).click();
  await expect.poll(() => labels(page, 0)).toEqual(['"U+202E"', '"U+202C"']);
  expect(await labels(page, 1)).toEqual(['"U+00AD"', '"U+200B"', '"U+0007"']);
  expect(await labels(page, 2)).toEqual([]);
  expect(await labels(page, 3)).toEqual(['"×12"']);
  expect(await texts()).toEqual(before);
  expect(await paragraph(page, "after", 0).evaluate((drawn) => (getSelection()?.selectAllChildren(drawn), String(getSelection())))).toBe(LATER.slice(0, LATER.indexOf("\n")));
  await page.reload();
  await compare(page, EARLIER, LATER);
  await expect(element(page).locator(".sign").first()).toBeAttached();
  await said.getByRole("button", { name: "Hide them again" }).click();
  await expect(element(page).locator(".sign")).toHaveCount(0);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(said).toContainText("4 unsichtbare Zeichen ändern die Reihenfolge, in der diese Texte erscheinen. Zeigen");
});

test("they are shown in what the panels quote, too", async ({ page }) => {
  await page.goto("./");
  await compare(page, "Ann said: “We sail at six\u202e.” Nobody heard.", "Ann said: “We sail at six\u202e, then.” Nobody heard.\n\nAn\u200bother one.");
  const quoted = element(page).locator(".passage");
  for (const summary of await element(page).locator("details > summary").all()) await summary.click();
  await expect(quoted.filter({ hasText: /An.?other/ })).toBeVisible();
  await expect(quoted.locator(".sign")).toHaveCount(0);
  await page.locator("#unseen").getByRole("button", { name: "Show them" }).click();
  const said = () => quoted.locator(".sign").evaluateAll((signs) => signs.map((sign) => getComputedStyle(sign, "::before").content));
  await expect.poll(said).toEqual(['"U+202E"', '"U+202E"', '"U+200B"']);
});

test("what is shown is not obeyed: letters stand in the order in which they are written", async ({ page }) => {
  await page.goto("./");
  await compare(page, EARLIER, LATER);
  const places = () => paragraph(page, "after", 0).evaluate((drawn) => {
    const texts = document.createTreeWalker(drawn, NodeFilter.SHOW_TEXT);
    for (let node; (node = texts.nextNode()); ) {
      const at = node.textContent?.indexOf("txt.exe") ?? -1;
      if (at < 0) continue;
      const left = [at, at + 6].map((index) => {
        const range = new Range();
        range.setStart(/** @type {Node} */ (node), index);
        range.setEnd(/** @type {Node} */ (node), index + 1);
        return range.getBoundingClientRect().left;
      });
      return left[0] < left[1];
    }
    return null;
  });
  expect(await places()).toBe(false);
  await page.locator("#unseen button").click();
  await expect.poll(places).toBe(true);
});

test("nothing is said of texts that turn nothing round, nor any more of those that did", async ({ page }) => {
  await page.goto("./");
  await compare(page, EARLIER, LATER);
  await expect(page.locator("#unseen")).toBeVisible();
  const plain = (/** @type {string} */ text) => text.replace(/[\u202a-\u202e]/g, "");
  await page.getByRole("button", { name: "Change texts" }).click();
  await choose(page, "before", { name: "1.txt", text: plain(EARLIER) });
  await page.getByRole("button", { name: "Change texts" }).click();
  await choose(page, "after", { name: "3.txt", text: plain(LATER) });
  await expect(page.locator("#after-name")).toHaveText("3.txt");
  await expect(page.locator("#unseen")).toBeHidden();
});

test("all hostile strings stay what they are where they are shown so", async ({ page }) => {
  const expectNoHarm = await guard(page);
  await page.goto("./");
  const texts = CORPUS.map(({ text }) => text).filter((text) => !text.includes("\0"));
  await compare(page, storyOf(texts), storyOf(texts, true));
  await page.locator("#unseen button").click();
  await expect(element(page).locator(".sign").first()).toBeAttached();
  await expectDrawn(page);
  expect(await unlike(page, "file")).toEqual({ shown: 2 * texts.length, wrong: [] });
  await expectNoHarm();
});
