// What the page asks of the network, and the keyboard. What it makes of hostile texts is in hostile.spec.js.
import { expect, test } from "./watched.js";
import { choose, chooseBoth, clearBoth, expectCompared, FERRY } from "./page-acts.js";

/**
 * Everything that a page asks for or complains about.
 *
 * @param {import("@playwright/test").Page} page
 */
async function listen(page) {
  /** @type {{requests: string[], complaints: string[]}} */
  const heard = { requests: [], complaints: [] };
  page.on("request", (request) => heard.requests.push(request.url()));
  page.on("console", (message) => {
    // Playwright says so where it blocks a service worker.
    const isOurs = !message.text().startsWith("Service Worker registration blocked");
    if (isOurs && ["error", "warning"].includes(message.type())) heard.complaints.push(message.text());
  });
  page.on("pageerror", (error) => heard.complaints.push(error.message));
  await page.addInitScript(() =>
    addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective}`)),
  );
  return heard;
}

test("nothing leaves the page's own origin, and nothing breaks its policy", async ({ page, baseURL }) => {
  const heard = await listen(page);
  await page.goto("./");
  await chooseBoth(page);
  await clearBoth(page);
  await page.getByRole("region", { name: "Or open a sample" }).getByRole("link").first().click();
  await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
  await page.getByRole("button", { name: "Swap earlier and later" }).click();
  await expect(page).toHaveURL(/before=/);
  expect(heard.requests.filter((url) => !url.startsWith(String(baseURL)))).toEqual([]);
  expect(heard.complaints).toEqual([]);
});

test("the keyboard reaches both places in reading order", async ({ page }) => {
  await page.goto("./");
  await expect(page.locator("#samples li")).toHaveCount(3);
  /** @type {string[]} */
  const reached = [];
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press("Tab");
    reached.push(
      await page.evaluate(
        () =>
          document.activeElement?.id ||
          document.activeElement?.closest(".place")?.id ||
          document.activeElement?.parentElement?.tagName ||
          "",
      ),
    );
  }
  expect(reached).toEqual(["home", "before-place", "before-file", "after-place", "after-file", "LI", "LI", "LI"]);
});

test("a file is chosen, and the versions swapped and cleared, by keyboard alone", async ({ page }) => {
  await page.goto("./");
  await chooseBoth(page);
  await page.getByRole("button", { name: "Change texts" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("#after-file").focus();
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({ name: "ferry-3.txt", mimeType: "text/plain", buffer: Buffer.from(FERRY) });
  await expectCompared(page, "ferry-1.txt", "ferry-3.txt");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Change texts" })).toBeFocused();
  await page.keyboard.press("Enter");
  const clear = page.getByRole("button", { name: "Clear both" });
  const isReached = () => clear.evaluate((button) => button === document.activeElement);
  for (let step = 0; step < 12 && !(await isReached()); step++) await page.keyboard.press("Tab");
  await expect(clear).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#lead")).toBeVisible();
});

for (const width of [320, 640, 1440]) {
  test(`nothing is wider than a window of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto("./");
    await expect(page.locator("#samples li")).toHaveCount(3);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await choose(page, "before", { name: `${"an-endless-name-".repeat(8)}1.txt`, text: FERRY });
    await choose(page, "after", {
      name: `${"an-endless-name-".repeat(8)}2.txt`,
      bytes: [...Buffer.from(`${"x".repeat(300)} caf\xe9`, "latin1")],
    });
    await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
    expect(await overflow()).toBe(0);
    const texts = page.getByRole("button", { name: "texts" });
    // Where the header has no room for it, it stands in the menu.
    if (!(await texts.isVisible())) await page.getByRole("button", { name: "Menu" }).click();
    expect(await overflow()).toBe(0);
    await texts.click();
    expect(await overflow()).toBe(0);
    await expect(page.getByRole("button", { name: "Swap earlier and later" })).toBeInViewport({ ratio: 1 });
  });
}
