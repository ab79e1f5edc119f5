// What the element says where it cannot load what it names: one clear sentence, inside it and in one event.
import { expect, test } from "./watched.js";
import { listen, open, show } from "./element-acts.js";
import { bells } from "./fixtures/bells.js";

/** @import { Page, Route } from "@playwright/test" */

const POLICY = "default-src 'self' 'wasm-unsafe-eval'; connect-src *";
const ONE = "/one.txt";
const TEXTS = { "one.txt": "The bell rang at noon.\n\nNobody came.", "two.txt": "The bell rang at dusk.\n\nNobody came." };

/** @param {string} text In Latin-1. */
const latin1 = (text) => Buffer.from(text, "latin1");

/**
 * Lets an element load these, and waits for what it says.
 *
 * @param {Page} page
 * @param {Record<string, string>} attributes
 */
async function complaint(page, attributes) {
  const errors = await listen(page, "storydiff-error");
  const ready = await listen(page, "storydiff-ready");
  await page.evaluate((attributes) => {
    const element = document.createElement("story-diff");
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append("Read it in your own time.");
    document.body.append(element);
  }, attributes);
  const alert = page.getByRole("alert");
  await expect(alert).toHaveText(/./);
  const message = await alert.textContent();
  // What it says once, it says no more.
  await page.waitForTimeout(100);
  expect(await errors()).toEqual([{ message }]);
  expect(await ready()).toEqual([]);
  await expect(page.getByText("Read it in your own time.")).toBeVisible();
  await expect(page.locator("story-diff [data-bead]")).toHaveCount(0);
  return message;
}

test.use({ reaches: ["https://nowhere.example", "https://closed.example"] });

/** @type {[string, string, (route: Route) => Promise<void>, string][]} */
const FAILURES = [
  ["that is not there", "/two.txt", (route) => route.fulfill({ status: 404, body: "no" }), "the server answered 404"],
  ["whose server fails", "/two.txt", (route) => route.fulfill({ status: 500, body: "no" }), "the server answered 500"],
  ["whose server does not answer", "/two.txt", (route) => route.abort("connectionrefused"), "there was no answer"],
  [
    "of a site that is nowhere",
    "https://nowhere.example/two.txt",
    (route) => route.abort("namenotresolved"),
    "https://nowhere.example does not answer, or does not let this site read it (Access-Control-Allow-Origin)",
  ],
  [
    "of a site that does not share it",
    "https://closed.example/two.txt",
    (route) => route.fulfill({ body: TEXTS["two.txt"], headers: { "access-control-allow-origin": "https://others.example" } }),
    "https://closed.example does not answer, or does not let this site read it (Access-Control-Allow-Origin)",
  ],
  [
    "that says it is too large",
    "/two.txt",
    (route) => route.fulfill({ body: "short", headers: { "content-length": "100000001" } }),
    "it has 101 MB, and 100 MB is the most that can be read",
  ],
  ["that is empty", "/two.txt", (route) => route.fulfill({ body: "" }), "it is empty"],
  ["that is blank", "/two.txt", (route) => route.fulfill({ body: " \r\n\u00a0\n" }), "it holds nothing but white space"],
  ["that a page of its site stands in for", "/two.txt", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: "<!doctype html>Home" }), "it is a web page, not plain text"],
  ["that is a PDF", "/two.txt", (route) => route.fulfill({ body: "%PDF-1.7\n1 0 obj" }), "it is a PDF, not plain text"],
  [
    "that is a Word document",
    "/two.docx",
    (route) => route.fulfill({ body: latin1("PK\x03\x04\x14\0\x06\0") }),
    "it is a Word document, not plain text",
  ],
  [
    "that is no text at all",
    "/two.txt",
    (route) => route.fulfill({ body: Buffer.from([70, 101, 0, 1, 2, 250, 0, 7]) }),
    "it is data that only a program can read, not plain text",
  ],
];

for (const [what, address, answer, reason] of FAILURES) {
  test(`a text ${what} is refused in a sentence`, async ({ page }) => {
    await open(page, "", TEXTS, POLICY);
    await page.route(address.startsWith("/") ? `**${address}` : address, answer);
    expect(await complaint(page, { "before-src": ONE, "after-src": address })).toBe(
      `The later version could not be loaded from ${address}: ${reason}.`,
    );
  });
}

test("an address that is none is refused in a sentence", async ({ page }) => {
  await open(page, "", TEXTS, POLICY);
  expect(await complaint(page, { "before-src": "https://", "after-src": ONE })).toBe(
    "The earlier version could not be loaded from https://: this is not an address.",
  );
});

test("no more of a text is read than the limit, whatever its server says", async ({ page }) => {
  await open(page, "", TEXTS, POLICY);
  await page.evaluate(() => {
    const { fetch } = globalThis;
    const heard = { read: 0, stopped: false };
    Object.assign(globalThis, {
      heard,
      /** @type {typeof fetch} */
      fetch: (address, how) => {
        if (!String(address).endsWith("/endless.txt")) return fetch(address, how);
        const body = new ReadableStream(
          {
            pull(controller) {
              heard.read += 8;
              controller.enqueue(new Uint8Array(8_000_000).fill(97));
            },
            cancel() {
              heard.stopped = true;
            },
          },
          { highWaterMark: 0 },
        );
        return Promise.resolve(new Response(body));
      },
    });
  });
  expect(await complaint(page, { "before-src": "/endless.txt", "after-src": ONE })).toBe(
    "The earlier version could not be loaded from /endless.txt: it has 104 MB, and 100 MB is the most that can be read.",
  );
  expect(await page.evaluate(() => Reflect.get(globalThis, "heard"))).toEqual({ read: 104, stopped: true });
});

test("a saved comparison that is too large is refused in a sentence", async ({ page }) => {
  await open(page, "", {}, POLICY);
  await page.route("**/saved.json", (route) => route.fulfill({ body: "{}", headers: { "content-length": "200000000" } }));
  expect(await complaint(page, { src: "/saved.json" })).toBe(
    "The comparison could not be loaded from /saved.json: it has 200 MB, and 100 MB is the most that can be read.",
  );
});

test("texts in other encodings are read as the page reads them", async ({ page }) => {
  await page.route("**/latin.txt", (route) => route.fulfill({ body: latin1("Die F\xe4hre ging um sechs.") }));
  await page.route("**/wide.txt", (route) => route.fulfill({ body: Buffer.from("\ufeffDie Fähre ging um sieben.", "utf16le") }));
  await open(page, '<story-diff before-src="/latin.txt" after-src="/wide.txt"></story-diff>', {}, POLICY);
  await expect(page.locator("story-diff [data-side=before] [data-paragraph]")).toHaveText("Die Fähre ging um sechs.");
  expect(await page.locator("story-diff [data-side=after] [data-paragraph]").textContent()).toBe("Die Fähre ging um sieben.");
});

test("is worded in the language of the page", async ({ page }) => {
  await open(page, "", TEXTS, POLICY);
  await page.evaluate(() => (document.documentElement.lang = "de"));
  await page.route("**/two.txt", (route) => route.fulfill({ body: "%PDF-1.7\n1 0 obj" }));
  expect(await complaint(page, { "before-src": ONE, "after-src": "/two.txt" })).toBe(
    "Die spätere Fassung konnte nicht von /two.txt geladen werden: dort liegt ein PDF, kein reiner Text.",
  );
});

test("a second try is another failure, or succeeds", async ({ page }) => {
  await open(page, '<story-diff before-src="/one.txt" after-src="/two.txt"></story-diff>', { "one.txt": TEXTS["one.txt"] }, POLICY);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("404");
  const errors = await listen(page, "storydiff-error");
  await page.locator("story-diff").evaluate((element) => /** @type {HTMLElementTagNameMap["story-diff"]} */ (element).reload());
  await expect.poll(errors).toHaveLength(1);
  await page.route("**/two.txt", (route) => route.fulfill({ body: TEXTS["two.txt"] }));
  await page.locator("story-diff").evaluate((element) => /** @type {HTMLElementTagNameMap["story-diff"]} */ (element).reload());
  await expect(page.locator("story-diff ins").first()).toBeVisible();
  await expect(alert).toHaveCount(0);
  expect(await errors()).toHaveLength(1);
});

test("asks for the two texts without cookies, and does not say who asks", async ({ page, context }) => {
  await open(page, "", {}, POLICY);
  await context.addCookies([{ name: "who", value: "me", url: page.url() }]);
  /** @type {Record<string, string>[]} */
  const asked = [];
  for (const [name, body] of Object.entries(TEXTS)) {
    await page.route(`**/${name}`, async (route) => {
      asked.push(await route.request().allHeaders());
      await route.fulfill({ body });
    });
  }
  /** @type {string[]} */
  const requests = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await page.evaluate(() => {
    const element = document.createElement("story-diff");
    Object.assign(element, { beforeSrc: "/one.txt", afterSrc: "/two.txt" });
    document.body.append(element);
  });
  await expect(page.locator("story-diff ins").first()).toBeVisible();
  expect(asked).toHaveLength(2);
  for (const headers of asked) expect([headers.cookie, headers.referer]).toEqual([undefined, undefined]);
  // All else is the element's own.
  expect(requests.filter((path) => !/^\/(chunks|engine|pkg)\//.test(path)).sort()).toEqual(["/one.txt", "/two.txt"]);
});

test("a comparison that was shown makes way for what is said", async ({ page }) => {
  await open(page);
  await show(page, bells);
  await page.locator("story-diff").evaluate((element) => element.setAttribute("src", "/missing.json"));
  await expect(page.getByRole("alert")).toHaveText("The comparison could not be loaded from /missing.json: the server answered 404.");
  await expect(page.locator("story-diff [data-bead]")).toHaveCount(0);
});

test("one text alone is no comparison", async ({ page }) => {
  await open(page, '<story-diff before-src="one.txt"><p>The text</p></story-diff>', { "one.txt": "The bell rang." });
  await expect(page.locator("story-diff").getByRole("alert")).toHaveText("This comparison cannot be shown: one of its texts is missing.");
  await expect(page.getByText("The text")).toBeVisible();
});
