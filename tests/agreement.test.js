// The engine gives the same report natively and as wasm: on every story of tests/stories.

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
    assertAgree(compare(before, after), nativeReport(files), "report");
  });
}

test("native and wasm agree with a table of kin words, too", () => {
  const table = join(root, "www/kinship/english.bin");
  const files = ["before", "after"].map((side) => join(root, `www/samples/winter/${side}.txt`));
  const [before, after] = files.map((file) => readFileSync(file, "utf8"));
  useKinship(readFileSync(table));
  const report = compare(before, after);
  assert.equal(report.kinship, "used");
  assertAgree(report, nativeReport([...files, table]), "report");
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

/**
 * Fractions may differ in their last bits, as the logarithms of two platforms do; all else is the same.
 *
 * @param {unknown} wasm
 * @param {unknown} native
 * @param {string} path
 */
function assertAgree(wasm, native, path) {
  if (typeof wasm === "number" && typeof native === "number" && !Number.isInteger(native)) {
    assert.ok(Math.abs(wasm - native) < 1e-9, `${path}: ${wasm}, natively ${native}`);
  } else if (isRecord(wasm) && isRecord(native)) {
    assert.deepEqual(Object.keys(wasm), Object.keys(native), path);
    for (const key of Object.keys(native)) assertAgree(wasm[key], native[key], `${path}.${key}`);
  } else {
    assert.equal(wasm, native, path);
  }
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === "object" && value !== null;
}
