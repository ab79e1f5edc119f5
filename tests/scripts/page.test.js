// The page as it is published: its files and nothing else, small, in a list that tells one version from another.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import { runInNewContext } from "node:vm";
import { bundle, filesIn, makePage } from "../../scripts/page.js";

/** A page in small. @type {Record<string, string>} */
const SOURCES = {
  "index.html": '<!doctype html>\n<head>\n<script type="module" src="app/main.js"></script>\n</head>\n',
  "style.css": "/* Why. */\nbody {\n  color: #ffffff;\n}\n",
  "app/main.js": `/** What it does. */
import { greeting } from "./words.js";
/*! @license kept */
export const engine = new URL("../pkg/engine.wasm", import.meta.url);
export const atNeed = () => import("./later.js");
export function say(someone) {
  return \`\${greeting}, \${someone}!\`;
}
`,
  "app/words.js": 'export { greeting } from "./deep.js";\n',
  "app/deep.js": 'export const greeting = "Grüße";\n',
  "app/later.js": "export default 7;\n",
  "engine/engine.js": 'export { greeting } from "../app/words.js";\n',
  "app/types.d.ts": "export type Never = never;\n",
  "pkg/README.md": "# The engine\n",
  "pkg/package.json": "{}\n",
  "pkg/.gitignore": "*\n",
  "pkg/engine.d.ts": "export {};\n",
  "pkg/engine.wasm": "\0asm\x01\xff",
  "pkg/NOTICE": "By others.\n",
  "pkg/LICENSE-MIT": "As you like.\n",
  "offline/sw.js": "// Why.\ntell(FILES, VERSION);\n",
  "offline/types.d.ts": "declare const VERSION: string;\n",
};
/** But for what is shared, whose names are made of what is in it. */
const PUBLISHED = [
  "app/main.js",
  "engine/engine.js",
  "index.html",
  "pkg/LICENSE-MIT",
  "pkg/NOTICE",
  "pkg/engine.wasm",
  "style.css",
  "sw.js",
];
const isShared = (/** @type {string} */ path) => /^chunks\/\w+\.js$/.test(path);

const parent = mkdtempSync(join(tmpdir(), "storydiff-"));
const [sources, page] = [join(parent, "www"), join(parent, "page")];

before(() => writeFileSync(join(parent, "package.json"), '{ "type": "module" }'));
beforeEach(() => Object.entries(SOURCES).forEach(([path, text]) => write(path, text)));
after(() => rmSync(parent, { recursive: true }));

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(join(sources, path)), { recursive: true });
  writeFileSync(join(sources, path), text);
}

/** @param {string} path */
const published = (path) => readFileSync(join(page, path), "utf8");

/** Makes the page, and tells what its service worker was told. */
async function make() {
  await makePage({ from: sources, to: page });
  /** @type {{files: Record<string, string>, version: string}} */
  let told = { files: {}, version: "" };
  const tell = (/** @type {Record<string, string>} */ files, /** @type {string} */ version) => (told = { files: { ...files }, version });
  runInNewContext(published("sw.js"), { tell });
  return told;
}

test("the page is the sources without what readers have no use for, and nothing from before", async () => {
  mkdirSync(page, { recursive: true });
  writeFileSync(join(page, "old.js"), "");
  await make();
  assert.deepEqual(filesIn(page).filter((path) => !isShared(path)), PUBLISHED);
  assert.equal(published("pkg/engine.wasm"), SOURCES["pkg/engine.wasm"]);
});

test("the service worker is told every file but itself, and its hash", async () => {
  const { files } = await make();
  const expected = filesIn(page).filter((path) => path !== "sw.js").map((path) => {
    return [path, `sha256-${createHash("sha256").update(readFileSync(join(page, path))).digest("base64")}`];
  });
  assert.deepEqual(Object.entries(files).sort(), expected.sort());
});

test("the same sources make the same version, a changed byte another, and so does another service worker", async () => {
  const first = await make();
  assert.deepEqual(await make(), first);

  write("pkg/engine.wasm", `${SOURCES["pkg/engine.wasm"]}\0`);
  const second = await make();
  const changed = Object.keys(first.files).filter((path) => first.files[path] !== second.files[path]);
  assert.deepEqual(changed, ["pkg/engine.wasm"]);
  assert.notEqual(second.version, first.version);

  write("pkg/engine.wasm", SOURCES["pkg/engine.wasm"]);
  write("offline/sw.js", `${SOURCES["offline/sw.js"]}void 0;\n`);
  const third = await make();
  assert.deepEqual(third.files, first.files);
  assert.notEqual(third.version, first.version);
});

test("scripts are small, and find each other and what stands beside them", async () => {
  await make();
  assert.equal(published("style.css"), "body{color:#fff}\n");
  const scripts = filesIn(page).filter((path) => path.endsWith(".js") && path !== "sw.js").map(published).join("");
  assert.doesNotMatch(scripts, /What it does|someone/);
  assert.match(scripts, /@license kept/);
  const main = await import(pathToFileURL(join(page, "app/main.js")).href);
  assert.equal(main.say("Mara"), "Grüße, Mara!");
  assert.equal(main.engine.href, pathToFileURL(join(page, "pkg/engine.wasm")).href);
  assert.equal((await main.atNeed()).default, 7);
  const engine = await import(pathToFileURL(join(page, "engine/engine.js")).href);
  assert.equal(engine.greeting, "Grüße");
});

test("index.html names what its script needs at once, and where the service worker is", async () => {
  await make();
  const { atStart, modules } = await bundle(sources);
  const named = [...published("index.html").matchAll(/modulepreload" href="(.+?)"/g)].map(([, path]) => path);
  assert.deepEqual(["app/main.js", ...named], atStart("app/main.js"));
  const later = [...modules.keys()].filter((path) => !atStart("app/main.js").includes(path) && isShared(path));
  assert.equal(later.length, 1);
  assert.match(published("index.html"), /<meta name="service-worker" content="sw\.js">\n<\/head>/);
});

test("what is read at start is not taken apart by what is read at need", async () => {
  const { atStart } = await bundle(sources);
  const parts = atStart("app/main.js").length;
  write("app/more.js", 'export const more = "More";\n');
  write("app/later.js", 'export { more as default } from "./more.js";\n');
  write("app/main.js", `${SOURCES["app/main.js"]}export { more } from "./more.js";\n`);
  assert.equal((await bundle(sources)).atStart("app/main.js").length, parts);
  await make();
  const main = await import(`${pathToFileURL(join(page, "app/main.js")).href}?again`);
  assert.equal((await main.atNeed()).default, "More");
});

test("an index.html without a head is refused", async () => {
  write("index.html", "<!doctype html>");
  await assert.rejects(make, /index\.html has no <\/head>/);
});
