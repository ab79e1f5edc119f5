// Hostile strings in addresses, in the frame, and in all that a comparison is kept as.
import { CORPUS, storyOf } from "../support/hostile.js";
import { comparisonOf } from "../support/pairs.js";
import { guard, inventory, unlike } from "./hostile-acts.js";
import { ELSEWHERE, openHost, SITES } from "./host-acts.js";
import { openBare, serveSources } from "./page-acts.js";
import { expect, test } from "./watched.js";


test.describe.configure({ timeout: 120_000 });

const SHOWN = { shown: 2 * CORPUS.length, wrong: [] };

const TEXTS = CORPUS.map(({ text }) => text);
const COMPARISON = { ...comparisonOf(storyOf(TEXTS), storyOf(TEXTS, true)), names: { before: TEXTS.join(" "), after: TEXTS.toReversed().join(" ") } };

test.describe("in the page", () => {
  /** @type {() => Promise<void>} */
  let expectNoHarm;
  test.beforeEach(async ({ page }) => {
    expectNoHarm = await guard(page);
    await serveSources(page);
  });
  test.afterEach(() => expectNoHarm());

  test("a page that is kept of them shows all, and runs nothing", async ({ page }) => {
    await openBare(page);
    const json = JSON.stringify(COMPARISON);
    const html = await page.evaluate(async (json) => (await import(`${location.origin}/source/keep/html.js`)).htmlPage(JSON.parse(json)), json);
    await page.route("**/kept.html", (route) => route.fulfill({ body: Buffer.from(html), contentType: "text/html" }));
    await page.goto("/kept.html");
    const wrong = await page.evaluate((json) => {
      const comparison = JSON.parse(json);
      const held = JSON.parse(document.querySelector("#storydiff")?.textContent ?? "");
      // No HTML file holds U+0000, or half of a surrogate pair.
      const written = (/** @type {string} */ text) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text)).replaceAll("\0", "\ufffd");
      const wrong = [];
      for (const side of /** @type {const} */ (["before", "after"])) {
        if (held[side].text !== comparison[side] || held[side].name !== comparison.names[side]) wrong.push(`the comparison inside: ${side}`);
        if (document.querySelector(`.head.${side} b`)?.textContent !== written(comparison.names[side])) wrong.push(`the name: ${side}`);
        const drawn = [...document.querySelectorAll(`[data-side="${side}"] [data-paragraph]`)].map((paragraph) => /** @type {const} */ ([Number(/** @type {HTMLElement} */ (paragraph).dataset.paragraph), paragraph.textContent]));
        const paragraphs = new Map(drawn);
        for (const [index, { start, end }] of comparison.report[side].paragraphs.entries()) {
          if (paragraphs.get(index) !== written(comparison[side].slice(start, end))) wrong.push(`${side} ${index}: ${JSON.stringify(paragraphs.get(index))}`);
        }
      }
      return wrong;
    }, json);
    expect(wrong).toEqual([]);
    await expect(page.locator("script")).toHaveCount(2);
    await expect(page.locator("style")).toHaveCount(1);
    await expect(page.locator("img, iframe, object, embed, form, base, link, video, audio, math, textarea, template")).toHaveCount(0);
    expect((await inventory(page)).handled).toEqual([]);
  });

  test("a link that holds them opens as what it was", async ({ page }) => {
    await openBare(page);
    const same = await page.evaluate(async () => {
      const { CORPUS } = await import(/** @type {string} */ ("/hostile.js"));
      const { packTexts, unpackTexts } = await import(`${location.origin}/source/keep/link.js`);
      const same = [];
      for (const { text } of CORPUS) {
        const { fragment } = await packTexts({ before: text, after: `${text}${text}`, names: { before: text, after: text } });
        const { before, after } = await unpackTexts(fragment);
        same.push(before.text === text && after.text === text + text && before.name === text && after.name === text && /^#texts=1\.[\w-]+$/.test(fragment));
      }
      return same;
    });
    expect(same).toEqual(CORPUS.map(() => true));
  });

  test("what is to be pasted into other pages is one element with the very names and addresses, and nothing else", async ({ page }) => {
    await openBare(page);
    const wrong = await page.evaluate(async () => {
      const { CORPUS, wellFormed } = await import(/** @type {string} */ ("/hostile.js"));
      const { frame, tag } = await import(`${location.origin}/source/keep/embed.js`);
      const release = { folder: "https://elsewhere.test/1/", hashes: new Map([["storydiff-element.js", 'x" y']]) };
      const wrong = [];
      for (const { text } of CORPUS) {
        const address = `https://elsewhere.test/?${new URLSearchParams({ text })}`;
        // A parser makes other characters of these, whoever writes them; of U+0000 between tags it makes none.
        const read = (/** @type {string} */ words) => words.replace(/\r\n?/g, "\n").replaceAll("\0", "\ufffd");
        const addresses = { before: address, after: address };
        const parsed = (/** @type {string} */ markup) => new DOMParser().parseFromString(`<body>${markup}<i></i>`, "text/html").body;
        const element = parsed(tag(release, addresses, { view: text }, { before: text, after: text }));
        const found = element.querySelector("story-diff");
        const names = ["before-name", "after-name", "view"].map((name) => found?.getAttribute(name));
        const tags = [...element.querySelectorAll("*")].map(({ localName }) => localName).join();
        const link = found?.querySelector("a")?.textContent;
        if (names.some((name) => name !== read(text)) || found?.getAttribute("before-src") !== address || link !== read(text.replaceAll("\0", ""))) wrong.push(JSON.stringify(["tag", text, names]));
        const around = parsed(frame(release, addresses, { view: text }, { before: text, after: text }, text));
        const framed = around.querySelector("iframe");
        const asked = new URL(framed?.getAttribute("src") ?? "").searchParams;
        // No address holds half of a surrogate pair.
        const said = ["before-name", "after-name", "view"].map((name) => asked.get(name));
        if (framed?.title !== read(text) || said.some((name) => name !== wellFormed(text)) || asked.get("before") !== address) wrong.push(JSON.stringify(["frame", text, said]));
        const others = [...around.querySelectorAll("*")].map(({ localName }) => localName).join();
        if (`${tags} ${others}` !== "script,story-diff,p,a,a,i iframe,script,i") wrong.push(JSON.stringify([text, tags, others]));
      }
      return wrong;
    });
    expect(wrong).toEqual([]);
  });
});

/** What the strings are as addresses, from a page at another: those that a page asks for. @param {string} base */
const addressed = (base) =>
  TEXTS.flatMap((text) => {
    const url = URL.canParse(text, base) ? new URL(text, base) : null;
    return url && /^https?:$/.test(url.protocol) ? [url] : [];
  });

test.describe("in addresses", () => {
  test.use({ reaches: addressed("http://127.0.0.1/").map(({ origin }) => origin) });

  test("what cannot be had is said, nobody is asked but who is named, and nothing runs", async ({ page, baseURL }) => {
    // As the browser writes them.
    const named = new Set(addressed(String(baseURL)).map(({ href }) => href.replace(/#.*|(?<=\/\/)[^/@]*@/g, "").replaceAll("|", "%7C")));
    const expectNoHarm = await guard(page, (address) => named.has(address));
    await page.goto("./");
    // The page's own address may be named, too: from now on there is nothing anywhere.
    await page.route((url) => named.has(url.href), (route) => route.fulfill({ status: 404, headers: { "access-control-allow-origin": "*" } }));
    const before = await inventory(page);
    const silent = await page.evaluate(async (json) => {
      const silent = [];
      const said = () => [...document.querySelectorAll(".problem")].map(({ textContent }) => textContent).join("");
      const go = async (/** @type {string} */ address, /** @type {boolean} */ isSaid) => {
        history.pushState(null, "", address);
        dispatchEvent(new PopStateEvent("popstate"));
        for (let turn = 0; turn < 1000 && (said() !== "") !== isSaid; turn++) await new Promise((resolve) => setTimeout(resolve, 5));
      };
      for (const text of JSON.parse(json)) {
        for (const names of [["after", "view", "version", "level", "only", "lang"], ["sample"]]) {
          await go(`?${new URLSearchParams(names.map((name) => [name, text]))}#${encodeURIComponent(new URLSearchParams({ text }).get("text") ?? "")}`, true);
          if (said() === "") silent.push(JSON.stringify([names[0], text.slice(0, 60)]));
          await go(location.pathname, false);
        }
      }
      return silent;
    }, JSON.stringify(TEXTS));
    expect(silent).toEqual([]);
    expect(await inventory(page)).toEqual(before);
    await expectNoHarm();
  });
});

test.describe("in the frame", () => {
  test.use({ reaches: SITES });

  test("by messages: all of them are shown, and nothing of them runs, in the frame or around it", async ({ page }) => {
    const around = `<iframe title="A comparison" src="${ELSEWHERE}embed.html" width="1000" sandbox="allow-scripts" data-storydiff></iframe><script type="module" src="storydiff-embed.js"></script>`;
    const heard = await openHost(page, around);
    const inside = page.frames()[1];
    await inside.locator("story-diff").waitFor({ state: "attached" });
    const stories = [COMPARISON.before, COMPARISON.after].map((text) => JSON.stringify(text));
    await page.evaluate(
      async ([before, after]) => {
        const { show } = await import(/** @type {string} */ ("/storydiff-embed.js"));
        const frame = document.querySelector("iframe");
        const drawn = new Promise((resolve) => frame?.addEventListener("storydiff-ready", resolve, { once: true }));
        show(frame, { before: { name: "1", text: JSON.parse(before) }, after: { name: "2", text: JSON.parse(after) } });
        await drawn;
      },
      stories,
    );
    expect(await unlike(inside)).toEqual(SHOWN);
    const wrong = await page.evaluate(async (strings) => {
      const { show } = await import(/** @type {string} */ ("/storydiff-embed.js"));
      const frame = document.querySelector("iframe");
      const wrong = [];
      for (const name of JSON.parse(strings)) {
        const drawn = new Promise((resolve) => ["ready", "error"].forEach((end) => frame?.addEventListener(`storydiff-${end}`, ({ type }) => resolve(type), { once: true })));
        show(frame, { before: { name, text: "One." }, after: { name, text: "Two." } });
        if ((await drawn) !== "storydiff-ready") wrong.push(name);
      }
      return wrong;
    }, JSON.stringify(TEXTS));
    expect(wrong).toEqual([]);
    for (const frame of page.frames()) expect(await frame.evaluate(() => "taken" in globalThis || "taken" in Object.prototype)).toBe(false);
    expect((await inventory(inside)).handled).toEqual([]);
    expect(heard.complaints).toEqual([]);
  });
});
