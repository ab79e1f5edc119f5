// Pasting and typing.
import { expect, test } from "./watched.js";
import { choose, clearBoth, drop, expectCompared, FERRY, FERRY_RETOLD, paste } from "./page-acts.js";

test.beforeEach(async ({ page }) => {
  await page.goto("./");
});

test("two pasted texts are compared at once", async ({ page }) => {
  await paste(page, "#before-place textarea", FERRY);
  await expect(page.locator("#before-place")).toContainText("The ferry left at six");
  await expect(page.locator("#after-place textarea")).toBeFocused();
  await paste(page, "#after-place textarea", FERRY_RETOLD);
  await expectCompared(page, "pasted text", "pasted text 2");
});

test("pasting outside of the places fills the empty side", async ({ page }) => {
  await choose(page, "before", { name: "ferry-1.txt", text: FERRY });
  await paste(page, "#home", FERRY_RETOLD);
  await expectCompared(page, "ferry-1.txt", "pasted text");
});

test("a typed text is used when the writer says so", async ({ page }) => {
  await choose(page, "before", { name: "ferry-1.txt", text: FERRY });
  const later = page.locator("#after-place");
  await later.locator("textarea").pressSequentially("The ferry left at seven.");
  await expect(page.locator("story-diff")).toBeHidden();
  await later.getByRole("button", { name: "Use this text" }).click();
  await expectCompared(page, "ferry-1.txt", "pasted text");
});

test("pasting into a text that is being written adds to it", async ({ page }) => {
  const typed = page.locator("#before-place textarea");
  await typed.fill("The ferry");
  await typed.evaluate((element) => {
    const paste = new ClipboardEvent("paste", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
    paste.clipboardData?.setData("text/plain", " left");
    element.dataset.refused = String(!element.dispatchEvent(paste));
  });
  await expect(typed).toHaveAttribute("data-refused", "false");
  await typed.press("Control+Enter");
  await expect(page.locator("#before-place .excerpt")).toHaveText("The ferry");
});

test("white space alone is no text", async ({ page }) => {
  await drop(page, " \n\n\t", "#before-place textarea");
  await expect(page.locator('.notes[data-side="before"] [role=alert]')).toHaveText(
    "“pasted text” holds nothing but white space.",
  );
  await expect(page.locator("#before-place textarea")).toBeVisible();
});

test("a text that is being written outlives the files that came instead of it", async ({ page }) => {
  const typed = page.locator("#before-place textarea");
  await typed.fill("The ferry");
  await drop(page, [
    { name: "a.txt", text: FERRY },
    { name: "b.txt", text: FERRY_RETOLD },
  ]);
  await expectCompared(page, "a.txt", "b.txt");
  await clearBoth(page);
  await expect(typed).toHaveValue("The ferry");
  await page.locator("#before-place").getByRole("button", { name: "Use this text" }).click();
  await page.locator("#before-place").getByRole("button", { name: "Remove" }).click();
  await expect(typed).toHaveValue("");
});
