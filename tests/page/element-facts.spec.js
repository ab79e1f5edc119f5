import { readFileSync } from "node:fs";
import { expect, test } from "./watched.js";
import { open, show } from "./element-acts.js";
import { strangers } from "./fixtures/bells.js";
import { compared } from "./fixtures/notation.js";

/** @import { Locator, Page } from "@playwright/test" */

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

const SEA = "It had been a grey week, and the sea was the colour of slate from one end of the bay to the other.";

/** The wreck of a boat in two tellings, with a fact of every kind and every fate. */
const wreck = compared(
  [
    { role: "title", text: "[Twelve/Eleven] saved from the Halcyon" },
    { text: `“We [saw nothing/heard everything],” said the [pilot/mate], who has worked the bay for forty years. The boat struck on 4 [March/April], off Skerry Point.` },
    ...Array.from({ length: 30 }, () => ({ text: SEA })),
    { text: "“Nobody slept that night,” said the [keeper/cook]. [Ada Thorn was there./]" },
    { text: "[/Ruben Vale was there, and said: “Never again.”]" },
    { later: 0.5, text: "The lifeboat is kept at Orrin and was built for [six/nine] men." },
  ],
  {
    facts: [
      ["number", "altered", "Twelve", "Eleven"],
      ["quotation", "altered", "We saw nothing,", "We heard everything,"],
      ["date", "altered", "4 March", "4 April"],
      ["name", "kept", "Skerry Point", "Skerry Point"],
      ["quotation", "reattributed", "Nobody slept that night,", "Nobody slept that night,"],
      ["name", "dropped", "Ada Thorn", null],
      ["name", "added", null, "Ruben Vale"],
      ["quotation", "added", null, "Never again."],
      ["number", "altered", "six", "nine"],
    ],
  },
);

/** @param {Page} page */
const panel = (page) => page.locator("story-diff .facts .of-facts");

/** Opens the panel. @param {Page} page */
async function openPanel(page) {
  await panel(page).getByText("Facts that changed").click();
}

/** A row's button for one side. @param {Page} page @param {string} words @param {"earlier" | "later"} age */
const passage = (page, words, age) => panel(page).getByRole("button", { name: new RegExp(`${words}.*\\(${age} version, paragraph \\d+\\)`) });

/** The words marked in the text. @param {Page} page */
const marked = (page) => page.evaluate(() => Array.from(CSS.highlights.get("storydiff-passage") ?? [], (range) => range.toString()));

/** @param {Locator} focused @param {string} text */
async function expectShown(focused, text) {
  await expect(focused).toBeFocused();
  await expect(focused).toHaveAttribute("data-shown");
  expect(await marked(focused.page())).toEqual([text]);
}

test("lists what changed by kind and by what became of it", async ({ page }) => {
  await open(page);
  await show(page, wreck);
  await expect(panel(page).getByRole("listitem")).toHaveCount(0);
  await openPanel(page);
  await expect(panel(page).locator("summary")).toHaveText("Facts that changed · 8");
  await expect(panel(page).getByRole("heading")).toHaveText([
    "Quotations · 1 altered · 1 reattributed · 1 added",
    "Numbers · 2 altered",
    "Dates · 1 altered",
    "Names · 1 dropped · 1 added · 1 kept",
  ]);
  await expect(panel(page).getByRole("list")).toHaveCount(4);
  await expect(panel(page).getByRole("listitem").first()).toHaveText(
    "altered“We saw nothing,” said the pilot, who has worked the bay for forty years. … (earlier version, paragraph 2)" +
      "“We heard everything,” said the mate, who has worked the bay for forty years. … (later version, paragraph 3)",
  );
});

test("quotes no more than the sentence, where the report knows it", async ({ page }) => {
  await open(page);
  const comparison = structuredClone(wreck);
  for (const side of /** @type {const} */ (["before", "after"])) {
    const { paragraphs } = comparison.report[side];
    comparison.report[side].sentences = paragraphs.flatMap(({ start, end }, paragraph) => {
      const stop = comparison[side].indexOf(". ", start) + 1;
      const ends = stop > start && stop < end ? [stop, end] : [end];
      return ends.map((end, index) => ({ start: index ? stop + 1 : start, end, paragraph }));
    });
  }
  await show(page, comparison);
  await openPanel(page);
  await expect(panel(page).getByRole("listitem").first().getByRole("button").first()).toHaveText(
    "“We saw nothing,” said the pilot, who has worked the bay for forty years. (earlier version, paragraph 2)",
  );
});

test("counts in the summary what changed", async ({ page }) => {
  await open(page);
  await show(page, wreck);
  await expect(page.locator("story-diff .summary")).toContainText("One paragraph moved; three quotations, two numbers, one date and two names changed.");
  const one = compared([{ text: "Told by [Ada/Eva]." }], { facts: [["name", "altered", "Ada", "Eva"]] });
  await show(page, one);
  await expect(page.locator("story-diff .summary")).toHaveText(
    "The second version tells all of the first and nothing else; one word changed. One name changed.",
  );
});

test("leads from what the summary counts to where it is", async ({ page }) => {
  await open(page);
  await show(page, wreck);
  await page.getByRole("link", { name: "two names" }).click();
  await expect(panel(page).getByRole("heading", { name: /^Names/ })).toBeFocused();
  await page.getByRole("link", { name: "two numbers" }).click();
  await expect(panel(page).getByRole("heading", { name: /^Numbers/ })).toBeFocused();
  await page.getByRole("link", { name: "One paragraph moved" }).click();
  await expect(page.locator("story-diff .of-paragraphs").getByRole("heading", { name: "Moved · 1" })).toBeFocused();
  await page.getByRole("link", { name: "hardly anything of which is new" }).click();
  const fresh = page.locator("story-diff .of-paragraphs").getByRole("heading", { name: /^Only in the later version/ });
  await expect(fresh).toBeFocused();
  await page.locator("story-diff .of-paragraphs h2[data-kind=moved] + ul .after").first().click();
  await expect(page.locator("story-diff .row:focus")).toHaveAttribute("data-moved", "true");
  await page.keyboard.press("Escape");
  await expect(page.locator("story-diff .of-paragraphs h2[data-kind=moved] + ul .after").first()).toBeFocused();
});

test("goes nowhere by Esc before one has jumped", async ({ page }) => {
  await open(page);
  await show(page, wreck);
  await page.locator('[data-bead="32"]').press("Escape");
  await expect(panel(page)).not.toHaveAttribute("open");
  await expect(page.locator('[data-bead="32"]')).toBeFocused();
});

for (const [view, width] of /** @type {const} */ ([["two columns", 1280], ["one column", 360]])) {
  test.describe(view, () => {
    test.use({ viewport: { width, height: 900 } });

    test("leads to the passages of both sides and back, by keys alone", async ({ page }) => {
      await open(page);
      await show(page, wreck);
      await panel(page).locator("summary").press("Enter");
      for (const age of /** @type {const} */ (["earlier", "later"])) {
        const button = passage(page, "Nobody slept that night", age);
        await button.press("Enter");
        const bead = page.locator('[data-bead="32"]');
        await expectShown(bead, "Nobody slept that night,");
        await expect(bead.locator(`[data-side=${age === "earlier" ? "before" : "after"}] [data-paragraph]`)).toBeInViewport();
        await page.keyboard.press("Escape");
        await expect(button).toBeFocused();
        await expect(button).toBeInViewport();
        await expect(bead).not.toHaveAttribute("data-shown");
        expect(await marked(page)).toEqual([]);
      }
    });

    test("shows an earlier passage that the column leaves out, while it is read", async ({ page }) => {
      await open(page);
      await show(page, wreck);
      await openPanel(page);
      await passage(page, "We saw nothing", "earlier").click();
      const paragraph = page.locator('[data-bead="1"] [data-side=before] [data-paragraph]');
      await expectShown(page.locator('[data-bead="1"]'), "We saw nothing,");
      expect((await paragraph.boundingBox())?.width).toBeGreaterThan(200);
      await expect(paragraph).toBeInViewport();
    });

    test("leads to each end of a paragraph that moved", async ({ page }) => {
      await open(page);
      await show(page, wreck);
      await openPanel(page);
      const ends = page.locator('[data-bead="34"]');
      await passage(page, "six", "earlier").click();
      await expectShown(ends.filter({ has: page.locator("[data-side=before]") }), "six");
      await passage(page, "nine", "later").click();
      await expectShown(ends.filter({ has: page.locator("[data-side=after]") }), "nine");
    });

    test("does not scroll sideways", async ({ page }) => {
      await open(page);
      await show(page, wreck);
      await openPanel(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  });
}

test("marks in the margin lead to the list, and back to the row one came from", async ({ page }) => {
  await open(page);
  await show(page, wreck);
  const mark = page.locator('[data-bead="32"] .fact');
  await expect(mark).toHaveAccessibleName("In the list of facts: quotation reattributed, name dropped");
  await mark.press("Enter");
  await expect(passage(page, "Nobody slept that night", "earlier")).toBeFocused();
  const dropped = passage(page, "^Ada Thorn", "earlier");
  await dropped.click();
  await mark.click();
  await expect(dropped).toBeFocused();
  await expect(page.locator('[data-bead="5"] .fact')).toHaveCount(0);
  await expect(page.locator('[data-bead="34"] .fact')).toHaveCount(2);
});

test("says so where nothing changed, and nothing where nothing is known", async ({ page }) => {
  await open(page);
  await show(page, compared([{ text: "Told by Ada." }], { facts: [["name", "kept", "Ada", "Ada"]] }));
  await expect(panel(page)).toHaveText("No quotation, number, date or name changed.");
  const { facts, ...report } = structuredClone(wreck.report);
  expect(facts).toHaveLength(9);
  Reflect.deleteProperty(report.summary, "facts");
  await show(page, /** @type {typeof wreck} */ ({ ...wreck, report }));
  await expect(panel(page)).toBeHidden();
  await expect(page.locator("story-diff .summary")).toContainText("One paragraph moved.");
  await show(page, strangers);
  await expect(panel(page)).toBeHidden();
});

test("what looks like markup in a quotation is quotation", async ({ page }) => {
  await open(page);
  const words = ['<img src=x onerror="document.title = 1">', "</b><script>document.title = 2<\\script>"];
  const hostile = compared([{ text: `She wrote “[${words[0]}/${words[1].replace("/", "\\")}]” on it.` }], {
    facts: [["quotation", "altered", words[0], words[1].replace("/", "\\")]],
  });
  await show(page, hostile);
  await openPanel(page);
  await expect(panel(page).getByRole("button").first()).toContainText(`She wrote “${words[0]}” on it.`);
  await expect(panel(page).locator("img, script")).toHaveCount(0);
  expect(await page.title()).toBe("");
});

for (const [what, harm, sentence] of /** @type {const} */ ([
  ["of no known kind", { kind: "rumour" }, "it has a fact of no known kind"],
  ["with no known fate", { change: "toString" }, "it has a fact of no known kind"],
  ["outside of its text", { before: { start: 0, end: 1e6 } }, "a fact lies outside of its text"],
  ["behind its last paragraph", { after: { start: wreck.after.length, end: wreck.after.length } }, "a fact lies outside of its text"],
])) {
  test(`a fact ${what} is refused in a sentence`, async ({ page }) => {
    await open(page);
    const comparison = structuredClone(wreck);
    Object.assign(comparison.report.facts[3], harm);
    await expect(show(page, comparison)).rejects.toThrow(sentence);
    await expect(page.getByRole("alert")).toHaveText(`This comparison cannot be shown: ${sentence}.`);
  });
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [1280, 360]) {
    test(`axe finds nothing to say of the panel, ${colorScheme}, ${width} pixels wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await open(page, "<title>Wreck</title><main><h1>Wreck</h1><story-diff></story-diff></main>");
      await show(page, wreck);
      await openPanel(page);
      await page.evaluate(AXE);
      const violations = await page.evaluate(async () => {
        const { axe } = /** @type {typeof globalThis & { axe: typeof import("axe-core") }} */ (globalThis);
        const { violations } = await axe.run("story-diff");
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
      });
      expect(violations).toEqual([]);
    });
  }
}
