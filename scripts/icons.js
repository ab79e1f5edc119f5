// `node scripts/icons.js`: draws favicon.svg as the icons of the installed page, www/icons/. They are committed: only a
// changed favicon.svg needs it.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { chromiumArgs, findChromium } from "./chromium.js";
import { main, root } from "./run.js";

/** `drawn` is the part of the width that the drawing takes: a mask may cut away all but a circle of 80 %. `paper` fills the rest. */
const ICONS = [
  { name: "192.png", size: 192, drawn: 1, paper: "transparent" },
  { name: "512.png", size: 512, drawn: 1, paper: "transparent" },
  { name: "maskable.png", size: 512, drawn: 0.6, paper: "#fbf9f4" },
];

await main(async () => {
  const drawing = readFileSync(join(root, "www/favicon.svg"), "utf8");
  const folder = join(root, "www/icons");
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArgs });
  for (const { name, size, drawn, paper } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size }, colorScheme: "light" });
    const style = `body { margin: 0; height: 100vh; display: grid; place-items: center; background: ${paper} } svg { width: ${drawn * 100}% }`;
    await page.setContent(`<!doctype html><style>${style}</style>${drawing}`);
    await page.screenshot({ path: join(folder, name), omitBackground: true });
    await page.close();
  }
  await browser.close();
});
