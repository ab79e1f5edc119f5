// Pages that other people's tools build with the packed package: npm test builds them before this (scripts/consumers.js).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./watched.js";
import { consumersFolder } from "../../scripts/consumers.js";
import { filesIn } from "../../scripts/page.js";
import { version } from "../../scripts/release.js";
import { serve } from "../../scripts/serve.js";

/** What builds them, and how many workers the element needs there: none where the comparison was made on the server. */
const PAGES = { esbuild: 0, ssr: 0, vite: 1, webpack: 1 };

for (const [name, workers] of Object.entries(PAGES)) {
  test(`a page that ${name} built compares and shows what it compared`, async ({ page }) => {
    const { address, close } = await serve({ folder: join(consumersFolder, name, "dist"), port: 0 });
    /** @type {string[]} */
    const complaints = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
    await page.goto(address);
    await expect(page.locator("story-diff [data-bead]")).toHaveCount(2);
    await expect(page.locator("story-diff del").first()).toHaveText(/^six/);
    for (const engine of ["#inlined", "#slim"]) await expect(page.locator(engine)).toHaveText(`storydiff ${version}`);
    expect(page.workers()).toHaveLength(workers);
    expect(complaints).toEqual([]);
    close();
  });
}

for (const name of Object.keys(PAGES)) {
  test(`what ${name} built does not tell where it was built`, () => {
    const folder = join(consumersFolder, name, "dist");
    for (const path of filesIn(folder)) expect(readFileSync(join(folder, path), "latin1"), path).not.toContain(consumersFolder);
  });
}
