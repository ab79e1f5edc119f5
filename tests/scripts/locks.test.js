// What is installed is pinned by its hash and comes from the two public registries, whoever builds.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../../scripts/run.js";

test("every npm package is pinned by its hash, and from the registry where it is said from where", () => {
  /** @type {Record<string, {version?: string, resolved?: string, integrity?: string, link?: boolean}>} */
  const packages = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const installed = Object.entries(packages).filter(([path]) => path !== "");
  assert.ok(installed.length > 0);
  for (const [path, { resolved, integrity, link }] of installed) {
    assert.match(integrity ?? "", /^sha512-/, path);
    assert.ok(!link, `${path} is a link`);
    if (resolved) assert.equal(new URL(resolved).origin, "https://registry.npmjs.org", path);
  }
});

test("every crate is pinned by its hash, and from crates.io", () => {
  const crates = readFileSync(join(root, "Cargo.lock"), "utf8").split("[[package]]\n").slice(1);
  const others = crates.filter((crate) => !crate.startsWith('name = "storydiff"\n'));
  assert.ok(others.length > 0);
  for (const crate of others) {
    assert.match(crate, /^source = "registry\+https:\/\/github\.com\/rust-lang\/crates\.io-index"$/m, crate);
    assert.match(crate, /^checksum = "[0-9a-f]{64}"$/m, crate);
  }
});
