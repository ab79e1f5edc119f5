import { expect, test } from "./watched.js";
import { choose } from "./page-acts.js";

/** @import { Page } from "@playwright/test" */

const VIEWS = ["columns", "inline", "read", "flip"];

/** Two short stories that are read from right to left, told twice. */
const RIGHT_TO_LEFT = {
  ar: [
    "غادرت العبّارة الميناء في السادسة صباحًا كعادتها كل يوم.\n\nلم ينظر أحد على الرصيف، وعدّت مريم الصناديق مرتين.",
    "غادرت العبّارة الميناء في السابعة صباحًا كعادتها كل يوم.\n\nلم ينظر أحد على الرصيف، وعدّت مريم الصناديق ثلاث مرات.\n\nجاء المطر من الغرب ثم مضى.",
  ],
  he: [
    "המעבורת יצאה מהנמל בשש בבוקר כמו בכל יום.\n\nאיש על הרציף לא הרים את מבטו, ומרים ספרה את הארגזים פעמיים.",
    "המעבורת יצאה מהנמל בשבע בבוקר כמו בכל יום.\n\nאיש על הרציף לא הרים את מבטו, ומרים ספרה את הארגזים שלוש פעמים.\n\nגשם בא ממערב והלך לו.",
  ],
};

/** @param {Page} page @param {string} [query] */
async function open(page, query = "") {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(`./?sample=lighthouse${query}`);
  await expect(page.locator("story-diff .row").first()).toBeVisible();
  await expect(page.locator("#figures")).toBeVisible();
}

/** How much wider than the window the page is, in pixels. @param {Page} page */
const excess = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** @param {Page} page @param {string} selector */
async function expectInWindow(page, selector) {
  // What is fetched when it is asked for takes a moment.
  await expect(page.locator(selector)).toBeVisible();
  const box = await page.locator(selector).boundingBox();
  const window = /** @type {{ width: number, height: number }} */ (page.viewportSize());
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect(Number(box?.x) + Number(box?.width)).toBeLessThanOrEqual(window.width);
  expect(Number(box?.y) + Number(box?.height)).toBeLessThanOrEqual(window.height);
}

/** What the reader's own style sheet would say. @param {Page} page @param {string} css */
async function restyle(page, css) {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    document.querySelector("story-diff")?.shadowRoot?.adoptedStyleSheets.push(sheet);
  }, css);
}

/** Windows, and how large a reader who needs it has the letters. @type {[name: string, viewport: { width: number, height: number }, css: string][]} */
const WINDOWS = [
  ["320 pixels wide", { width: 320, height: 700 }, ""],
  ["320 pixels wide with German words", { width: 320, height: 700 }, ""],
  ["at twice the size", { width: 640, height: 400 }, ""],
  ["at four times the size", { width: 320, height: 256 }, ""],
  ["with letters of twice the size", { width: 640, height: 700 }, ":root { font-size: 200% }"],
];

for (const [name, viewport, css] of WINDOWS) {
  test(`nothing scrolls sideways, and menus keep within the window, ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await open(page, name.includes("German") ? "&lang=de" : "");
    await restyle(page, css);
    await page.locator("story-diff summary").first().press("Enter");
    await page.locator("#figures-open").press("Enter");
    for (const view of VIEWS) {
      await page.locator("story-diff").evaluate((element, view) => element.setAttribute("view", view), view);
      expect(await excess(page), view).toBeLessThanOrEqual(0);
    }
    await page.locator("#marks-open").press("Enter");
    await expectInWindow(page, "#marks");
    await page.locator("#keep-open").press("Enter");
    await expectInWindow(page, "#keep");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.locator("story-diff .row").nth(3).focus();
    await page.locator("story-diff .row").nth(3).scrollIntoViewIfNeeded();
    await page.keyboard.press(".");
    await expectInWindow(page, "#passage");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await expectInWindow(page, "#help");
    expect(await excess(page)).toBeLessThanOrEqual(0);
  });
}

test("texts set wider, as some readers need them, are not cut off", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await open(page);
  await restyle(page, "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
  await page.locator("#marks-open").press("Enter");
  expect(await excess(page)).toBeLessThanOrEqual(0);
  // Names in the header are cut short by design, and whole in the text; so is what moved, where it stood before.
  const cut = await page.locator("button, label, summary, output, story-diff :is(p, h2, h3)").evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility() && !element.closest(".unseen, [data-moved] > .before") && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
      .filter((element) => getComputedStyle(element).overflowX !== "visible" || element.getBoundingClientRect().left + element.scrollWidth > innerWidth)
      .map(({ textContent }) => textContent),
  );
  expect(cut).toEqual([]);
});

test("the names of both versions are legible in the header", async ({ page }) => {
  for (const lang of ["en", "de"]) {
    for (const width of [1440, 1024, 800]) {
      await page.setViewportSize({ width, height: 800 });
      await open(page, `&lang=${lang}`);
      const widths = await page.locator("#versions .file-name span:first-child").evaluateAll((parts) => parts.map(({ scrollWidth, clientWidth }) => clientWidth / scrollWidth));
      expect(Math.min(...widths), `${lang}, ${width}`).toBeGreaterThan(0.6);
    }
  }
});

test("what floats at the foot of a phone covers none of what is last", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await open(page, "&view=flip");
  // Rows that come into view on the way there take their real heights.
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const [languages, flip, steps] = await Promise.all(["#languages", "#flip", "#steps"].map((part) => page.locator(part).boundingBox()));
    expect(Number(languages?.y) + Number(languages?.height)).toBeLessThanOrEqual(Number(flip?.y));
    expect(Number(flip?.y) + Number(flip?.height)).toBeLessThanOrEqual(Number(steps?.y));
  }).toPass({ timeout: 5000 });
});

test("the button beside a row covers neither its text nor the mark of its facts", async ({ page }) => {
  for (const [width, view] of /** @type {const} */ ([[360, "inline"], [360, "read"], [1024, "columns"], [1440, "inline"], [1440, "columns"]])) {
    await page.setViewportSize({ width, height: 800 });
    await open(page, `&view=${view}`);
    const row = page.locator("story-diff .row").nth(2);
    await row.focus();
    const button = await page.locator("#passage-open").boundingBox();
    const others = await row.locator(":is(.text, .fact):visible").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    const covers = others.filter(({ left, right, top, bottom }) => button && left < button.x + button.width && right > button.x && top < button.y + button.height && bottom > button.y);
    expect(covers, `${view}, ${width}`).toEqual([]);
  }
});

test("nothing moves by itself where the reader asked for rest", async ({ page }) => {
  await open(page);
  await restyle(page, "");
  const moving = await page.evaluate(() => {
    const shadow = document.querySelector("story-diff")?.shadowRoot;
    return [...document.querySelectorAll("*"), ...(shadow?.querySelectorAll("*") ?? [])].filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior !== "auto";
    }).length;
  });
  expect(moving).toBe(0);
  await page.evaluate(() => {
    const scroll = Element.prototype.scrollIntoView;
    Element.prototype.scrollIntoView = function (how) {
      document.body.dataset.scrolled = typeof how === "object" ? how.behavior : String(how);
      scroll.call(this, how);
    };
  });
  await page.keyboard.press("n");
  await expect(page.locator("body")).toHaveAttribute("data-scrolled", "instant");
});

test("in the reader's own colours, what is chosen and every state of a paragraph has a shape of its own", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ forcedColors: "active" });
  await open(page);
  const background = (/** @type {string} */ view) => page.locator(`#views input[value=${view}] + span`).evaluate((span) => getComputedStyle(span).backgroundColor);
  expect(await background("columns")).not.toBe(await background("read"));
  const rail = (/** @type {string} */ side) => page.locator(`story-diff ${side}`).first().evaluate((side) => getComputedStyle(side).borderInlineStartStyle);
  const rails = await Promise.all(['[data-state="retold"]:not([data-towards]) .side', '[data-state="removed"] .before', '[data-state="added"] .after', "[data-towards] .side:not(:empty)"].map(rail));
  expect(new Set(rails).size).toBe(rails.length);
  const line = (/** @type {string} */ mark) => page.locator(`story-diff [data-state="changed"] ${mark}:not([data-cosmetic])`).first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  expect([await line("ins"), await line("del")]).toEqual(["underline", "line-through"]);
});

for (const [language, [before, after]] of Object.entries(RIGHT_TO_LEFT)) {
  test(`a text read from right to left stands so in its column, with its notes and marks (${language})`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto("./");
    await choose(page, "before", { name: "one.txt", text: before });
    await choose(page, "after", { name: "two.txt", text: after });
    await expect(page.locator("story-diff .row").first()).toBeVisible();
    for (const side of ["before", "after"]) {
      const paragraph = page.locator(`story-diff [data-side=${side}] [data-paragraph]`).first();
      expect(await paragraph.evaluate((element) => element.matches(":dir(rtl)"))).toBe(true);
      await expect(paragraph).toHaveAttribute("lang", language);
      // The first word stands at the right edge of its column, and the rail and the notes with it.
      const { word, column, rails } = await paragraph.evaluate((element) => {
        const range = new Range();
        range.setStart(/** @type {Node} */ (document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()), 0);
        range.setEnd(range.startContainer, 1);
        const side = /** @type {HTMLElement} */ (element.closest(".side"));
        const { borderLeftWidth, borderRightWidth } = getComputedStyle(side);
        return { word: range.getBoundingClientRect().right, column: side.getBoundingClientRect().right, rails: [borderLeftWidth, borderRightWidth] };
      });
      expect(column - word).toBeLessThan(40);
      expect(rails).toEqual(["0px", "3px"]);
    }
    const added = page.locator('story-diff [data-state="added"] .after');
    const [note, text] = await Promise.all([".note", ".text"].map((part) => added.locator(part).boundingBox()));
    expect(Math.abs(Number(note?.x) + Number(note?.width) - Number(text?.x) - Number(text?.width))).toBeLessThan(2);
  });
}
