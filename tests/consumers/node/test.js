// storydiff in a program: the engine with its wasm inside, the engine by itself, and an element that only a page defines.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { compare, init } from "storydiff";
import { StoryDiff } from "storydiff/element";
import "storydiff/define";
import startSlim, { compare as compareSlim } from "storydiff/slim";

assert.match(process.version, /^v18\./, "runs in another Node than the package that was asked for");

const BEFORE = "The ferry left at six.\n\nNobody on the quay looked up.";
const AFTER = "The ferry left at seven.\n\nNobody on the quay looked up.";

const report = compare(BEFORE, AFTER);
assert.deepEqual(report.beads.map(({ kind, similarity }) => [kind, similarity === 1]), [["match", false], ["match", true]]);
assert.throws(() => compare(BEFORE, /** @type {any} */ (7)), /"after" must be a string/);
assert.throws(() => compare(BEFORE, AFTER, /** @type {any} */ ({ speed: "high" })), /There is no option "speed"/);
await init();
assert.deepEqual(compare(BEFORE, AFTER), report);

const { resolve } = createRequire(import.meta.url);
await startSlim(await readFile(resolve("storydiff/core.wasm")));
assert.deepEqual(compareSlim(BEFORE, AFTER), report);

assert.equal(typeof StoryDiff, "function");
const about = JSON.parse(await readFile(resolve("storydiff/package.json"), "utf8"));
assert.deepEqual(about.dependencies ?? {}, {});
const manifest = JSON.parse(await readFile(new URL(about.customElements, `file://${resolve("storydiff/package.json")}`), "utf8"));
assert.equal(manifest.modules[0].declarations[0].tagName, "story-diff");
console.log(`compared in Node ${process.version}`);
