import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import init, { compare, useKinship } from "../www/inlined/slim.js";
import start from "../www/pkg/storydiff.js";

const CANNOT_GO_ON = /^The engine stopped in the middle of a comparison and cannot go on: load the page, or start the program, anew\.$/;

test("an engine that ran out of memory says in a sentence that it cannot go on, and how to", async () => {
  assert.throws(() => compare("One.", "Two."), /await init/);
  await init(readFileSync(new URL("../www/pkg/storydiff_bg.wasm", import.meta.url)));
  assert.equal(compare("One.", "One.").beads.length, 1);
  // What a caller does wrong ruins nothing.
  assert.throws(() => compare("One.", "One.", /** @type {object} */ ({ speed: "high" })), /speed/);
  assert.throws(() => useKinship(new Uint8Array(3)));
  assert.equal(compare("One.", "One.").beads.length, 1);
  // All the memory that there is for it is taken, so it has none for more.
  const { memory } = await start();
  memory.grow(65536 - memory.buffer.byteLength / 65536);
  const long = "Nobody on the quay looked up. ".repeat(100_000);
  for (let time = 0; time < 2; time++) assert.throws(() => compare(long, long), { message: CANNOT_GO_ON });
  assert.throws(() => compare("One.", "One."), { message: CANNOT_GO_ON });
});
