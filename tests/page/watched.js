/**
 * Playwright's `test`, for all specs of the page: one that breaks a Content Security Policy or asks for something of another
 * site fails, whatever else it is about. A spec that is about either says so:
 *
 *     test.use({ reaches: ["https://elsewhere.test"] })    origins that it may ask, beside this machine
 *     test.use({ breaks: /connect-src/ })                  reports of a policy that are what it is about
 */
/** @import { BrowserContext } from "@playwright/test" */
import { expect, test as base } from "@playwright/test";

export { expect };

/** How Chromium words it on the console that a policy was broken, in a page, a frame or a worker. */
const REPORT = /content security policy|permissions policy violation|trusted ?(type|html|script)/i;

/** What asks nobody. */
const LOCAL = /^(about|blob|data|file):/;

/** Where the page is served for tests, on whatever port. */
const HERE = "127.0.0.1";

/**
 * @typedef {object} Watch
 * @property {string[]} reports of policies
 * @property {string[]} requests of others than this machine
 */

/**
 * Hears what breaks a policy and what is asked of others, in all pages of a context.
 *
 * @param {BrowserContext} context
 * @param {readonly string[]} reaches
 * @returns {Promise<Watch>} goes on for as long as the context does
 */
export async function watch(context, reaches = []) {
  /** @type {Watch} */
  const heard = { reports: [], requests: [] };
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && REPORT.test(message.text())) heard.reports.push(message.text());
  });
  context.on("request", (request) => {
    const address = request.url();
    const { origin, hostname } = URL.canParse(address) ? new URL(address) : { origin: address, hostname: "" };
    if (!LOCAL.test(address) && hostname !== HERE && !reaches.includes(origin)) heard.requests.push(address);
  });
  // The console says little of a report that nobody enforces, and nothing of some in frames.
  await context.addInitScript(() =>
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, disposition }) => {
      if (disposition === "enforce") console.error(`Content Security Policy: ${effectiveDirective} broken by ${blockedURI}`);
    }),
  );
  return heard;
}

export const test = base.extend(
  /** @type {import("@playwright/test").Fixtures<{ reaches: string[], breaks: RegExp | null, watched: void }, {}, import("@playwright/test").PlaywrightTestArgs>} */ ({
    reaches: [[], { option: true }],
    breaks: [null, { option: true }],
    watched: [
      async ({ context, reaches, breaks }, use) => {
        const heard = await watch(context, reaches);
        await use();
        expect(heard.reports.filter((report) => !breaks?.test(report))).toEqual([]);
        expect(heard.requests).toEqual([]);
      },
      { auto: true },
    ],
  }),
);
