// "Embed this": what it says is pasted into other pages, and works there.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "./watched.js";
import { choose, chooseBoth, FERRY, FERRY_RETOLD } from "./page-acts.js";
import { expectDrawn, openCompared, paragraph } from "./reading-acts.js";

/** @import { Page } from "@playwright/test" */

test.use({ viewport: { width: 1280, height: 800 } });

/** Stands in for the bundle of a release, which defines the element and nothing else. */
const ELEMENT = 'import "/element/define.js";\n';
/** Stands in for what a release gives to the hosts of frames. */
const HOST = "document.body.dataset.embedded = document.querySelectorAll('iframe[data-storydiff]').length;\n";
const hash = (/** @type {string} */ text) => `sha384-${createHash("sha384").update(text).digest("base64")}`;

/** Lets the page be one of a release. @param {Page} page */
async function release(page) {
  await page.route(/\/(\?.*)?$/, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const meta = html.includes('name="release"') ? "" : '<meta name="release" content="0.1.0/">';
    await route.fulfill({ response, body: html.replace(/(<meta name="release" content=")[^"]*/, "$10.1.0/").replace("</head>", `${meta}</head>`) });
  });
  const sums = `${hash(ELEMENT)}  storydiff-element.js\n${hash(HOST)}  storydiff-embed.js\n`;
  await page.route("**/0.1.0/SHA384SUMS", (route) => route.fulfill({ body: sums }));
  await page.route("**/0.1.0/storydiff-element.js", (route) => route.fulfill({ body: ELEMENT, contentType: "text/javascript" }));
  await page.route("**/0.1.0/storydiff-embed.js", (route) => route.fulfill({ body: HOST, contentType: "text/javascript" }));
}

/** @param {Page} page */
async function open(page) {
  if (!(await page.locator("#keep-open").isVisible())) await page.locator("#marks-open").click();
  await page.locator("#keep-open").click();
  await page.getByRole("button", { name: "Embed this…" }).click();
  await expect(dialog(page)).toBeVisible();
}

/** @param {Page} page */
const dialog = (page) => page.getByRole("dialog", { name: "Embed this" });

/** @param {Page} page @param {"A tag" | "A frame" | "With npm" | "In a module"} name */
const snippet = (page, name) => dialog(page).getByRole("textbox", { name, exact: true });

/** Lays markup on a page of somebody else, beside these files. @param {Page} page @param {string} markup @param {Record<string, string>} [files] */
async function paste(page, markup, files = {}) {
  for (const [name, body] of Object.entries(files)) {
    await page.route((url) => decodeURI(url.pathname) === `/host/${name}`, (route) => route.fulfill({ body, contentType: "text/plain; charset=utf-8" }));
  }
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>An article</title><body>${markup}`;
  await page.route("**/host/article.html", (route) => route.fulfill({ body, contentType: "text/html" }));
  await page.goto("/host/article.html");
}

/** What an element says of itself. @param {Page} page @param {string} selector */
const attributes = (page, selector) =>
  page.locator(selector).evaluate((found) => Object.fromEntries(Array.from(found.attributes, ({ name, value }) => [name, value])));

test("the tag draws the texts of both addresses, read as the reader has chosen, by a script that is held to its hash", async ({ page, baseURL }) => {
  await release(page);
  await openCompared(page, "./?sample=lighthouse&view=inline&level=wording");
  await open(page);
  const markup = await snippet(page, "A tag").inputValue();
  await paste(page, markup);
  await expectDrawn(page);
  expect(await attributes(page, "story-diff")).toEqual({
    "before-src": `${baseURL}samples/lighthouse/before.txt`,
    "after-src": `${baseURL}samples/lighthouse/after.txt`,
    "before-name": "lighthouse-report.txt",
    "after-name": "lighthouse-rewrite.txt",
    view: "inline",
    level: "wording",
  });
  expect(await attributes(page, "script")).toEqual({
    type: "module",
    src: `${baseURL}0.1.0/storydiff-element.js`,
    integrity: hash(ELEMENT),
    crossorigin: "anonymous",
  });
  await expect(paragraph(page, "after", 0)).toHaveText(/^The Tower That Went for a Walk/);
});

test("before its script is there, the tag shows links to both texts", async ({ page, baseURL }) => {
  await release(page);
  await openCompared(page);
  await open(page);
  const markup = await snippet(page, "A tag").inputValue();
  await page.route("**/0.1.0/*", (route) => route.abort());
  await paste(page, markup);
  const links = page.locator("story-diff a");
  await expect(links).toHaveText(["lighthouse-report.txt", "lighthouse-rewrite.txt"]);
  expect(await links.first().getAttribute("href")).toBe(`${baseURL}samples/lighthouse/before.txt`);
});

test("a saved comparison is drawn from beside the article, without the engine", async ({ page }) => {
  await release(page);
  await page.goto("./");
  await chooseBoth(page);
  await open(page);
  await expect(dialog(page).getByRole("radio")).toHaveCount(0);
  const markup = await snippet(page, "A tag").inputValue();
  const [download] = await Promise.all([page.waitForEvent("download"), dialog(page).getByRole("button", { name: "Save comparison" }).click()]);
  const name = download.suggestedFilename();
  expect(name).toBe("ferry-1-ferry-2.storydiff.json");
  await expect(dialog(page)).toContainText(`Saved as “${name}”.`);
  await expect(dialog(page)).toContainText(`Lay “${name}” beside your article.`);
  const asked = /** @type {string[]} */ ([]);
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await paste(page, markup, { [name]: await readFile(await download.path(), "utf8") });
  await expectDrawn(page);
  await expect(paragraph(page, "after", 0)).toContainText("The ferry left at");
  expect(asked.filter((path) => /engine|wasm/.test(path))).toEqual([]);
});

test("names may be markup: in what is pasted they are names", async ({ page }) => {
  await release(page);
  await page.goto("./");
  await choose(page, "before", { name: `</a><img src=x onerror="document.title='caught'">&amp;'1'.txt`, text: FERRY });
  await choose(page, "after", { name: "שתיים & three # 4%.txt", text: FERRY_RETOLD });
  await expectDrawn(page);
  await open(page);
  const [whole, frame] = await Promise.all([snippet(page, "A tag").inputValue(), snippet(page, "A frame").inputValue()]);
  const [download] = await Promise.all([page.waitForEvent("download"), dialog(page).getByRole("button", { name: "Save comparison" }).click()]);
  const name = download.suggestedFilename();
  await page.route(/embed\.html\?/, (route) => route.fulfill({ body: "", contentType: "text/html" }));
  await paste(page, whole + frame, { [name]: await readFile(await download.path(), "utf8") });
  await expectDrawn(page);
  const written = await page.locator("story-diff > p > a").evaluate((link) => link.textContent);
  expect(written).toMatch(/^<\/a><img src=x onerror="document\.title='caught'">&amp;'1'\.txt – שתיים & three # 4%\.txt$/);
  expect((await attributes(page, "iframe")).title).toContain(`onerror="document.title='caught'">&amp;'1'.txt`);
  await expect(page).toHaveTitle("An article");
  expect(await page.locator("img").count()).toBe(0);
});

test("the frame is shut off, names both texts and how they are read, and comes with its script", async ({ page, baseURL }) => {
  await release(page);
  await openCompared(page, "./?sample=whetstone&view=read&version=before");
  await open(page);
  const markup = await snippet(page, "A frame").inputValue();
  const asked = /** @type {URL[]} */ ([]);
  await page.route(/0\.1\.0\/embed\.html\?/, (route) => {
    asked.push(new URL(route.request().url()));
    return route.fulfill({ body: "<p>A frame</p>", contentType: "text/html" });
  });
  await paste(page, markup);
  await expect(page.frameLocator("iframe").getByText("A frame")).toBeVisible();
  expect(Object.fromEntries(asked[0].searchParams)).toEqual({
    before: `${baseURL}samples/whetstone/before.txt`,
    after: `${baseURL}samples/whetstone/after.txt`,
    "before-name": "whetstone-draft.txt",
    "after-name": "whetstone-revised.txt",
    view: "read",
    version: "before",
  });
  expect(await attributes(page, "iframe")).toMatchObject({ sandbox: "allow-scripts", loading: "lazy", "data-storydiff": "", referrerpolicy: "origin", title: "whetstone-draft.txt compared with whetstone-revised.txt" });
  expect(await page.locator("iframe").evaluate((frame) => frame.getBoundingClientRect().width)).toBeGreaterThan(1000);
  await expect(page.locator("body")).toHaveAttribute("data-embedded", "1");
});

test("where both are possible, the reader chooses; the frame of a saved comparison has its address to be filled in", async ({ page, baseURL }) => {
  await release(page);
  await openCompared(page);
  await open(page);
  await dialog(page).getByRole("radio", { name: "From a saved comparison" }).check({ force: true });
  await expect(dialog(page).getByRole("button", { name: "Save comparison" })).toBeVisible();
  await expect(snippet(page, "A tag")).toHaveValue(/<story-diff src="lighthouse-report-lighthouse-rewrite\.storydiff\.json">/);
  await expect(snippet(page, "A frame")).toHaveValue(new RegExp(`^<iframe src="${baseURL}0\\.1\\.0/embed\\.html\\?src=https://example\\.org/lighthouse-report-lighthouse-rewrite\\.storydiff\\.json"`));
  await expect(dialog(page)).toContainText("Put the place of your file for https://example.org/");
});

test("texts that are read otherwise than as they lie there, or with kin words, are at no address", async ({ page }) => {
  await page.route("**/old.txt", (route) => route.fulfill({ body: Buffer.from("Der Bär schlief.\n\nEs schneite.", "latin1") }));
  await openCompared(page, "./?before=old.txt&after=samples/whetstone/after.txt");
  await open(page);
  await expect(dialog(page).getByRole("radio")).toHaveCount(2);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Change texts" }).click();
  await page.locator(".notes[data-side=before] select").selectOption({ index: 0 });
  await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
  await open(page);
  await expect(dialog(page).getByRole("radio")).toHaveCount(0);
  await expect(snippet(page, "A tag")).toHaveValue(/<story-diff src="old-after\.storydiff\.json">/);
  await openCompared(page, "./?sample=winter");
  await open(page);
  await expect(dialog(page).getByRole("radio")).toHaveCount(0);
});

test("tag and frame work with what is released", async ({ page }) => {
  // A frame that is shut off reads what its site lets everyone read.
  await page.route("**/samples/**", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
  });
  for (const name of /** @type {const} */ (["A tag", "A frame"])) {
    await openCompared(page);
    await open(page);
    await paste(page, await snippet(page, name).inputValue());
    const shown = name === "A tag" ? page : page.frameLocator("iframe");
    await expect(shown.locator("story-diff [data-bead]").first()).toBeVisible();
    await expect(shown.locator(".head.before")).toContainText("lighthouse-report.txt");
    await expect(page.getByRole("alert")).toHaveCount(0);
  }
});

test("where the page is of no release, its files are named by their names alone", async ({ page }) => {
  await page.route(/\/\?.*$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(/<meta name="release"[^>]*>/, "") });
  });
  await openCompared(page);
  await open(page);
  await expect(snippet(page, "A tag")).toHaveValue(/^<script type="module" src="storydiff-element\.js"><\/script>\n/);
  await expect(snippet(page, "A frame")).toHaveValue(/^<iframe src="embed\.html\?before=/);
});

test("npm's lines are a command and a module", async ({ page }) => {
  await openCompared(page);
  await open(page);
  await expect(snippet(page, "With npm")).toHaveValue("npm install storydiff");
  const module = await snippet(page, "In a module").inputValue();
  const defined = "data:text/javascript,globalThis.defined=true";
  const compares = "data:text/javascript,export const compare=(...texts)=>(globalThis.compared=texts)";
  const written = module.replace('"storydiff/define"', `"${defined}"`).replace('"storydiff"', `"${compares}"`);
  const ran = await import(`data:text/javascript,${encodeURIComponent(`const before="one",after="two";${written}\nexport default report;`)}`);
  expect([ran.default, Reflect.get(globalThis, "defined")]).toEqual([["one", "two"], true]);
});

test.describe("with the clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("each button copies what stands above it, and says so", async ({ page }) => {
    await openCompared(page);
    await open(page);
    for (const name of /** @type {const} */ (["A tag", "A frame", "With npm", "In a module"])) {
      await dialog(page).getByRole("button", { name: `Copy: ${name}` }).click();
      const section = dialog(page).locator("section").filter({ has: page.getByRole("textbox", { name, exact: true }) });
      await expect(section.getByRole("status")).toHaveText("Copied");
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await snippet(page, name).inputValue());
    }
  });
});

test("where the browser lets nobody copy, it is selected to be copied by hand", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } }));
  await openCompared(page);
  await open(page);
  await dialog(page).getByRole("button", { name: "Copy: A frame" }).click();
  await expect(dialog(page)).toContainText("It is selected: copy it with the keyboard or the menu.");
  await expect(snippet(page, "A frame")).toBeFocused();
  expect(await page.evaluate(() => String(getSelection()))).toBe(await snippet(page, "A frame").inputValue());
});

for (const [width, opener] of /** @type {const} */ ([[1280, "#keep-open"], [320, "#marks-open"]])) {
  test(`by keys: Esc closes it and leads back to what it was opened from, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await openCompared(page);
    await open(page);
    expect(await dialog(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.keyboard.press("Escape");
    await expect(page.locator("#embed")).toHaveCount(0);
    await expect(page.locator(opener)).toBeFocused();
    await open(page);
    await dialog(page).getByRole("button", { name: "Close" }).press("Enter");
    await expect(page.locator(opener)).toBeFocused();
  });
}

test("it speaks German", async ({ page }) => {
  await openCompared(page, "./?sample=lighthouse&lang=de");
  if (!(await page.locator("#keep-open").isVisible())) await page.locator("#marks-open").click();
  await page.locator("#keep-open").click();
  await page.locator("[data-keep=embed]").click();
  await expect(page.getByRole("dialog", { name: "Einbetten" })).toContainText("Von den beiden Adressen");
});
