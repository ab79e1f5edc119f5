// `node scripts/pairs.js COUNT [FOLDER]`: prints pairs of texts as NDJSON, to measure `storydiff --ndjson` with: those of
// tests/stories, and of a folder of text files each with each, over and over.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stories } from "../tests/support/stories.js";

const [count, folder] = process.argv.slice(2);
const read = (/** @type {string} */ file) => readFileSync(file, "utf8");
const texts = folder ? readdirSync(folder).map((name) => read(join(folder, name))) : [];
const pairs = [
  ...stories.map(({ files }) => files.map(read)),
  ...texts.flatMap((before) => texts.filter((after) => after !== before).map((after) => [before, after])),
];
for (let id = 0; id < Number(count); id++) {
  const [before, after] = pairs[id % pairs.length];
  process.stdout.write(`${JSON.stringify({ id, before, after })}\n`);
}
