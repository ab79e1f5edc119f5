import { expect, test } from "./watched.js";

/** @import { Page } from "@playwright/test" */
/** @import { StoryDiff } from "../../www/element/story-diff.js" */

/** @param {Page} page @param {number} index from the top */
const row = (page, index) => page.locator("story-diff .row").nth(index);

/** What those who listen heard last of the comparison. @param {Page} page */
const heard = (page) => page.locator("story-diff [role=status]");

/** @param {Page} page @param {string} [query] */
async function open(page, query = "") {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`./?sample=lighthouse${query}`);
  await expect(row(page, 0)).toBeVisible();
  await expect(page.locator("#figures")).toBeVisible();
}

/** What has the focus, within shadow trees too: its id, or what else tells it. @param {Page} page */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return "";
    return element.id || element.getAttribute("value") || element.getAttribute("data-act") || element.classList[0] || element.localName;
  });

/** What the tab key comes to, one after the other, until it has left the page. @param {Page} page */
async function tabThrough(page) {
  const stops = [];
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (stop === "") return stops;
    stops.push(stop);
  }
  throw new Error(`The tab key does not leave the page: ${stops}`);
}

/** Whether what has the focus is seen to have it: an outline of its own, or of what stands for it. @param {Page} page */
const showsFocus = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const shown = element && [element, element.nextElementSibling, ...element.querySelectorAll(".side")];
    return Boolean(shown?.some((part) => part && getComputedStyle(part).outlineStyle !== "none" && parseFloat(getComputedStyle(part).outlineWidth) >= 1));
  });

test.use({ viewport: { width: 1280, height: 800 } });

test("the tab key goes from the header through the comparison to the footer, and out of it", async ({ page }) => {
  await open(page);
  const stops = await tabThrough(page);
  const inOrder = ["home", "swap", "columns", "previous", "next", "marks-open", "keep-open", "find-open", "help-open", "change", "map", "summary", "summary", "figures-open", "row"];
  expect(stops.filter((stop) => inOrder.includes(stop))).toEqual(inOrder);
  expect(stops.slice(-2)).toEqual(["button", "button"]);
  expect(stops.filter((stop) => stop === "row")).toHaveLength(1);
});

for (const media of /** @type {const} */ ([{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }])) {
  for (const width of [360, 1280]) {
    test(`the focus is seen wherever the tab key comes to, ${Object.values(media)}, ${width} pixels wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia(media);
      await open(page);
      await page.locator("story-diff summary").first().focus();
      await page.keyboard.press("Enter");
      await page.locator("#figures-open").press("Enter");
      await page.locator("#home, #versions .swap").locator("visible=true").first().focus();
      await page.keyboard.press("Shift+Tab");
      const unseen = [];
      for (let step = 0; step < 90; step++) {
        await page.keyboard.press("Tab");
        const stop = await focused(page);
        if (stop === "") break;
        if (!(await showsFocus(page))) unseen.push(stop);
      }
      expect(unseen).toEqual([]);
    });
  }
}

for (const [menu, first] of [["marks", "level"], ["keep", "button"]]) {
  test(`the menu "${menu}" takes the focus, and Esc gives it back to its button`, async ({ page }) => {
    await open(page);
    await page.locator(`#${menu}-open`).focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(`#${menu} ${first === "button" ? "button" : `#${first}`}`).first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.locator(`#${menu}`)).toBeHidden();
    await expect(page.locator(`#${menu}-open`)).toBeFocused();
  });
}

test("the menu of a paragraph opens by a key on the row in focus, and Esc leads back to it", async ({ page }) => {
  await open(page);
  await row(page, 2).focus();
  await page.keyboard.press(".");
  await expect(page.locator("#passage button").first()).toBeFocused();
  await expect(row(page, 2)).toHaveAttribute("data-chosen");
  await page.keyboard.press("Escape");
  await expect(row(page, 2)).toBeFocused();
  await expect(row(page, 2)).not.toHaveAttribute("data-chosen");
});

test("without letters as keys, the menu of a paragraph is where the tab key comes to behind the text", async ({ page }) => {
  await open(page, "&letters=off");
  await page.locator("story-diff .row").last().focus();
  const stops = await tabThrough(page);
  expect(stops.slice(0, 2)).toEqual(["fact", "passage-open"]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 760 } });

  test("a menu that was opened from the menu leads back to it, and that one to its button", async ({ page }) => {
    await open(page);
    await page.locator("#marks-open").press("Enter");
    await page.locator("#keep-open").press("Enter");
    await expect(page.locator("#keep button").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.locator("#keep")).toBeHidden();
    await expect(page.locator("#keep-open")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.locator("#marks-open")).toBeFocused();
  });

  test("what is found or changed elsewhere closes the menu, and leads back to its button", async ({ page }) => {
    await open(page);
    await page.locator("#marks-open").press("Enter");
    await page.locator("#find-open").press("Enter");
    await expect(page.locator("#marks")).toBeHidden();
    await expect(page.locator("#find input")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.locator("#marks-open")).toBeFocused();
    await page.keyboard.press("Enter");
    await page.locator("#help-open").press("Enter");
    await expect(page.locator("#help")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.locator("#help")).toBeHidden();
    await expect(page.locator("#marks-open")).toBeFocused();
  });
});

test("help keeps the focus until it is closed, and gives it back", async ({ page }) => {
  await open(page);
  await row(page, 1).focus();
  await page.keyboard.press("?");
  await expect(page.locator("#help")).toBeVisible();
  for (let step = 0; step < 3; step++) {
    expect(["", "button"]).toContain(await focused(page));
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("n");
  await expect(heard(page)).toHaveText("");
  await page.keyboard.press("Escape");
  await expect(page.locator("#help")).toBeHidden();
  await expect(row(page, 1)).toBeFocused();
});

test("Esc closes find, and leads back to where nothing was found", async ({ page }) => {
  await open(page);
  await row(page, 1).focus();
  await page.keyboard.press("/");
  await page.keyboard.type("zebra");
  await page.keyboard.press("Escape");
  await expect(page.locator("#find")).toBeHidden();
  await expect(row(page, 1)).toBeFocused();
});

test("the tab key leaves a paragraph that is edited for its row, and goes on from there", async ({ page }) => {
  await open(page);
  await row(page, 2).focus();
  await page.keyboard.press(".");
  await page.locator("#passage").getByRole("button", { name: /^Edit/ }).first().press("Enter");
  await expect(page.locator(".editor")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator(".editor")).toHaveCount(0);
  await expect(row(page, 2)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(row(page, 2).locator(".fact")).toBeFocused();
});

test("either version is edited where one of them is drawn", async ({ page }) => {
  await open(page, "&view=inline");
  const bead = page.locator('story-diff .row[data-state="changed"]').first();
  await bead.focus();
  for (const [index, side] of ["before", "after"].entries()) {
    await page.keyboard.press(".");
    await page.locator("#passage").getByRole("button", { name: /^Edit/ }).nth(index).press("Enter");
    const [field, paragraph] = await Promise.all([page.locator(".editor"), bead.locator(`[data-side=${side}] [data-paragraph]`).first()].map((one) => one.boundingBox()));
    expect(field?.width).toBeGreaterThan(200);
    expect(Math.abs(Number(field?.y) - Number(paragraph?.y))).toBeLessThan(8);
    await page.keyboard.press("Escape");
    await expect(bead).toBeFocused();
  }
});

test("a pair is chosen by keys alone", async ({ page }) => {
  await open(page);
  await row(page, 1).focus();
  await page.keyboard.press(".");
  await page.locator("#passage").getByRole("button", { name: /^Pair/ }).first().press("Enter");
  await expect(row(page, 1)).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.locator("#passage-said")).toHaveText("Paragraphs 2 and 2 are counterparts now.");
});

test("keys are letters where letters are written, and keys again where a view was chosen", async ({ page }) => {
  await open(page);
  await page.keyboard.press("/");
  await page.keyboard.type("njkp14?.");
  await expect(page.locator("#find input")).toHaveValue("njkp14?.");
  await page.keyboard.press("F7");
  await expect(heard(page)).toHaveText("");
  await page.keyboard.press("Escape");
  await page.locator("#views input[value=inline]").press("Space");
  await page.keyboard.press("n");
  await expect(heard(page)).toHaveText(/^Change \d+ of 48: /);
});

test("single letters are switched off in the menu of marks; F7 stays", async ({ page }) => {
  await open(page);
  await page.locator("#marks-open").press("Enter");
  await page.locator("#letters").press("Space");
  await page.keyboard.press("Escape");
  for (const key of ["n", "/", "?", ".", "2"]) await page.keyboard.press(key);
  await expect(heard(page)).toHaveText("");
  for (const closed of ["#find", "#help", "#passage"]) await expect(page.locator(closed)).toBeHidden();
  expect(await page.locator("story-diff").evaluate((element) => /** @type {StoryDiff} */ (element).shownAs)).toBe("columns");
  await page.keyboard.press("F7");
  await expect(heard(page)).toHaveText(/^Change \d+ of 48: /);
});
