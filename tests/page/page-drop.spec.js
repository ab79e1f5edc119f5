// Dropping: files and texts, anywhere on the page.
import { expect, test } from "./watched.js";
import { choose, chooseBoth, drop, expectCompared, FERRY, FERRY_RETOLD } from "./page-acts.js";

const ONE = { name: "ferry-1.txt", text: FERRY };
const TWO = { name: "ferry-2.txt", text: FERRY_RETOLD };

test.beforeEach(async ({ page }) => {
  await page.goto("./");
});

test("two files at once are put in order by the number in their names", async ({ page }) => {
  await drop(page, [
    { ...TWO, name: "ferry-10.txt", lastModified: 1000 },
    { ...ONE, name: "ferry-9.txt", lastModified: 2000 },
  ]);
  await expectCompared(page, "ferry-9.txt", "ferry-10.txt");
  await expect(page.locator("#notice")).toHaveText("“ferry-9.txt” was taken for the earlier version, by its name.");
});

test("two files at once with other names are put in order by their dates", async ({ page }) => {
  await drop(
    page,
    [
      { ...TWO, name: "ferry.txt", lastModified: 2000 },
      { ...ONE, name: "last summer.txt", lastModified: 1000 },
    ],
    "footer",
  );
  await expectCompared(page, "last summer.txt", "ferry.txt");
  await expect(page.locator("#notice")).toHaveText(
    "“last summer.txt” was taken for the earlier version, because it was changed less recently.",
  );
});

test("one file goes to the place under the pointer, else to the empty side", async ({ page }) => {
  await drop(page, [TWO], "#after-place .sheet");
  await expect(page.locator("#after-place").getByRole("heading")).toHaveText("ferry-2.txt later");
  await drop(page, [ONE], "footer", { x: 1200, y: 700 });
  await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
});

test("over a comparison, the half of the window decides", async ({ page }) => {
  await chooseBoth(page);
  await drop(page, [{ name: "right.txt", text: FERRY }], "story-diff", { x: 1200, y: 300 });
  await expectCompared(page, "ferry-1.txt", "right.txt");
  await drop(page, [{ name: "left.txt", text: FERRY_RETOLD }], "story-diff", { x: 80, y: 300 });
  await expectCompared(page, "left.txt", "right.txt");
});

test("two files replace both sides of a comparison", async ({ page }) => {
  await chooseBoth(page);
  await drop(
    page,
    [
      { name: "b.txt", text: FERRY },
      { name: "a.txt", text: FERRY_RETOLD },
    ],
    "story-diff",
  );
  await expectCompared(page, "a.txt", "b.txt");
});

test("shows where a file would go while it is dragged", async ({ page }) => {
  await chooseBoth(page);
  const transfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(["x"], "x.txt"));
    return transfer;
  });
  await page.locator("main").dispatchEvent("dragover", { dataTransfer: transfer, clientX: 1200, clientY: 300 });
  await expect(page.locator("#drop")).toBeVisible();
  await expect(page.locator("body")).toHaveAttribute("data-drop", "after");
  await page.locator("main").dispatchEvent("dragleave", { dataTransfer: transfer });
  await expect(page.locator("#drop")).toBeHidden();
});

test("a dropped selection of text is taken like a pasted one", async ({ page }) => {
  await choose(page, "before", ONE);
  await drop(page, FERRY_RETOLD, "#after-place textarea");
  await expectCompared(page, "ferry-1.txt", "pasted text");
});

test("three files are too many, and nothing is lost", async ({ page }) => {
  await chooseBoth(page);
  await drop(page, [ONE, TWO, { name: "ferry-3.txt", text: FERRY }]);
  await expect(page.getByRole("alert").filter({ hasText: "Two files make a comparison, and these are 3." })).toBeVisible();
  await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
});

test("of two files, the one that can be read is taken", async ({ page }) => {
  await drop(page, [ONE, { name: "ferry-2.txt", text: "" }]);
  await expect(page.locator("#before-place")).toContainText("ferry-1.txt");
  await expect(page.locator('.notes[data-side="after"] [role=alert]')).toHaveText("“ferry-2.txt” is empty.");
});

test("of two files over a comparison, both are taken or none", async ({ page }) => {
  await chooseBoth(page);
  await drop(page, [
    { name: "a.txt", text: FERRY },
    { name: "b.txt", text: "" },
  ]);
  await expect(page.locator('.notes[data-side="after"] [role=alert]')).toHaveText("“b.txt” is empty.");
  await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
});

test("what is refused is said where the reader is", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 300 });
  await chooseBoth(page);
  for (const name of ["b.txt", "b.txt"]) {
    await page.evaluate(() => scrollTo(0, 5000));
    await drop(page, [{ name, text: "" }], "story-diff", { x: 900, y: 200 });
    await expect(page.locator('.notes[data-side="after"] [role=alert]')).toBeInViewport({ ratio: 1 });
  }
});

test("a short name stands in one piece, on the line of its neighbour", async ({ page }) => {
  await drop(page, [
    { name: "a.txt", text: FERRY },
    { name: "b.txt", text: FERRY_RETOLD },
  ]);
  await expectCompared(page, "a.txt", "b.txt");
  await expect(page.locator("#before-name span")).toHaveCount(1);
});
