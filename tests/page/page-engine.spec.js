// The engine behind its worker: slow, cancelled, trapped, asked twice.
import { expect, test } from "./watched.js";
import { choose, chooseBoth, expectCompared, FERRY, FERRY_RETOLD, replaceWorker } from "./page-acts.js";

const SILENT = "addEventListener('message', () => {});";

/** Says that a stage ended, and no more. */
const STUCK = "addEventListener('message', () => postMessage({ stage: 'keys' }));";

/** @param {import("@playwright/test").Page} page */
async function chooseForNothing(page) {
  await choose(page, "before", { name: "ferry-1.txt", text: FERRY });
  await choose(page, "after", { name: "ferry-2.txt", text: FERRY_RETOLD });
}

/**
 * Runs `act` in the page with the page's own engine.
 *
 * @template T
 * @param {import("@playwright/test").Page} page
 * @param {(engine: typeof import("../../www/engine/engine.js")) => Promise<T>} act
 * @returns {Promise<T>}
 */
async function withEngine(page, act) {
  const module = new URL("./engine/engine.js", page.url()).href;
  return page.evaluate(`import(${JSON.stringify(module)}).then(${act})`);
}

test("a comparison that takes long shows a bar and what is being done, and the page stays awake", async ({ page }) => {
  await replaceWorker(page, STUCK);
  await page.goto("./");
  await chooseForNothing(page);
  await expect(page.getByRole("progressbar", { name: "Comparing: looking for counterparts…" })).toBeVisible();
  await expect(page.locator("#before-place")).toContainText("The ferry left at six");
  await page.getByRole("button", { name: "Swap earlier and later" }).click();
  await expect(page.locator("#before-name")).toHaveText("ferry-2.txt");
});

test("a cancelled comparison keeps both texts and can be made again", async ({ page }) => {
  await replaceWorker(page, SILENT);
  await page.goto("./");
  await chooseForNothing(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator("#task").getByText("Stopped. Both texts are still here.")).toBeVisible();
  await expect(page.getByRole("progressbar")).toBeHidden();
  await page.unroute("**/engine/worker.js");
  await expect(page.getByRole("button", { name: "Compare again" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
});

test("a comparison that takes long gives way to another text", async ({ page }) => {
  await replaceWorker(page, SILENT);
  await page.goto("./");
  await chooseForNothing(page);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.unroute("**/engine/worker.js");
  await choose(page, "after", { name: "ferry-3.txt", text: FERRY_RETOLD });
  await expectCompared(page, "ferry-1.txt", "ferry-3.txt");
});

for (const [what, thrown] of [
  ["a trap", "new WebAssembly.RuntimeError('unreachable')"],
  ["memory that ran out", "new RangeError('Out of memory')"],
]) {
  test(`after ${what} the next comparison has a fresh engine`, async ({ page }) => {
    await page.route("**/pkg/storydiff.js", (route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: `export default async () => {}; export const compare = () => { throw ${thrown}; }; export const useKinship = () => {};`,
      }),
    );
    await page.goto("./");
    await chooseForNothing(page);
    await expect(
      page.getByRole("alert").filter({ hasText: "The engine stopped in the middle of this comparison." }),
    ).toBeVisible();
    await page.unroute("**/pkg/storydiff.js");
    await page.getByRole("button", { name: "Compare again" }).click();
    await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
    await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);
  });
}

for (const missing of ["**/engine/worker.js", "**/pkg/storydiff.js", "**/pkg/storydiff_bg.wasm"]) {
  test(`an engine that cannot be loaded (${missing.slice(3)}) is tried again`, async ({ page }) => {
    await page.route(missing, (route) => route.abort());
    await page.goto("./");
    await chooseForNothing(page);
    await expect(page.getByRole("alert").filter({ hasText: "The engine could not be loaded." })).toBeVisible();
    await page.unroute(missing);
    await page.getByRole("button", { name: "Compare again" }).click();
    await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
  });
}

test("two comparisons asked at once are both right", async ({ page }) => {
  await page.goto("./");
  const lengths = await withEngine(page, async ({ compare }) => {
    const reports = await Promise.all([compare("One.", "One and two."), compare("Three, four.", "Three.")]);
    return reports.map(({ before, after }) => [before.length, after.length]);
  });
  expect(lengths).toEqual([
    [4, 12],
    [12, 6],
  ]);
});

test("one worker serves one comparison after another", async ({ page }) => {
  await page.goto("./");
  await chooseBoth(page);
  const [worker] = page.workers();
  await page.getByRole("button", { name: "Swap earlier and later" }).click();
  await expectCompared(page, "ferry-2.txt", "ferry-1.txt");
  expect(page.workers()).toEqual([worker]);
});

test("cancelling rejects with the signal's reason, at once even in the queue, and spares the others", async ({ page }) => {
  await page.goto("./");
  const outcome = await withEngine(page, async ({ compare }) => {
    const running = new AbortController();
    const waiting = new AbortController();
    const first = compare("One.", "Two.", { signal: running.signal }).catch((reason) => `first: ${reason}`);
    const second = compare("One.", "Two.", { signal: waiting.signal }).catch((reason) => `second: ${reason}`);
    const third = compare("One.", "One.");
    waiting.abort("changed my mind");
    const earliest = await Promise.race([first, second, third]);
    running.abort("too slow");
    return [earliest, await first, (await third).beads.length];
  });
  expect(outcome).toEqual(["second: changed my mind", "first: too slow", 1]);
});

test("a comparison that was cancelled before it was asked never begins", async ({ page }) => {
  await page.goto("./");
  const reason = await withEngine(page, ({ compare }) => compare("a", "b", { signal: AbortSignal.abort("no") }).catch(String));
  expect(reason).toBe("no");
});

test("an unknown option is an error that names it, and the worker goes on", async ({ page }) => {
  await page.goto("./");
  await chooseBoth(page);
  const [worker] = page.workers();
  const message = await withEngine(page, async ({ compare }) => {
    const options = /** @type {object} */ ({ speed: "high" });
    return compare("a", "b", { options }).catch((error) => error.message);
  });
  expect(message).toContain("speed");
  expect(page.workers()).toEqual([worker]);
});

test("the stages of a comparison are told in their order", async ({ page }) => {
  await page.goto("./");
  const stages = await withEngine(page, async ({ compare }) => {
    /** @type {string[]} */
    const stages = [];
    await compare("One.", "Two.", { onProgress: (stage) => stages.push(stage) });
    return stages;
  });
  expect(stages).toEqual(["start", "segment", "keys", "align", "words", "facts", "report", "serialize"]);
});

/** Told in such other words that a table of kin words bears on them. */
const RETOLD = "./?sample=winter";

/**
 * Counts the requests for the table of kin words.
 *
 * @param {import("@playwright/test").Page} page
 */
function countTables(page) {
  const counted = { tables: 0 };
  page.context().on("request", (request) => (counted.tables += Number(request.url().endsWith("/kinship/english.bin"))));
  return counted;
}

/**
 * What the engine says of both texts of a sample: its name, and what kin words had to do with it.
 *
 * @param {import("@playwright/test").Page} page
 * @param {string} sample
 */
async function engineOn(page, sample) {
  const module = new URL("./engine/engine.js", page.url()).href;
  return page.evaluate(
    async ([module, sample]) => {
      const text = async (/** @type {string} */ name) => (await fetch(`samples/${sample}/${name}.txt`)).text();
      const { compare } = await import(module);
      const { engine, kinship } = await compare(await text("before"), await text("after"));
      return { engine, kinship };
    },
    [module, sample],
  );
}

test("kin words are fetched once, for texts that are freely retold", async ({ page }) => {
  const counted = countTables(page);
  await page.goto("./");
  for (const close of ["whetstone", "lighthouse"]) expect((await engineOn(page, close)).kinship).toBe("none");
  expect(counted.tables).toBe(0);
  for (let time = 0; time < 2; time++) {
    const { engine, kinship } = await engineOn(page, "winter");
    expect(kinship).toBe("used");
    expect(engine).toMatch(/^storydiff \S+ with kinship english-\d+$/);
  }
  expect(counted.tables).toBe(1);
});

for (const [what, answer] of /** @type {const} */ ([
  ["missing", { status: 404, body: "There is nothing here." }],
  ["no table", { status: 200, body: "<!doctype html>" }],
  ["out of reach", null],
])) {
  test(`where the table of kin words is ${what}, the comparison is made without it`, async ({ page }) => {
    const counted = countTables(page);
    await page.context().route("**/kinship/english.bin", (route) => (answer ? route.fulfill(answer) : route.abort()));
    await page.goto(RETOLD);
    await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
    for (let time = 0; time < 2; time++) {
      const { engine, kinship } = await engineOn(page, "winter");
      expect(kinship).toBe("wanted");
      expect(engine).not.toContain("kinship");
    }
    expect(counted.tables).toBe(1);
    await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);
  });
}

test("an engine that holds much memory after a comparison is ended, another is kept", async ({ page }) => {
  const heldBy = (/** @type {number} */ held) =>
    `const own = crypto.randomUUID(); addEventListener('message', () => postMessage({ report: { own }, held: ${held} }));`;
  for (const [held, kept] of [
    [50_000_000, true],
    [500_000_000, false],
  ]) {
    await page.unroute("**/engine/worker.js");
    await replaceWorker(page, heldBy(Number(held)));
    await page.goto("./");
    const [first, second] = await withEngine(page, async ({ compare }) => {
      const reports = [await compare("One.", "One."), await compare("One.", "One.")];
      return reports.map((report) => /** @type {any} */ (report).own);
    });
    expect(first === second).toBe(kept);
  }
});
