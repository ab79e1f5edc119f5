// The menu of ways to keep a comparison.
import { readFile } from "node:fs/promises";
import { expect, test } from "./watched.js";
import { choose, chooseBoth, drop, expectCompared, FERRY, FERRY_RETOLD } from "./page-acts.js";
import { comparisonOf, expectDrawn, openCompared } from "./reading-acts.js";

/** @import { Page } from "@playwright/test" */

test.use({ viewport: { width: 1280, height: 800 } });

/** @param {Page} page @param {string | RegExp} what */
async function keep(page, what) {
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await page.locator("#keep").getByRole("button", { name: what }).click();
}

/** What the menu says became of it. @param {Page} page */
const said = (page) => page.locator("#keep-said");

/** Saves a file, and gives its name and text. @param {Page} page @param {string | RegExp} what */
async function save(page, what) {
  const [download] = await Promise.all([page.waitForEvent("download"), keep(page, what)]);
  const name = download.suggestedFilename();
  await expect(said(page)).toHaveText(`Saved as “${name}”.`);
  return { name, text: await readFile(await download.path(), "utf8") };
}

for (const [what, ending, beginning] of /** @type {const} */ ([
  ["Save the comparison (JSON)", ".storydiff.json", /^\{\s*"storydiff":\s*1/],
  ["Save as one HTML page", ".html", /^<!doctype html>/i],
  ["Save as CriticMarkup", ".critic.md", /^The ferry left at \{~~six~>seven~~\}/],
  ["Save as TEI", ".tei.xml", /^<\?xml version="1\.0" encoding="UTF-8"\?>/],
])) {
  test(`“${what}” saves a file that is named after both versions and begins as it should`, async ({ page }) => {
    await page.goto("./");
    await chooseBoth(page);
    const { name, text } = await save(page, what);
    expect(name).toBe(`ferry-1 – ferry-2${ending}`);
    expect(text).toMatch(beginning);
    expect(text).toContain("Nobody on the quay looked up.");
  });
}

for (const [what, ending] of [["Save the comparison (JSON)", "json"], ["Save as one HTML page", "html"]]) {
  test(`what was saved as ${ending} opens again where it is dropped`, async ({ page }) => {
    await page.goto("./");
    await chooseBoth(page);
    const comparison = await comparisonOf(page);
    const file = await save(page, what);
    await page.goto("./");
    await drop(page, [file]);
    await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
    expect(await comparisonOf(page)).toEqual(comparison);
  });
}

test("a file's name has no characters that a system forbids, and is not without end", async ({ page }) => {
  await page.goto("./");
  await choose(page, "before", { name: 'a:b*c?"<d>|.tar.txt', text: FERRY });
  await choose(page, "after", { name: `${"long ".repeat(12)}.txt`, text: FERRY_RETOLD });
  await expectDrawn(page);
  // Beside such names the header has no room for the button.
  await page.locator("#marks-open").click();
  const { name } = await save(page, "Save as CriticMarkup");
  expect(name).toMatch(/^a b c d\s*\.tar – long/);
  expect(name).not.toMatch(/[<>:"/\\|?*]/);
  expect(name.length).toBeLessThan("a b c d .tar – .critic.md".length + 41);
});

test("printing prints the page, without the menu", async ({ page }) => {
  await page.addInitScript(() => (window.print = () => (document.documentElement.dataset.printed = document.querySelector("#keep:popover-open") ? "menu" : "page")));
  await page.goto("./");
  await chooseBoth(page);
  await keep(page, "Print, or save as PDF");
  await expect(page.locator("html")).toHaveAttribute("data-printed", "page");
});

test.describe("with the clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("a sample's link is its address, with how it is read", async ({ page }) => {
    await openCompared(page, "./?sample=winter&view=read&lang=en");
    await keep(page, "Copy a link");
    await expect(said(page)).toHaveText("The link is copied.");
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect([link.hash, link.searchParams.get("sample"), link.searchParams.get("view")]).toEqual(["", "winter", "read"]);
  });

  test("the reader's own texts are in the link, which opens them anywhere", async ({ page, context }) => {
    await page.goto("./");
    await chooseBoth(page);
    await keep(page, "Copy a link");
    await expect(said(page)).toHaveText("The link is copied. Both texts are in it, behind the #, which browsers send to nobody.");
    const other = await context.newPage();
    await other.goto(await page.evaluate(() => navigator.clipboard.readText()));
    await expectCompared(other, "ferry-1.txt", "ferry-2.txt");
    const { before, after } = await comparisonOf(other);
    expect([before, after]).toEqual([FERRY, FERRY_RETOLD]);
  });

  test("texts that are too long for a link say so, and nothing is copied", async ({ page }) => {
    await page.goto("./");
    let seed = 1;
    const word = () => (seed = (seed * 48271) % 0x7fffffff).toString(36);
    const text = Array.from({ length: 12_000 }, word).join(" ");
    await choose(page, "before", { name: "a.txt", text });
    await choose(page, "after", { name: "b.txt", text: `${text} end` });
    await expectCompared(page, "a.txt", "b.txt");
    await page.evaluate(() => navigator.clipboard.writeText("what was there"));
    await keep(page, "Copy a link");
    await expect(said(page)).toHaveText(/^These texts are too long for a link: it would have [\d,]+ characters, .* Save the comparison as a file instead\.$/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("what was there");
  });
});

test("where the browser lets nobody copy, the link is there to be taken", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } }));
  await openCompared(page);
  await keep(page, "Copy a link");
  await expect(said(page)).toContainText("The browser does not let this page copy. Here is the link: http");
  await expect(said(page)).toContainText("?sample=lighthouse");
});

test("a way to keep it that cannot be loaded says so", async ({ page }) => {
  await page.goto("./");
  await chooseBoth(page);
  await save(page, "Save as CriticMarkup");
  await page.route("**/*.js", (route) => route.abort());
  await page.locator("#keep").getByRole("button", { name: "Save as TEI" }).click();
  await expect(said(page)).toHaveText(/^This did not work: ./);
});

test("what was said is gone when the menu is opened again", async ({ page }) => {
  await page.goto("./");
  await chooseBoth(page);
  await save(page, "Save as CriticMarkup");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page.locator("#keep")).toBeVisible();
  await expect(said(page)).toBeEmpty();
});
