/** The stories of tests/stories, and where the texts of each stand: in its folder, or where its beads.txt says. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { root } from "../../scripts/run.js";

const folder = join(root, "tests/stories");

/** @type {{ name: string, files: [before: string, after: string] }[]} */
export const stories = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, files: [fileOf(name, "before"), fileOf(name, "after")] }));

/** @param {string} name @param {"before" | "after"} side */
function fileOf(name, side) {
  const beads = readFileSync(join(folder, name, "beads.txt"), "utf8");
  const elsewhere = new RegExp(`^${side}: (.+)$`, "m").exec(beads)?.[1];
  return elsewhere ? resolve(root, elsewhere) : join(folder, name, `${side}.txt`);
}
