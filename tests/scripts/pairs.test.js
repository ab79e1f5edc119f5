// Pairs for measuring: as many as are asked for, to a reader that may have enough sooner.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../scripts/run.js";

const script = join(root, "scripts/pairs.js");

test("prints as many pairs as are asked for", () => {
  const { stdout, status } = spawnSync(process.execPath, [script, "3"], { encoding: "utf8" });
  const pairs = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(pairs.map(({ id }) => id), [0, 1, 2]);
  assert.ok(pairs.every(({ before, after }) => before && after));
  assert.equal(status, 0);
});

for (const [args, said] of /** @type {const} */ ([
  [[], "How many pairs? node scripts/pairs.js COUNT [FOLDER]\n"],
  [["many"], "How many pairs? node scripts/pairs.js COUNT [FOLDER]\n"],
  [["3", "no/such"], "There is no folder “no/such”.\n"],
])) {
  test(`says in a sentence what is wrong: ${args.join(" ")}`, () => {
    const { stderr, status } = spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
    assert.equal(stderr, said);
    assert.equal(status, 1);
  });
}

test("a reader that goes away ends it quietly", async () => {
  const child = spawn(process.execPath, [script, "100000"], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (said += text));
  await once(child.stdout, "data");
  child.stdout.destroy();
  const [status] = await once(child, "close");
  assert.equal(said, "");
  assert.equal(status, 0);
});
