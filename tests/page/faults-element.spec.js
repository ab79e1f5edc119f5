// The element where its page or its parts fail it: taken away and put back while it works, parts that do not come, no worker.
import { expect, test } from "./watched.js";
import german from "../../www/language/de/load.js";
import { listen, open } from "./element-acts.js";
import { holdWorkers, listenToErrors, STOPPED } from "./fault-acts.js";
import { openHost, SITES } from "./host-acts.js";
import { FERRY, FERRY_RETOLD } from "./page-acts.js";

/** @import { Page } from "@playwright/test" */
/** @typedef {HTMLElementTagNameMap["story-diff"]} StoryDiff */

const POLICY = "default-src 'self' 'wasm-unsafe-eval'; frame-src 'self'";
const FILES = { "a.txt": FERRY, "b.txt": FERRY_RETOLD };
const TEXTS = { "before-src": "/a.txt", "after-src": "/b.txt" };
const UNLOADED = "The engine could not be loaded. Is the connection still there?";

/** Every error that nobody caught fails its test. @type {string[]} */
let heard;
test.beforeEach(({ page }) => {
  heard = listenToErrors(page);
});
test.afterEach(() => expect(heard).toEqual([]));

/** Puts an element into the page. @param {Page} page @param {Record<string, string>} attributes */
function append(page, attributes) {
  return page.evaluate((attributes) => {
    const element = document.createElement("story-diff");
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.body.append(element);
  }, attributes);
}

/** @param {Page} page */
const reload = (page) => page.locator("story-diff").evaluate((element) => /** @type {StoryDiff} */ (element).reload());

/** The later text as it is drawn, wherever the element is. @param {{ locator: Page["locator"] }} where */
const expectDrawn = (where) => expect(where.locator("story-diff [data-side=after] [data-paragraph]")).toHaveText(FERRY_RETOLD.split("\n\n"));

test.describe("while its engine works", () => {
  /** Opens a page whose element has asked its engine for a comparison that is kept from it. @param {Page} page */
  async function openAtWork(page) {
    const { hold, letGo } = await holdWorkers(page);
    await page.route("**/inner.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><p>Elsewhere.</p>" }));
    await open(page, '<iframe src="/inner.html" width="900" height="600"></iframe>', FILES, POLICY);
    await expect(page.frameLocator("iframe").getByText("Elsewhere.")).toBeVisible();
    const [ready, errors] = [await listen(page, "storydiff-ready"), await listen(page, "storydiff-error")];
    await hold();
    const asked = page.waitForEvent("worker");
    await append(page, TEXTS);
    await asked;
    await page.evaluate(() => Object.assign(globalThis, { element: document.querySelector("story-diff") }));
    return { letGo, ready, errors };
  }

  /** @param {Page} page @param {(element: StoryDiff) => void} act */
  const withElement = (page, act) => page.evaluate(`(${act})(globalThis.element)`);

  test("it is taken away and put back at once, and goes on", async ({ page }) => {
    const { letGo, ready, errors } = await openAtWork(page);
    await withElement(page, (element) => document.body.prepend(element));
    await letGo();
    await expectDrawn(page);
    expect(page.workers()).toHaveLength(1);
    expect(await ready()).toHaveLength(1);
    expect(await errors()).toEqual([]);
  });

  test("it is taken away, and compares nothing until it is put back", async ({ page }) => {
    const { letGo, ready, errors } = await openAtWork(page);
    const ended = page.workers()[0].waitForEvent("close");
    await withElement(page, (element) => element.remove());
    await ended;
    await letGo();
    await withElement(page, (element) => document.body.append(element));
    await expectDrawn(page);
    expect(page.workers()).toHaveLength(1);
    expect(await ready()).toHaveLength(1);
    expect(await errors()).toEqual([]);
  });

  test("it is moved into another document, and is drawn there", async ({ page }) => {
    const { letGo, errors } = await openAtWork(page);
    await withElement(page, (element) => document.querySelector("iframe")?.contentDocument?.body.append(element));
    await letGo();
    await expectDrawn(page.frameLocator("iframe"));
    expect(await errors()).toEqual([]);
  });

  test("it is asked for other texts, and nothing of the first is drawn", async ({ page }) => {
    const { letGo, ready, errors } = await openAtWork(page);
    await page.route("**/c.txt", (route) => route.fulfill({ body: "The ferry never left." }));
    await withElement(page, (element) => void (element.afterSrc = "/c.txt"));
    await letGo();
    await expect(page.locator("story-diff [data-side=after] [data-paragraph]")).toHaveText("The ferry never left.");
    expect(await ready()).toHaveLength(1);
    expect(await errors()).toEqual([]);
  });
});

for (const [what, pattern] of /** @type {const} */ ([
  ["what compares", "**/engine/*.js"],
  ["its engine", "**/pkg/*"],
  ["what loads", "**/chunks/*"],
])) {
  test(`${what} does not come: said in a sentence, and a second try works`, async ({ page }) => {
    await open(page, "", FILES, POLICY);
    await page.route(pattern, (route) => route.abort());
    await append(page, TEXTS);
    const alert = page.locator("story-diff").getByRole("alert");
    await expect(alert).toHaveText(UNLOADED);
    await page.unrouteAll({ behavior: "wait" });
    for (const [path, body] of Object.entries(FILES)) await page.route(`**/${path}`, (route) => route.fulfill({ body }));
    await reload(page);
    await expectDrawn(page);
    await expect(alert).toHaveCount(0);
  });
}

test("what marks invisible characters does not come: said in a sentence, and a second try marks them", async ({ page }) => {
  const [before, after] = ["Nobody came to the quay.", "Nobody came to the\u200B quay."];
  await open(page, "", { "a.txt": before, "b.txt": after }, POLICY);
  await page.route("**/chunks/*.js", async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes("dataset.sign")) await route.abort();
    else await route.fulfill({ response });
  });
  await append(page, { ...TEXTS, invisibles: "on" });
  const drawn = page.locator("story-diff [data-side=after] [data-paragraph]");
  await expect(page.locator("story-diff").getByRole("alert")).toHaveText(UNLOADED);
  await page.unrouteAll({ behavior: "wait" });
  for (const [path, body] of Object.entries({ "a.txt": before, "b.txt": after })) await page.route(`**/${path}`, (route) => route.fulfill({ body }));
  await reload(page);
  await expect(drawn.locator("[data-sign]")).toHaveCount(1);
});

test("words for what it cannot load do not come: said in others, and nothing of the browser's", async ({ page }) => {
  await open(page, "", FILES, POLICY);
  await page.evaluate(() => (document.documentElement.lang = "de"));
  await page.route("**/chunks/*.js", async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes(german.noAnswer)) await route.abort();
    else await route.fulfill({ response });
  });
  await append(page, { src: "/none.json" });
  await expect(page.locator("story-diff").getByRole("alert")).toHaveText("The comparison could not be loaded from /none.json: the server answered 404.");
  await page.unrouteAll({ behavior: "wait" });
  await reload(page);
  await expect(page.locator("story-diff").getByRole("alert")).toContainText("konnte nicht");
});

test.describe("where every worker is refused", () => {
  test.use({ breaks: /worker-src/, reaches: SITES });

  for (const file of ["storydiff-element.js", "storydiff-element.slim.js"]) {
    test(`${file}: without a worker, an engine that ran out of memory says so, and the next comparison has another`, async ({ page }) => {
      // The memory of each engine that begins, in the page.
      await page.addInitScript(() => {
        /** @type {WebAssembly.Memory[]} */
        const memories = [];
        Object.assign(globalThis, { memories });
        for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
          const begin = /** @type {Function} */ (WebAssembly[name]);
          Object.assign(WebAssembly, {
            [name]: async (/** @type {unknown[]} */ ...given) => {
              const begun = await Reflect.apply(begin, WebAssembly, given);
              memories.push((begun.instance ?? begun).exports.memory);
              return begun;
            },
          });
        }
      });
      const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'none'";
      const long = FERRY.repeat(4000);
      await openHost(page, `<story-diff before-src="/a.txt" after-src="/b.txt"></story-diff><script type="module" src="${file}"></script>`, { files: { ...FILES, "long.txt": long }, policy });
      await expectDrawn(page);
      expect(page.workers()).toHaveLength(0);
      // All the memory that there is for it is taken, so it has none for more.
      await page.evaluate(() => {
        const [memory] = /** @type {WebAssembly.Memory[]} */ (Reflect.get(globalThis, "memories"));
        memory.grow(65536 - memory.buffer.byteLength / 65536);
      });
      await page.locator("story-diff").evaluate((element) => element.setAttribute("after-src", "/long.txt"));
      await expect(page.locator("story-diff").getByRole("alert")).toHaveText(STOPPED);
      await page.locator("story-diff").evaluate((element) => element.setAttribute("after-src", "/b.txt"));
      await expectDrawn(page);
      expect(await page.evaluate(() => Reflect.get(globalThis, "memories").length)).toBe(2);
    });
  }
});
