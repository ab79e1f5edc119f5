// The address of the page: samples, texts by their own addresses, and the way back.
import { expect, test } from "./watched.js";
import { choose, expectCompared, FERRY, FERRY_RETOLD } from "./page-acts.js";

const ELSEWHERE = "https://stories.example";

test.use({ reaches: [ELSEWHERE] });

/**
 * A site that lends its texts to other pages.
 *
 * @param {import("@playwright/test").Page} page
 */
async function serveStories(page) {
  const headers = { "Access-Control-Allow-Origin": "*" };
  await page.route(`${ELSEWHERE}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const body = { "/ferry%201.txt": FERRY, "/ferry-2.txt": FERRY_RETOLD }[pathname];
    return body
      ? route.fulfill({ headers, contentType: "text/plain", body })
      : route.fulfill({ headers, status: 404, body: "" });
  });
}

test("a sample is one click away, and its address leads to it again", async ({ page }) => {
  await page.goto("./");
  const samples = page.getByRole("region", { name: "Or open a sample" }).getByRole("link");
  await expect(samples).toHaveCount(3);
  await samples.first().click();
  await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
  await expect(page).toHaveURL(/\?sample=\w+$/);
  const title = await page.title();
  await page.goto(page.url());
  await expect(page).toHaveTitle(title);
  await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
});

for (const index of [0, 1, 2]) {
  test(`sample ${index + 1} shows paragraphs of both versions`, async ({ page }) => {
    await page.goto("./");
    await page.getByRole("region", { name: "Or open a sample" }).getByRole("link").nth(index).click();
    for (const side of ["before", "after"])
      await expect(page.locator(`story-diff [data-side="${side}"] [data-paragraph]`).nth(3)).toBeAttached();
    await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);
  });
}

test("back and forward move between the title page, a sample and the reader's own texts", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("region", { name: "Or open a sample" }).getByRole("link").first().click();
  await expect(page.locator("story-diff")).toBeVisible();
  const sample = await page.title();
  await choose(page, "after", { name: "ferry-2.txt", text: FERRY_RETOLD });
  await expect(page).toHaveTitle(/⇄ ferry-2\.txt/);
  await expect(page).not.toHaveURL(/sample/);
  const own = await page.title();
  await page.goBack();
  await expect(page).toHaveTitle(sample);
  await expect(page).toHaveURL(/sample/);
  await page.goBack();
  await expect(page).toHaveTitle("storydiff");
  await expect(page.locator("#lead")).toBeVisible();
  await page.goForward();
  await expect(page).toHaveTitle(sample);
  await page.goForward();
  await expect(page).toHaveTitle(own);
});

test("the way back leads to an addressed text even after the page was loaded anew", async ({ page }) => {
  await serveStories(page);
  await page.goto(`./?after=${ELSEWHERE}/ferry-2.txt`);
  await choose(page, "before", { name: "own.txt", text: FERRY });
  await expectCompared(page, "own.txt", "ferry-2.txt");
  await page.reload();
  await expect(page.locator("#lead")).toBeVisible();
  await choose(page, "before", { name: "other.txt", text: FERRY });
  await page.goBack();
  await expect(page.locator("#after-place")).toContainText("ferry-2.txt");
  await expect(page.locator("#before-place .excerpt")).toBeHidden();
});

test("a sample that is swapped keeps a true address", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("region", { name: "Or open a sample" }).getByRole("link").first().click();
  await expect(page.locator("story-diff")).toBeVisible();
  const [before, after] = [await page.locator("#before-name").textContent(), await page.locator("#after-name").textContent()];
  await page.getByRole("button", { name: "Swap earlier and later" }).click();
  await expect(page.locator("#before-name")).toHaveText(String(after));
  await expect(page).toHaveURL(/\?before=.*&after=/);
  await page.getByRole("button", { name: "Swap earlier and later" }).click();
  await expect(page.locator("#before-name")).toHaveText(String(before));
  await expect(page).toHaveURL(/\?sample=/);
});

test("an unknown sample is said to be unknown", async ({ page }) => {
  await page.goto("./?sample=nothing-of-that-name");
  await expect(page.getByRole("alert").filter({ hasText: "There is no sample “nothing-of-that-name”." })).toBeVisible();
  await expect(page.locator("#lead")).toBeVisible();
});

test("two addresses are loaded and compared", async ({ page }) => {
  await serveStories(page);
  await page.goto(`./?before=${ELSEWHERE}/ferry%25201.txt&after=${ELSEWHERE}/ferry-2.txt`);
  await expectCompared(page, "ferry 1.txt", "ferry-2.txt");
});

test("an address however written is one place, and the way back leads out of it", async ({ page }) => {
  await serveStories(page);
  await page.goto("./?sample=none");
  await expect(page.getByRole("alert").filter({ hasText: "There is no sample" })).toBeVisible();
  await page.goto(`./?before=${ELSEWHERE}/ferry%25201.txt&after=${ELSEWHERE}/ferry-2.txt`);
  await expectCompared(page, "ferry 1.txt", "ferry-2.txt");
  await page.goBack();
  await expect(page.getByRole("alert").filter({ hasText: "There is no sample" })).toBeVisible();
});

test("one address waits for the other version", async ({ page }) => {
  await serveStories(page);
  await page.goto(`./?after=${ELSEWHERE}/ferry-2.txt`);
  await expect(page.locator("#after-place")).toContainText("ferry-2.txt");
  await choose(page, "before", { name: "own.txt", text: FERRY });
  await expectCompared(page, "own.txt", "ferry-2.txt");
  await expect(page).not.toHaveURL(/stories/);
});

test("a web page that comes in the place of a text is not compared", async ({ page }) => {
  await page.route("**/moved.txt", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><p>Home" }));
  await page.goto("./?before=moved.txt");
  await expect(page.locator('.notes[data-side="before"] [role=alert]')).toHaveText("“moved.txt” is a web page: save it as plain text first.");
});

test("an address without a text says so beside its place, and the other text is kept", async ({ page }) => {
  await serveStories(page);
  await page.goto(`./?before=${ELSEWHERE}/gone.txt&after=${ELSEWHERE}/ferry-2.txt`);
  await expect(page.locator('.notes[data-side="before"] [role=alert]')).toHaveText(
    "“gone.txt” could not be loaded: its site answered “404 Not Found”.",
  );
  await expect(page.locator("#after-place")).toContainText("ferry-2.txt");
  await expect(page).toHaveURL(/\?before=.*gone\.txt&after=/);
  await choose(page, "before", { name: "own.txt", text: FERRY });
  await expectCompared(page, "own.txt", "ferry-2.txt");
  await expect(page).not.toHaveURL(/gone/);
});

test("a file for one side leaves the other side's text on its way", async ({ page }) => {
  await serveStories(page);
  /** @type {() => void} */
  let letGo = () => {};
  const held = new Promise((resolve) => (letGo = () => resolve(undefined)));
  await page.route(`${ELSEWHERE}/ferry-2.txt`, async (route) => {
    await held;
    await route.fallback();
  });
  await page.goto(`./?before=${ELSEWHERE}/ferry%25201.txt&after=${ELSEWHERE}/ferry-2.txt`);
  await expect(page.getByRole("progressbar", { name: "Loading…" })).toBeVisible();
  await choose(page, "before", { name: "own.txt", text: FERRY });
  await expect(page.locator("#before-place")).toContainText("own.txt");
  letGo();
  await expectCompared(page, "own.txt", "ferry-2.txt");
});

test("a site that does not answer, and an address that is none", async ({ page }) => {
  await page.route(`${ELSEWHERE}/**`, (route) => route.abort());
  await page.goto(`./?before=${ELSEWHERE}/ferry.txt&after=javascript:alert(1)`);
  await expect(page.locator('.notes[data-side="before"] [role=alert]')).toHaveText(
    /^“ferry\.txt” could not be loaded: its site does not answer/,
  );
  await expect(page.locator('.notes[data-side="after"] [role=alert]')).toHaveText(
    "“javascript:alert(1)” is not an address of a text on the web.",
  );
});

test("loading that takes long can be given up", async ({ page }) => {
  await page.route(`${ELSEWHERE}/**`, () => {});
  await page.goto(`./?before=${ELSEWHERE}/a.txt&after=${ELSEWHERE}/b.txt`);
  await expect(page.getByRole("progressbar", { name: "Loading…" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator("#lead")).toBeVisible();
  await expect(page.getByRole("progressbar")).toBeHidden();
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);
});
