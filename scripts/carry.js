// Bundles a module and all that it needs into one script that carries its engine along: a page needs no other file for it.

import { readFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import * as nothing from "../www/inlined/carried.js";
import { esbuild, MINIFIED, minifiedStyle, www } from "./page.js";
import { Failure, root } from "./run.js";

/** Modules that find a file beside them, and those that stand in for them where it is carried along. */
const STAND_INS = { "engine/spawn.js": "inlined/spawn.js", "app/own.js": "inlined/own.js" };
const BESIDE = {
  "engine/spawn.js": "inlined/spawn-beside.js",
  "language/de/element.js": "inlined/german-element.js",
  "language/de/load.js": "inlined/german-load.js",
};

/** How the engine's own script says where its wasm lies. Whoever carries it along says so otherwise. */
const ADDRESS = "new URL('storydiff_bg.wasm', import.meta.url)";

/** What a script carries along, by its name in www/inlined/carried.js: JavaScript. @typedef {Record<string, string>} Carried */

/**
 * One module of all that another needs.
 *
 * @param {string} entry from www/
 * @param {Carried} [carried] its engine's script lies beside it where that is said
 * @returns {Promise<string>} an ES module
 */
export async function carrying(entry, carried = {}) {
  const [text] = (await carryingApart({ entry }, carried)).values();
  return text;
}

/**
 * Several modules, and what they share or import at need in modules of their own.
 *
 * @param {Record<string, string>} entries from www/, by the names they are to have, without `.js`
 * @param {Carried} carried
 * @param {import("esbuild").BuildOptions} [options]
 * @returns {Promise<Map<string, string>>} ES modules by their names
 */
export async function carryingApart(entries, carried, options) {
  const { build } = await esbuild();
  const outdir = join(www, "carried");
  const { outputFiles = [], metafile } = await build({
    ...MINIFIED,
    entryPoints: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(www, path)])),
    outdir,
    bundle: true,
    format: "esm",
    plugins: [standIns(carried.ENGINE ? BESIDE : STAND_INS), functions, minifiedStyle, withoutAddress, puttingIn(carried)],
    metafile: true,
    write: false,
    logLevel: "silent",
    ...options,
  });
  checkNotice(Object.keys(metafile?.inputs ?? {}));
  return new Map(outputFiles.map(({ path, text }) => [relative(outdir, path).split(sep).join("/"), text]));
}

/** Who gets a script gets the licences of what is in it. @param {string[]} modules */
function checkNotice(modules) {
  const notice = readFileSync(join(root, "NOTICE"), "utf8");
  for (const path of modules) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
    if (name && !new RegExp(`\\b${name}\\b`).test(notice)) throw new Failure(`NOTICE does not name ${name}, which is in what is released.`);
  }
}

/** @param {Carried} carried @returns {import("esbuild").Plugin} */
function puttingIn(carried) {
  return {
    name: "putting-in",
    setup({ onLoad }) {
      const contents = Object.keys(nothing).map((name) => `export const ${name} = ${carried[name] ?? "undefined"};`);
      onLoad({ filter: isModule("inlined/carried.js") }, () => ({ contents: contents.join("\n") }));
    },
  };
}

/** The filter of a module. @param {string} path from www/ */
function isModule(path) {
  return new RegExp(`[/\\\\]www[/\\\\]${path.replaceAll("/", "[/\\\\]")}$`);
}

/** @param {Readonly<Record<string, string>>} modules @returns {import("esbuild").Plugin} */
function standIns(modules) {
  return {
    name: "stand-ins",
    setup({ onLoad }) {
      for (const [module, standIn] of Object.entries(modules)) {
        onLoad({ filter: isModule(module) }, () => ({
          contents: readFileSync(join(www, standIn), "utf8"),
          resolveDir: dirname(join(www, standIn)),
        }));
      }
    },
  };
}

/**
 * Modules whose one export, called as they are, gives another module, and that module. As they are released it is a function
 * that holds all of it: its text can begin a worker, and each call begins anew.
 */
const FUNCTIONS = { "inlined/runner.js": "inlined/worker.js", "inlined/instance.js": "pkg/storydiff.js" };

/** @type {import("esbuild").Plugin} */
const functions = {
  name: "functions",
  setup({ onLoad }) {
    for (const [path, module] of Object.entries(FUNCTIONS)) {
      onLoad({ filter: isModule(path) }, async () => {
        const { build } = await esbuild();
        const { outputFiles } = await build({
          ...MINIFIED,
          entryPoints: [join(www, module)],
          bundle: true,
          format: "iife",
          globalName: "parts",
          plugins: [withoutAddress],
          write: false,
          logLevel: "silent",
        });
        return { contents: `export const ${basename(path, ".js")} = () => { ${outputFiles[0].text} return parts; };` };
      });
    }
  },
};

/** @type {import("esbuild").Plugin} */
const withoutAddress = {
  name: "without-address",
  setup({ onLoad }) {
    onLoad({ filter: isModule("pkg/storydiff.js") }, ({ path }) => {
      const script = readFileSync(path, "utf8");
      if (!script.includes(ADDRESS)) throw new Failure(`${path} does not say where its wasm lies. See scripts/carry.js.`);
      return { contents: script.replace(ADDRESS, "undefined") };
    });
  },
};
