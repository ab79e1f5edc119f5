// The engine gives the same report natively and as wasm, to the last bit: on every story of tests/stories.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../scripts/run.js";
import { compare, initSync, useKinship } from "../www/pkg/storydiff.js";
import { storydiff } from "./support/program.js";
import { stories } from "./support/stories.js";

initSync({ module: readFileSync(join(root, "www/pkg/storydiff_bg.wasm")) });

for (const { name, files } of stories) {
  test(`${name}: native and wasm agree`, () => {
    const [before, after] = files.map((file) => readFileSync(file, "utf8"));
    assert.deepEqual(compare(before, after), nativeReport(files));
  });
}

test("a report does not depend on what the engine compared before", () => {
  const texts = stories.map(({ files }) => files.map((file) => readFileSync(file, "utf8")));
  const reports = texts.map(([before, after]) => compare(before, after));
  for (const [index, [before, after]] of [...texts.entries()].reverse()) {
    assert.deepEqual(compare(before, after), reports[index], stories[index].name);
  }
});

test("native and wasm agree with a table of kin words, too", () => {
  const table = join(root, "www/kinship/english.bin");
  const files = ["before", "after"].map((side) => join(root, `www/samples/winter/${side}.txt`));
  const [before, after] = files.map((file) => readFileSync(file, "utf8"));
  useKinship(readFileSync(table));
  const report = compare(before, after);
  assert.equal(report.kinship, "used");
  assert.deepEqual(report, nativeReport([...files, table]));
});

/**
 * What the program says of two texts, and of a table of kin words where there is a third file.
 *
 * @param {string[]} files
 */
function nativeReport([before, after, ...table]) {
  const printed = storydiff("--json", ...table.flatMap((path) => ["--kinship", path]), before, after);
  const report = JSON.parse(printed);
  assert.equal(`${JSON.stringify(report)}\n`, printed, "JSON as JavaScript writes it");
  return report;
}
