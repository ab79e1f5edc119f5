// `node scripts/pairs.js COUNT [FOLDER]`: prints pairs of texts as NDJSON, to measure `storydiff --ndjson` with: those of
// tests/stories, and of a folder of text files each with each, over and over.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stories } from "../tests/support/stories.js";
import { Failure, main } from "./run.js";

await main(async () => {
  const [count, folder] = process.argv.slice(2);
  if (!/^\d+$/.test(count ?? "")) throw new Failure("How many pairs? node scripts/pairs.js COUNT [FOLDER]");
  if (folder && !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Failure(`There is no folder “${folder}”.`);
  try {
    await pipeline(Readable.from(lines(Number(count), folder)), process.stdout);
  } catch (error) {
    // A reader that has enough, such as `head`, goes away.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPIPE") throw error;
  }
});

/** @param {number} count @param {string} [folder] */
function* lines(count, folder) {
  const read = (/** @type {string} */ file) => readFileSync(file, "utf8");
  const texts = folder ? readdirSync(folder).map((name) => read(join(folder, name))) : [];
  const pairs = [
    ...stories.map(({ files }) => files.map(read)),
    ...texts.flatMap((before) => texts.filter((after) => after !== before).map((after) => [before, after])),
  ];
  for (let id = 0; id < count; id++) {
    const [before, after] = pairs[id % pairs.length];
    yield `${JSON.stringify({ id, before, after })}\n`;
  }
}
