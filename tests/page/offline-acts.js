/** Pages published at addresses of their own, and what their service worker keeps of them, for the specs of the page offline. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { makePage, www } from "../../scripts/page.js";
import { serve } from "../../scripts/serve.js";

/** @import { Page } from "@playwright/test" */

/** What the page says once it is kept. */
export const READY = "Ready for offline use.";

/** How one of its sentences begins, and how it does in the next version. */
export const LEAD = "Every paragraph stands beside its counterpart";
export const NEW_LEAD = "Each paragraph stands beside its counterpart";

/**
 * A page at an address of its own.
 *
 * @typedef {object} Published
 * @property {string} address
 * @property {string} folder Where the published files are.
 * @property {() => Promise<void>} publishAnew With another sentence.
 * @property {() => void} end
 */

/** @returns {Promise<Published>} */
export async function publish() {
  const parent = mkdtempSync(join(tmpdir(), "storydiff-"));
  const [source, folder] = [join(parent, "www"), join(parent, "page")];
  cpSync(www, source, { recursive: true });
  await makePage({ from: source, to: folder });
  const { address, close } = await serve({ folder, port: 0 });
  const publishAnew = () => {
    const spoken = join(source, "language/en/page.js");
    writeFileSync(spoken, readFileSync(spoken, "utf8").replace(LEAD, NEW_LEAD));
    return makePage({ from: source, to: folder });
  };
  const end = () => {
    close();
    rmSync(parent, { recursive: true });
  };
  return { address, folder, publishAnew, end };
}

/** Opens a page for the first time, until it is kept. @param {Page} page @param {string} address */
export async function keep(page, address) {
  await page.goto(address);
  await expect(page.getByRole("contentinfo").getByRole("status")).toHaveText(READY, { timeout: 60_000 });
}

/** The addresses in each cache of the page's origin. @param {Page} page */
export function caches(page) {
  return page.evaluate(async () => {
    const names = await window.caches.keys();
    const held = names.map(async (name) => (await (await window.caches.open(name)).keys()).map(({ url }) => url));
    return Object.fromEntries((await Promise.all(held)).map((urls, index) => [names[index], urls]));
  });
}

/** Looks for a new version, as the browser does by itself, until it is installed or given up. @param {Page} page */
export async function lookForUpdate(page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = await registration.update();
    const worker = found.installing;
    while (worker?.state === "installing") await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
    return found.waiting ? "waiting" : "none";
  });
}
