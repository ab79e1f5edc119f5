// What cargo publishes is the library and the program, and the library is light.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { root } from "../../scripts/run.js";

/** What may stand in the package: sources, and what says how they are used and on which terms. */
const BELONGS = [
  /^src\/([\w-]+\/)*[\w.-]+\.(rs|md|css|txt)$/,
  /^src\/report\.d\.ts$/,
  /^docs\/command-line\.md$/,
  /^(README|CHANGELOG)\.md$/,
  /^LICENSE-(APACHE|MIT)$/,
  /^Cargo\.(toml|toml\.orig|lock)$/,
  /^\.cargo_vcs_info\.json$/,
];

/** @param {string[]} args */
const cargo = (...args) => execFileSync("cargo", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim().split("\n");

test("the package holds what belongs in it and nothing else", () => {
  const files = cargo("package", "--list", "--locked", "--allow-dirty");
  assert.deepEqual(
    files.filter((file) => !BELONGS.some((pattern) => pattern.test(file))),
    [],
  );
  for (const file of ["src/lib.rs", "src/main.rs", "README.md", "LICENSE-MIT", "LICENSE-APACHE"]) assert.ok(files.includes(file), file);
});

test("the library by itself needs serde and libm alone", () => {
  const tree = cargo("tree", "--locked", "--no-default-features", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}");
  const names = tree.map((line) => line.split(" ")[0]);
  assert.deepEqual([...new Set(names)].sort(), ["libm", "serde", "serde_core", "storydiff"]);
});
