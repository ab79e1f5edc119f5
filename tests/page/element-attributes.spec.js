// The element's properties and its events, as a script of its page has them.
import { expect, test } from "./watched.js";
import { listen, open, show } from "./element-acts.js";
import { bells } from "./fixtures/bells.js";
import { compared } from "./fixtures/notation.js";

/** @import { Page } from "@playwright/test" */

const POLICY = "default-src 'self' 'wasm-unsafe-eval'";
const TEXTS = { "one.txt": "The bell rang at noon.\n\nNobody came.", "two.txt": "The bell rang at dusk.\n\nNobody came." };
const SAVED = JSON.stringify({ storydiff: 1, before: { name: "one", text: bells.before }, after: { name: "two", text: bells.after }, report: bells.report });
const book = compared(Array.from({ length: 1500 }, (_, index) => ({ text: `Paragraph ${index} of [a/one] long book.` })));

/** What it tells. @param {Page} page */
async function listenToAll(page) {
  const [ready, errors] = [await listen(page, "storydiff-ready"), await listen(page, "storydiff-error")];
  return async () => {
    // What was told once is told no more.
    await page.waitForTimeout(150);
    return { ready: (await ready()).length, errors: (await errors()).length };
  };
}

test("properties are attributes by another name", async ({ page }) => {
  await open(page);
  const found = await page.locator("story-diff").evaluate((host) => {
    const element = /** @type {HTMLElementTagNameMap["story-diff"]} */ (host);
    const states = [];
    const state = () => Object.fromEntries(["src", "beforeSrc", "afterSrc", "beforeName", "afterName", "view", "version", "level", "only", "summaries", "letters", "invisibles", "theme"].map((name) => [name, Reflect.get(element, name)]));
    states.push(state());
    Object.assign(element, { src: "a.json", beforeSrc: "a.txt", afterSrc: "b.txt", beforeName: "One", afterName: "Two", view: "read", version: "before", level: "content", only: "changes", summaries: "off", letters: "off", invisibles: "on", theme: "dark" });
    states.push(state(), Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])));
    for (const name of ["view", "version", "level", "only", "summaries", "letters", "invisibles", "theme"]) element.setAttribute(name, "toString");
    element.setAttribute("view", "INLINE");
    states.push(state());
    for (const name of Object.keys(state())) Reflect.set(element, name, null);
    states.push(state(), element.attributes.length);
    return states;
  });
  const defaults = { src: "", beforeSrc: "", afterSrc: "", beforeName: "", afterName: "", view: "auto", version: "after", level: "everything", only: "all", summaries: "paragraphs", letters: "on", invisibles: "off", theme: "auto" };
  const chosen = { src: "a.json", beforeSrc: "a.txt", afterSrc: "b.txt", beforeName: "One", afterName: "Two", view: "read", version: "before", level: "content", only: "changes", summaries: "off", letters: "off", invisibles: "on", theme: "dark" };
  const { beforeSrc, afterSrc, beforeName, afterName, ...rest } = chosen;
  expect(found).toEqual([
    defaults,
    chosen,
    { ...rest, "before-src": beforeSrc, "after-src": afterSrc, "before-name": beforeName, "after-name": afterName },
    { ...defaults, src: "a.json", beforeSrc: "a.txt", afterSrc: "b.txt", beforeName: "One", afterName: "Two", view: "inline" },
    defaults,
    0,
  ]);
});

test("hides nothing that every element has", async ({ page }) => {
  await open(page);
  const hidden = await page.evaluate(() => {
    const own = [];
    let prototype = customElements.get("story-diff")?.prototype;
    for (; prototype && prototype !== HTMLElement.prototype; prototype = Object.getPrototypeOf(prototype)) own.push(...Object.getOwnPropertyNames(prototype));
    return own.filter((name) => name !== "constructor" && name in HTMLElement.prototype);
  });
  expect(hidden).toEqual([]);
});

test("draws what its properties say, and what they said before the tag was defined", async ({ page }) => {
  await page.route("**/saved.json", (route) => route.fulfill({ body: SAVED }));
  await page.route("**/early.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><story-diff></story-diff>" }));
  await page.goto("/early.html");
  await page.evaluate(async () => {
    const element = /** @type {HTMLElement} */ (document.querySelector("story-diff"));
    Object.assign(element, { src: "/saved.json", view: "read", version: "before", level: "content" });
    const address = "/element/define.js";
    await import(address);
  });
  const element = page.locator("story-diff");
  await expect(element.locator(".sheet")).toHaveAttribute("data-view", "read");
  await expect(element.locator(".sheet")).toHaveAttribute("data-version", "before");
  await expect(element.locator("[data-bead]").first()).toBeVisible();
  expect(await element.evaluate((element) => [Object.keys(element), element.getAttribute("src"), element.getAttribute("level")])).toEqual([[], "/saved.json", "content"]);
});

test("both addresses set in one turn are one load, and one comparison is ready once", async ({ page }) => {
  await open(page, "<story-diff></story-diff><div id=elsewhere></div>", {}, POLICY);
  const told = await listenToAll(page);
  /** @type {string[]} */
  const asked = [];
  for (const [name, body] of Object.entries(TEXTS)) {
    await page.route(`**/${name}`, (route) => (asked.push(name), route.fulfill({ body })));
  }
  const element = page.locator("story-diff");
  await element.evaluate((element) => Object.assign(element, { beforeSrc: "/one.txt", afterSrc: "/two.txt" }));
  await expect(element.locator("ins").first()).toBeVisible();
  await element.evaluate(async (host) => {
    const element = /** @type {HTMLElementTagNameMap["story-diff"]} */ (host);
    const turn = () => new Promise((resolve) => setTimeout(resolve, 30));
    Object.assign(element, { view: "inline", level: "content", only: "changes" });
    await turn();
    element.redraw();
    await turn();
    document.querySelector("#elsewhere")?.append(element);
    await turn();
    element.remove();
    await turn();
    document.body.append(element);
    await turn();
    element.beforeSrc = "/one.txt";
  });
  expect(await told()).toEqual({ ready: 1, errors: 0 });
  expect(asked.sort()).toEqual(["one.txt", "two.txt"]);
});

test("is ready once though it is drawn in another way before it is drawn to its end", async ({ page }) => {
  await open(page);
  const told = await listenToAll(page);
  await page.locator("story-diff").evaluate(async (element, book) => {
    const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
    Object.assign(element, { comparison: book });
    await turn();
    element.setAttribute("level", "content");
    await turn();
    element.setAttribute("only", "changes");
  }, book);
  await expect(page.locator("story-diff [data-side=after] [data-paragraph]")).toHaveCount(1500);
  expect(await told()).toEqual({ ready: 1, errors: 0 });
});

test("fails once, wherever it is moved to", async ({ page }) => {
  await open(page, '<story-diff src="/none.json"></story-diff><div id=elsewhere></div>');
  await expect(page.getByRole("alert")).toContainText("404");
  const told = await listenToAll(page);
  await page.evaluate(() => document.querySelector("#elsewhere")?.append(/** @type {Element} */ (document.querySelector("story-diff"))));
  await expect(page.getByRole("alert")).toContainText("404");
  expect(await told()).toEqual({ ready: 0, errors: 0 });
});

test("an address that was changed while it loaded has nothing to say any more", async ({ page }) => {
  await open(page, "<story-diff></story-diff>");
  const told = await listenToAll(page);
  /** @type {(() => Promise<void>)[]} */
  const answers = [];
  await page.route("**/first.json", (route) => void answers.push(() => route.fulfill({ status: 500 }).catch(() => {})));
  await page.route("**/saved.json", (route) => void answers.push(() => route.fulfill({ body: SAVED })));
  const element = page.locator("story-diff");
  await element.evaluate((element) => element.setAttribute("src", "/first.json"));
  await expect.poll(() => answers.length).toBe(1);
  await element.evaluate((element) => element.setAttribute("src", "/saved.json"));
  await expect.poll(() => answers.length).toBe(2);
  await answers[1]();
  await answers[0]();
  await expect(element.locator("[data-bead]").first()).toBeVisible();
  expect(await told()).toEqual({ ready: 1, errors: 0 });
});

test("an address that is set while it stands nowhere is loaded where it comes back", async ({ page }) => {
  await open(page, "<story-diff></story-diff>", { "saved.json": SAVED });
  await show(page, compared([{ text: "Another story." }]));
  const told = await listenToAll(page);
  await page.locator("story-diff").evaluate(async (element) => {
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
    element.setAttribute("src", "/saved.json");
    await new Promise((resolve) => setTimeout(resolve, 20));
    document.body.append(element);
  });
  await expect(page.locator("story-diff .summary")).toContainText("Nine tenths");
  expect(await told()).toEqual({ ready: 1, errors: 0 });
});

test("one that is taken away while it loads stops, and loads where it comes back", async ({ page }) => {
  await open(page, "", {}, POLICY);
  const told = await listenToAll(page);
  let asked = 0;
  /** @type {(() => Promise<void>) | null} */
  let answer = null;
  await page.route("**/saved.json", (route) => {
    asked++;
    answer = () => route.fulfill({ body: SAVED }).catch(() => {});
  });
  const element = await page.evaluateHandle(() => {
    const element = document.createElement("story-diff");
    element.setAttribute("src", "/saved.json");
    document.body.append(element);
    return element;
  });
  await expect.poll(() => asked).toBe(1);
  const failed = page.waitForEvent("requestfailed");
  await element.evaluate((element) => element.remove());
  await failed;
  expect(await told()).toEqual({ ready: 0, errors: 0 });
  await element.evaluate((element) => document.body.append(element));
  await expect.poll(() => asked).toBe(2);
  // One that only moves goes on.
  await element.evaluate((element) => document.body.prepend(element));
  await page.waitForTimeout(50);
  expect(asked).toBe(2);
  await /** @type {() => Promise<void>} */ (/** @type {unknown} */ (answer))();
  await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
  expect(await told()).toEqual({ ready: 1, errors: 0 });
});

test("texts are called by the names of their files, or as the page calls them", async ({ page }) => {
  await open(page, '<story-diff before-src="one.txt" after-src="two.txt" before-name="The <i>draft</i>"></story-diff>', TEXTS, POLICY);
  await expect(page.locator("story-diff .head.before b")).toHaveText("The <i>draft</i>");
  await expect(page.locator("story-diff .head.after b")).toHaveText("two.txt");
  await page.locator("story-diff").evaluate((element) => Object.assign(element, { afterName: "The book" }));
  await expect(page.locator("story-diff .head.after b")).toHaveText("The book");
});

test("a comparison that was given stays, whatever texts are called", async ({ page }) => {
  await open(page);
  await show(page, bells);
  await page.locator("story-diff").evaluate((element) => Object.assign(element, { beforeName: "Draft" }));
  await page.waitForTimeout(100);
  await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
  const early = await page.evaluate((comparison) => {
    const late = document.createElement("story-later");
    Object.assign(late, { comparison, afterName: "Book" });
    document.body.append(late);
    customElements.define("story-later", class extends /** @type {CustomElementConstructor} */ (customElements.get("story-diff")) {});
    return /** @type {HTMLElementTagNameMap["story-diff"]} */ (late).comparison !== null;
  }, bells);
  expect(early).toBe(true);
});
