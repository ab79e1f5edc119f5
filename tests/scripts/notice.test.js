// NOTICE names every package whose code is in the engine, with its licence, and where each table of kin words is from.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../scripts/run.js";

test("NOTICE is complete", () => {
  const tree = execFileSync(
    "cargo",
    ["tree", "--locked", "--target", "wasm32-unknown-unknown", "--no-default-features", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}|{l}"],
    { cwd: root, encoding: "utf8" },
  );
  // "name v1.2.3|MIT OR Apache-2.0", and " (*)" where it was listed before.
  const packages = tree.matchAll(/^([\w-]+) v[^|]*\|(.*?)(?: \(\*\))?$/gm);
  const expected = new Set([...packages].filter(([, name]) => name !== "storydiff").map(([, name, licence]) => `${name}  ${licence}`));
  const listed = readFileSync(join(root, "NOTICE"), "utf8").matchAll(/^ {2}([\w-]+)\s{2,}(.+)$/gm);
  assert.deepEqual([...listed].map(([, name, licence]) => `${name}  ${licence}`).sort(), [...expected].sort());
});

test("NOTICE says where each table of kin words is from", () => {
  const notice = readFileSync(join(root, "NOTICE"), "utf8");
  for (const table of readdirSync(join(root, "www/kinship"))) {
    const entry = notice.split("\n\n").find((paragraph) => paragraph.includes(`(kinship/${table})`));
    assert.match(entry ?? "", /Apache-2\.0|MIT/, table);
  }
});
