import { defineConfig } from "@playwright/test";
import { chromiumArgs, findChromium } from "./scripts/chromium.js";

export default defineConfig({
  testDir: "tests/page",
  testMatch: "**/*.spec.js",
  outputDir: "test-results",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  // A machine that is short of breath gets a second try, and the report calls it flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: "list",
  use: {
    // The server prints its address, and Playwright keeps the port it reads there.
    baseURL: `http://127.0.0.1:${process.env.STORYDIFF_PORT}/`,
    launchOptions: { executablePath: await findChromium(), args: chromiumArgs },
    locale: "en-GB",
    timezoneId: "UTC",
    // What a service worker answers, no spec can: those of the page kept offline allow theirs.
    serviceWorkers: "block",
    trace: "retain-on-failure",
  },
  webServer: {
    command: "node scripts/release.js && node scripts/serve.js dist/page",
    env: { PORT: "0" },
    wait: { stdout: /127\.0\.0\.1:(?<storydiff_port>\d+)/ },
  },
});
