// The engine out of memory, in earnest; its worker that fails or ends midway; and more asked of it than it has answered.
import { expect, test } from "./watched.js";
import { expectKept, holdWorkers, limitMemory, problem, STOPPED, TOO_LONG } from "./fault-acts.js";
import { choose, chooseBoth, expectCompared, FERRY, FERRY_RETOLD, replaceWorker } from "./page-acts.js";
import { chooseOf, comparisonOf } from "./reading-acts.js";

/** @import { Page } from "@playwright/test" */

test.use({ viewport: { width: 1280, height: 800 } });

/** @param {Page} page */
const again = (page) => page.getByRole("button", { name: "Compare again" });

/** @param {Page} page */
const editor = (page) => page.getByRole("textbox", { name: "Esc ends editing" });

/** @param {Page} page @param {string} text */
const expectLater = (page, text) => expect.poll(async () => (await comparisonOf(page)).after).toBe(text);

/** @param {Page} page @param {number} index */
async function edit(page, index) {
  // Where the pointer is over a row already, it does not come to it.
  await page.mouse.move(0, 0);
  await chooseOf(page, "after", index, new RegExp(`^Edit paragraph ${index + 1} of the later`));
  await expect(editor(page)).toBeFocused();
}

test("an engine that runs out of memory says so, keeps both texts, and compares shorter ones", async ({ page }) => {
  await limitMemory(page);
  await page.goto("./");
  await choose(page, "before", { name: "long-1.txt", text: TOO_LONG });
  await choose(page, "after", { name: "long-2.txt", text: TOO_LONG.replaceAll("went", "ran") });
  for (let time = 0; time < 2; time++) {
    await expect(problem(page)).toHaveText(STOPPED);
    for (const [side, name] of [["before", "long-1.txt"], ["after", "long-2.txt"]]) {
      await expect(page.locator(`#${side}-place`)).toContainText(name);
      await expect(page.locator(`#${side}-place`)).toContainText("In paragraph 0 somebody counted");
    }
    await again(page).click();
  }
  await expect(problem(page)).toHaveText(STOPPED);
  await chooseBoth(page);
  await expect(problem(page)).toHaveCount(0);
});

test("with enough memory the same texts are compared at the second try", async ({ page }) => {
  await limitMemory(page);
  await page.goto("./");
  await choose(page, "before", { name: "long-1.txt", text: TOO_LONG });
  await choose(page, "after", { name: "long-2.txt", text: TOO_LONG.replaceAll("went", "ran") });
  await expect(problem(page)).toHaveText(STOPPED);
  await page.unroute("**/*.wasm");
  await again(page).click();
  await expectCompared(page, "long-1.txt", "long-2.txt");
  expect((await comparisonOf(page)).before).toBe(TOO_LONG);
});

test("what was written when memory ran out is in its field still, and goes on from there", async ({ page }) => {
  await limitMemory(page);
  await page.goto("./");
  await chooseBoth(page);
  await edit(page, 0);
  await editor(page).fill(`Then ${TOO_LONG}`);
  await expect(problem(page)).toHaveText(STOPPED);
  await expect(editor(page)).toHaveValue(`Then ${TOO_LONG}`);
  await expectKept(page, FERRY, FERRY_RETOLD);
  await editor(page).fill("The ferry never left.");
  await expectLater(page, FERRY_RETOLD.replace(/^.*/, "The ferry never left."));
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expectLater(page, FERRY_RETOLD);
});

test("what was written when memory ran out is there when its field is opened again", async ({ page }) => {
  await limitMemory(page);
  await page.goto("./");
  await chooseBoth(page);
  await edit(page, 0);
  await editor(page).fill(TOO_LONG);
  await expect(problem(page)).toHaveText(STOPPED);
  await page.keyboard.press("Escape");
  await edit(page, 3);
  await editor(page).press("End");
  await page.keyboard.type("!");
  await page.keyboard.press("Escape");
  await edit(page, 0);
  await expect(editor(page)).toHaveValue(TOO_LONG);
  await editor(page).fill("The ferry never left.");
  const [, ...others] = FERRY_RETOLD.split("\n\n");
  await expectLater(page, `${["The ferry never left.", ...others].join("\n\n")}!`);
});

test("paragraphs are edited one after the other before the first is compared, and every word is where it was written", async ({ page }) => {
  const { hold, letGo } = await holdWorkers(page);
  await page.goto("./");
  await chooseBoth(page);
  await hold();
  const paragraphs = FERRY_RETOLD.split("\n\n");
  for (const [index, words] of /** @type {[number, string][]} */ ([[0, "Once upon a time, "], [2, "Later, "], [0, "Listen: "]])) {
    await edit(page, index);
    await page.keyboard.press("Home");
    await page.keyboard.type(words);
    paragraphs[index] = words + paragraphs[index];
    await expect(editor(page)).toHaveValue(paragraphs[index]);
    await page.keyboard.press("Escape");
  }
  await letGo();
  await expectLater(page, paragraphs.join("\n\n"));
});

test("a paragraph that was emptied, written anew and left before it was compared", async ({ page }) => {
  const { hold, letGo } = await holdWorkers(page);
  await page.goto("./");
  await chooseBoth(page);
  await hold();
  await edit(page, 1);
  await editor(page).fill("");
  await editor(page).fill("Nobody came.");
  await page.keyboard.press("Escape");
  await edit(page, 1);
  await expect(editor(page)).toHaveValue("Nobody came.");
  await page.keyboard.press("Escape");
  await letGo();
  await expectLater(page, FERRY_RETOLD.replace(/Nobody.*/, "Nobody came."));
});

test("a worker whose script fails midway is not said to be missing, and another takes its place", async ({ page }) => {
  await replaceWorker(page, "addEventListener('message', () => { postMessage({ stage: 'keys' }); setTimeout(() => { throw new Error('no'); }); });");
  await page.goto("./");
  await choose(page, "before", { name: "ferry-1.txt", text: FERRY });
  await choose(page, "after", { name: "ferry-2.txt", text: FERRY_RETOLD });
  await expect(problem(page)).toHaveText(STOPPED);
  await page.unroute("**/engine/worker.js");
  await again(page).click();
  await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
  await expect(problem(page)).toHaveCount(0);
});

test("a worker that is gone without a word can be given up, and another takes its place", async ({ page }) => {
  await page.goto("./");
  await chooseBoth(page);
  await Promise.all([page.workers()[0].waitForEvent("close"), page.workers()[0].evaluate(() => close())]);
  await page.getByRole("button", { name: "Swap earlier and later" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator("#task").getByText("Stopped. Both texts are still here.")).toBeVisible();
  await again(page).click();
  await expectCompared(page, "ferry-2.txt", "ferry-1.txt");
});

test("of comparisons started one upon the other the last is drawn, and nothing of the others ever", async ({ page }) => {
  const { hold, letGo } = await holdWorkers(page);
  await page.goto("./");
  const drawn = await page.locator("story-diff").evaluateHandle((element) => {
    const seen = /** @type {Set<string>} */ (new Set());
    const note = () => {
      for (const paragraph of element.shadowRoot?.querySelectorAll("[data-paragraph]") ?? []) seen.add(paragraph.textContent ?? "");
    };
    new MutationObserver(note).observe(/** @type {ShadowRoot} */ (element.shadowRoot), { childList: true, subtree: true, characterData: true });
    return seen;
  });
  await hold();
  await choose(page, "before", { name: "a.txt", text: "The first of the earlier versions." });
  for (const name of ["b", "c", "d"]) await choose(page, "after", { name: `${name}.txt`, text: `Version ${name} of the later ones.` });
  await choose(page, "before", { name: "e.txt", text: "The last of the earlier versions." });
  await expect(page.locator("#before-name")).toHaveText("e.txt");
  await letGo();
  await expectCompared(page, "e.txt", "d.txt");
  expect((await drawn.evaluate((seen) => [...seen])).sort()).toEqual(["The last of the earlier versions.", "Version d of the later ones."]);
});

test("a file that is read for longer than the one chosen after it comes too late", async ({ page }) => {
  await page.goto("./");
  await page.evaluate(() => {
    const { arrayBuffer } = Blob.prototype;
    /** @type {() => void} */
    let letGo = () => {};
    const released = new Promise((resolve) => (letGo = () => resolve(null)));
    File.prototype.arrayBuffer = async function () {
      if (this.name === "slow.txt") await released;
      return arrayBuffer.call(this);
    };
    Object.assign(globalThis, { letGo });
  });
  await choose(page, "before", { name: "ferry-1.txt", text: FERRY });
  await choose(page, "after", { name: "slow.txt", text: FERRY });
  await choose(page, "after", { name: "ferry-2.txt", text: FERRY_RETOLD });
  await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
  await page.evaluate(() => void Reflect.get(globalThis, "letGo")());
  await page.getByRole("button", { name: "Swap earlier and later" }).click();
  await expectCompared(page, "ferry-2.txt", "ferry-1.txt");
});
