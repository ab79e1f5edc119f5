// `npm run dist`: builds the engine, the page, what other sites embed, and the npm package: dist/npm/ and its tarball.

import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "./build.js";
import { carryingApart } from "./carry.js";
import { filesIn, www } from "./page.js";
import { LICENCES, makePageAndRelease, pack, releaseFolder, version } from "./release.js";
import { Failure, isScript, main, root, run, step } from "./run.js";
import { setUpBuild } from "./setup.js";

export const packageFolder = join(root, "dist", "npm");
export const tarball = join(root, "dist", `storydiff-${version}.tgz`);

/** What programs import, by their names in the package; declared in modules of the same names. */
const ENTRIES = {
  ".": "inlined/engine",
  "./slim": "inlined/slim",
  "./element": "element/story-diff",
  "./define": "element/define",
};

/** Stays as it is written, beside the engine as wasm-pack made it. */
const SLIM = ENTRIES["./slim"];
const TRAP = "engine/trap.js";

/** The engine as wasm-pack made it; the package has a README and licences of its own. */
const ENGINE = "pkg";
const ENGINE_FILES = /^storydiff|^package\.json$/;

/** The types of reports by themselves: those of the engine's script need the types of a browser. */
const REPORT = { source: "src/report.d.ts", name: `${ENGINE}/report.d.ts` };
const CORE = `${ENGINE}/storydiff_bg.wasm`;
const MANIFEST = "custom-elements.json";

/** What networks that serve packages offer to pages without a build, under an address that names the version. */
const SERVED = ["storydiff-element.js", "storydiff-embed.js"];

/** Makes the package and its tarball. */
export async function makePackage() {
  rmSync(packageFolder, { recursive: true, force: true });
  for (const [name, text] of await modules()) write(name, text);
  for (const path of [`${SLIM}.js`, TRAP]) copy(join(www, path), path);
  for (const name of filesIn(join(www, ENGINE)).filter((name) => ENGINE_FILES.test(name))) copy(join(www, ENGINE, name), join(ENGINE, name));
  for (const name of [...LICENCES, "CHANGELOG.md"]) copy(join(root, name), name);
  copy(join(root, "docs/npm.md"), "README.md");
  copy(join(www, "element", MANIFEST), MANIFEST);
  copy(join(root, REPORT.source), REPORT.name);
  for (const name of SERVED) copy(join(releaseFolder, name), join("dist", name));
  write("package.json", `${JSON.stringify(manifest(), null, 2)}\n`);
  await declare();
  rmSync(tarball, { force: true });
  await run("npm", ["pack", packageFolder, "--pack-destination", dirname(tarball), "--ignore-scripts"]);
  if (!existsSync(tarball)) throw new Failure(`npm packed no ${tarball}.`);
}

/** @returns {Promise<Map<string, string>>} */
async function modules() {
  const bundled = Object.values(ENTRIES).filter((name) => name !== SLIM);
  const entries = Object.fromEntries(bundled.map((name) => [name, `${name}.js`]));
  const engine = { WASM: await pack(readFileSync(join(www, CORE))) };
  // Some bundlers put the address of the file on the machine that built it in the place of `import.meta.url`.
  const define = { "import.meta.url": "document.baseURI" };
  return carryingApart(entries, engine, { splitting: true, chunkNames: "chunks/[hash]", define });
}

/** package.json. */
function manifest() {
  const { description, license, keywords } = JSON.parse(readFileSync(join(www, ENGINE, "package.json"), "utf8"));
  const entries = Object.entries(ENTRIES).map(([name, path]) => [name, { types: `./${path}.d.ts`, default: `./${path}.js` }]);
  return {
    name: "storydiff",
    version,
    description,
    keywords: [...keywords, "web-component", "custom-element"],
    license,
    type: "module",
    engines: { node: ">=18" },
    // For tools that know no `exports`.
    main: `./${ENTRIES["."]}.js`,
    types: `./${ENTRIES["."]}.d.ts`,
    exports: { ...Object.fromEntries(entries), "./core.wasm": `./${CORE}`, "./package.json": "./package.json" },
    sideEffects: [`./${ENTRIES["./define"]}.js`],
    customElements: MANIFEST,
    jsdelivr: "./dist/storydiff-element.js",
    unpkg: "./dist/storydiff-element.js",
  };
}

/** Writes the declarations of the entries, and of what they declare by. */
async function declare() {
  const declared = join(root, "target", "declared");
  rmSync(declared, { recursive: true, force: true });
  const options = ["--allowJs", "--checkJs", "--strict", "--skipLibCheck", "--declaration", "--emitDeclarationOnly"];
  const target = ["--target", "ES2023", "--module", "NodeNext", "--lib", "ES2023,DOM,DOM.Iterable", "--types", ""];
  const entries = Object.values(ENTRIES).map((name) => join(www, `${name}.js`));
  await run("tsc", ["--ignoreConfig", ...options, ...target, "--rootDir", www, "--outDir", declared, ...entries]);
  cpSync(www, declared, { recursive: true, filter: (path) => !/\.[^./\\]+$/.test(path) || path.endsWith(".d.ts") });
  const found = new Set(Object.values(ENTRIES).map((name) => `${name}.d.ts`));
  for (const name of found) {
    const own = readFileSync(join(declared, name), "utf8");
    const text = name === `${SLIM}.d.ts` ? own : own.replaceAll("pkg/storydiff.js", "pkg/report.js");
    write(name, text);
    for (const [, path] of text.matchAll(/(?:from|import\() ?"(\..+?)\.js"/g)) {
      if (!path.includes(`${ENGINE}/`)) found.add(join(dirname(name), `${path}.d.ts`));
    }
  }
}

/** @param {string} from @param {string} name in the package */
function copy(from, name) {
  mkdirSync(dirname(join(packageFolder, name)), { recursive: true });
  copyFileSync(from, join(packageFolder, name));
}

/** @param {string} name in the package @param {string} text */
function write(name, text) {
  mkdirSync(dirname(join(packageFolder, name)), { recursive: true });
  writeFileSync(join(packageFolder, name), text);
}

if (isScript(import.meta.url)) {
  await main(async () => {
    await setUpBuild();
    await step("Building the engine", build);
    await step("Making the page and what other sites embed", makePageAndRelease);
    await step("Making the npm package", makePackage);
  });
}
