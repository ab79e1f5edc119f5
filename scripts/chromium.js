// Finds the Chromium that the tests run in, and its driver. Used by the set-up, the browser tests of the crate, and Playwright.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { ask, which } from "./run.js";

/** What Chromium is started with: nothing but the page under test, on any machine, a container's root included. */
export const chromiumArgs = [
  "--no-sandbox",
  "--no-first-run",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC_APPS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The Chromium named by the environment variable CHROME, else one that fits the installed driver, else any, else Playwright's own.
 *
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  if (process.env.CHROME) return process.env.CHROME;
  const installed = [...NAMES.map(which), ...MAC_APPS].filter((path) => path !== undefined).filter((path) => existsSync(path));
  const driver = findChromedriver();
  const fitting = driver && installed.find((path) => major(path) === major(driver));
  return fitting || installed[0] || (await playwrightChromium());
}

/**
 * The driver named by the environment variable CHROMEDRIVER, or in the folder CHROMEWEBDRIVER (GitHub's machines), or on the PATH.
 *
 * @returns {string | undefined}
 */
export function findChromedriver() {
  const { CHROMEDRIVER, CHROMEWEBDRIVER } = process.env;
  if (CHROMEDRIVER) return CHROMEDRIVER;
  return CHROMEWEBDRIVER ? join(CHROMEWEBDRIVER, "chromedriver") : which("chromedriver");
}

/** @param {string} program */
function major(program) {
  return /(\d+)\.\d/.exec(ask(program, ["--version"]) ?? "")?.[1];
}

async function playwrightChromium() {
  try {
    const { chromium } = await import("@playwright/test");
    const path = chromium.executablePath();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined; // Playwright itself is not installed yet.
  }
}
