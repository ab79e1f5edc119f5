// The tools of reading: views, marks, steps from change to change, and what of it is kept.
import { expect, test } from "./watched.js";
import { chooseBoth } from "./page-acts.js";
import { element, expectDrawn, openCompared } from "./reading-acts.js";

/** @import { Page } from "@playwright/test" */

test.use({ viewport: { width: 1280, height: 800 } });

/** @param {Page} page */
const shownAs = (page) => element(page).locator(".sheet").getAttribute("data-view");

/** @param {Page} page @param {string} name */
const view = (page, name) => page.getByRole("radio", { name, exact: true });

/** @param {Page} page */
const steps = (page) => page.getByRole("group", { name: "Changes" });

/** @param {Page} page */
const visibleMarks = (page) => element(page).locator("ins:visible").count();

/** @param {Page} page @param {"Marks" | "Menu"} [name] */
async function openMarks(page, name = "Marks") {
  await page.getByRole("button", { name, exact: true }).click();
  await expect(page.getByRole("slider", { name: "What is marked" })).toBeVisible();
}

test("there are no tools before there is a comparison", async ({ page }) => {
  await page.goto("./");
  await expect(page.locator("#lead")).toBeVisible();
  await expect(page.locator("#tools")).toBeHidden();
  await expect(steps(page)).toHaveCount(0);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await chooseBoth(page);
  await expect(page.locator("#tools")).toBeVisible();
  await expect(steps(page)).toContainText("2 changes");
});

test("each view is one click or one key away, and stands in the address", async ({ page }) => {
  await openCompared(page);
  await expect(view(page, "Side by side")).toBeChecked();
  for (const [name, value, key] of [["Inline", "inline", "2"], ["Read", "read", "3"], ["Flip", "flip", "4"], ["Side by side", "columns", "1"]]) {
    await view(page, name).click();
    await expect.poll(() => shownAs(page)).toBe(value);
    await expect(page).toHaveURL(new RegExp(`[?&]view=${value}$`));
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
    await page.keyboard.press(key === "1" ? "2" : "1");
    await expect.poll(() => shownAs(page)).toBe(key === "1" ? "inline" : "columns");
    await page.keyboard.press(key);
    await expect.poll(() => shownAs(page)).toBe(value);
    await expect(view(page, name)).toBeChecked();
  }
});

test("an address asks for how it is read, and what was chosen another time is not lost by it", async ({ page }) => {
  await openCompared(page);
  await view(page, "Inline").check();
  await openCompared(page, "./?sample=lighthouse&view=read&version=before&level=wording&only=changes");
  await expect(element(page)).toHaveAttribute("version", "before");
  await expect(element(page)).toHaveAttribute("level", "wording");
  await expect(element(page)).toHaveAttribute("only", "changes");
  expect(await shownAs(page)).toBe("read");
  await openCompared(page, "./?sample=winter");
  expect(await shownAs(page)).toBe("inline");
  await expect(element(page)).toHaveAttribute("only", "all");
});

test("what an address asks for that there is not is as if it asked for nothing", async ({ page }) => {
  await openCompared(page, "./?sample=lighthouse&view=upside-down&level=&only=%00&version=constructor&theme=dark");
  expect(await shownAs(page)).toBe("columns");
  await expect(element(page)).toHaveAttribute("version", "after");
  await expect(element(page)).toHaveAttribute("level", "everything");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "auto");
});

test("what was kept by something else does no harm", async ({ page }) => {
  for (const kept of ["{", "null", "[1]", '"text"', '{"view": {"a": 1}, "level": 3, "theme": "dark"}']) {
    await page.addInitScript((kept) => localStorage.setItem("storydiff.reading", kept), kept);
    await openCompared(page);
    expect(await shownAs(page)).toBe("columns");
    await expect(element(page)).toHaveAttribute("level", "everything");
  }
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("Back and Forward lead through the texts, each as its address has it read", async ({ page }) => {
  await openCompared(page);
  await view(page, "Inline").check();
  await expect(page).toHaveURL(/sample=lighthouse&view=inline$/);
  await page.evaluate(() => location.assign("#after-3"));
  await expect(page).toHaveURL(/view=inline#after-3$/);
  await view(page, "Read").check();
  await expect(page).toHaveURL(/view=read#after-3$/);
  await page.goBack();
  await expect(page).toHaveURL(/view=inline$/);
  await expect.poll(() => shownAs(page)).toBe("inline");
  await expect(view(page, "Inline")).toBeChecked();
  await page.goForward();
  await expect.poll(() => shownAs(page)).toBe("read");
});

test("the slider says what it marks, and marks less and less", async ({ page }) => {
  await openCompared(page, "./?sample=lighthouse&view=inline");
  await openMarks(page);
  const slider = page.getByRole("slider", { name: "What is marked" });
  await expect(slider).toHaveAttribute("aria-valuetext", "Everything, typography too");
  let most = await visibleMarks(page);
  await slider.focus();
  for (const [level, says] of [["spelling", "Spelling and all above it"], ["wording", "Wording, not its spelling"], ["content", "Substance only: what was dropped or added, and changed facts"]]) {
    await page.keyboard.press("ArrowRight");
    await expect(element(page)).toHaveAttribute("level", level);
    await expect(page.locator("#level-says")).toHaveText(says);
    await expect(slider).toHaveAttribute("aria-valuetext", says);
    await expect(page).toHaveURL(new RegExp(`level=${level}`));
    await expect.poll(() => visibleMarks(page)).toBeLessThanOrEqual(most);
    most = await visibleMarks(page);
  }
  await page.keyboard.press("Home");
  await expect(page).not.toHaveURL(/level/);
  await expect.poll(() => visibleMarks(page)).toBeGreaterThan(most);
});

test("choices outlive the page", async ({ page }) => {
  await openCompared(page);
  await openMarks(page);
  await page.getByRole("slider", { name: "What is marked" }).fill("2");
  await page.getByRole("checkbox", { name: "Show only what changed" }).check();
  await page.getByRole("combobox", { name: "Say of each paragraph to those who listen" }).selectOption("every change");
  await page.getByRole("combobox", { name: "Colours" }).selectOption("dark");
  await page.getByRole("checkbox", { name: "Single letters are keys" }).uncheck();
  await page.goto("./?sample=lighthouse&lang=en");
  await page.reload();
  await expectDrawn(page);
  await openMarks(page);
  await expect(page.getByRole("slider", { name: "What is marked" })).toHaveValue("2");
  await expect(page.getByRole("checkbox", { name: "Show only what changed" })).toBeChecked();
  await expect(page.getByRole("combobox", { name: "Say of each paragraph to those who listen" })).toHaveValue("changes");
  await expect(page.getByRole("combobox", { name: "Colours" })).toHaveValue("dark");
  await expect(page.getByRole("checkbox", { name: "Single letters are keys" })).not.toBeChecked();
  await expect(element(page)).toHaveAttribute("theme", "dark");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(25, 24, 21)");
});

test("which version is read can be chosen where one is read alone", async ({ page }) => {
  await openCompared(page);
  await openMarks(page);
  const pick = page.getByRole("combobox", { name: "Read the" });
  await expect(pick).toHaveCount(0);
  await page.keyboard.press("Escape");
  await view(page, "Read").check();
  await openMarks(page);
  await pick.selectOption("earlier version");
  await expect(page).toHaveURL(/view=read&version=before$/);
  await expect(element(page).locator(".head.before")).toBeVisible();
  await expect(element(page).locator(".head.after")).toBeHidden();
});

test("steps go from change to change, and say where the reader is", async ({ page }) => {
  await openCompared(page);
  await expect(steps(page)).toContainText(/\d+ changes/);
  const count = Number(/\d+/.exec(await steps(page).innerText())?.[0]);
  await steps(page).getByRole("button", { name: "Next change" }).click();
  await expect(steps(page)).toContainText(`1 of ${count}`);
  await steps(page).getByRole("button", { name: "Next change" }).click();
  await expect(steps(page)).toContainText(`2 of ${count}`);
  await steps(page).getByRole("button", { name: "Previous change" }).click();
  await expect(steps(page)).toContainText(`1 of ${count}`);
  await page.keyboard.press("n");
  await expect(steps(page)).toContainText(`2 of ${count}`);
});

test("fewer marks are fewer steps", async ({ page }) => {
  await openCompared(page);
  const text = () => page.locator("#step").innerText();
  const all = parseInt(await text());
  await openCompared(page, "./?sample=lighthouse&level=content");
  await expect.poll(async () => parseInt(await text())).toBeLessThan(all);
  expect(parseInt(await text())).toBeGreaterThan(0);
});

test("single letters do nothing where they are switched off, and F7 still does", async ({ page }) => {
  await openCompared(page);
  const whole = await page.locator("#step").innerText();
  await openMarks(page);
  await page.getByRole("checkbox", { name: "Single letters are keys" }).uncheck();
  await page.keyboard.press("Escape");
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
  for (const key of ["n", "2", "/", "?", "."]) await page.keyboard.press(key);
  await expect(page.locator("#find")).toBeHidden();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.locator("#step")).toHaveText(whole);
  expect(await shownAs(page)).toBe("columns");
  await page.keyboard.press("F7");
  await expect(page.locator("#step")).toContainText("1 of ");
});

test.describe("in Flip", () => {
  /** @param {Page} page */
  const flipped = (page) => element(page).locator(".sheet[data-flipped]").count();

  test("the later version shows for as long as the key is held", async ({ page }) => {
    await openCompared(page, "./?sample=lighthouse&view=flip");
    await page.keyboard.down("f");
    await expect.poll(() => flipped(page)).toBe(1);
    await page.keyboard.up("f");
    await expect.poll(() => flipped(page)).toBe(0);
  });

  test("or for as long as the button is held; a press that cannot be held flips there and back", async ({ page }) => {
    await openCompared(page, "./?sample=lighthouse&view=flip");
    const button = page.getByRole("button", { name: "Hold to see the later version" });
    await button.hover();
    await page.mouse.down();
    await expect.poll(() => flipped(page)).toBe(1);
    await expect(button).toHaveAttribute("aria-pressed", "true");
    await page.mouse.up();
    await expect.poll(() => flipped(page)).toBe(0);
    await button.press("Enter");
    await expect.poll(() => flipped(page)).toBe(1);
    await button.press("Enter");
    await expect.poll(() => flipped(page)).toBe(0);
    await view(page, "Inline").check();
    await expect(button).toBeHidden();
  });

  test("a letter that is being written flips nothing", async ({ page }) => {
    await openCompared(page, "./?sample=lighthouse&view=flip");
    await page.getByRole("button", { name: "Find", exact: true }).click();
    await page.keyboard.down("f");
    expect(await flipped(page)).toBe(0);
    await page.keyboard.up("f");
    await expect(page.getByRole("searchbox")).toHaveValue("f");
  });
});

test("the sheet of keys opens by its button and by its key, and closes", async ({ page }) => {
  await openCompared(page);
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await page.getByRole("button", { name: "Keys and marks" }).click();
  await expect(sheet).toBeVisible();
  await expect(sheet.locator("kbd").filter({ hasText: "F7" })).toHaveCount(2);
  await expect(sheet.getByRole("heading", { name: "Marks" })).toBeVisible();
  await sheet.getByRole("button", { name: "Close" }).click();
  await expect(sheet).toBeHidden();
  await page.keyboard.press("?");
  await expect(sheet).toBeVisible();
  await page.keyboard.press("n");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page.locator("#step")).not.toContainText(" of ");
});

test("in a narrow window the tools stand in the menu, and nothing is out of reach", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await openCompared(page);
  await expect(view(page, "Read")).toBeHidden();
  await openMarks(page, "Menu");
  const menu = page.locator("#marks");
  for (const name of ["Keep", "Find", "Keys and marks", "Texts"]) await expect(menu.getByRole("button", { name, exact: true })).toBeVisible();
  await view(page, "Read").check();
  await expect.poll(() => shownAs(page)).toBe("read");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test("what is opened from the menu can be used", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await openCompared(page);
  await openMarks(page, "Menu");
  await page.locator("#marks").getByRole("button", { name: "Keep" }).click();
  await expect(page.locator("#keep").getByRole("button", { name: "Copy a link" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await openMarks(page, "Menu");
  await page.locator("#marks").getByRole("button", { name: "Find" }).click();
  await expect(page.locator("#marks")).toBeHidden();
  await expect(page.getByRole("searchbox")).toBeFocused();
  await openMarks(page, "Menu");
  await page.locator("#marks").getByRole("button", { name: "Texts", exact: true }).click();
  await expect(page.locator("#marks")).toBeHidden();
  await expect(page.locator("#before-place")).toBeInViewport();
});

test("on a phone the steps stand at the foot of the window, and back in the header when it widens", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await openCompared(page);
  const box = async () => /** @type {{ y: number, height: number, x: number, width: number }} */ (await steps(page).boundingBox());
  const { x, y, width, height } = await box();
  expect(y + height).toBeGreaterThan(620);
  expect(y + height).toBeLessThanOrEqual(700);
  expect(Math.abs(x + width / 2 - 180)).toBeLessThan(2);
  await steps(page).getByRole("button", { name: "Next change" }).click();
  await expect(steps(page)).toContainText("1 of ");
  await page.setViewportSize({ width: 1280, height: 700 });
  await expect.poll(async () => (await box()).y).toBeLessThan(60);
  await expect(view(page, "Read")).toBeVisible();
});
