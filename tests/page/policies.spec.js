// The policy of every page that is published: what it says, and what the browser makes of it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { releaseFolder } from "../../scripts/release.js";
import { bells } from "./fixtures/bells.js";
import { serveSources } from "./page-acts.js";
import { expect, test } from "./watched.js";

/** @import { Page } from "@playwright/test" */

// They are broken here in every way. A browser tells of a request that it refuses as of any other; but nobody is asked.
test.use({ breaks: /./, reaches: ["https://taken.test"] });

/** Goes to the page that is saved of a comparison. @param {Page} page */
async function openKept(page) {
  await serveSources(page);
  await page.goto("./");
  const html = await page.evaluate(async (comparison) => {
    const { htmlPage } = await import(`${location.origin}/source/keep/html.js`);
    return htmlPage(comparison);
  }, bells);
  await page.route("**/kept.html", (route) => route.fulfill({ body: html, contentType: "text/html" }));
  await page.goto("/kept.html");
}

/** Pages that start an engine's worker allow one policy of Trusted Types, the others none. @type {[string, string, (page: Page) => Promise<unknown>][]} */
const PAGES = [
  ["the page", "storydiff", (page) => page.goto("./")],
  ["the page in one file", "storydiff", (page) => page.goto(pathToFileURL(join(releaseFolder, "storydiff.html")).href)],
  ["the frame", "storydiff", (page) => page.goto(`${JSON.parse(readFileSync("package.json", "utf8")).version}/embed.html`)],
  ["the gallery", "'none'", (page) => page.goto("gallery/index.html")],
  ...["blog", "card", "night", "rtl"].map((name) => /** @type {[string, string, (page: Page) => Promise<unknown>]} */ ([`the gallery's ${name}`, "storydiff", (page) => page.goto(`gallery/${name}.html`)])),
  ["the gallery's strict", "'none'", (page) => page.goto("gallery/strict.html")],
  ["a page that was kept", "'none'", openKept],
];

for (const [name, types, open] of PAGES) {
  test(`${name} says what it needs, and nothing else is allowed`, async ({ page }) => {
    await open(page);
    const said = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    const policy = Object.fromEntries(String(said).split("; ").map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1).join(" ")]));
    expect(policy).toMatchObject({
      "default-src": "'none'",
      "base-uri": "'none'",
      "form-action": "'none'",
      "require-trusted-types-for": "'script'",
      "trusted-types": types,
    });
    expect(said).not.toMatch(/(?<!wasm-)unsafe-|(?<!-)\*|strict-dynamic|'nonce/);
    // Texts may lie anywhere on the web, and in nothing else.
    for (const [directive, sources] of Object.entries(policy)) {
      if (directive !== "connect-src") expect(sources, directive).not.toMatch(/https?:/);
    }
  });

  test(`${name} runs nothing that was not in it`, async ({ page }) => {
    await open(page);
    const tried = await page.evaluate(async () => {
      // What a debugger calls may evaluate strings for as long as it is called.
      await new Promise((resolve) => setTimeout(resolve));
      /** @type {Record<string, () => unknown>} */
      const tries = {
        markup: () => Reflect.set(document.createElement("p"), "innerHTML", "<b>b</b>"),
        parsing: () => new DOMParser().parseFromString("<b>b</b>", "text/html"),
        fragment: () => document.createRange().createContextualFragment("<b>b</b>"),
        writing: () => Reflect.get(document, "write").call(document, "<b>b</b>"),
        evaluating: () => (0, eval)("1"),
        making: () => new Function("return 1"),
        timer: () => setTimeout("globalThis.taken = 1"),
        script: () => (document.createElement("script").text = "globalThis.taken = 1"),
        handler: () => document.createElement("p").setAttribute("onclick", "globalThis.taken = 1"),
        object: () => document.createElement("object").setAttribute("data", "https://taken.test/"),
        address: () => (document.createElement("script").src = "data:text/javascript,globalThis.taken=1"),
        worker: () => new Worker("data:text/javascript,1"),
        policy: () => Reflect.get(globalThis, "trustedTypes").createPolicy("default", {}),
      };
      const refused = Object.entries(tries).filter(([, attempt]) => {
        try {
          attempt();
          return false;
        } catch {
          return true;
        }
      });
      return { names: Object.keys(tries), refused: refused.map(([name]) => name) };
    });
    expect(tried.refused).toEqual(tried.names);
    expect(await page.evaluate(() => "taken" in globalThis)).toBe(false);
  });

  test(`${name} takes nothing in, by whatever element`, async ({ page }) => {
    await open(page);
    /** @type {string[]} */
    const asked = [];
    await page.route("https://taken.test/**", (route) => (asked.push(route.request().url()), route.abort()));
    const refused = await page.evaluate(async () => {
      /** @type {string[]} */
      const refused = [];
      addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.push(effectiveDirective));
      const make = (/** @type {string} */ name, /** @type {Record<string, string>} */ attributes, content = "") => {
        const made = document.createElement(name);
        for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
        made.append(content);
        document.body.append(made);
        return made;
      };
      const there = "https://taken.test/";
      make("script", {}, "globalThis.taken = 1");
      make("style", {}, "body { color: red }");
      make("p", { style: "color: red" });
      make("img", { src: `${there}a.png` });
      make("link", { rel: "stylesheet", href: `${there}a.css` });
      make("iframe", { src: there });
      make("video", { src: `${there}a.mp4` });
      make("base", { href: there });
      const font = new FontFace("a", `url(${there}a.woff)`);
      await font.load().catch(() => {});
      // A form's is reported as it is sent, the others as they are fetched.
      const form = /** @type {HTMLFormElement} */ (make("form", { action: there }));
      form.submit();
      for (let turn = 0; turn < 100 && !refused.includes("form-action"); turn++) await new Promise((resolve) => setTimeout(resolve, 20));
      return refused;
    });
    const wanted = ["require-trusted-types-for", "style-src-elem", "style-src-attr", "img-src", "frame-src", "media-src", "base-uri", "font-src", "form-action"];
    // A script of plain text comes to no other directive.
    expect([...new Set(refused)].sort()).toEqual(wanted.sort());
    expect(refused.filter((directive) => directive === "style-src-elem")).toHaveLength(2);
    expect(await page.evaluate(() => [document.baseURI === location.href, "taken" in globalThis])).toEqual([true, false]);
    expect(asked).toEqual([]);
  });
}

test("the page names scripts of its own alone by its policy of Trusted Types", async ({ page }) => {
  await serveSources(page);
  await page.goto("./");
  const answers = await page.evaluate(async () => {
    // The page has made that policy, and a name serves once: so the rules of another one are asked.
    Object.defineProperty(globalThis, "trustedTypes", { value: { createPolicy: (/** @type {string} */ _, /** @type {object} */ rules) => rules } });
    const { trusted } = await import(`${location.origin}/source/engine/trusted.js`);
    const own = [`${location.origin}/sw.js`, URL.createObjectURL(new Blob([]))];
    const others = ["https://taken.test/a.js", "data:text/javascript,1", "javascript:1", "about:blank", "blob:https://taken.test/1", "a.js", ""];
    const passes = (/** @type {string} */ address) => {
      try {
        return trusted(address) === address;
      } catch {
        return false;
      }
    };
    return [own.map(passes), others.map(passes)];
  });
  expect(answers).toEqual([[true, true], Array(7).fill(false)]);
});
