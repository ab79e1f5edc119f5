// Finding words in both versions at once.
import { expect, test } from "./watched.js";
import { choose, expectCompared } from "./page-acts.js";
import { element, expectDrawn, marked, openCompared, paragraph } from "./reading-acts.js";

/** @import { Page } from "@playwright/test" */

test.use({ viewport: { width: 1280, height: 700 } });

const EARLIER = `The ferry left at six, as it had every morning. The “old” ferry (number 1.5) was late.

Nobody on the quay looked up. Mara counted the crates twice.

At the far end of the mole her brother was already waving – or so it’s said.

The tide turned at noon.

Gulls stood on the wall.

In the evening the lamps were lit.`;

const LATER = `The ferry left at seven, as it had every morning. The “old” ferry (number 1.5) was late.

Nobody on the quay looked up. Mara counted the crates twice.

At the far end of the mole her brother was already waving – or so it’s said.

The tide turned at noon.

Gulls stood on the wall.

In the evening the lamps were lit. A FERRY came.`;

/** @param {Page} page */
const field = (page) => page.getByRole("searchbox", { name: "Find in both versions" });

/** What is said of the matches. @param {Page} page */
const count = (page) => page.locator("#find output");

/** Compares two texts and opens the search. @param {Page} page @param {string} [before] @param {string} [after] */
async function compareAndFind(page, before = EARLIER, after = LATER) {
  await page.goto("./");
  await choose(page, "before", { name: "a.txt", text: before });
  await choose(page, "after", { name: "b.txt", text: after });
  await expectCompared(page, "a.txt", "b.txt");
  await expectDrawn(page);
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
}

test("counts what it finds on both sides, and goes through it in the order of the page, round and round", async ({ page }) => {
  await compareAndFind(page);
  await field(page).fill("ferry");
  await expect(count(page)).toHaveText("1 of 5 – earlier 2, later 3");
  expect(await marked(page, "found")).toEqual(["ferry", "ferry", "ferry", "ferry", "FERRY"]);
  /** @type {string[]} */
  const passed = [];
  for (let at = 1; at <= 5; at++) {
    await expect(count(page)).toContainText(`${at} of 5`);
    passed.push(await page.evaluate(() => {
      const [range] = /** @type {Range[]} */ ([.../** @type {any} */ (CSS.highlights.get("storydiff-passage"))]);
      return `${range.startContainer.parentElement?.closest("[data-side]")?.getAttribute("data-side")} ${range}`;
    }));
    await page.keyboard.press("Enter");
  }
  expect(passed).toEqual(["before ferry", "before ferry", "after ferry", "after ferry", "after FERRY"]);
  await expect(count(page)).toContainText("1 of 5");
  await page.keyboard.press("Shift+Enter");
  await expect(count(page)).toContainText("5 of 5");
  await page.getByRole("button", { name: "Next match" }).click();
  await expect(count(page)).toContainText("1 of 5");
  await page.getByRole("button", { name: "Previous match" }).click();
  await expect(count(page)).toContainText("5 of 5");
});

for (const [query, found] of /** @type {const} */ ([
  ["FERRY LEFT", ["ferry left", "ferry left"]],
  ['"OLD"', ["“old”", "“old”"]],
  ["so it's", ["so it’s", "so it’s"]],
  ["waving - or", ["waving – or", "waving – or"]],
  ["(number 1.5)", ["(number 1.5)", "(number 1.5)"]],
  ["  quay   looked ", ["quay looked", "quay looked"]],
])) {
  test(`${query} finds ${found[0]}`, async ({ page }) => {
    await compareAndFind(page);
    await field(page).fill(query);
    await expect(count(page)).toContainText(`1 of ${found.length}`);
    expect(await marked(page, "found")).toEqual(found);
  });
}

for (const query of ["f.rry", ".*", "ferry|quay", "^The", "(", "[a-z]", "\\w+", "$&", "a{2}", "ferry\\"]) {
  test(`${query} is no pattern`, async ({ page }) => {
    await compareAndFind(page);
    await field(page).fill(query);
    await expect(count(page)).toHaveText(query === "(" ? /^1 of 2/ : "nowhere");
  });
}

test("what is found nowhere marks nothing, and nothing at all says nothing", async ({ page }) => {
  await compareAndFind(page);
  await field(page).fill("ferry");
  await expect(count(page)).toContainText("1 of 5");
  await field(page).fill("ferryman");
  await expect(count(page)).toHaveText("nowhere");
  expect(await marked(page, "found")).toEqual([]);
  expect(await marked(page, "passage")).toEqual([]);
  for (const nothing of ["", "   "]) {
    await field(page).fill("gulls");
    await field(page).fill(nothing);
    await expect(count(page)).toHaveText("");
    expect(await marked(page, "found")).toEqual([]);
  }
});

test("every kind of character can be looked for", async ({ page }) => {
  const odd = "A <b>bold</b> [word] with \\back\\slashes, $1 and 😀, /slashes/ and {braces} – 船が出た。 e\u0301t\u00e9 -dash- end.";
  await compareAndFind(page, odd, odd.replace("end", "End"));
  for (const query of ["<b>bold</b>", "[word]", "\\back\\", "$1", "😀", "/slashes/", "{braces}", "船が", "e\u0301t\u00e9", "-dash-", "— 船"]) {
    await field(page).fill(query);
    await expect(count(page), query).toHaveText("1 of 2 – earlier 1, later 1");
  }
  // Half of a pair is no character of the text.
  await field(page).evaluate((field) => {
    /** @type {HTMLInputElement} */ (field).value = "\ud83d";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await expect(count(page)).toHaveText("nowhere");
});

test("words that stand at the end of a line and at the beginning of the next are found", async ({ page }) => {
  const lines = "The ferry left at six as it had every morning since the\nbridge fell, and nobody on the quay looked up at all when\nit went.";
  await compareAndFind(page, lines, lines.replace("six", "seven"));
  await field(page).fill("since the bridge");
  await expect(count(page)).toHaveText("1 of 2 – earlier 1, later 1");
});

test("a match in a row that is folded away opens it", async ({ page }) => {
  await compareAndFind(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Marks", exact: true }).click();
  await page.getByRole("checkbox", { name: "Show only what changed" }).check();
  await page.keyboard.press("Escape");
  await expect(paragraph(page, "after", 2)).toBeHidden();
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await field(page).fill("brother");
  await expect(count(page)).toContainText("1 of 2");
  await expect(paragraph(page, "after", 2)).toBeInViewport();
});

test("Esc leaves the reader at the passage, and the page does not move", async ({ page }) => {
  await openCompared(page);
  await page.keyboard.press("/");
  await field(page).fill("5,000");
  await expect(count(page)).toContainText("1 of 1");
  const row = element(page).locator(".row").filter({ hasText: "more than 5,000" });
  await expect(row).toBeInViewport();
  const { y } = /** @type {{ y: number }} */ (await row.boundingBox());
  await page.keyboard.press("Escape");
  await expect(page.locator("#find")).toBeHidden();
  await expect(row).toBeFocused();
  expect(Math.abs(Number((await row.boundingBox())?.y) - y)).toBeLessThan(60);
  expect(await marked(page, "found")).toEqual([]);
  expect(await marked(page, "passage")).toEqual(["5,000"]);
});

test("Esc without a match leads back to where the reader was", async ({ page }) => {
  await compareAndFind(page);
  await page.keyboard.press("Escape");
  const button = page.getByRole("button", { name: "Find", exact: true });
  await button.click();
  await field(page).fill("ferryman");
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await element(page).locator(".row").nth(1).focus();
  await page.keyboard.press("/");
  await page.keyboard.press("Escape");
  await expect(element(page).locator(".row").nth(1)).toBeFocused();
});

test("in a narrow window Esc without a match leaves the keyboard somewhere to be seen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await compareAndFind(page);
  await page.keyboard.press("Escape");
  await expect(page.locator("#find")).toBeHidden();
  await page.keyboard.press("n");
  await expect(page.locator("#step")).toContainText("1 of ");
});

test("goes with the comparison, and starts anew with the next one", async ({ page }) => {
  await compareAndFind(page);
  await field(page).fill("ferry");
  await expect(count(page)).toContainText("1 of 5");
  await page.getByRole("button", { name: "Swap earlier and later" }).click();
  await expect(count(page)).toHaveText("1 of 5 – earlier 3, later 2");
  await page.getByRole("button", { name: "Change texts" }).click();
  await page.getByRole("button", { name: "Clear both" }).click();
  await expect(page.locator("#find")).toBeHidden();
});
