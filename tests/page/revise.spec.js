// Editing either text where it stands, and correcting which paragraphs are counterparts.
import { readFile } from "node:fs/promises";
import { expect, test } from "./watched.js";
import { choose, chooseBoth, drop, expectCompared, FERRY, FERRY_RETOLD } from "./page-acts.js";
import { chooseOf, comparisonOf, element, expectDrawn, openCompared, openPassageMenu, paragraph } from "./reading-acts.js";

/** @import { Page } from "@playwright/test" */
/** @typedef {"before" | "after"} Side */

test.use({ viewport: { width: 1280, height: 800 } });

/** @param {Page} page */
const editor = (page) => page.getByRole("textbox", { name: "Esc ends editing" });

/** @param {Page} page */
const undo = (page) => page.getByRole("button", { name: "Undo", exact: true });

/** @param {Page} page */
const said = (page) => page.locator("#passage-said");

/** @param {Page} page @param {Side} side @param {number} index */
async function edit(page, side, index) {
  await chooseOf(page, side, index, /^Edit paragraph \d+ of the/);
  await expect(editor(page)).toBeFocused();
}

/** Of a row with paragraphs of both versions. @param {Page} page @param {Side} side @param {number} index */
async function editOf(page, side, index) {
  await chooseOf(page, side, index, `Edit paragraph ${index + 1} of the ${side === "before" ? "earlier" : "later"} version`);
  await expect(editor(page)).toBeFocused();
}

/** @param {Page} page @param {Side} side @param {string} text */
const expectText = (page, side, text) => expect.poll(async () => (await comparisonOf(page))[side]).toBe(text);

/** The counterparts, as indices of paragraphs. @param {Page} page */
const pairs = async (page) =>
  (await comparisonOf(page)).report.beads.map(({ before, after }) => `${before.start}-${before.end} ${after.start}-${after.end}`);

/** Compares two texts of one's own. @param {Page} page @param {string} before @param {string} after */
async function compare(page, before, after) {
  await page.goto("./");
  await choose(page, "before", { name: "a.txt", text: before });
  await choose(page, "after", { name: "b.txt", text: after });
  await expectCompared(page, "a.txt", "b.txt");
  await expectDrawn(page);
}

/** Saves the comparison as JSON. @param {Page} page */
async function saved(page) {
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#keep").getByRole("button", { name: "JSON" }).click()]);
  await page.keyboard.press("Escape");
  return readFile(await download.path(), "utf8");
}

for (const side of /** @type {const} */ (["before", "after"])) {
  test(`a paragraph of the ${side} version is edited where it stands, and all follows`, async ({ page }) => {
    await page.goto("./");
    await chooseBoth(page);
    const text = { before: FERRY, after: FERRY_RETOLD }[side];
    const summary = await element(page).locator(".figures").innerText();
    await editOf(page, side, 1);
    const { x, y } = /** @type {{ x: number, y: number }} */ (await paragraph(page, side, 1).boundingBox());
    const field = /** @type {{ x: number, y: number }} */ (await editor(page).boundingBox());
    expect(Math.abs(field.x - x)).toBeLessThan(12);
    expect(Math.abs(field.y - y)).toBeLessThan(12);
    await expect(editor(page)).toHaveValue("Nobody on the quay looked up. Mara counted the crates twice, and then once more because the number pleased her.");
    await page.keyboard.type("Almost n");
    await page.keyboard.press("Delete");
    await expectText(page, side, text.replace("Nobody on", "Almost nobody on"));
    await expect(paragraph(page, side, 1)).toHaveText(/^Almost nobody on the quay/);
    await expect(element(page).locator(side === "before" ? "del" : "ins").filter({ hasText: /almost/i }).first()).toBeVisible();
    await expect(element(page).locator(".figures")).not.toHaveText(summary);
    await expect(editor(page)).toBeFocused();
    expect(Math.abs(Number((await editor(page).boundingBox())?.y) - field.y)).toBeLessThan(12);
    await page.keyboard.press("Escape");
    await expect(editor(page)).toHaveCount(0);
    await expect(element(page).locator(".row:focus")).toContainText("Almost nobody");
    await undo(page).click();
    await expectText(page, side, text);
    await expect(element(page).locator(".figures")).toHaveText(summary);
    await expect(undo(page)).toBeHidden();
  });
}

test("undo restores text and report exactly, step by step, by its keys too", async ({ page }) => {
  await page.goto("./");
  await chooseBoth(page);
  const first = await comparisonOf(page);
  await editOf(page, "after", 0);
  await page.keyboard.type("Then ");
  await expectText(page, "after", `Then ${FERRY_RETOLD}`);
  await page.keyboard.press("Escape");
  const second = await comparisonOf(page);
  await editOf(page, "before", 2);
  await page.keyboard.type("There, ");
  await expectText(page, "before", FERRY.replace("At the far", "There, At the far"));
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await expect.poll(() => comparisonOf(page)).toEqual(second);
  await page.keyboard.press("Control+z");
  await expect.poll(() => comparisonOf(page)).toEqual(first);
  await page.keyboard.press("Control+z");
  expect(await comparisonOf(page)).toEqual(first);
});

test("line ends stay as the text has them", async ({ page }) => {
  const crlf = (/** @type {string} */ text) => text.replaceAll("\n", "\r\n");
  await compare(page, crlf(FERRY), crlf(FERRY_RETOLD));
  await editOf(page, "after", 0);
  await page.keyboard.type("One.\n\nTwo. ");
  await expectText(page, "after", `One.\r\n\r\nTwo. ${crlf(FERRY_RETOLD)}`);
  await expect.poll(async () => (await comparisonOf(page)).report.after.paragraphs.length).toBe(5);
});

test("within a paragraph of several lines, the lines stay", async ({ page }) => {
  const verse = "The lamp was lit,\r\nthe boat was gone,\r\nthe tide went out,\r\nand night came on.\r\n\r\nNobody saw it.";
  await compare(page, verse, verse.replace("saw", "heard"));
  await editOf(page, "after", 0);
  await page.keyboard.type("O ");
  await expectText(page, "after", `O ${verse.replace("saw", "heard")}`);
});

test("a blank line makes two paragraphs, and typing goes on in the second", async ({ page }) => {
  await page.goto("./");
  await chooseBoth(page);
  await editOf(page, "after", 1);
  for (let letter = 0; letter < "Nobody on the quay looked up.".length; letter++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await comparisonOf(page)).report.after.paragraphs.length).toBe(5);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type("Yes.");
  await expectText(page, "after", FERRY_RETOLD.replace("looked up. ", "looked up.\n\nYes. "));
  await page.keyboard.press("Control+Enter");
  await expect(editor(page)).toHaveCount(0);
});

test("all words of a paragraph can be taken away, and others put in their place", async ({ page }) => {
  await page.goto("./");
  await chooseBoth(page);
  await edit(page, "after", 2);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expect.poll(async () => (await comparisonOf(page)).report.after.paragraphs.length).toBe(3);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type("Snow.");
  await expectText(page, "after", FERRY_RETOLD.replace(/Rain.*anyone\./, "Snow."));
  await page.keyboard.press("Escape");
  await undo(page).click();
  await expectText(page, "after", FERRY_RETOLD);
});

test("all words of the only paragraph can be taken away, too", async ({ page }) => {
  await compare(page, "The lamp was lit at six.", "The lamp was lit at seven.");
  await editOf(page, "after", 0);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expectText(page, "after", "");
  await page.keyboard.type("The lamp is out.");
  await expectText(page, "after", "The lamp is out.");
  await page.keyboard.press("Escape");
  await undo(page).click();
  await expectText(page, "after", "The lamp was lit at seven.");
});

test("Chinese is edited like any other text", async ({ page }) => {
  const story = "渡船在六点离开了码头。\n\n码头上没有人抬头看。";
  await compare(page, story, story.replace("六", "七"));
  await editOf(page, "after", 1);
  await page.keyboard.insertText("那天，");
  await expectText(page, "after", story.replace("六", "七").replace("码头上", "那天，码头上"));
  await expect(element(page).locator("ins").filter({ hasText: "那天" }).first()).toBeVisible();
});

test("editing does not scroll the page", async ({ page }) => {
  await openCompared(page);
  await page.setViewportSize({ width: 1280, height: 500 });
  await paragraph(page, "after", 8).scrollIntoViewIfNeeded();
  await editOf(page, "after", 8);
  const { after } = await comparisonOf(page);
  const place = await page.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(100);
  await page.keyboard.type("Oh ");
  await expect.poll(async () => (await comparisonOf(page)).after.length).toBe(after.length + 3);
  await page.keyboard.press("Escape");
  await expect(editor(page)).toHaveCount(0);
  expect(Math.abs((await page.evaluate(() => scrollY)) - place)).toBeLessThan(3);
});

test("the address no longer claims the sample, Back leads to it, and the edited text is what links and files hold", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openCompared(page);
  const sample = await comparisonOf(page);
  await editOf(page, "after", 0);
  await page.keyboard.type("News: ");
  await expectText(page, "after", `News: ${sample.after}`);
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/sample/);
  expect(JSON.parse(await saved(page)).after.text).toBe(`News: ${sample.after}`);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await page.locator("#keep").getByRole("button", { name: "Copy a link" }).click();
  await expect(page.locator("#keep-said")).toContainText("Both texts are in it");
  const other = await context.newPage();
  await openCompared(other, await page.evaluate(() => navigator.clipboard.readText()));
  expect((await comparisonOf(other)).after).toBe(`News: ${sample.after}`);
  await page.keyboard.press("Escape");
  await page.goBack();
  await expect(page).toHaveURL(/sample=lighthouse/);
  await expectText(page, "after", sample.after);
});

test("what is typed while the comparison is swapped away is not lost to the wrong text", async ({ page }) => {
  await page.goto("./");
  await chooseBoth(page);
  await editOf(page, "after", 0);
  await page.keyboard.type("Now ");
  await expectText(page, "after", `Now ${FERRY_RETOLD}`);
  await page.getByRole("button", { name: "Swap earlier and later" }).click();
  await expect(editor(page)).toHaveCount(0);
  await expectText(page, "before", `Now ${FERRY_RETOLD}`);
  await expectText(page, "after", FERRY);
});

test.describe("counterparts by hand", () => {
  const EARLIER = "The harbour was quiet at dawn.\n\nMara counted crates on the quay, twice over.\n\nHer brother waved from the mole.";
  const LATER = "The harbour was quiet at dawn.\n\nA stranger stepped off the morning boat.\n\nHer brother waved from the mole.";

  test("two paragraphs are paired by a click, it is said, and taken back", async ({ page }) => {
    await compare(page, EARLIER, LATER);
    const first = await pairs(page);
    expect(first).not.toContain("1-2 1-2");
    await chooseOf(page, "before", 1, "Pair paragraph 2 of the earlier version with another…");
    await expect(said(page)).toContainText("Click its counterpart in the later version");
    await paragraph(page, "after", 1).click();
    await expect.poll(() => pairs(page)).toContain("1-2 1-2");
    await expect(said(page)).toHaveText("Paragraphs 2 and 2 are counterparts now.");
    await undo(page).click();
    await expect.poll(() => pairs(page)).toEqual(first);
    await expect(said(page)).toHaveText("Taken back.");
  });

  test("or by the keyboard", async ({ page }) => {
    await compare(page, EARLIER, LATER);
    const row = (/** @type {string} */ words) => element(page).locator(".row").filter({ hasText: words });
    await row("Mara counted").focus();
    await page.keyboard.press(".");
    const item = page.locator("#passage").getByRole("button", { name: "Pair paragraph 2 of the earlier version with another…" });
    await item.focus();
    await page.keyboard.press("Enter");
    await expect(page.locator("#passage")).toBeHidden();
    const rows = await element(page).locator(".row").allInnerTexts();
    const [from, to] = ["Mara counted", "A stranger"].map((words) => rows.findIndex((text) => text.includes(words)));
    await row("Mara counted").focus();
    for (let step = 0; step < Math.abs(to - from); step++) await page.keyboard.press(to > from ? "j" : "k");
    await expect(row("A stranger")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect.poll(() => pairs(page)).toContain("1-2 1-2");
  });

  test("Esc gives up looking for a counterpart", async ({ page }) => {
    await compare(page, EARLIER, LATER);
    const first = await comparisonOf(page);
    await chooseOf(page, "before", 1, "Pair paragraph 2 of the earlier version with another…");
    await page.keyboard.press("Escape");
    await expect(said(page)).toBeEmpty();
    await paragraph(page, "after", 1).click();
    expect(await comparisonOf(page)).toEqual(first);
    await expect(undo(page)).toBeHidden();
  });

  test("counterparts are taken apart, and undo puts them together", async ({ page }) => {
    await compare(page, EARLIER, LATER);
    await chooseOf(page, "after", 2, "These are not counterparts");
    await expect.poll(() => pairs(page)).not.toContain("2-3 2-3");
    await expect(said(page)).toHaveText("They are taken apart.");
    await undo(page).click();
    await expect.poll(() => pairs(page)).toContain("2-3 2-3");
  });

  test("one is taken out of a split, and the others stay", async ({ page }) => {
    await compare(
      page,
      "The ferry left at six as it had every morning since the bridge fell. Nobody on the quay looked up when it went.\n\nThe end.",
      "The ferry left at six as it had every morning since the bridge fell.\n\nNobody on the quay looked up when it went.\n\nThe end.",
    );
    expect(await pairs(page)).toContain("0-1 0-2");
    await chooseOf(page, "after", 1, "Take out paragraph 2 of the later version");
    await expect.poll(() => pairs(page)).toContain("0-1 0-1");
    expect(await pairs(page)).not.toContain("0-1 0-2");
  });

  test("a correction is in the saved file, is there when that is dropped, and stays when the versions are swapped", async ({ page }) => {
    await compare(page, EARLIER, LATER);
    await chooseOf(page, "before", 1, "Pair paragraph 2 of the earlier version with another…");
    await paragraph(page, "after", 1).click();
    await expect.poll(() => pairs(page)).toContain("1-2 1-2");
    const { report } = await comparisonOf(page);
    expect(report.corrections).toEqual([{ before: 1, after: 1, paired: true }]);
    const text = await saved(page);
    expect(JSON.parse(text).report.corrections).toEqual(report.corrections);
    await page.goto("./");
    await drop(page, [{ name: "mine.storydiff.json", text }]);
    await expectCompared(page, "a.txt", "b.txt");
    expect((await comparisonOf(page)).report).toEqual(report);
    await page.getByRole("button", { name: "Swap earlier and later" }).click();
    await expectCompared(page, "b.txt", "a.txt");
    await expect.poll(() => pairs(page)).toContain("1-2 1-2");
  });

  test("corrections outlive edits above them, at their paragraphs", async ({ page }) => {
    await compare(page, EARLIER, LATER);
    await chooseOf(page, "before", 1, "Pair paragraph 2 of the earlier version with another…");
    await paragraph(page, "after", 1).click();
    await expect.poll(() => pairs(page)).toContain("1-2 1-2");
    await editOf(page, "before", 0);
    await page.keyboard.type("A new beginning.\n\n");
    await expectText(page, "before", `A new beginning.\n\n${EARLIER}`);
    await expect.poll(() => pairs(page)).toContain("2-3 1-2");
    expect((await comparisonOf(page)).report.corrections).toEqual([{ before: 2, after: 1, paired: true }]);
    await page.keyboard.press("Escape");
    await editOf(page, "after", 1);
    await page.keyboard.type("Then ");
    await expectText(page, "after", LATER.replace("A stranger", "Then A stranger"));
    expect(await pairs(page)).toContain("2-3 1-2");
  });
});

test("the menu offers what its row has, and no more", async ({ page }) => {
  await page.goto("./");
  await chooseBoth(page);
  const menu = await openPassageMenu(page, "after", 2);
  await expect(menu.getByRole("button")).toHaveText([
    "Copy a link to this passage",
    "Edit paragraph 3 of the later version",
    "Pair paragraph 3 of the later version with another…",
  ]);
});
