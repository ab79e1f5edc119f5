// The published page kept by its service worker: without a connection, through updates, and what it leaves alone.
import { rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, test } from "./watched.js";
import { filesIn, www } from "../../scripts/page.js";
import { serve } from "../../scripts/serve.js";
import { caches, keep, LEAD, lookForUpdate, NEW_LEAD, publish } from "./offline-acts.js";
import { chooseBoth, expectCompared, FERRY, FERRY_RETOLD } from "./page-acts.js";

/** @import { Page } from "@playwright/test" */
/** @import { Published } from "./offline-acts.js" */

/** @type {Published} */
let published;

test.use({ serviceWorkers: "allow" });
// Every test publishes a page of its own and has it kept, a megabyte of kin words included.
test.describe.configure({ timeout: 120_000 });
test.beforeEach(async () => {
  published = await publish();
});
test.afterEach(() => published.end());

/** How often a page is loaded, from now on. @param {Page} page */
function countLoads(page) {
  const counted = { loads: 0 };
  page.on("load", () => counted.loads++);
  return counted;
}

test("says once that it is ready, and then compares files and samples without a connection", async ({ page, context }) => {
  await keep(page, published.address);
  await context.setOffline(true);
  const complaints = /** @type {string[]} */ ([]);
  page.on("pageerror", ({ message }) => complaints.push(message));
  await page.reload();
  await chooseBoth(page);
  await expect(page.getByRole("contentinfo").getByRole("status")).toBeEmpty();
  await page.goto(`${published.address}index.html?sample=winter`);
  await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
  const module = `${published.address}engine/engine.js`;
  const kinship = await page.evaluate(async (module) => {
    const text = async (/** @type {string} */ name) => (await fetch(`samples/winter/${name}.txt`)).text();
    const { compare } = await import(module);
    return (await compare(await text("before"), await text("after"))).kinship;
  }, module);
  expect(kinship).toBe("used");
  await page.goto(`${published.address}gallery/`);
  await page.getByRole("link", { name: "A strict policy" }).click();
  await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test("keeps the files of the page, every one of them and nothing else", async ({ page }) => {
  await keep(page, published.address);
  const [[name, kept], ...others] = Object.entries(await caches(page));
  expect(others).toEqual([]);
  expect(name).toContain(published.address);
  const paths = kept.map((url) => url.replace(published.address, "").replace(/\?sha256-.*/, ""));
  expect(paths.sort()).toEqual(filesIn(published.folder).filter((path) => path !== "sw.js"));
});

test("a new version is offered, and used when the reader says so", async ({ page, context }) => {
  await keep(page, published.address);
  const [old] = Object.keys(await caches(page));
  await chooseBoth(page);
  await published.publishAnew();
  // What did not change need not be there: it is copied.
  rmSync(join(published.folder, "kinship"), { recursive: true });
  rmSync(join(published.folder, "pkg"), { recursive: true });
  const counted = countLoads(page);
  expect(await lookForUpdate(page)).toBe("waiting");

  const footer = page.getByRole("contentinfo");
  await expect(footer.getByRole("status")).toContainText("A new version of storydiff is ready.");
  await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
  await expect(page.locator("#lead")).toContainText(LEAD);
  const other = await context.newPage();
  await other.goto(published.address);
  await expect(other.locator("#lead")).toContainText(LEAD);
  await other.close();
  expect(await lookForUpdate(page)).toBe("waiting");
  expect(Object.keys(await caches(page))).toContain(old);
  expect(counted.loads).toBe(0);

  await Promise.all([page.waitForEvent("load"), footer.getByRole("button", { name: "Use it now" }).click()]);
  await expect(page.locator("#lead")).toContainText(NEW_LEAD);
  await chooseBoth(page);
  const names = Object.keys(await caches(page));
  expect(names).toHaveLength(1);
  expect(names).not.toContain(old);
  await expect(footer.getByRole("status")).toBeEmpty();
  expect(counted.loads).toBe(1);
});

test("another tab is not loaded again, and is offered the new version still", async ({ page, context }) => {
  await keep(page, published.address);
  const other = await context.newPage();
  await other.goto(published.address);
  await chooseBoth(other);
  await published.publishAnew();
  const counted = countLoads(other);
  await lookForUpdate(page);
  const use = (/** @type {Page} */ tab) => tab.getByRole("button", { name: "Use it now" });
  await expect(use(other)).toBeVisible();
  await Promise.all([page.waitForEvent("load"), use(page).click()]);
  await expect(page.locator("#lead")).toContainText(NEW_LEAD);
  await expectCompared(other, "ferry-1.txt", "ferry-2.txt");
  expect(counted.loads).toBe(0);
  await Promise.all([other.waitForEvent("load"), use(other).click()]);
  await expect(other.locator("#lead")).toContainText(NEW_LEAD);
});

for (const [what, spoil] of /** @type {[string, (index: string) => void][]} */ ([
  ["lacks", (index) => rmSync(index)],
  ["has another file for", (index) => writeFileSync(index, "<!doctype html><title>Another</title>")],
])) {
  test(`a version of which the server ${what} a file is not taken at all`, async ({ page }) => {
    await keep(page, published.address);
    const kept = await caches(page);
    await published.publishAnew();
    spoil(join(published.folder, "index.html"));
    expect(await lookForUpdate(page)).toBe("none");
    expect(await caches(page)).toEqual(kept);
    await page.reload();
    await expect(page.locator("#lead")).toContainText(LEAD);
  });
}

test("other origins and addresses that are not of the page go to the network", async ({ page }) => {
  await keep(page, published.address);
  const kept = await caches(page);
  const asked = /** @type {string[]} */ ([]);
  const elsewhere = createServer((request, response) => {
    asked.push(String(request.url));
    response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "text/plain" });
    response.end(request.url === "/1.txt" ? FERRY : FERRY_RETOLD);
  });
  await new Promise((listening) => elsewhere.listen(0, "127.0.0.1", () => listening(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (elsewhere.address());
  const [before, after] = [1, 2].map((number) => `http://127.0.0.1:${port}/${number}.txt`);
  for (let time = 1; time <= 2; time++) {
    await page.goto(`${published.address}?${new URLSearchParams({ before, after })}`);
    await expectCompared(page, "1.txt", "2.txt");
    expect(asked.sort()).toEqual([..."1".repeat(time), ..."2".repeat(time)].map((number) => `/${number}.txt`));
  }
  elsewhere.close().closeAllConnections();

  const fromWorker = async (/** @type {string} */ path) => {
    const answered = page.waitForResponse((response) => response.url() === published.address + path);
    await page.evaluate((path) => fetch(path).then((response) => response.text()), path);
    return (await answered).fromServiceWorker();
  };
  writeFileSync(join(published.folder, "story.txt"), FERRY);
  expect(await fromWorker("style.css")).toBe(true);
  for (const path of ["story.txt", "nothing.txt", "style.css?other", "sw.js"]) expect(await fromWorker(path), path).toBe(false);
  expect(await caches(page)).toEqual(kept);
});

test("www/ as it stands has no service worker, asks for none and complains of nothing", async ({ page }) => {
  const { address, close } = await serve({ folder: www, port: 0 });
  const requests = /** @type {string[]} */ ([]);
  const complaints = /** @type {string[]} */ ([]);
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(address);
  await chooseBoth(page);
  expect(requests.filter((url) => /offline|sw\.js/.test(url))).toEqual([]);
  expect(complaints).toEqual([]);
  close();
});

test("the page can be installed: its manifest is valid, and its icons are what it says", async ({ page }) => {
  await page.goto(published.address);
  const session = await page.context().newCDPSession(page);
  const { url, data, errors } = await session.send("Page.getAppManifest");
  expect(url).toBe(`${published.address}manifest.webmanifest`);
  expect(errors).toEqual([]);
  const { name, display, start_url, scope, icons } = JSON.parse(String(data));
  expect({ name, display }).toEqual({ name: "storydiff", display: "standalone" });
  for (const path of [start_url, scope]) expect(new URL(path, url).href).toBe(published.address);
  for (const { src, sizes, type } of icons) {
    const response = await page.request.get(new URL(src, url).href);
    expect(response.headers()["content-type"]).toBe(type);
    const size = await page.evaluate(async (src) => {
      const image = Object.assign(new Image(), { src });
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    if (sizes !== "any") expect(size).toBe(sizes);
  }
  expect(icons.map((/** @type {{sizes: string, purpose?: string}} */ { sizes, purpose }) => [sizes, purpose ?? "any"])).toEqual([
    ["any", "any"],
    ["192x192", "any"],
    ["512x512", "any"],
    ["512x512", "maskable"],
  ]);
});
