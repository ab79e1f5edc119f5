// `node scripts/release.js`: makes the page, and of the same sources the files that other sites embed, in a folder that
// names their version: dist/storydiff-VERSION/, and beside the page as the snippets that the page offers name it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { carrying } from "./carry.js";
import { sri } from "./hash.js";
import { filesIn, makePage, pageFolder, writeFolder, www } from "./page.js";
import { isScript, main, root, step } from "./run.js";
import { singleFile } from "./single-file.js";

export const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
export const releaseFolder = join(root, "dist", `storydiff-${version}`);

const WASM = "storydiff_bg.wasm";
const ENGINE = "storydiff-engine.js";
const GERMAN = "storydiff-german.js";
export const LICENCES = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"];

/** The page, its embeddable files beside it. */
export async function makePageAndRelease() {
  await makePage({ release: `${version}/` });
  const files = await releaseFiles();
  for (const folder of [releaseFolder, join(pageFolder, version)]) writeFolder(folder, files);
}

/**
 * The files that other sites embed, by their names.
 *
 * @returns {Promise<Map<string, string | Buffer>>}
 */
async function releaseFiles() {
  const wasm = readFileSync(join(www, "pkg", WASM));
  const kinship = readFileSync(join(www, "kinship/english.bin"));
  const engine = { WASM: await pack(wasm) };
  const script = await carrying("inlined/beside.js");
  const german = await carrying("inlined/german.js");
  const beside = { WASM: at(WASM, wasm), ENGINE: at(ENGINE, script), GERMAN: at(GERMAN, german) };
  const page = { ...engine, KINSHIP: await pack(kinship), OWN: JSON.stringify(samples()) };
  /** @type {Map<string, string | Buffer>} */
  const files = new Map();
  files.set("storydiff-element.js", await carrying("inlined/element.js", { ...engine, ALONE: "true" }));
  files.set("storydiff-element.slim.js", await carrying("element/define.js", beside));
  files.set(ENGINE, script);
  files.set(GERMAN, german);
  files.set(WASM, wasm);
  files.set("storydiff-embed.js", await carrying("embed/host.js"));
  files.set("embed.html", await singleFile("embed/embed.html", await carrying("embed/embed.js", engine), { connect: "https: http: blob:" }));
  files.set("storydiff.html", await singleFile("index.html", await carrying("app/main.js", page), { styles: ["embed.css", "figures.css", "map.css", "passage.css", "reading.css"] }));
  for (const name of LICENCES) files.set(name, readFileSync(join(root, name)));
  files.set("SHA384SUMS", [...files].map(([name, content]) => `${sri("sha384", content)}  ${name}\n`).join(""));
  return files;
}

/** The sample texts and their list, by their paths from the page's folder. */
function samples() {
  const paths = filesIn(join(www, "samples")).map((path) => `samples/${path}`);
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(www, path), "utf8")]));
}

/**
 * A string of JavaScript, as `unpack` in www/inlined/unpack.js takes it. The same bytes on every machine, for their hashes are
 * published: Node's own gzip is another one with every zlib.
 *
 * @param {Buffer} bytes
 */
export async function pack(bytes) {
  // Not above: on a fresh machine this module is loaded before there is one.
  const { gzipSync } = await import("fflate");
  return JSON.stringify(Buffer.from(gzipSync(bytes, { level: 9, mtime: 0 })).toString("base64"));
}

/** JavaScript that says where a file beside it lies. @param {string} name @param {string | Buffer} content */
function at(name, content) {
  return `{ address: new URL("${name}", import.meta.url).href, integrity: "${sri("sha384", content)}" }`;
}

if (isScript(import.meta.url)) await main(() => step("Making the page and what other sites embed", makePageAndRelease));
