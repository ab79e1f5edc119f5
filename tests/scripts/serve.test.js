// The server: what a browser must be told, and what must never leave the folder.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../../scripts/serve.js";

/** @type {string} */
let parent;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  parent = mkdtempSync(join(tmpdir(), "storydiff-"));
  const folder = join(parent, "www");
  mkdirSync(join(folder, "pkg"), { recursive: true });
  mkdirSync(join(parent, "www-secret"));
  for (const file of ["index.html", "app.js", "style.css", "story.txt", "a b.json", "mark.svg", "page.webmanifest", "pkg/engine.wasm", "pkg/index.html"]) {
    writeFileSync(join(folder, file), `This is ${file}: é`);
  }
  writeFileSync(join(parent, "secret.txt"), "secret");
  writeFileSync(join(parent, "www-secret", "secret.txt"), "secret");
  server = await serve({ folder, port: 0 });
});

after(() => {
  server.close();
  rmSync(parent, { recursive: true });
});

/**
 * Asks for a path as it stands, which `fetch` would tidy first.
 *
 * @param {string} path
 * @returns {Promise<string>} the whole answer
 */
function ask(path, method = "GET") {
  return new Promise((resolve, reject) => {
    let answer = "";
    connect(Number(new URL(server.address).port), "127.0.0.1")
      .setEncoding("utf8")
      .on("data", (text) => (answer += text))
      .on("end", () => resolve(answer))
      .on("error", reject)
      .write(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  });
}

for (const [path, type, file] of [
  ["/", "text/html; charset=utf-8", "index.html"],
  ["/index.html?sample=fox", "text/html; charset=utf-8", "index.html"],
  ["/app.js", "text/javascript; charset=utf-8", "app.js"],
  ["/style.css", "text/css; charset=utf-8", "style.css"],
  ["/story.txt", "text/plain; charset=utf-8", "story.txt"],
  ["/a%20b.json", "application/json", "a b.json"],
  ["/mark.svg", "image/svg+xml", "mark.svg"],
  ["/page.webmanifest", "application/manifest+json", "page.webmanifest"],
  ["/pkg/engine.wasm", "application/wasm", "pkg/engine.wasm"],
  ["/pkg/", "text/html; charset=utf-8", "pkg/index.html"],
]) {
  test(`${path} is ${type}`, async () => {
    const response = await fetch(new URL(path, server.address));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("content-type"), type);
    assert.equal(await response.text(), `This is ${file}: é`);
  });
}

for (const path of ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..%2fwww-secret%2fsecret.txt", "/%00", "/%zz", "//", "/nothing.txt"]) {
  test(`${path} is not found`, async () => {
    assert.match(await ask(path), /^HTTP\/1\.1 404 /);
  });
}

test("HEAD answers without a body, and nothing can be written", async () => {
  assert.match(await ask("/story.txt", "HEAD"), /^HTTP\/1\.1 200 OK\r\n(.+\r\n)+\r\n$/);
  assert.match(await ask("/story.txt", "PUT"), /^HTTP\/1\.1 405 /);
});

test("a port that is taken leads to the next free one", async () => {
  const taken = Number(new URL(server.address).port);
  const second = await serve({ port: taken });
  assert.ok(Number(new URL(second.address).port) > taken);
  second.close();
});
