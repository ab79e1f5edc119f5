// Whether the memory that a comparison took is given back.

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { chromium } from "@playwright/test";
import { chromiumArgs, findChromium } from "../chromium.js";
import { www } from "../page.js";
import { serve } from "../serve.js";
import { filesOf } from "./inputs.js";
import { benchFolder, bundleOf } from "./tools.js";

/** How long a host may take to give memory back, in milliseconds. */
const PATIENCE = 3_000;

/**
 * @typedef {object} Release What a process holds, in bytes: before a comparison, at most, and when whoever ran it has let go.
 * @property {string} input
 * @property {string} where
 * @property {number} before
 * @property {number} peak
 * @property {number} after
 */

/** @typedef {import("./tools.js").Tool} Tool */

/** Of a thread that is ended after the comparison. @param {Tool} tool @param {string} input @returns {Promise<Release>} */
export async function releaseOfThread(tool, input) {
  const before = process.memoryUsage.rss();
  const worker = new Worker(join(benchFolder, "child.js"), { resourceLimits: { maxOldGenerationSizeMb: 8192 } });
  worker.postMessage({ tool: pathToFileURL(join(benchFolder, bundleOf(tool))).href });
  await once(worker, "message");
  worker.postMessage({ files: filesOf(input).map((file) => join(benchFolder, file)) });
  await once(worker, "message");
  const peak = process.memoryUsage.rss();
  await worker.terminate();
  await wait(PATIENCE);
  return { input, where: "a thread of Node.js, ended", before, peak, after: process.memoryUsage.rss() };
}

/**
 * Of the page's own engine (`www/engine/engine.js`), which decides itself what it keeps; on Linux alone, whose /proc tells.
 *
 * @param {string} input
 * @returns {Promise<Release | undefined>}
 */
export async function releaseOfPage(input) {
  if (process.platform !== "linux") return undefined;
  const [before, after] = filesOf(input).map((file) => readFileSync(join(benchFolder, file), "utf8"));
  const { address, close } = await serve({ folder: www, port: 0 });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumArgs, "--js-flags=--expose-gc"] });
  try {
    const page = await browser.newPage();
    // Any file that runs no script.
    await page.goto(`${address}favicon.svg`);
    await page.evaluate(async ([before, after]) => {
      const { compare } = await import(/** @type {any} */ ("/engine/engine.js"));
      await compare("One.", "Two.");
      Object.assign(globalThis, { compare: async () => Object.keys(await compare(before, after)).length });
    }, [before, after]);
    const session = await browser.newBrowserCDPSession();
    const held = async (/** @type {string} */ field) => {
      const { processInfo } = await session.send("SystemInfo.getProcessInfo");
      const sizes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => status(id, field));
      return Math.max(...sizes);
    };
    const start = await held("VmRSS");
    await page.evaluate(() => /** @type {any} */ (globalThis).compare());
    await page.evaluate(() => /** @type {any} */ (globalThis).gc());
    await wait(PATIENCE);
    return { input, where: "the page's engine, in Chromium", before: start, peak: await held("VmHWM"), after: await held("VmRSS") };
  } finally {
    await browser.close();
    close();
  }
}

/** A figure of /proc/PID/status, in bytes. @param {number} pid @param {string} field */
function status(pid, field) {
  const line = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Number(line?.[1] ?? 0) * 1024;
}
