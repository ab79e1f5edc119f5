// The service worker short of room, or robbed of what it kept, or of another version than the server.
import { expect, test } from "./watched.js";
import { listenToErrors } from "./fault-acts.js";
import { caches, keep, LEAD, lookForUpdate, NEW_LEAD, publish, READY } from "./offline-acts.js";
import { chooseBoth } from "./page-acts.js";

/** @import { Page } from "@playwright/test" */
/** @import { Published } from "./offline-acts.js" */

/** @type {Published} */
let published;
/** Every error that nobody caught fails its test. @type {string[]} */
let heard;

test.use({ serviceWorkers: "allow" });
test.describe.configure({ timeout: 120_000 });
test.beforeEach(async ({ page }) => {
  heard = listenToErrors(page);
  published = await publish();
});
test.afterEach(() => {
  published.end();
  expect(heard).toEqual([]);
});

/** Leaves the page's origin so many bytes more than it has; all there are unless told. @param {Page} page @param {number} [more] */
async function leaveRoom(page, more) {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(published.address);
  const { usage } = await session.send("Storage.getUsageAndQuota", { origin });
  await session.send("Storage.overrideQuotaForOrigin", { origin, ...(more !== undefined && { quotaSize: usage + more }) });
}

/** What becomes of the service worker that the page asks for. @param {Page} page */
async function outcome(page) {
  // A style sheet by itself is a document without the page's policy, which lets no other script than its own name one.
  const bare = await page.context().newPage();
  await bare.goto(new URL("style.css", published.address).href);
  const state = await bare.evaluate(async () => {
    const { installing, waiting, active } = await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
    const worker = installing ?? waiting ?? active;
    while (worker?.state === "installing") await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
    return worker?.state;
  });
  await bare.close();
  return state;
}

/** Files are kept as they come. @param {Record<string, string[]>} kept addresses by cache */
const inOrder = (kept) => Object.fromEntries(Object.entries(kept).map(([name, urls]) => [name, urls.sort()]));

/** @param {Page} page */
const note = (page) => page.getByRole("contentinfo").locator("#offline");

test("where there is no room, the page works, keeps nothing by halves, and is kept once there is", async ({ page }) => {
  await leaveRoom(page, 300_000);
  await page.goto(published.address);
  expect(await outcome(page)).toBe("redundant");
  expect(await caches(page)).toEqual({});
  await expect(note(page)).toBeEmpty();
  await chooseBoth(page);
  await leaveRoom(page);
  await page.reload();
  await expect(note(page)).toHaveText(READY, { timeout: 60_000 });
});

test("where there is no room for a new version, the old one stays, whole and without a connection", async ({ page, context }) => {
  await keep(page, published.address);
  const kept = await caches(page);
  await leaveRoom(page, 10_000);
  await published.publishAnew();
  expect(await lookForUpdate(page)).toBe("none");
  expect(await caches(page)).toEqual(kept);
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator("#lead")).toContainText(LEAD);
  await chooseBoth(page);
});

test("what a browser threw away is kept again at the next visit", async ({ page, context }) => {
  await keep(page, published.address);
  const kept = await caches(page);
  const lose = () => page.evaluate(async () => Promise.all((await window.caches.keys()).map((name) => window.caches.delete(name))));
  await lose();
  await chooseBoth(page);
  await page.reload();
  await expect.poll(async () => inOrder(await caches(page)), { timeout: 60_000 }).toEqual(inOrder(kept));
  await context.setOffline(true);
  await page.reload();
  await chooseBoth(page);
});

test("an old service worker that lost all it kept makes no mixture with the server's new files", async ({ page, context }) => {
  await keep(page, published.address);
  await page.evaluate(async () => Promise.all((await window.caches.keys()).map((name) => window.caches.delete(name))));
  await published.publishAnew();
  // Another tab keeps the old one in use.
  const other = await context.newPage();
  await other.goto(published.address);
  await page.goto(published.address);
  await expect(page.locator("#lead")).toContainText(NEW_LEAD);
  await chooseBoth(page);
  expect(await lookForUpdate(page)).toBe("waiting");
  // Only the version that is whole is kept.
  await expect.poll(async () => Object.keys(await caches(page)).length).toBe(1);
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Use it now" }).click()]);
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator("#lead")).toContainText(NEW_LEAD);
  await chooseBoth(page);
});

test("in a frame without an origin, where there is no service worker to ask for, nothing is complained of", async ({ page }) => {
  await page.goto(published.address);
  await page.route("**/framing.html", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><iframe sandbox="allow-scripts" src="${published.address}"></iframe>` }),
  );
  await page.goto(`${published.address}framing.html`);
  const frame = page.frames()[1];
  await frame.waitForLoadState();
  expect(await frame.evaluate(() => { try { return typeof navigator.serviceWorker; } catch (error) { return /** @type {Error} */ (error).name; } })).toBe("SecurityError");
});
