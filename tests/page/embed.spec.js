// The frame: a comparison in a page that need not trust it, and that it need not trust.
/** @import { StoryDiff } from "../../www/element/story-diff.js" */
import { expect, test } from "./watched.js";
import { ELSEWHERE, HOST, openHost, SITES } from "./host-acts.js";
import { FERRY, FERRY_RETOLD } from "./page-acts.js";

const SHARED = { before: "https://elsewhere.test/a.txt", after: "https://elsewhere.test/b.txt" };
const FILES = { "a.txt": FERRY, "b.txt": FERRY_RETOLD };
const SCRIPT = '<script type="module" src="storydiff-embed.js"></script>';

test.use({ reaches: [...SITES, "https://nowhere.example", "https://stranger.test"] });

/** @param {string} attributes @param {Record<string, string>} [parameters] */
function frame(attributes, parameters = {}) {
  return `<iframe title="A comparison" src="${ELSEWHERE}embed.html?${new URLSearchParams(parameters)}" width="1000" ${attributes}></iframe>`;
}

/** @param {import("@playwright/test").Page} page */
async function expectDrawn(page) {
  const inside = page.frameLocator("[title='A comparison']");
  await expect(inside.locator("story-diff [data-bead]")).toHaveCount(4);
  await expect(inside.locator("story-diff del").first()).toHaveText("six");
}

for (const sandbox of ['sandbox="allow-scripts"', ""]) {
  test(`shows the texts that its address names, and is as high as they are (${sandbox || "no sandbox"})`, async ({ page }) => {
    const heard = await openHost(page, frame(`${sandbox} data-storydiff`, SHARED) + SCRIPT, { files: FILES });
    await expectDrawn(page);
    const height = await page.frameLocator("[title='A comparison']").locator("body").evaluate((body) => body.scrollHeight);
    await expect(page.locator("iframe")).toHaveCSS("height", `${height}px`);
    expect(height).toBeGreaterThan(200);
    expect(page.workers()).toHaveLength(1);
    expect(heard.requests.filter((url) => !url.startsWith(HOST)).sort()).toEqual(
      [...Object.values(SHARED), `${ELSEWHERE}embed.html?${new URLSearchParams(SHARED)}`].sort(),
    );
    expect(heard.complaints).toEqual([]);
  });
}

test("is drawn as its address says", async ({ page }) => {
  await openHost(page, frame('sandbox="allow-scripts"', { ...SHARED, view: "inline", theme: "dark", lang: "de" }), { files: FILES });
  await expectDrawn(page);
  const element = page.frameLocator("[title='A comparison']").locator("story-diff");
  await expect(element).toHaveAttribute("view", "inline");
  await expect(element.locator(".sheet")).toHaveCSS("color-scheme", "dark");
  await expect(element.locator(".head").first()).toContainText("Wörter");
});

test("shows texts that the page around it fetches for it", async ({ page }) => {
  const heard = await openHost(page, frame('sandbox="allow-scripts" data-storydiff data-before="a.txt" data-after="b.txt"') + SCRIPT, { files: FILES });
  await expectDrawn(page);
  await expect(page.frameLocator("[title='A comparison']").locator(".head").first()).toContainText("a.txt");
  expect(heard.complaints).toEqual([]);
});

test("shows what the page sends it, a saved comparison too, and tells the page", async ({ page }) => {
  await openHost(page, frame('sandbox="allow-scripts" data-storydiff') + SCRIPT, { files: FILES });
  const told = await page.evaluate(
    async ([before, after]) => {
      const { show } = await import(/** @type {string} */ ("/storydiff-embed.js"));
      const frame = document.querySelector("iframe");
      const drawn = new Promise((resolve) => frame?.addEventListener("storydiff-ready", () => resolve("ready")));
      show(frame, { before: { name: "one", text: before }, after: { name: "two", text: after } });
      return drawn;
    },
    [FERRY, FERRY_RETOLD],
  );
  expect(told).toBe("ready");
  await expectDrawn(page);
  const comparison = await page.frames()[1].evaluate(() => /** @type {StoryDiff} */ (document.querySelector("story-diff")).comparison);
  await page.evaluate(async (comparison) => {
    const { show } = await import(/** @type {string} */ ("/storydiff-embed.js"));
    const { report, before, after } = /** @type {any} */ (comparison);
    show(document.querySelector("iframe"), { before: { name: "three", text: before }, after: { name: "four", text: after }, report });
  }, comparison);
  await expect(page.frameLocator("[title='A comparison']").locator(".head").first()).toContainText("three");
});

test("a report that fits no text is refused, and the page is told", async ({ page }) => {
  await openHost(page, frame('sandbox="allow-scripts" data-storydiff') + SCRIPT);
  const message = await page.evaluate(async () => {
    const { show } = await import(/** @type {string} */ ("/storydiff-embed.js"));
    const frame = document.querySelector("iframe");
    const failed = new Promise((resolve) => frame?.addEventListener("storydiff-error", (event) => resolve(/** @type {CustomEvent} */ (event).detail.message)));
    const text = { name: "one", text: "One." };
    show(frame, { before: text, after: text, report: { format: 1 } });
    return failed;
  });
  expect(message).toContain("comparison");
  await expect(page.frameLocator("[title='A comparison']").getByRole("alert")).toHaveText(String(message));
});

test("listens to no window but the page around it, and to that one only in the right shape", async ({ page }) => {
  const stranger = `<iframe id="stranger" title="A stranger" srcdoc="<p>Another frame"></iframe>`;
  await openHost(page, frame('sandbox="allow-scripts" data-storydiff') + stranger + SCRIPT);
  const [inside, other] = [page.frames()[1], page.frames()[2]];
  await inside.locator("story-diff").waitFor({ state: "attached" });
  const texts = { storydiff: 1, before: { name: "x", text: FERRY }, after: { name: "y", text: FERRY_RETOLD } };
  await other.evaluate((texts) => parent.frames[0].postMessage(texts, "*"), texts);
  await page.evaluate((texts) => {
    for (const wrong of [{ ...texts, storydiff: 2 }, { ...texts, before: "x" }, { ...texts, after: { name: 1, text: "" } }, null, "storydiff", [texts]]) {
      frames[0].postMessage(wrong, "*");
    }
  }, texts);
  await page.waitForTimeout(300);
  await expect(inside.locator("story-diff [data-bead]")).toHaveCount(0);
  await page.evaluate((texts) => frames[0].postMessage(texts, "*"), texts);
  await expect(inside.locator("story-diff [data-bead]")).toHaveCount(4);
});

test("a frame that is told of another page around it listens to nobody, and tells nobody", async ({ page }) => {
  const asked = { origin: "https://another.test" };
  await openHost(page, frame('sandbox="allow-scripts" data-storydiff data-before="a.txt" data-after="b.txt"', asked) + SCRIPT, { files: FILES });
  const [, inside] = page.frames();
  await inside.locator("story-diff").waitFor({ state: "attached" });
  const heard = await page.evaluateHandle(() => {
    /** @type {unknown[]} */
    const messages = [];
    addEventListener("message", ({ data }) => messages.push(data));
    frames[0].postMessage({ storydiff: 1, hello: true }, "*");
    const text = { name: "x", text: "One." };
    frames[0].postMessage({ storydiff: 1, before: text, after: text }, "*");
    return messages;
  });
  await page.waitForTimeout(300);
  await expect(inside.locator("story-diff [data-bead]")).toHaveCount(0);
  expect(await heard.jsonValue()).toEqual([]);
});

test("the page listens to no frame that has gone elsewhere", async ({ page }) => {
  await openHost(page, frame("data-storydiff", SHARED) + SCRIPT, { files: FILES });
  await expectDrawn(page);
  const height = await page.locator("iframe").evaluate((frame) => frame.style.height);
  await page.route("https://stranger.test/", (route) => route.fulfill({ contentType: "text/html", body: "A stranger" }));
  const [, inside] = page.frames();
  await inside.goto("https://stranger.test/");
  await inside.evaluate(() => parent.postMessage({ storydiff: 1, news: "height", height: 7 }, "*"));
  await page.waitForTimeout(300);
  expect(await page.locator("iframe").evaluate((frame) => frame.style.height)).toBe(height);
});

test("texts that the page hands over are read like any others, and what it cannot have is said in the frame", async ({ page }) => {
  const body = frame('sandbox="allow-scripts" data-storydiff data-before="a.txt" data-after="caf%C3%A9.txt"');
  await openHost(page, body + SCRIPT, { files: { ...FILES, "caf%C3%A9.txt": Buffer.from(`${FERRY_RETOLD} Caf\xe9.`, "latin1") } });
  await expectDrawn(page);
  const inside = page.frameLocator("[title='A comparison']");
  await expect(inside.locator(".head.after")).toContainText("café.txt");
  await expect(inside.locator("[data-side=after]").last()).toContainText("Café.");
  await page.locator("iframe").evaluate((frame) => {
    frame.dataset.before = "missing.txt";
    const again = /** @type {HTMLIFrameElement} */ (frame.cloneNode());
    frame.replaceWith(again);
  });
  await expect(inside.getByRole("alert")).toHaveText("The earlier version could not be loaded from missing.txt: the server answered 404.");
});

test.describe("where a frame is refused", () => {
  test.use({ breaks: /frame-(src|ancestors)/ });

  for (const [what, host, framed, sentence] of [
    [
      "the policy of the page",
      "frame-src 'self'",
      "",
      "The frame of this comparison is refused by a Content Security Policy (frame-src).",
    ],
    [
      "the site that it comes from",
      "",
      "frame-ancestors 'none'",
      "The frame of this comparison is refused by a Content Security Policy (frame-ancestors).",
    ],
  ]) {
    test(`a frame that ${what} refuses tells nobody anything, but the page is told why`, async ({ page }) => {
      await page.addInitScript(() => {
        /** @type {string[]} */
        const told = [];
        Object.assign(globalThis, { told });
        document.addEventListener("storydiff-error", (event) => told.push(/** @type {CustomEvent} */ (event).detail.message));
      });
      await openHost(page, "", { files: FILES, policy: host });
      if (framed) {
        await page.route("**/embed.html?*", (route) => route.fulfill({ contentType: "text/html", body: "<p>A comparison</p>", headers: { "content-security-policy": framed } }));
      }
      await page.evaluate((src) => {
        const frame = document.createElement("iframe");
        frame.src = src;
        frame.dataset.storydiff = "";
        document.body.append(frame);
        return new Promise((resolve) => (frame.onload = resolve));
      }, `${ELSEWHERE}embed.html?before=a`);
      await page.addScriptTag({ type: "module", url: "storydiff-embed.js" });
      await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, "told"))).toEqual([sentence]);
    });
  }
});

for (const [what, address, lang, sentence] of [
  ["its own server", "unanswered.txt", "en", "The later version could not be loaded from unanswered.txt: there was no answer."],
  ["its own server, in German", "unanswered.txt", "de", "Die spätere Fassung konnte nicht von unanswered.txt geladen werden: es kam keine Antwort."],
  [
    "another",
    "https://nowhere.example/b.txt",
    "en",
    "The later version could not be loaded from https://nowhere.example/b.txt: https://nowhere.example does not answer, or does not let this site read it (Access-Control-Allow-Origin).",
  ],
]) {
  test(`where the page has no answer of ${what}, the frame says so in its own words, and the page is told`, async ({ page }) => {
    await page.addInitScript(() => {
      /** @type {string[]} */
      const told = [];
      Object.assign(globalThis, { told });
      document.addEventListener("storydiff-error", (event) => told.push(/** @type {CustomEvent} */ (event).detail.message));
    });
    const requested = page.route("https://nowhere.example/**", (route) => route.abort("namenotresolved"));
    const body = frame(`sandbox="allow-scripts" data-storydiff data-before="a.txt" data-after="${address}"`, { lang });
    await openHost(page, body, { files: FILES });
    await Promise.all([requested, page.route("**/unanswered.txt", (route) => route.abort("connectionrefused"))]);
    await page.addScriptTag({ type: "module", url: "storydiff-embed.js" });
    await expect(page.frameLocator("[title='A comparison']").getByRole("alert")).toHaveText(sentence);
    await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, "told"))).toEqual([sentence]);
  });
}

test("what is shown while other texts are fetched is what stays, and each is drawn once", async ({ page }) => {
  await openHost(page, frame('sandbox="allow-scripts" data-storydiff data-before="a.txt" data-after="b.txt"'), { files: FILES });
  const drawn = await page.evaluate(async () => {
    let drawn = 0;
    document.addEventListener("storydiff-ready", () => drawn++);
    const { show } = await import(/** @type {string} */ ("/storydiff-embed.js"));
    show(document.querySelector("iframe"), { before: { name: "x", text: "One." }, after: { name: "y", text: "Two." } });
    await new Promise((resolve) => setTimeout(resolve, 700));
    return drawn;
  });
  expect(drawn).toBe(1);
  await expect(page.frameLocator("iframe").locator(".head.before")).toContainText("x");
});

test("the page takes no height from another frame, nor any that is none", async ({ page }) => {
  const stranger = `<iframe id="stranger" title="A stranger" srcdoc="<p>Another frame"></iframe>`;
  await openHost(page, frame('sandbox="allow-scripts" data-storydiff', SHARED) + stranger + SCRIPT, { files: FILES });
  await expectDrawn(page);
  const height = await page.frameLocator("[title='A comparison']").locator("body").evaluate((body) => body.scrollHeight);
  await expect(page.locator("iframe").first()).toHaveCSS("height", `${height}px`);
  await page.frames()[2].evaluate(() => parent.postMessage({ storydiff: 1, news: "height", height: 7 }, "*"));
  for (const wrong of [-1, NaN, Infinity, "7", { valueOf: 7 }]) {
    await page.frames()[1].evaluate((height) => parent.postMessage({ storydiff: 1, news: "height", height }, "*"), wrong);
  }
  await page.waitForTimeout(300);
  await expect(page.locator("iframe").first()).toHaveCSS("height", `${height}px`);
});

test("keeps the height that the page reserved until there is something to see", async ({ page }) => {
  await openHost(page, `${frame('sandbox="allow-scripts" data-storydiff style="height: 640px"')}<p id="below">Below</p>${SCRIPT}`);
  const inside = page.frameLocator("[title='A comparison']");
  await inside.locator("story-diff").waitFor({ state: "attached" });
  await page.waitForTimeout(300);
  await expect(page.locator("iframe")).toHaveCSS("height", "640px");
});
