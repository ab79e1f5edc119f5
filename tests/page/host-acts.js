/**
 * Other people's sites, for the specs of what they embed: made up, and answered from here.
 *
 * @typedef {import("@playwright/test").Page} Page
 */
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { TYPES } from "../../scripts/serve.js";
import { releaseFolder } from "../../scripts/release.js";

/** A site with an article in it. */
export const HOST = "https://host.test/";

/** Another one, which has what is released. */
export const ELSEWHERE = "https://elsewhere.test/1/";

/** Where all of that is asked for, as `watched.js` takes it. */
export const SITES = [HOST, ELSEWHERE].map((address) => new URL(address).origin);

/** What each file of the release is known by. @type {Readonly<Record<string, string>>} */
export const INTEGRITY = Object.fromEntries(
  readFileSync(join(releaseFolder, "SHA384SUMS"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(/\s+/).reverse()),
);

/**
 * Opens a page of the host's. Its files and those of the release lie beside it; those of the release lie elsewhere, too.
 *
 * @param {Page} page
 * @param {string} body
 * @param {object} [options]
 * @param {string} [options.policy] its Content-Security-Policy
 * @param {Record<string, string | Buffer>} [options.files] texts by their names in addresses
 * @returns {Promise<{requests: string[], complaints: string[]}>} what is asked for and complained about from now on
 */
export async function openHost(page, body, { policy, files = {} } = {}) {
  /** @type {{requests: string[], complaints: string[]}} */
  const heard = { requests: [], complaints: [] };
  page.on("request", (request) => /^https?:/.test(request.url()) && heard.requests.push(request.url()));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && heard.complaints.push(message.text()));
  page.on("pageerror", (error) => heard.complaints.push(error.message));
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>An article</title><body>${body}`;
  await page.route("https://*.test/**", async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const name = pathname.split("/").at(-1) ?? "";
    /** @type {Record<string, string>} */
    const type = { "content-type": TYPES[extname(name)] ?? "text/plain" };
    if (pathname === "/") {
      return route.fulfill({ body: html, headers: { "content-type": "text/html", ...(policy && { "content-security-policy": policy }) } });
    }
    if (origin === new URL(ELSEWHERE).origin) type["access-control-allow-origin"] = "*";
    if (name in files) return route.fulfill({ body: files[name], headers: type });
    if (!(name in INTEGRITY)) return route.fulfill({ status: 404 });
    return route.fulfill({ body: readFileSync(join(releaseFolder, name)), headers: type });
  });
  await page.goto(HOST);
  return heard;
}
