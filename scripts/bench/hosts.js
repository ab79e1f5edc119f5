// Where tools run: each in a process of Node, or in a worker of a page in Chromium, which can be ended when it takes too long.

import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";
import { chromiumArgs, findChromium } from "../chromium.js";
import { serve } from "../serve.js";
import { benchFolder, bundleOf } from "./tools.js";

/**
 * @typedef {import("./time.js").Sample} Sample
 * @typedef {import("./tools.js").Tool} Tool
 *
 * @typedef {{sample: Sample, peak?: number} | {over: true} | {failed: string}} Outcome `peak` in bytes, of the process.
 *
 * @typedef {object} Runner A tool that is loaded.
 * @property {(files: string[], limit: number) => Promise<Outcome>} run - the limit in milliseconds; who is over it is ended
 * @property {() => Promise<void>} end
 *
 * @typedef {object} Host
 * @property {string} name
 * @property {string} version
 * @property {(tool: Tool) => Promise<Runner>} start
 * @property {() => Promise<void>} close
 */

/** Tools may take as much memory as they like. In MB. */
const HEAP = 8192;

/** @returns {Host} */
export function nodeHost() {
  return { name: "Node", version: process.version, start: startChild, close: async () => {} };
}

/** @param {Tool} tool @returns {Promise<Runner>} */
async function startChild(tool) {
  const child = fork(join(benchFolder, "child.js"), { execArgv: ["--expose-gc", `--max-old-space-size=${HEAP}`], stdio: ["ignore", "ignore", "ignore", "ipc"] });
  /** @param {object} message @param {number} [limit] */
  const ask = (message, limit) =>
    new Promise((/** @type {(answer: any) => void} */ resolve) => {
      const timer = limit && setTimeout(() => (child.kill("SIGKILL"), settle({ over: true })), limit);
      const settle = (/** @type {object} */ answer) => {
        clearTimeout(timer);
        child.off("message", settle).off("exit", gone);
        resolve(answer);
      };
      const gone = (/** @type {number | null} */ code) => settle({ failed: `The process ended (${code}).` });
      child.on("message", settle).on("exit", gone).send(message);
    });
  await ask({ tool: pathToFileURL(join(benchFolder, bundleOf(tool))).href });
  return {
    run: (files, limit) => ask({ files: files.map((file) => join(benchFolder, file)) }, limit),
    end: async () => void child.kill("SIGKILL"),
  };
}

/** @returns {Promise<Host>} */
export async function chromiumHost() {
  writeFileSync(join(benchFolder, "index.html"), "<!doctype html><title>bench</title>\n");
  const { address, close } = await serve({ folder: benchFolder, port: 0 });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumArgs, "--js-flags=--expose-gc"] });
  const page = await browser.newPage();
  await page.goto(address);
  let started = 0;

  /** @param {number} id @param {object} message @param {number} limit */
  const ask = (id, message, limit) =>
    page.evaluate(
      ([id, message, limit]) =>
        new Promise((/** @type {(answer: any) => void} */ resolve) => {
          const workers = (/** @type {any} */ (globalThis).workers ??= new Map());
          const worker = workers.get(id) ?? new Worker("/worker.js", { type: "module" });
          workers.set(id, worker);
          const timer = setTimeout(() => (worker.terminate(), resolve({ over: true })), limit);
          worker.onmessage = (/** @type {MessageEvent} */ { data }) => (clearTimeout(timer), resolve(data));
          worker.onerror = (/** @type {ErrorEvent} */ { message }) => (clearTimeout(timer), resolve({ failed: message }));
          worker.postMessage(message);
        }),
      /** @type {const} */ ([id, message, limit]),
    );
  const LOADING = 30_000;
  return {
    name: "Chromium",
    version: browser.version(),
    start: async (tool) => {
      const id = started++;
      await ask(id, { tool: bundleOf(tool) }, LOADING);
      return {
        run: (files, limit) => ask(id, { files }, limit),
        end: () => page.evaluate((id) => /** @type {any} */ (globalThis).workers.get(id)?.terminate(), id),
      };
    },
    close: async () => {
      await browser.close();
      close();
    },
  };
}
