// The element under a host's Content Security Policy, served as a header.
import { expect, test } from "./watched.js";
import { open } from "./element-acts.js";
import { bells } from "./fixtures/bells.js";

/** @import { Page } from "@playwright/test" */

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; style-src 'none'";
const WITHOUT_WASM = STRICT.replace(" 'wasm-unsafe-eval'", "");

const TEXTS = { "one.txt": "The bell rang at noon.\n\nNobody came.", "two.txt": "The bell rang at dusk.\n\nNobody came." };
const SAVED = JSON.stringify({ storydiff: 1, before: { name: "one", text: bells.before }, after: { name: "two", text: bells.after }, report: bells.report });
const BY_ADDRESS = '<story-diff before-src="/one.txt" after-src="/two.txt"><p>Read it elsewhere.</p></story-diff>';
const IN_TEMPLATES = `<story-diff>
  <template data-version="before">${TEXTS["one.txt"]}</template>
  <template data-version="after">${TEXTS["two.txt"]}</template>
</story-diff>`;

// What is refused here is what this is about; nothing of it is asked of anybody.
test.use({ breaks: /./, reaches: ["https://texts.example", "https://elsewhere.example"] });

/** All that the browser itself complains of: violations above all. @param {Page} page */
function complaints(page) {
  /** @type {string[]} */
  const heard = [];
  page.on("console", (message) => message.type() !== "log" && heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(error.message));
  return heard;
}

/** As on a site that sends its policy with every file, the worker's own among them. @param {Page} page @param {string} policy */
async function sendWithWorker(page, policy) {
  await page.route("**/engine/worker.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
}

/** The message, which the event has too. @param {Page} page */
async function complaint(page) {
  await expect(page.getByRole("alert")).toHaveText(/./);
  const message = await page.getByRole("alert").textContent();
  expect(await page.evaluate(() => Reflect.get(globalThis, "told"))).toEqual([message]);
  return message;
}

/** @param {Page} page */
async function note(page) {
  await page.addInitScript(() => {
    /** @type {string[]} */
    const told = [];
    Object.assign(globalThis, { told });
    document.addEventListener("storydiff-error", ({ detail }) => told.push(detail.message));
  });
}

test("compares two texts under a strict policy that allows wasm, and nobody complains", async ({ page }) => {
  const heard = complaints(page);
  await sendWithWorker(page, STRICT);
  await open(page, BY_ADDRESS, TEXTS, STRICT);
  await expect(page.locator("story-diff ins")).toContainText(["dusk"]);
  await expect(page.locator("story-diff .chunk").first()).toHaveCSS("content-visibility", "auto");
  expect(heard.filter((text) => !/favicon/.test(text))).toEqual([]);
});

test("opens a saved comparison where wasm is not allowed, and nobody complains", async ({ page }) => {
  const heard = complaints(page);
  const strictest = "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
  await open(page, '<story-diff src="/saved.json"></story-diff>', { "saved.json": SAVED }, strictest);
  await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
  expect(heard.filter((text) => !/favicon/.test(text))).toEqual([]);
});

test("names 'wasm-unsafe-eval' where it is missing, and shows what stands in for the comparison", async ({ page }) => {
  await note(page);
  await sendWithWorker(page, WITHOUT_WASM);
  await open(page, BY_ADDRESS, TEXTS, WITHOUT_WASM);
  expect(await complaint(page)).toBe(
    "The texts cannot be compared here: the Content Security Policy of this site lacks 'wasm-unsafe-eval' in script-src.",
  );
  await expect(page.getByText("Read it elsewhere.")).toBeVisible();
});

test("names connect-src where texts may not be fetched", async ({ page }) => {
  await note(page);
  await open(page, BY_ADDRESS, TEXTS, STRICT.replace(" connect-src 'self';", ""));
  expect(await complaint(page)).toMatch(
    /^The (earlier|later) version could not be loaded from \/(one|two)\.txt: the Content Security Policy of this site lacks 'self' in connect-src\.$/,
  );
});

test("names connect-src and the other site where its texts may not be fetched", async ({ page }) => {
  await note(page);
  await page.route("https://texts.example/**", (route) =>
    route.fulfill({ body: TEXTS["one.txt"], headers: { "access-control-allow-origin": "*" } }),
  );
  await open(page, '<story-diff before-src="https://texts.example/one.txt" after-src="/two.txt"></story-diff>', TEXTS, STRICT);
  expect(await complaint(page)).toBe(
    "The earlier version could not be loaded from https://texts.example/one.txt: " +
      "the Content Security Policy of this site lacks https://texts.example in connect-src.",
  );
});

test("names connect-src where the engine itself may not be fetched", async ({ page }) => {
  await note(page);
  const policy = STRICT.replace(" connect-src 'self';", "");
  await sendWithWorker(page, policy);
  await open(page, IN_TEMPLATES, {}, policy);
  expect(await complaint(page)).toBe("The texts cannot be compared here: the Content Security Policy of this site lacks 'self' in connect-src.");
});

test("names worker-src where no worker may be started", async ({ page }) => {
  await note(page);
  await open(page, IN_TEMPLATES, {}, STRICT.replace("worker-src 'self'", "worker-src 'none'"));
  expect(await complaint(page)).toBe("The texts cannot be compared here: the Content Security Policy of this site lacks 'self' in worker-src.");
});

test("starts its worker where Trusted Types are enforced and its policy is named", async ({ page }) => {
  const heard = complaints(page);
  const policy = `${STRICT}; require-trusted-types-for 'script'; trusted-types storydiff`;
  await sendWithWorker(page, policy);
  await open(page, BY_ADDRESS, TEXTS, policy);
  await expect(page.locator("story-diff ins")).toContainText(["dusk"]);
  expect(page.workers()).toHaveLength(1);
  expect(heard.filter((text) => !/favicon/.test(text))).toEqual([]);
});

test("says so where Trusted Types keep the worker from being started", async ({ page }) => {
  await note(page);
  await open(page, IN_TEMPLATES, {}, `${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`);
  expect(await complaint(page)).toBe("The texts cannot be compared here: the Content Security Policy of this site lacks storydiff in trusted-types.");
});

test("blames no policy that only reports, and none for what another script was refused", async ({ page }) => {
  await note(page);
  await page.route("**/blank.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": "connect-src 'self'", "content-security-policy-report-only": "connect-src 'none'" },
      body: `<!doctype html><story-diff before-src="/none.txt" after-src="/two.txt"></story-diff><script type="module" src="/element/define.js"></script>
        <script>for (let i = 0; i < 3; i++) fetch("https://elsewhere.example/").catch(() => {});</script>`,
    }),
  );
  await page.route("**/none.txt", (route) => route.abort());
  await page.route("**/two.txt", (route) => route.fulfill({ body: TEXTS["two.txt"] }));
  await page.goto("/blank.html");
  expect(await complaint(page)).toBe("The earlier version could not be loaded from /none.txt: there was no answer.");
});
