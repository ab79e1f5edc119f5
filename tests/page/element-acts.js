/** What is done with the element, for its specs. */
/** @import { Page } from "@playwright/test" */
/** @import { Report } from "../../www/pkg/storydiff.js" */
/** @typedef {{ before: string, after: string, report: Report, names?: { before: string, after: string } }} Comparison */

/** As strict as a page can be: nothing inline, nothing from elsewhere, no wasm. */
const STRICT = "default-src 'self'";

/**
 * Opens a page that has nothing in it but this, and the element's definition.
 *
 * @param {Page} page
 * @param {string} [body]
 * @param {Record<string, string>} [files] what else the page's server has, by path
 * @param {string} [policy] its Content-Security-Policy
 */
export async function open(page, body = "<story-diff></story-diff>", files = {}, policy = STRICT) {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><body>${body}<script type="module" src="/element/define.js"></script>`;
  for (const [path, text] of Object.entries(files)) await page.route(`**/${path}`, (route) => route.fulfill({ body: text }));
  await page.route("**/blank.html", (route) =>
    route.fulfill({ body: html, contentType: "text/html", headers: { "content-security-policy": policy } }),
  );
  await page.goto("/blank.html");
  await page.evaluate(() => customElements.whenDefined("story-diff"));
}

/**
 * Shows a comparison, and waits until all of it is drawn.
 *
 * @param {Page} page
 * @param {Comparison} comparison
 */
export async function show(page, comparison) {
  await page.locator("story-diff").evaluate(
    (element, comparison) =>
      new Promise((resolve, reject) => {
        element.addEventListener("storydiff-ready", resolve, { once: true });
        element.addEventListener("storydiff-error", (event) => reject(/** @type {CustomEvent} */ (event).detail.message), { once: true });
        Object.assign(element, { comparison });
      }),
    comparison,
  );
}

/** What each event of the element was sent with, from now on. @param {Page} page @param {string} type */
export async function listen(page, type) {
  const heard = await page.evaluateHandle((type) => {
    /** @type {unknown[]} */
    const details = [];
    document.addEventListener(type, (event) => details.push(/** @type {CustomEvent} */ (event).detail));
    return details;
  }, type);
  return () => heard.jsonValue();
}
