/**
 * What a person does with the page, for the specs of the page.
 *
 * @typedef {import("@playwright/test").Page} Page
 * @typedef {object} Paper A file, by its text or its bytes.
 * @property {string} name
 * @property {string} [text]
 * @property {readonly number[]} [bytes]
 * @property {number} [lastModified]
 * @property {string} [type]
 */
import { expect } from "@playwright/test";

/** A story of our own, and its later telling: one sentence changed, one paragraph new. */
export const FERRY = `The ferry left at six as it had every morning since the bridge fell.

Nobody on the quay looked up. Mara counted the crates twice, and then once more because the number pleased her.

At the far end of the mole her brother was already waving.`;

export const FERRY_RETOLD = `The ferry left at seven as it had every morning since the bridge fell.

Nobody on the quay looked up. Mara counted the crates twice, and then once more because the number pleased her.

Rain came in from the west and went again without asking anyone.

At the far end of the mole her brother was already waving.`;

/** @param {Paper} paper */
function bytesOf({ text, bytes }) {
  return bytes ? Buffer.from(bytes) : Buffer.from(text ?? "");
}

/**
 * @param {Page} page
 * @param {"before" | "after"} side
 * @param {Paper} paper
 */
export async function choose(page, side, paper) {
  await page
    .locator(`#${side}-file`)
    .setInputFiles({ name: paper.name, mimeType: paper.type ?? "text/plain", buffer: bytesOf(paper) });
}

/** Chooses both versions and waits for their comparison. @param {Page} page */
export async function chooseBoth(page) {
  await choose(page, "before", { name: "ferry-1.txt", text: FERRY });
  await choose(page, "after", { name: "ferry-2.txt", text: FERRY_RETOLD });
  await expectCompared(page, "ferry-1.txt", "ferry-2.txt");
}

/** Clears both texts while their comparison is shown. @param {Page} page */
export async function clearBoth(page) {
  await page.getByRole("button", { name: "Change texts" }).click();
  await page.getByRole("button", { name: "Clear both" }).click();
}

/**
 * Drags files or a text over an element of the page and lets them go there.
 *
 * @param {Page} page
 * @param {Paper[] | string} what
 * @param {string} [target]
 * @param {{x: number, y: number}} [at] In the window.
 */
export async function drop(page, what, target = "body", at = { x: 10, y: 10 }) {
  const papers = typeof what === "string" ? what : what.map((paper) => ({ ...paper, bytes: [...bytesOf(paper)] }));
  const dataTransfer = await page.evaluateHandle((what) => {
    const transfer = new DataTransfer();
    if (typeof what === "string") transfer.setData("text/plain", what);
    else for (const { name, bytes, ...about } of what) transfer.items.add(new File([new Uint8Array(bytes)], name, about));
    return transfer;
  }, papers);
  const event = { dataTransfer, clientX: at.x, clientY: at.y };
  for (const type of ["dragenter", "dragover", "drop"]) await page.locator(target).dispatchEvent(type, event);
}

/**
 * @param {Page} page
 * @param {string} selector
 * @param {string} text
 */
export async function paste(page, selector, text) {
  await page.locator(selector).focus();
  await page.locator(selector).evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/**
 * The names stand in the header, the earlier version first, and the comparison below.
 *
 * @param {Page} page
 * @param {string} before
 * @param {string} after
 */
export async function expectCompared(page, before, after) {
  await expect(page.locator("#before-name")).toHaveText(before);
  await expect(page.locator("#after-name")).toHaveText(after);
  await expect(page.locator("story-diff [data-bead]").first()).toBeVisible();
  await expect(page).toHaveTitle(`${before} ⇄ ${after} – storydiff`);
}

/**
 * The paragraphs of one version as the comparison shows them, in reading order.
 *
 * @param {Page} page
 * @param {"before" | "after"} side
 */
export function paragraphs(page, side) {
  return page.locator(`story-diff [data-side="${side}"] [data-paragraph]`);
}

/**
 * Lets the engine's worker be another script, for as long as it is not let go again with `page.unroute`.
 *
 * @param {Page} page
 * @param {string} script
 */
export async function replaceWorker(page, script) {
  await page.route("**/engine/worker.js", (route) => route.fulfill({ contentType: "text/javascript", body: script }));
}

/**
 * Goes to a page beside the page's own that has nothing in it and no policy: there a spec may parse what it was given.
 *
 * @param {Page} page
 */
export async function openBare(page) {
  await page.route("**/bare.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Bare</title>" }));
  await page.goto("/bare.html");
}

/**
 * Lets a page import the sources of the page, `/source/read/decode.js` for one: the published page has them bundled.
 *
 * @param {Page} page
 */
export async function serveSources(page) {
  await page.route("**/source/**", async (route) => {
    const path = new URL(route.request().url()).pathname.replace(/^.*\/source\//, "");
    await route.fulfill({ path: `www/${path}`, contentType: path.endsWith(".wasm") ? "application/wasm" : "text/javascript" });
  });
}
