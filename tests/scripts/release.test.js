// What is released: whole, pinned by its hashes, and nothing that does not belong.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { packageFolder, tarball } from "../../scripts/package.js";
import { pageFolder } from "../../scripts/page.js";
import { pack, releaseFolder, version } from "../../scripts/release.js";
import { root } from "../../scripts/run.js";

const released = (/** @type {string} */ name) => readFileSync(join(releaseFolder, name), "utf8");

test("every file of the release is pinned, and lies beside the page too", () => {
  const sums = released("SHA384SUMS").trim().split("\n").map((line) => line.split("  "));
  const names = readdirSync(releaseFolder).filter((name) => name !== "SHA384SUMS");
  assert.deepEqual(sums.map(([, name]) => name).sort(), names.sort());
  for (const [hash, name] of sums) {
    const content = readFileSync(join(releaseFolder, name));
    assert.equal(hash, `sha384-${createHash("sha384").update(content).digest("base64")}`, name);
    assert.deepEqual(readFileSync(join(pageFolder, version, name)), content, name);
  }
  for (const name of ["storydiff-element.js", "storydiff-element.slim.js", "storydiff_bg.wasm", "storydiff.html", "embed.html", "storydiff-embed.js"]) {
    assert.ok(names.includes(name), name);
  }
  assert.ok(releaseFolder.includes(version));
});

test("what is packed is packed alike on every machine", async () => {
  const bytes = Buffer.from("What is carried along has to have one hash everywhere.".repeat(99));
  const packed = Buffer.from(JSON.parse(await pack(bytes)), "base64");
  assert.deepEqual(gunzipSync(packed), bytes);
  // When and on which system it was packed (RFC 1952, 2.3).
  assert.deepEqual([...packed.subarray(4, 8), packed[9]], [0, 0, 0, 0, 3]);
});

test("all versions are one", () => {
  const crate = /^version = "(.+)"$/m.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))?.[1];
  assert.equal(crate, version);
  assert.equal(JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")).version, version);
  assert.match(readFileSync(join(pageFolder, "index.html"), "utf8"), new RegExp(`<meta name="release" content="${version}/">`));
});

test("the pages that are one file name no other", () => {
  for (const name of ["storydiff.html", "embed.html"]) {
    const html = released(name);
    const [head] = html.split("<style>");
    assert.doesNotMatch(head, /(src|href)="(?!data:|\?)/, name);
    assert.doesNotMatch(html.slice(html.indexOf("<body>")), /(src|href)="(?!data:|\?)/, name);
    assert.match(head, /http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'/, name);
    assert.equal(html.match(/<\/script/gi)?.length, 1, name);
  }
  assert.match(released("storydiff.html"), /connect-src 'none'/);
});

test("the package holds what its package.json names, and only what belongs", () => {
  const about = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  assert.deepEqual(Object.keys(about.exports), [".", "./slim", "./element", "./define", "./core.wasm", "./package.json"]);
  assert.deepEqual(about.sideEffects, [about.exports["./define"].default]);
  for (const entry of Object.values(about.exports)) {
    if (typeof entry === "object") assert.equal(Object.keys(entry)[0], "types");
    for (const path of typeof entry === "object" ? Object.values(entry) : [entry]) assert.ok(existsSync(join(packageFolder, path)), path);
  }
  for (const path of [about.customElements, about.unpkg, about.jsdelivr]) assert.ok(existsSync(join(packageFolder, path)), path);
  const [{ files }] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json", packageFolder], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  const belongs = [
    /^(package\.json|README\.md|CHANGELOG\.md|LICENSE-(MIT|APACHE)|NOTICE|custom-elements\.json)$/,
    /^pkg\/(package\.json|report\.d\.ts|storydiff\.(js|d\.ts)|storydiff_bg\.wasm(\.d\.ts)?)$/,
    /^(element|inlined|engine|read|language)\/[\w-]+\.d\.ts$/,
    /^(element\/(story-diff|define)|inlined\/(engine|slim)|engine\/trap|chunks\/\w{8}|dist\/storydiff-(element|embed))\.js$/,
  ];
  const paths = files.map((/** @type {{ path: string }} */ { path }) => path);
  assert.deepEqual(paths.filter((/** @type {string} */ path) => !belongs.some((pattern) => pattern.test(path))), []);
  assert.ok(existsSync(tarball));
});
