import { expect, test } from "./watched.js";
import { listen, open, show } from "./element-acts.js";
import { bells, strangers } from "./fixtures/bells.js";
import { compared } from "./fixtures/notation.js";

/** @import { Page } from "@playwright/test" */
/** @import { Comparison } from "./element-acts.js" */

const names = { before: "first.txt", after: "second.txt" };

/** The text of every paragraph on one side, by its index. @param {Page} page @param {"before" | "after"} side */
function paragraphsDrawn(page, side) {
  return page.locator(`[data-side="${side}"] [data-paragraph]`).evaluateAll((elements) => {
    const drawn = /** @type {HTMLElement[]} */ (elements);
    return drawn.map(({ dataset, textContent }) => [Number(dataset.paragraph), textContent]).sort(([one], [other]) => Number(one) - Number(other));
  });
}

/** @param {Comparison} comparison @param {"before" | "after"} side */
function paragraphsOf(comparison, side) {
  return comparison.report[side].paragraphs.map(({ start, end }, index) => [index, comparison[side].slice(start, end)]);
}

/** @param {Page} page @param {number} bead */
const bead = (page, bead) => page.locator(`[data-bead="${bead}"]`);

for (const [view, width] of /** @type {const} */ ([["two columns", 1280], ["one column", 360]])) {
  test.describe(view, () => {
    test.use({ viewport: { width, height: 900 } });

    test("draws every paragraph once, character for character", async ({ page }) => {
      await open(page);
      await show(page, bells);
      for (const side of /** @type {const} */ (["before", "after"])) {
        expect(await paragraphsDrawn(page, side)).toEqual(paragraphsOf(bells, side));
      }
    });

    test("marks what became of the words", async ({ page }) => {
      await open(page);
      await show(page, bells);
      const opening = bead(page, 2);
      await expect(opening.locator("[data-side=before] del")).toHaveText(["in living memory", "Sunday", "through,"]);
      await expect(opening.locator("[data-side=after] ins")).toHaveText(["since the flood", "Sunday morning"]);
      await expect(opening.locator("[data-side=before] ins, [data-side=after] del")).toHaveCount(0);
      await expect(bead(page, 9).locator('mark[data-edit="transposition"]')).toHaveText(["in all that time", "in all that time"]);
      await expect(bead(page, 5).locator('[data-cosmetic="quotes"]').first()).toHaveText("didn't");
    });

    test("does not scroll sideways", async ({ page }) => {
      await open(page);
      await show(page, bells);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  });
}

test.describe("side by side", () => {
  test.use({ viewport: { width: 1280, height: 900 } });

  test("counterparts begin on one line, whatever is noted above one of them", async ({ page }) => {
    await open(page);
    await show(page, bells);
    const merge = bead(page, 9);
    await expect(merge).toContainText("two paragraphs joined into one");
    const before = await merge.locator("[data-side=before] [data-paragraph]").first().boundingBox();
    const after = await merge.locator("[data-side=after] [data-paragraph]").first().boundingBox();
    expect(before?.y).toBe(after?.y);
    expect(Number(before?.x) + Number(before?.width)).toBeLessThan(Number(after?.x));
  });

  test("a split stands beside its parts, and says where it was split", async ({ page }) => {
    await open(page);
    await show(page, bells);
    const split = bead(page, 5);
    await expect(split).toHaveAttribute("data-kind", "split");
    await expect(split.locator("[data-side=before] [data-paragraph]")).toHaveCount(1);
    await expect(split.locator("[data-side=after] [data-paragraph]")).toHaveCount(2);
    await expect(split.getByText("the paragraph above was split here")).toBeVisible();
    await expect(split.locator("svg path")).toHaveCount(2);
  });

  test("identical counterparts have nothing between them", async ({ page }) => {
    await open(page);
    await show(page, bells);
    await expect(bead(page, 14)).toHaveAttribute("data-kind", "match");
    await bead(page, 14).scrollIntoViewIfNeeded();
    await expect(bead(page, 13).locator("svg path")).toHaveCount(1);
    await expect(bead(page, 14).locator("svg path, ins, del")).toHaveCount(0);
  });

  test("a paragraph of one version leaves the other side blank", async ({ page }) => {
    await open(page);
    await show(page, bells);
    await expect(bead(page, 7).locator("[data-side=before]")).toHaveText("");
    await expect(bead(page, 7)).toContainText("only in the later version");
    await expect(bead(page, 10).locator("[data-side=after]")).toHaveText("");
    await expect(bead(page, 10)).toContainText("only in the earlier version");
  });

  test("both sides of a retold paragraph stand clean but for the phrases kept", async ({ page }) => {
    await open(page);
    await show(page, bells);
    const retold = bead(page, 6);
    await expect(retold.locator(".kept")).toHaveText(Array(2).fill("the baker brought what was left"));
    await expect(retold.locator("ins").first()).toHaveCSS("text-decoration-line", "none");
    await expect(bead(page, 2).locator("ins").first()).toHaveCSS("text-decoration-line", "underline");
  });

  test("a moved paragraph stands at both its places, each a link to the other", async ({ page }) => {
    await open(page);
    await show(page, bells);
    const focused = await listen(page, "storydiff-focus");
    const ends = bead(page, 3);
    await expect(ends).toHaveCount(2);
    const [earlier, later] = [ends.filter({ has: page.locator("[data-side=before]") }), ends.filter({ has: page.locator("[data-side=after]") })];
    await expect(earlier.locator("[data-side=after]")).toHaveCount(0);
    await earlier.getByRole("link", { name: "moved down to paragraph 9, two words changed" }).click();
    await expect(later).toBeFocused();
    await expect(later).toBeInViewport();
    await later.getByRole("link", { name: "moved here from paragraph 4, two words changed" }).press("Enter");
    await expect(earlier).toBeFocused();
    expect(page.url()).toMatch(/blank\.html$/);
    expect(await focused()).toEqual([{ index: 3, ...bells.report.beads[3] }]);
  });

  test("the end that stands first stands before the paragraph that follows it", async ({ page }) => {
    await open(page);
    await show(page, bells);
    const order = await page.locator("[data-bead]").evaluateAll((rows) => rows.map((row) => /** @type {HTMLElement} */ (row).dataset.bead));
    expect(order.map(Number)).toEqual([0, 12, 1, 2, 3, 4, 5, 6, 3, 7, 8, 9, 10, 11, 12, 13, 14]);
  });
});

test.describe("one column", () => {
  test.use({ viewport: { width: 360, height: 900 } });

  test("shows an unchanged paragraph once and a changed one with both its words", async ({ page }) => {
    await open(page);
    await show(page, bells);
    const before = await bead(page, 14).locator("[data-side=before] [data-paragraph]").boundingBox();
    expect(before?.width).toBeLessThanOrEqual(1);
    const was = bead(page, 2).locator(".was").first();
    await expect(was).toHaveAttribute("data-was", "in living memory");
    const [shown, decoration] = await was.evaluate((element) => {
      const style = getComputedStyle(element, "::before");
      return [style.content, style.textDecorationLine];
    });
    expect(shown).toBe('"in living memory"');
    expect(decoration).toBe("line-through");
  });
});

test("marks the letters of a word that changed by a few", async ({ page }) => {
  await open(page);
  await show(page, compared([{ text: "It was [difficul/difficulty] of a kind that [demanded/demanding] letters bring, [grey/gray|spelling] and [red/blue] ones, at any [time/time of day]." }]));
  await expect(page.locator("story-diff ins .letters")).toHaveText(["ty", "ing"]);
  await expect(page.locator("story-diff del .letters")).toHaveText(["ed"]);
  await expect(page.locator("story-diff ins").nth(0)).toHaveText("difficulty");
});

test("sums up what became of the story", async ({ page }) => {
  await open(page);
  await show(page, { ...bells, names });
  await expect(page.locator("story-diff .summary")).toHaveText(
    "Nine tenths of the first version are retold in the second, a tenth of which is new. Two paragraphs moved.",
  );
  await expect(page.locator("story-diff .heads")).toContainText("first.txt earlier · 279 words");
});

for (const [what, written, summary] of /** @type {const} */ ([
  ["all of the second", "[One two three./]", "The second version is empty."],
  ["nothing", "One two three.", "The two versions are the same, word for word."],
  ["white space alone", "One [ /]two three.", "The two versions are the same, word for word."],
  ["typography", "One [two/Two|case] three.", "The two versions have the same words; only spelling, case or punctuation differs."],
  ["a few words", "One [two/twi] three [/and four].", "The second version tells all of the first and nothing else; three words changed."],
])) {
  test(`says so where ${what} changed`, async ({ page }) => {
    await open(page);
    await show(page, compared([{ text: written }]));
    await expect(page.locator("story-diff .summary")).toHaveText(summary);
  });
}

test("two stories are not read as versions of one", async ({ page }) => {
  await open(page);
  await show(page, strangers);
  await expect(page.locator("story-diff .summary")).toContainText("These are not versions of one story.");
  await expect(page.locator("story-diff").locator("ins, del, mark, .note")).toHaveCount(0);
  for (const side of /** @type {const} */ (["before", "after"])) {
    expect(await paragraphsDrawn(page, side)).toEqual(paragraphsOf(strangers, side));
  }
  const first = page.locator("[data-paragraph='0']");
  expect((await first.nth(0).boundingBox())?.y).toBe((await first.nth(1).boundingBox())?.y);
});

test("what looks like markup in a story is story", async ({ page }) => {
  /** @type {string[]} */
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await open(page);
  // What looks at a comparison comes with the first.
  await show(page, bells);
  requests.length = 0;
  const hostile = compared([
    { role: "title", text: "<script>alert(1)<\\script> [<b>bold<\\b>/<i>slanted<\\i>]" },
    { text: "[<img src=x onerror=alert(1)>/<svg onload=alert(2)>] &amp; &lt;" },
  ]);
  await show(page, { ...hostile, names: { before: "<img src=y>", after: "</story-diff>" } });
  expect(await paragraphsDrawn(page, "before")).toEqual(paragraphsOf(hostile, "before"));
  await expect(page.locator("story-diff").locator("img, script, b b, i, path[onload], svg[onload]")).toHaveCount(0);
  await expect(page.locator("story-diff .head b").first()).toHaveText("<img src=y>");
  expect(requests).toEqual([]);
});

test("lines of verse stay lines, and lines of hard-wrapped prose do not", async ({ page }) => {
  await open(page);
  const wrapped = "It was a long walk from the landing to the church, and longer still\nwhen the river was up and the meadows had to be gone around.";
  await show(page, compared([{ text: "Five voices\nover the water" }, { text: wrapped }]));
  const drawn = page.locator("[data-side=before] [data-paragraph]");
  await expect(drawn.nth(0)).toHaveCSS("white-space", "pre-wrap");
  await expect(drawn.nth(1)).toHaveCSS("white-space", "normal");
});

test.describe("colours", () => {
  for (const [scheme, theme, paper, added] of /** @type {const} */ ([
    ["light", "auto", "rgb(251, 249, 244)", "rgb(214, 230, 245)"],
    ["dark", "auto", "rgb(25, 24, 21)", "rgb(27, 58, 84)"],
    ["light", "dark", "rgb(25, 24, 21)", "rgb(27, 58, 84)"],
    ["dark", "light", "rgb(251, 249, 244)", "rgb(214, 230, 245)"],
  ])) {
    test(`follow theme="${theme}" where the reader prefers ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await open(page, `<story-diff theme="${theme}"></story-diff>`);
      await show(page, bells);
      await expect(page.locator("story-diff .sheet")).toHaveCSS("background-color", paper);
      await expect(bead(page, 2).locator("ins").first()).toHaveCSS("background-color", added);
    });
  }

  test("can be set from outside, and take none from there", async ({ page }) => {
    await page.route("**/page.css", (route) =>
      route.fulfill({
        contentType: "text/css",
        body: "story-diff { --story-diff-paper: rgb(1, 2, 3); } ins { background: red; } story-diff::part(summary) { color: rgb(4, 5, 6); }",
      }),
    );
    await open(page, '<link rel="stylesheet" href="/page.css"><story-diff theme="light"></story-diff>');
    await show(page, bells);
    await expect(page.locator("story-diff .sheet")).toHaveCSS("background-color", "rgb(1, 2, 3)");
    await expect(page.locator("story-diff .summary")).toHaveCSS("color", "rgb(4, 5, 6)");
    await expect(bead(page, 2).locator("ins").first()).toHaveCSS("background-color", "rgb(214, 230, 245)");
  });
});

test.describe("a saved comparison", () => {
  const saved = {
    storydiff: 1,
    before: { name: names.before, text: bells.before },
    after: { name: names.after, text: bells.after },
    report: bells.report,
  };

  test("opens by its address, without the engine", async ({ page }) => {
    /** @type {string[]} */
    const requests = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    await open(page, '<story-diff src="/saved.json"></story-diff>', { "saved.json": JSON.stringify(saved) });
    await expect(page.locator("story-diff .heads")).toContainText("second.txt later");
    expect(await paragraphsDrawn(page, "after")).toEqual(paragraphsOf(bells, "after"));
    expect(requests.filter((path) => /engine|pkg/.test(path))).toEqual([]);
  });

  const longer = structuredClone(bells.report);
  longer.beads[2].edits[1].before.end += 5000;
  const doubled = structuredClone(bells.report);
  doubled.beads[2].before.end += 1;
  const misnamed = structuredClone(bells.report);
  misnamed.beads[7].kind = "split";
  const overlapping = structuredClone(bells.report);
  overlapping.beads[2].edits[1].before.start -= 3;
  for (const [what, body, sentence] of /** @type {const} */ ([
    ["that is not JSON", "{", "This comparison cannot be shown: the file is not JSON."],
    ["of another kind", "{}", "This comparison cannot be shown: the file is not a saved comparison."],
    ["of other texts", JSON.stringify({ ...saved, after: { name: "x", text: "Other." } }), "This comparison cannot be shown: the later text is not the one that was compared."],
    ["with a change out of bounds", JSON.stringify({ ...saved, report: longer }), "This comparison cannot be shown: a changed word lies outside of its paragraph."],
    ["with overlapping changes", JSON.stringify({ ...saved, report: overlapping }), "This comparison cannot be shown: two of its changes overlap."],
    ["with a misnamed bead", JSON.stringify({ ...saved, report: misnamed }), "This comparison cannot be shown: it misnames a bead."],
    ["with a paragraph aligned twice", JSON.stringify({ ...saved, report: doubled }), "This comparison cannot be shown: paragraph 4 of the earlier text is aligned twice."],
  ])) {
    test(`${what} is refused in a sentence`, async ({ page }) => {
      await open(page, "");
      const errors = await listen(page, "storydiff-error");
      await page.route("**/bad.json", (route) => route.fulfill({ body }));
      await page.evaluate(() => {
        const element = document.createElement("story-diff");
        element.setAttribute("src", "/bad.json");
        document.body.append(element);
      });
      await expect(page.getByRole("alert")).toHaveText(sentence);
      expect(await errors()).toEqual([{ message: sentence }]);
      await expect(page.locator("story-diff [data-bead]")).toHaveCount(0);
    });
  }

  test("that is not there is said to be so, and another one opens in its place", async ({ page }) => {
    await open(page, '<story-diff src="/missing.json"></story-diff>', { "saved.json": JSON.stringify(saved) });
    await expect(page.getByRole("alert")).toHaveText("The comparison could not be loaded from /missing.json: the server answered 404.");
    await page.locator("story-diff").evaluate((element) => element.setAttribute("src", "/saved.json"));
    await expect(bead(page, 0)).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
});

test.describe("texts that it finds itself", () => {
  const compares = "default-src 'self' 'wasm-unsafe-eval'";
  const files = { "texts/one.txt": "The bell rang at noon.\n\nNobody came.", "texts/two.txt": "The bell rang at dusk.\n\nNobody came." };

  for (const [where, body] of /** @type {const} */ ([
    ["by address", '<story-diff before-src="/texts/one.txt" after-src="/texts/two.txt"></story-diff>'],
    [
      "in templates",
      `<story-diff>
        <template data-version="before">${files["texts/one.txt"]}</template>
        <template data-version="after">${files["texts/two.txt"]}</template>
      </story-diff>`,
    ],
  ])) {
    test(`${where} are compared`, async ({ page }) => {
      await open(page, body, files, compares);
      await expect(page.locator("story-diff [data-side=before] del")).toContainText("noon");
      await expect(page.locator("story-diff [data-side=after] ins")).toContainText("dusk");
      await expect(page.locator("story-diff [data-side=after] [data-paragraph]")).toHaveText(["The bell rang at dusk.", "Nobody came."]);
    });
  }

  test("and cannot load are named in a sentence", async ({ page }) => {
    await open(page, '<story-diff before-src="/texts/one.txt" after-src="/texts/none.txt"></story-diff>', files, compares);
    await expect(page.getByRole("alert")).toHaveText("The later version could not be loaded from /texts/none.txt: the server answered 404.");
  });

  test("are loaded when they come near the window", async ({ page }) => {
    await page.route("**/tall.css", (route) => route.fulfill({ contentType: "text/css", body: ".above { height: 5000px }" }));
    const body = '<link rel="stylesheet" href="/tall.css"><div class="above"></div><story-diff src="/far.json"></story-diff>';
    let asked = 0;
    page.on("request", (request) => (asked += Number(request.url().endsWith("/far.json"))));
    await open(page, body, { "far.json": "{}" });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(asked).toBe(0);
    await page.evaluate(() => scrollTo(0, 5000));
    await expect.poll(() => asked).toBe(1);
  });
});

test("shows what stands inside it until it has something to draw", async ({ page }) => {
  await open(page, "<story-diff><p>Read it in your own time.</p></story-diff>");
  await expect(page.getByText("Read it in your own time.")).toBeVisible();
  await show(page, bells);
  await expect(page.getByText("Read it in your own time.")).toBeHidden();
});

test("takes a comparison that was set before the tag was defined", async ({ page }) => {
  await open(page, "");
  await page.evaluate((comparison) => {
    const element = document.createElement("story-diff");
    Object.defineProperty(element, "comparison", { value: comparison, configurable: true, writable: true, enumerable: true });
    document.body.append(element);
  }, bells);
  await expect(bead(page, 0)).toBeVisible();
});

test("a later comparison takes the place of one that is still being drawn", async ({ page }) => {
  await open(page);
  const ready = await listen(page, "storydiff-ready");
  const book = compared(Array.from({ length: 3000 }, (_, index) => ({ text: `Paragraph ${index} of [a/one] long book.` })));
  await page.locator("story-diff").evaluate(
    (element, [book, bells]) =>
      new Promise((resolve) => {
        element.addEventListener("storydiff-ready", resolve);
        Object.assign(element, { comparison: book });
        setTimeout(() => Object.assign(element, { comparison: bells }), 20);
      }),
    [book, bells],
  );
  await expect(page.locator("story-diff [data-paragraph]")).toHaveCount(31);
  expect(await ready()).toHaveLength(1);
});

test("one that is taken away stops, and begins again where it comes back", async ({ page }) => {
  await open(page);
  const ready = await listen(page, "storydiff-ready");
  const book = compared(Array.from({ length: 1000 }, (_, index) => ({ text: `Paragraph ${index} of [a/one] long book.` })));
  await page.locator("story-diff").evaluate(async (element, book) => {
    Object.assign(element, { comparison: book });
    await Promise.resolve();
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    document.body.append(element);
  }, book);
  await expect(page.locator("story-diff [data-side=after] [data-paragraph]")).toHaveCount(1000);
  expect(await ready()).toHaveLength(1);
});

test("a name that turns the direction of writing turns nothing but itself", async ({ page }) => {
  await open(page);
  await show(page, { ...bells, names: { before: "a\u202etxt", after: "b.txt" } });
  await expect(page.locator("story-diff .head.before b")).toHaveCSS("unicode-bidi", "isolate");
});
