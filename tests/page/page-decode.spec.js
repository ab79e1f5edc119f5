// Bytes to text, in the browser: its decoders are what the page reads with (Node's own differ).
import { expect, test } from "./watched.js";
import { serveSources } from "./page-acts.js";

test.beforeEach(({ page }) => serveSources(page));

/** @typedef {import("../../www/read/types.js").Decoded} Decoded */

const MODULE = "./source/read/decode.js";

/** @param {string} text */
const utf16le = (text) => Buffer.from(text, "utf16le");

/** @param {string} text */
const utf16be = (text) => Buffer.from(text, "utf16le").swap16();

test.beforeEach(async ({ page }) => {
  await page.goto("./");
});

/**
 * @param {import("@playwright/test").Page} page
 * @param {string | Iterable<number>} bytes A string stands for its UTF-8.
 * @param {string} [encoding] The reader's choice.
 * @returns {Promise<Decoded>}
 */
function decode(page, bytes, encoding) {
  const given = {
    module: new URL(MODULE, page.url()).href,
    bytes: [...(typeof bytes === "string" ? Buffer.from(bytes) : bytes)],
    encoding,
  };
  return page.evaluate(async ({ module, bytes, encoding }) => {
    const { decode, decodeAs } = await import(module);
    return encoding ? decodeAs(new Uint8Array(bytes), encoding) : decode(new Uint8Array(bytes));
  }, given);
}

test("UTF-8 goes without saying, with and without its mark", async ({ page }) => {
  expect(await decode(page, "Fähre 渡し船 🚢")).toEqual({ text: "Fähre 渡し船 🚢", encoding: "utf-8", reason: "" });
  expect(await decode(page, "\ufeffFähre")).toEqual({ text: "Fähre", encoding: "utf-8", reason: "" });
  expect(await decode(page, "")).toEqual({ text: "", encoding: "utf-8", reason: "" });
});

test("a mark in front wins over what follows", async ({ page }) => {
  expect(await decode(page, [0xef, 0xbb, 0xbf, 0x61, 0xe4])).toMatchObject({ text: "a\ufffd", encoding: "utf-8" });
  expect(await decode(page, utf16be("\ufeff渡し船"))).toEqual({
    text: "渡し船",
    encoding: "utf-16be",
    reason: "mark",
  });
});

for (const text of ["The ferry left at six.", "Паром ушёл в шесть часов, как и каждое утро с тех пор, как рухнул мост."]) {
  test(`UTF-16 without a mark is told by its zero bytes: ${text}`, async ({ page }) => {
    const reason = "zeros";
    expect(await decode(page, utf16le(text))).toEqual({ text, encoding: "utf-16le", reason });
    expect(await decode(page, utf16be(text))).toEqual({ text, encoding: "utf-16be", reason });
  });
}

test("a stray zero byte does not make UTF-16", async ({ page }) => {
  expect((await decode(page, "The ferry\0left at six, every morning.")).encoding).toBe("utf-8");
});

test("what is not UTF-8 is Windows-1252, with its dashes and quotes", async ({ page }) => {
  const bytes = [0x93, 0x46, 0xe4, 0x68, 0x72, 0x65, 0x94, 0x20, 0x96, 0x20, 0x80];
  expect(await decode(page, bytes)).toEqual({
    text: "“Fähre” – €",
    encoding: "windows-1252",
    reason: "invalid",
  });
});

/** @type {[string, number[], string][]} */
const CHOICES = [
  ["utf-8", [0xc3, 0xa4], "ä"],
  ["utf-16le", [0xe4, 0x00], "ä"],
  ["utf-16be", [0x00, 0xe4], "ä"],
  ["windows-1252", [0x80], "€"],
  ["windows-1250", [0x8a], "Š"],
  ["iso-8859-2", [0xa9], "Š"],
  ["windows-1251", [0xcf], "П"],
  ["shift_jis", [0x93, 0x6e], "渡"],
  ["gb18030", [0xb6, 0xc9], "渡"],
  ["big5", [0xb4, 0xe7], "渡"],
  ["euc-kr", [0xb9, 0xe8], "배"],
];

test("every encoding that is offered can be read", async ({ page }) => {
  const offered = page.locator('.notes[data-side="before"] option');
  const values = await offered.evaluateAll((options) => options.map((option) => option.getAttribute("value")));
  expect(values.sort()).toEqual(CHOICES.map(([encoding]) => encoding).sort());
  for (const [encoding, bytes, text] of CHOICES) expect((await decode(page, bytes, encoding)).text, encoding).toBe(text);
});
