// `npm run reproduce`: makes all that is published twice, here and of a copy of the sources elsewhere, and compares the files.

import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sri } from "./hash.js";
import { filesIn } from "./page.js";
import { ask, Failure, main, root, run, step, toolsFolder } from "./run.js";
import { setUpBuild } from "./setup.js";

await main(async () => {
  await setUpBuild();
  const copy = mkdtempSync(join(tmpdir(), "storydiff-elsewhere-"));
  try {
    await step("Copying the sources", () => copySources(copy));
    await step("Making all that is published, here", () => run("node", ["scripts/package.js"]));
    await step("Making it once more, elsewhere", () => run("node", ["scripts/package.js"], undefined, copy));
    const [here, there] = [hashes(root), hashes(copy)];
    const paths = [...new Set([...here.keys(), ...there.keys()])];
    const unequal = paths.filter((path) => here.get(path) !== there.get(path));
    if (unequal.length > 0) throw new Failure(`Not the same both times: ${unequal.join(", ")}.`);
    const all = sri("sha256", paths.map((path) => `${here.get(path)}  ${path}\n`).join(""));
    console.log(`\n${paths.length} files are the same both times. The list of their hashes: ${all}`);
    console.log(`Made with ${ask("rustc", ["--version"])}, Node.js ${process.version}.`);
  } finally {
    rmSync(copy, { recursive: true });
  }
});

/**
 * Copies what is under version control or could be, as it stands, with the npm packages and tools; nothing that was built.
 *
 * @param {string} folder
 */
function copySources(folder) {
  const listed = ask("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
  if (listed === undefined) throw new Failure("git cannot say which files are sources.");
  const sources = listed.split("\0").filter((path) => path !== "" && existsSync(join(root, path)));
  for (const path of [...sources, "node_modules"]) cpSync(join(root, path), join(folder, path), { recursive: true, verbatimSymlinks: true });
  if (existsSync(toolsFolder)) cpSync(toolsFolder, join(folder, "target", "tools"), { recursive: true });
}

/**
 * The hashes of all that is published, by the paths from the project's folder.
 *
 * @param {string} folder the project's
 * @returns {Map<string, string>}
 */
function hashes(folder) {
  const dist = join(folder, "dist");
  return new Map(filesIn(dist).map((path) => [`dist/${path}`, sri("sha256", readFileSync(join(dist, path)))]));
}
