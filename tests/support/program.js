/** The program `storydiff`, built for the tests that hold it against the page. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../scripts/run.js";

const built = execFileSync("cargo", ["build", "--quiet", "--locked", "--bin", "storydiff", "--message-format", "json"], {
  cwd: root,
  encoding: "utf8",
  maxBuffer: 2 ** 28,
});

/** Where it stands. @type {string} */
const path = built
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line).executable)
  .findLast(Boolean);

/**
 * What it prints of two files.
 *
 * @param {string[]} args
 * @returns {string}
 */
export function storydiff(...args) {
  return execFileSync(path, args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "ignore"] });
}

/**
 * Lets something be done with two files, which are there only for that long.
 *
 * @template T
 * @param {string | Uint8Array} before
 * @param {string | Uint8Array} after
 * @param {(before: string, after: string) => T} work
 */
export function withFiles(before, after, work) {
  const folder = mkdtempSync(join(tmpdir(), "storydiff-"));
  try {
    const paths = /** @type {const} */ ([join(folder, "before.txt"), join(folder, "after.txt")]);
    writeFileSync(paths[0], before);
    writeFileSync(paths[1], after);
    return work(...paths);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
