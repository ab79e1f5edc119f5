// A comparison as one HTML file: it needs nothing, shows all, lets nothing in, and opens again.
import { createHash } from "node:crypto";
import { expect, test } from "./watched.js";
import { bells, strangers } from "./fixtures/bells.js";
import { compared } from "./fixtures/notation.js";
import { drop, expectCompared, openBare, paragraphs, serveSources } from "./page-acts.js";

test.beforeEach(({ page }) => serveSources(page));

/** @import { Page } from "@playwright/test" */
/** @import { Comparison } from "./element-acts.js" */

const names = { before: "first.txt", after: "second.txt" };

const HOSTILE = `</script></style></textarea><img src=x onerror="document.title='taken'"> <!-- <script>document.title='taken'</script> ]]> &lt;b&gt; {{x}} " ' \u00a0 \u2028`;

/** @param {Page} page @param {Comparison} comparison */
async function exported(page, comparison) {
  await page.goto("./");
  return page.evaluate(async (comparison) => {
    const { htmlPage } = await import(`${location.origin}/source/keep/html.js`);
    return htmlPage(comparison);
  }, comparison);
}

/** Opens the file as a browser would from a disk, and says what it asked for and what went wrong. @param {Page} page @param {string} html */
async function openFile(page, html) {
  /** @type {string[]} */
  const heard = [];
  page.on("request", (request) => heard.push(request.url()));
  page.on("console", (message) => heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(error.message));
  await page.route("**/kept.html", (route) => route.fulfill({ body: Buffer.from(html), contentType: "text/html" }));
  await page.goto("/kept.html");
  return () => heard.filter((what) => !what.endsWith("/kept.html"));
}

/** The text of every paragraph on one side, by its index. @param {Page} page @param {"before" | "after"} side */
function paragraphsShown(page, side) {
  return page.locator(`[data-side="${side}"] [data-paragraph]`).evaluateAll((elements) => {
    const drawn = /** @type {HTMLElement[]} */ (elements).map(({ dataset, textContent }) => /** @type {const} */ ([Number(dataset.paragraph), textContent]));
    return drawn.sort(([one], [other]) => one - other).map(([, text]) => text);
  });
}

/** @param {Comparison} comparison @param {"before" | "after"} side */
const paragraphsOf = (comparison, side) => comparison.report[side].paragraphs.map(({ start, end }) => comparison[side].slice(start, end));

const facts = compared(
  [
    { text: "Mara counted [twelve/eleven] crates on the quay." },
    { text: "The ferry left late.", later: 2.5 },
    { text: "Nobody looked up." },
  ],
  { facts: [["number", "altered", "twelve", "eleven"]] },
);

for (const [what, comparison] of /** @type {const} */ ([["a story", bells], ["two stories", strangers], ["facts", facts]])) {
  test(`${what}: every paragraph is there, character for character, and nothing is asked for`, async ({ page }) => {
    const heard = await openFile(page, await exported(page, { ...comparison, names }));
    for (const side of /** @type {const} */ (["before", "after"])) {
      expect(await paragraphsShown(page, side)).toEqual(paragraphsOf(comparison, side));
    }
    await expect(page).toHaveTitle("first.txt compared with second.txt");
    await expect(page.locator(".head")).toHaveText([/first\.txt/, /second\.txt/]);
    expect(heard()).toEqual([]);
  });
}

test("it looks as the element does", async ({ page }) => {
  await openFile(page, await exported(page, bells));
  await expect(page.locator(".summary")).toHaveText(/retold in the second/);
  await expect(page.locator('[data-bead="2"] [data-side="before"] del').first()).toHaveCSS("text-decoration-line", "line-through");
  await expect(page.locator('[data-bead="2"] [data-side="after"] ins').first()).toHaveCSS("text-decoration-line", "underline");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(25, 24, 21)");
});

test("a parser makes of it the document that was written", async ({ page }) => {
  const html = await exported(page, compared([{ text: "One\u00a0\ttwo." }, { text: "Wind,\r\nrain\r[or/and] snow." }]));
  await openBare(page);
  const again = await page.evaluate(async (html) => {
    const { htmlOf } = await import(`${location.origin}/source/keep/serialize.js`);
    return htmlOf(new DOMParser().parseFromString(html, "text/html").documentElement);
  }, html);
  // White space after the last element is the body's to a parser.
  expect(again.replace(/\s*<\/body>/, "</body>")).toBe(html);
  expect(html).toContain("Wind,&#13;\nrain&#13;");
});

test("hostile texts and names are text", async ({ page }) => {
  // The notation has its own use for brackets, so the text is put into a report on one of its length.
  const { report } = compared([{ text: "x".repeat(HOSTILE.length) }]);
  const comparison = { before: HOSTILE, after: HOSTILE, report, names: { before: HOSTILE, after: "</title><script>document.title='taken'</script>" } };
  const heard = await openFile(page, await exported(page, comparison));
  expect(await paragraphsShown(page, "before")).toEqual([HOSTILE]);
  await expect(page.locator("img, textarea")).toHaveCount(0);
  await expect(page.locator("script")).toHaveCount(2);
  await expect(page.locator("style")).toHaveCount(1);
  expect(await page.title()).toContain("</title>");
  expect(heard()).toEqual([]);
});

test.describe("its policy", () => {
  test.use({ breaks: /(script|style)-src/ });

  test("lets its own script run and no other, and its own style", async ({ page }) => {
    const html = await exported(page, bells);
    for (const name of ["script", "style"]) {
      const own = new RegExp(`<${name}>([^]*?)</${name}>`).exec(html)?.[1] ?? "";
      expect(html).toContain(`${name}-src 'sha256-${createHash("sha256").update(own).digest("base64")}'`);
    }
    expect(html).not.toMatch(/unsafe-inline| style="/);
    const taking = "<script>document.title = 'taken'</script><style>.summary { color: red }</style>";
    const heard = await openFile(page, html.replace("</body>", `${taking}</body>`));
    await expect(page).toHaveTitle("Earlier version compared with Later version");
    await expect(page.locator(".summary")).not.toHaveCSS("color", "rgb(255, 0, 0)");
    expect(heard().join()).toContain("Content Security Policy");
  });
});

test("two columns in a wide window, one in a narrow one, without scrolling sideways", async ({ page }) => {
  await openFile(page, await exported(page, bells));
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.locator(".sheet")).toHaveAttribute("data-view", "columns");
  await page.setViewportSize({ width: 360, height: 800 });
  await expect(page.locator(".sheet")).toHaveAttribute("data-view", "inline");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("links lead from one end of a moved paragraph to the other, and from the facts to the text and back", async ({ page }) => {
  await openFile(page, await exported(page, facts));
  await page.getByRole("link", { name: /^moved down to paragraph 3/ }).click();
  await expect(page.locator(":target")).toHaveText("The ferry left late.");
  await expect(page.locator(":target")).toHaveAttribute("id", "after-3");
  await page.locator(".of-facts summary").click();
  await page.locator(".of-facts a.before").click();
  await expect(page.locator(":target")).toHaveAttribute("id", "before-1");
  await page.locator(".of-facts summary").click();
  await page.locator("a.fact").click();
  await expect(page.locator(":target")).toContainText("altered");
  await expect(page.locator(":target")).toBeVisible();
  // No link leads nowhere.
  const lost = await page.locator("a").evaluateAll((links) => links.filter((link) => !document.querySelector(link.getAttribute("href") ?? "")).length);
  expect(lost).toBe(0);
});

test.describe("without scripts", () => {
  for (const [width, side] of /** @type {const} */ ([[1280, "beside"], [600, "above"]])) {
    test(`the earlier version stands ${side} the later one in a window of ${width} pixels`, async ({ page, browser, baseURL }) => {
      const html = await exported(page, bells);
      const context = await browser.newContext({ javaScriptEnabled: false, baseURL, viewport: { width, height: 800 } });
      const bare = await context.newPage();
      await bare.route("**/kept.html", (route) => route.fulfill({ body: html, contentType: "text/html" }));
      await bare.goto("/kept.html");
      const [before, after] = await Promise.all(
        ["before", "after"].map((side) => bare.locator(`[data-bead="2"] [data-side="${side}"] p`).first().boundingBox()),
      );
      if (!before || !after) throw new Error("not shown");
      if (side === "beside") expect([before.y, before.x + before.width < after.x]).toEqual([after.y, true]);
      else expect([before.x, before.y + before.height <= after.y, after.x + after.width <= width]).toEqual([after.x, true, true]);
      await context.close();
    });
  }
});

test("dropped on the page it opens as the comparison that it was", async ({ page }) => {
  const comparison = { ...bells, names };
  const html = await exported(page, comparison);
  await drop(page, [{ name: "kept.html", text: html, type: "text/html" }]);
  await expectCompared(page, "first.txt", "second.txt");
  await expect(paragraphs(page, "after")).toHaveCount(bells.report.after.paragraphs.length);
  expect(await page.locator("story-diff").evaluate((element) => /** @type {any} */ (element).comparison)).toEqual(comparison);
});

test("a character that no file can hold is shown as U+FFFD, and is whole in the comparison inside", async ({ page }) => {
  const comparison = { ...compared([{ text: "One x two." }]), names };
  const same = await openBare(page).then(() =>
    page.evaluate(async (comparison) => {
      const odd = "One \ud800 two.";
      const { htmlPage } = await import(`${location.origin}/source/keep/html.js`);
      const html = await htmlPage({ ...comparison, before: odd, after: odd });
      const parsed = new DOMParser().parseFromString(html, "text/html");
      const inside = JSON.parse(parsed.querySelector("#storydiff")?.textContent ?? "");
      return [parsed.querySelector("[data-paragraph]")?.textContent, inside.before.text === odd];
    }, comparison),
  );
  expect(same).toEqual(["One \ufffd two.", true]);
});

test("who gives up is not kept waiting", async ({ page }) => {
  await page.goto("./");
  const answer = await page.evaluate(async (comparison) => {
    const { htmlPage } = await import(`${location.origin}/source/keep/html.js`);
    performance.now = ((at) => () => (at += 100))(0);
    return htmlPage(comparison, { signal: AbortSignal.abort() }).catch((/** @type {Error} */ error) => error.name);
  }, bells);
  expect(answer).toBe("AbortError");
});
