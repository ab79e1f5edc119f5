// The languages of the page: which one it speaks, and how it comes to speak another.
import { expect, test } from "./watched.js";
import germanElement from "../../www/language/de/element.js";
import german from "../../www/language/de/page.js";
import englishElement from "../../www/language/en/element.js";
import english from "../../www/language/en/page.js";
import { choose, clearBoth, drop, expectCompared, serveSources } from "./page-acts.js";

test.beforeEach(({ page }) => serveSources(page));

/** @import { Page } from "@playwright/test" */

const HAFEN = "Die Fähre legte um sechs ab.\n\nNiemand am Kai sah auf. Mara zählte die Kisten zweimal.";
const HAFEN_NEU = "Die Fähre legte um sieben ab.\n\nNiemand am Kai sah auf. Mara zählte die Kisten zweimal.";

/**
 * Every string of a dictionary by its path.
 *
 * @param {unknown} entry
 * @param {string} [path]
 * @returns {[string, string][]}
 */
function strings(entry, path = "") {
  if (typeof entry === "string") return [[path, entry]];
  return typeof entry === "object" && entry !== null
    ? Object.entries(entry).flatMap(([key, value]) => strings(value, `${path}.${key}`))
    : [];
}

const inGerman = new Map(strings(german));
const ENGLISH = strings(english).flatMap(([path, words]) => (words === inGerman.get(path) ? [] : [words]));

/** All that can be seen of the page, and all that is read out in its place; not the comparison. @param {Page} page */
function wordsSeen(page) {
  return page.evaluate(() => {
    const { body } = document;
    const named = ["aria-label", "title", "placeholder"];
    const elements = [...body.querySelectorAll("*")].filter((element) => element.checkVisibility());
    const names = elements.flatMap((element) => named.map((name) => element.getAttribute(name) ?? ""));
    const options = elements.flatMap((element) => (element instanceof HTMLOptionElement ? [element.label] : []));
    return [body.innerText, ...names, ...options].join("\n");
  });
}

/** Whether these words stand there, whole. @param {string} seen @param {string} words */
function holds(seen, words) {
  const escaped = words.replace(/[.?()]/g, "\\$&");
  return new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})`, "iu").test(seen);
}

/** @param {Page} page */
async function expectNoEnglish(page) {
  const seen = await wordsSeen(page);
  expect(ENGLISH.filter((words) => holds(seen, words))).toEqual([]);
}

/** @param {Page} page @param {string} language */
const button = (page, language) => page.getByRole("contentinfo").getByRole("button", { name: language });

/** @param {Page} page */
async function compareHafen(page) {
  await choose(page, "before", { name: "hafen-1.txt", text: HAFEN });
  await choose(page, "after", { name: "hafen-2.txt", text: HAFEN_NEU });
  await expectCompared(page, "hafen-1.txt", "hafen-2.txt");
}

test.describe("for a reader of German", () => {
  test.use({ locale: "de-DE" });

  test("all that the page says is German", async ({ page }) => {
    await page.goto("./");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zwei Fassungen einer Geschichte zusammen lesen");
    await expect(page.locator("#samples li a").first()).toHaveText("Ein Bericht und seine Neufassung");
    await expect(button(page, "Deutsch")).toHaveAttribute("aria-pressed", "true");
    await expectNoEnglish(page);

    await choose(page, "before", { name: "hafen-1.txt", bytes: [...Buffer.from(HAFEN, "latin1")] });
    await expect(page.locator("#before-place").getByRole("heading")).toHaveText("hafen-1.txt früher");
    await expect(page.locator(".assumed").first()).toHaveText(/^„hafen-1\.txt“ wurde als Windows-1252 gelesen, weil/);
    await expect(page.locator("select:visible")).toContainText("Windows-1251 (Kyrillisch)");
    await choose(page, "after", { name: "leer.txt", text: " " });
    await expect(page.getByRole("alert").filter({ hasText: "„leer.txt“ enthält nichts als Leerraum." })).toBeVisible();
    await expectNoEnglish(page);

    await choose(page, "after", { name: "hafen-2.txt", text: HAFEN_NEU });
    await expectCompared(page, "hafen-1.txt", "hafen-2.txt");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("hafen-1.txt im Vergleich mit hafen-2.txt");
    await page.getByRole("button", { name: "Texte ändern" }).click();
    await expectNoEnglish(page);
  });

  test("a comparison is told in German", async ({ page }) => {
    await page.goto("./");
    await compareHafen(page);
    await expect(page.locator("story-diff")).toContainText(
      "Die zweite Fassung erzählt alles aus der ersten und sonst nichts; ein Wort geändert.",
    );
  });

  test("the address wins over the browser, and keeps its language when the texts change", async ({ page }) => {
    await page.goto("./?lang=en");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Read two versions of a story together");
    await page.locator("#samples li a").first().click();
    await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
    await expect(page).toHaveURL(/\?sample=\w+&lang=en$/);
    await clearBoth(page);
    await expect(page).toHaveURL(/\/\?lang=en$/);
  });

  test("where German cannot be loaded, the page speaks English", async ({ page }) => {
    let aborted = 0;
    // A chunk's name is a hash: what it holds tells which it is.
    await page.route("**/chunks/*.js", async (route) => {
      const response = await route.fetch();
      if (!(await response.text()).includes(german.front.heading)) return route.fulfill({ response });
      aborted++;
      await route.abort();
    });
    await page.goto("./");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Read two versions of a story together");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    expect(aborted).toBe(1);
  });
});

test("the footer changes the language of everything at once, and nothing is lost", async ({ page }) => {
  await page.goto("./");
  await drop(page, [
    { name: "hafen-2.txt", text: HAFEN_NEU },
    { name: "hafen-1.txt", text: HAFEN },
  ]);
  await expectCompared(page, "hafen-1.txt", "hafen-2.txt");
  await page.getByRole("button", { name: "Change texts" }).click();
  await choose(page, "after", { name: "leer.txt", text: " " });
  await page.evaluate(() => (document.body.dataset.sameDocument = ""));
  await expect(page.getByRole("alert").filter({ hasText: "holds nothing but white space" })).toBeVisible();

  await button(page, "Deutsch").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.locator("story-diff")).toContainText("Die zweite Fassung erzählt alles aus der ersten");
  await expect(page.getByRole("alert").filter({ hasText: "„leer.txt“ enthält nichts als Leerraum." })).toBeVisible();
  await expect(page.locator("#notice")).toHaveText("„hafen-1.txt“ gilt dem Namen nach als frühere Fassung.");
  await expect(button(page, "Deutsch")).toBeFocused();
  await expect(button(page, "English")).toHaveAttribute("aria-pressed", "false");
  await expectCompared(page, "hafen-1.txt", "hafen-2.txt");
  await expect(page.locator("body")).toHaveAttribute("data-same-document");
  await expectNoEnglish(page);

  await button(page, "English").click();
  await expect(page.getByRole("alert").filter({ hasText: "holds nothing but white space" })).toBeVisible();
  await expect(page.locator("story-diff")).toContainText("The second version tells all of the first");
});

test("what failed is told in the language that is spoken", async ({ page }) => {
  await page.route("**/engine/worker.js", (route) => route.abort());
  await page.goto("./");
  await choose(page, "before", { name: "hafen-1.txt", text: HAFEN });
  await choose(page, "after", { name: "hafen-2.txt", text: HAFEN_NEU });
  await expect(page.locator("#problem")).toHaveText(englishElement.engine.load);
  await button(page, "Deutsch").click();
  await expect(page.locator("#problem")).toHaveText(germanElement.engine.load);
  await expectNoEnglish(page);
});

test("what is being written, and the place in a comparison, outlive a change of language", async ({ page }) => {
  await page.goto("./");
  const typed = page.locator("#before-place textarea");
  await typed.fill("Es war einmal");
  await button(page, "Deutsch").click();
  await expect(page.getByRole("button", { name: "Diesen Text verwenden" })).toBeVisible();
  await expect(typed).toHaveValue("Es war einmal");

  await page.locator("#samples li a").first().click();
  const row = page.locator("story-diff .row").nth(12);
  await row.evaluate((row) => scrollTo(0, row.getBoundingClientRect().top + scrollY - innerHeight / 4));
  const place = () => row.evaluate((row) => row.getBoundingClientRect().top);
  await expect(row).toBeInViewport();
  const before = await place();
  await button(page, "English").dispatchEvent("click");
  await expect(page.locator("story-diff")).toContainText("of the first version");
  await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(60);
});

test("the reader's choice is kept, also against an address that asks for another language", async ({ page }) => {
  await page.goto("./");
  await button(page, "Deutsch").click();
  await expect(page.locator("#lead")).toHaveText(german.front.lead);
  await page.reload();
  await expect(page.locator("#lead")).toHaveText(german.front.lead);

  await page.goto("./?lang=en");
  await expect(page.locator("#lead")).toHaveText(english.front.lead);
  await button(page, "Deutsch").click();
  await expect(page).toHaveURL(/\?lang=de$/);
  await page.reload();
  await expect(page.locator("#lead")).toHaveText(german.front.lead);
});

test("where the browser keeps nothing, the language changes all the same", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } });
  });
  await page.goto("./");
  await button(page, "Deutsch").click();
  await expect(page.locator("#lead")).toHaveText(german.front.lead);
});

test("a path without words is an error", async ({ page }) => {
  await page.goto("./");
  const module = new URL("./source/app/translate.js", page.url()).href;
  const said = await page.evaluate(async (module) => {
    const { translate } = await import(module);
    return ["front.nothing", "front", "front.compared", "constructor.name", ""].map((path) => {
      const root = document.createElement("div");
      root.append(document.createElement("p"));
      root.firstElementChild?.setAttribute("data-words", path);
      try {
        translate(root);
        return "";
      } catch (error) {
        return String(error);
      }
    });
  }, module);
  expect(said.every((message) => message.includes("There are no words at"))).toBe(true);
});
