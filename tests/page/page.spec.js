// The main path: two versions in, read aligned, and what can be done with them then.
import { expect, test } from "./watched.js";
import { choose, chooseBoth, clearBoth, expectCompared, FERRY, FERRY_RETOLD, paragraphs } from "./page-acts.js";

test.beforeEach(async ({ page }) => {
  await page.goto("./");
});

test("says what to do before anything is given", async ({ page }) => {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Read two versions of a story together");
  await expect(
    page.getByRole("region", { name: "Earlier version" }).getByPlaceholder("Drop a file here, or paste the text"),
  ).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Later version" }).getByPlaceholder("Drop a file here, or paste the text"),
  ).toBeVisible();
  await expect(page.getByRole("contentinfo")).toContainText("Nothing leaves this page");
  await expect(page.getByRole("button", { name: "Clear" })).toHaveCount(0);
});

test("waits for the other version when one is chosen", async ({ page }) => {
  await choose(page, "before", { name: "ferry-1.txt", text: FERRY });
  const earlier = page.locator("#before-place");
  await expect(earlier.getByRole("heading")).toHaveText("ferry-1.txt earlier");
  await expect(earlier).toContainText("The ferry left at six");
  await expect(page.locator("#after-place").getByPlaceholder("Now the later version")).toBeVisible();
  await expect(page).toHaveTitle("ferry-1.txt – storydiff");
});

test("shows two chosen files aligned", async ({ page }) => {
  await chooseBoth(page);
  await expect(paragraphs(page, "before")).toHaveText(FERRY.split("\n\n"));
  await expect(paragraphs(page, "after")).toHaveText(FERRY_RETOLD.split("\n\n"));
  const first = page.locator('story-diff [data-bead="0"]');
  await expect(first).toHaveAttribute("data-kind", "match");
  await expect(first.locator("del")).toHaveText("six");
  await expect(first.locator("ins")).toHaveText("seven");
  const rain = page.locator("story-diff [data-kind=insertion]");
  await expect(rain.locator('[data-side="after"] [data-paragraph]')).toHaveText(/^Rain came in/);
  await expect(rain.locator('[data-side="before"] [data-paragraph]')).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ferry-1.txt compared with ferry-2.txt");
});

test("swaps the versions", async ({ page }) => {
  await chooseBoth(page);
  await page.getByRole("button", { name: "Swap earlier and later" }).click();
  await expectCompared(page, "ferry-2.txt", "ferry-1.txt");
  await expect(page.locator("story-diff [data-kind=deletion]")).toContainText("Rain came in");
});

test("swaps a single text to the other side", async ({ page }) => {
  await choose(page, "before", { name: "ferry-2.txt", text: FERRY_RETOLD });
  await page.getByRole("button", { name: "Swap earlier and later" }).click();
  await expect(page.locator("#after-place").getByRole("heading")).toHaveText("ferry-2.txt later");
  await choose(page, "before", { name: "ferry-1.txt", text: FERRY });
  await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
});

test("replaces one side while a comparison is shown", async ({ page }) => {
  await chooseBoth(page);
  await page.getByRole("button", { name: "Change texts" }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.locator("#after-place").getByText("Choose another file…").click();
  await (
    await chooser
  ).setFiles({ name: "ferry-3.txt", mimeType: "text/plain", buffer: Buffer.from(FERRY.replace("Mara", "Ines")) });
  await expectCompared(page, "ferry-1.txt", "ferry-3.txt");
  await expect(page.locator("story-diff ins")).toHaveText("Ines");
  await expect(page.locator("#after-place")).toBeHidden();
});

test("removes one side and takes another", async ({ page }) => {
  await chooseBoth(page);
  await page.getByRole("button", { name: "Change texts" }).click();
  await page.locator("#before-place").getByRole("button", { name: "Remove" }).click();
  await expect(page.locator("story-diff")).toBeHidden();
  await expect(page.locator("#before-place textarea")).toBeFocused();
  await expect(page.locator("#after-place")).toContainText("ferry-2.txt");
  await choose(page, "before", { name: "ferry-0.txt", text: FERRY });
  await expectCompared(page, "ferry-0.txt", "ferry-2.txt");
});

test("clears both, and the way back brings them again", async ({ page }) => {
  await chooseBoth(page);
  await clearBoth(page);
  await expect(page.locator("#lead")).toBeVisible();
  await expect(page.locator("story-diff")).toBeHidden();
  await expect(page).toHaveTitle("storydiff");
  await page.goBack();
  await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
});
