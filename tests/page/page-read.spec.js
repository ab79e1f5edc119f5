// Files that are no plain UTF-8 text, as a reader meets them.
import { expect, test } from "./watched.js";
import { choose, chooseBoth, expectCompared, FERRY, paragraphs } from "./page-acts.js";

/** @param {string} text In Latin-1, which Windows-1252 shares. */
const latin1 = (text) => [...Buffer.from(text, "latin1")];

/** @param {string} text */
const utf16le = (text) => [...Buffer.from(text, "utf16le")];

test.beforeEach(async ({ page }) => {
  await page.goto("./");
});

/** @type {[string, import("./page-acts.js").Paper, string][]} */
const REFUSED = [
  ["an empty file", { name: "empty.txt", text: "" }, "“empty.txt” is empty."],
  ["nothing but a byte order mark", { name: "mark.txt", bytes: [0xef, 0xbb, 0xbf] }, "“mark.txt” is empty."],
  ["white space alone", { name: "blank.txt", text: " \r\n\u00a0\r\n" }, "“blank.txt” holds nothing but white space."],
  ["a PDF", { name: "ferry.pdf", text: "%PDF-1.7\n1 0 obj" }, "“ferry.pdf” is a PDF: save it as plain text first."],
  [
    "a Word document",
    { name: "Ferry.DOCX", bytes: latin1("PK\x03\x04\x14\0\x06\0") },
    "“Ferry.DOCX” is a Word document: save it as plain text first.",
  ],
  [
    "an archive",
    { name: "stories.zip", bytes: latin1("PK\x03\x04\x14\0\0\0") },
    "“stories.zip” is an archive: take the texts out of it first.",
  ],
  ["a picture", { name: "ferry.png", bytes: latin1("\x89PNG\r\n\x1a\n\0\0\0\rIHDR") }, "“ferry.png” is a picture, not a text."],
  [
    "other data",
    { name: "ferry.dat", bytes: [70, 101, 0, 1, 2, 250, 0, 7] },
    "“ferry.dat” is not a text: it holds data that only a program can read.",
  ],
];

for (const [what, paper, sentence] of REFUSED) {
  test(`${what} is refused in one sentence, and the comparison stays`, async ({ page }) => {
    await chooseBoth(page);
    await choose(page, "after", paper);
    const problem = page.locator('.notes[data-side="after"] [role=alert]');
    await expect(problem).toHaveText(sentence);
    await expect(problem).toBeVisible();
    await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
    await choose(page, "after", { name: "ferry-3.txt", text: FERRY });
    await expectCompared(page, "ferry-1.txt", "ferry-3.txt");
    await expect(problem).toBeEmpty();
  });
}

test("a file over 100 MB is refused before it is read", async ({ page }) => {
  await page.evaluate(() => {
    const size = Object.getOwnPropertyDescriptor(Blob.prototype, "size");
    Object.defineProperty(File.prototype, "size", {
      get() {
        return this.name === "huge.txt" ? 100_000_001 : size?.get?.call(this);
      },
    });
  });
  await choose(page, "before", { name: "huge.txt", text: FERRY });
  await expect(page.locator('.notes[data-side="before"] [role=alert]')).toHaveText(
    "“huge.txt” is too large: it has 101 MB, and 100 MB is the most that can be read.",
  );
});

test("a file that was removed while it was read", async ({ page }) => {
  await page.evaluate(() => {
    File.prototype.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotFoundError"));
  });
  await choose(page, "before", { name: "ferry.txt", text: FERRY });
  await expect(page.locator('.notes[data-side="before"] [role=alert]')).toHaveText(
    "“ferry.txt” could not be read. Was it changed, moved or removed meanwhile, or is it a folder?",
  );
});

test("Windows-1252 is read with a note, and can be read again as another encoding", async ({ page }) => {
  await choose(page, "before", { name: "plain.txt", text: "Die Fähre – pünktlich." });
  await choose(page, "after", { name: "odd.txt", bytes: latin1("Die F\xe4hre \x96 p\xfcnktlich.") });
  await expect(paragraphs(page, "after")).toHaveText("Die Fähre – pünktlich.");
  const note = page.locator('.notes[data-side="after"]');
  await expect(note).toContainText("“odd.txt” was read as Windows-1252, because it is not valid UTF-8.");
  await expect(page.locator('.notes[data-side="before"] select')).toBeHidden();
  await note.getByLabel("Read it as").selectOption("Windows-1251 (Cyrillic)");
  await expect(paragraphs(page, "after")).toHaveText("Die Fдhre – pьnktlich.");
  await expect(note).toContainText("“odd.txt” was read as Windows-1251, as you chose.");
  await note.getByLabel("Read it as").selectOption("UTF-8");
  await expect(paragraphs(page, "after")).toHaveText(/^Die F\ufffdhre/);
  await expect(note).toContainText("Some of its characters are not valid in it");
});

test("UTF-16 is read by its mark, and the mark is no part of the text", async ({ page }) => {
  await choose(page, "before", { name: "marked.txt", text: "\ufeffFähre um sechs." });
  await choose(page, "after", { name: "wide.txt", bytes: [0xff, 0xfe, ...utf16le("Fähre um sieben.")] });
  await expect(paragraphs(page, "before")).toHaveText("Fähre um sechs.");
  expect(await paragraphs(page, "before").textContent()).toBe("Fähre um sechs.");
  expect(await paragraphs(page, "after").textContent()).toBe("Fähre um sieben.");
  await expect(page.locator('.notes[data-side="after"]')).toContainText("was read as UTF-16 LE, as its byte order mark says.");
});
