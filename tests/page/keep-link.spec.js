// Both texts in a link: what goes in comes out, and what is no such link is refused in a sentence.
import { expect, test } from "./watched.js";
import { FERRY, FERRY_RETOLD, serveSources } from "./page-acts.js";

test.beforeEach(({ page }) => serveSources(page));

/** @import { Page } from "@playwright/test" */
/** @typedef {{ before: string, after: string, names?: { before: string, after: string } }} Texts */

test.beforeEach(async ({ page }) => {
  await page.goto("./");
});

/** @param {Page} page @param {Texts} texts @param {string} [address] */
function pack(page, texts, address) {
  return page.evaluate(
    async ([texts, address]) => {
      const { MOST, packTexts } = await import(`${location.origin}/source/keep/link.js`);
      return { most: MOST, ...(await packTexts(texts, address)) };
    },
    /** @type {const} */ ([texts, address]),
  );
}

/** @param {Page} page @param {string} fragment */
function unpack(page, fragment) {
  return page.evaluate(async (fragment) => {
    const { unpackTexts } = await import(`${location.origin}/source/keep/link.js`);
    return unpackTexts(fragment).catch((/** @type {Error} */ error) => error.message);
  }, fragment);
}

/** A fragment with whatever is packed as the page packs it. @param {Page} page @param {string} text @param {number} [times] how often it is repeated */
function packAnything(page, text, times = 1) {
  return page.evaluate(
    async ([text, times]) => {
      const stream = new Blob(Array(Number(times)).fill(text)).stream().pipeThrough(new CompressionStream("deflate-raw"));
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
      const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
      return `#texts=1.${btoa(characters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
    },
    [text, times],
  );
}

for (const [what, before, after] of [
  ["two stories", FERRY, FERRY_RETOLD],
  ["nothing at all", "", ""],
  ["every kind of character", "\ufeff\u0000 \r\n \ud83d\ude00 \ud800 \udfff \uffff \u2028 </script>", "日本語 العربية “quoted” \\ \" ' &amp;"],
]) {
  test(`${what} come out as they went in`, async ({ page }) => {
    const names = { before: "a “name” #1.txt", after: "ü.txt" };
    const { fragment, tooLong, length } = await pack(page, { before, after, names }, "https://example.org/");
    expect(fragment).toMatch(/^#texts=1\.[\w-]+$/);
    expect([tooLong, length]).toEqual([false, "https://example.org/".length + fragment.length]);
    // Half of a surrogate pair does not survive the way from the page to the test, so it is compared there.
    const same = await page.evaluate(
      async ([fragment, before, after]) => {
        const { unpackTexts } = await import(`${location.origin}/source/keep/link.js`);
        const texts = await unpackTexts(fragment);
        return texts.before.text === before && texts.after.text === after && [texts.before.name, texts.after.name];
      },
      [fragment, before, after],
    );
    expect(same).toEqual([names.before, names.after]);
  });
}

test("texts that are too long for a link say how long it would be", async ({ page }) => {
  let seed = 1;
  const noise = Array.from({ length: 60_000 }, () => String.fromCharCode(33 + (seed = (seed * 48271) % 0x7fffffff) % 90)).join("");
  const { fragment, tooLong, length, most } = await pack(page, { before: noise, after: "" });
  expect([fragment, tooLong]).toEqual(["", true]);
  expect(length).toBeGreaterThan(most);
});

test("a link is offered up to its longest, to the character", async ({ page }) => {
  const { length, most } = await pack(page, { before: FERRY, after: FERRY_RETOLD }, "");
  for (const [room, tooLong] of /** @type {const} */ ([[0, false], [1, true]])) {
    expect((await pack(page, { before: FERRY, after: FERRY_RETOLD }, "x".repeat(most - length + room))).tooLong).toBe(tooLong);
  }
});

test("two versions of an article make a short link", async ({ page }) => {
  const [{ before, after }] = await (await page.request.get("samples/index.json")).json();
  const [one, other] = await Promise.all([before, after].map(async ({ path }) => (await page.request.get(`samples/${path}`)).text()));
  expect((await pack(page, { before: one, after: other })).length).toBeLessThan((one.length + other.length) * 0.8);
});

const DAMAGED = "The texts in this link cannot be read: it was cut short or changed on its way. Ask for it again, or for a file.";
const FOREIGN = "This link holds no texts that can be read here.";

test("of two close versions the later one takes little room, however long they are", async ({ page }) => {
  let seed = 1;
  const word = () => "abcdefghijklmnopqrstuvwxyz".slice((seed = (seed * 48271) % 0x7fffffff) % 20).slice(0, 2 + (seed % 7));
  const text = Array.from({ length: 12_000 }, word).join(" ");
  const alone = await pack(page, { before: text, after: "" });
  const both = await pack(page, { before: text, after: `A beginning. ${text}` });
  expect(both.length).toBeLessThan(alone.length * 1.25);
});

test("a link that was cut short or changed is refused", async ({ page }) => {
  const { fragment } = await pack(page, { before: FERRY, after: FERRY_RETOLD });
  for (const cut of [1, 2, 3, 5, 100]) expect(await unpack(page, fragment.slice(0, -cut)), `cut by ${cut}`).toBe(DAMAGED);
  for (const bad of ["#texts=1.", "#texts=1.!!!!", "#texts=1.abc def", "#texts=1.AAAA", `${fragment}.`, `${fragment}AAAA`]) {
    expect(await unpack(page, bad), bad.slice(-20)).toBe(DAMAGED);
  }
});

test("what is packed and is not two texts is refused", async ({ page }) => {
  for (const json of ["", "null", "{", '["a", "b", "c"]', '["a"]', "[]", '["a", "b", "c", 4]', '{"length": 4}', '["a", "b", "c", "d", "e"]']) {
    expect(await unpack(page, await packAnything(page, json)), json).toBe(DAMAGED);
  }
});

test("what is not such a link, or from a later version, says so", async ({ page }) => {
  for (const foreign of ["", "#", "#after-12", "#texts=", "#texts=1", "#texts=x.abc", "texts=1.abc"]) expect(await unpack(page, foreign), foreign).toBe(FOREIGN);
  expect(await unpack(page, "#texts=2.abc")).toMatch(/^The texts in this link were written by a later version/);
});

test("a small link does not unpack to any size", async ({ page }) => {
  test.slow();
  const bomb = await packAnything(page, " ".repeat(2 ** 20), 120);
  expect(bomb.length).toBeLessThan(200_000);
  expect(await unpack(page, bomb)).toBe("The texts in this link are too large: more than 100 MB when unpacked.");
});
