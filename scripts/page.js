// Makes dist/page/, which is what is published, of www/. The modules that others import keep their
// places, with all that they need at once bundled into them or shared in chunks/; what they import at need stays apart.
// A service worker is written for exactly these files.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join, relative, sep } from "node:path";
import { sri } from "./hash.js";
import { Failure, root } from "./run.js";

export const www = join(root, "www");
export const pageFolder = join(root, "dist", "page");

/** The modules that index.html, workers and other pages begin with. */
export const ENTRIES = { page: "app/main.js", element: "element/define.js", engine: "engine/engine.js", worker: "engine/worker.js" };

const SERVICE_WORKER = "offline/sw.js";

/** What serves those who build with the page and its engine, not those who read with it; and what release.js makes something else of. */
const LEFT_OUT = [/\.d\.ts$/, /^pkg\/(README\.md|package\.json|\.gitignore)$/, /^(embed|inlined|offline)\//];

/** Text stays as it is written, licences in comments stay. @type {import("esbuild").CommonOptions} */
export const MINIFIED = { minify: true, charset: "utf8", legalComments: "inline" };

/** The element's style sheet, a string in a module. @type {import("esbuild").Plugin} */
export const minifiedStyle = {
  name: "minified-style",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]element[/\\]style\.js$/ }, async ({ path }) => {
      const { build } = await esbuild();
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, format: "esm", charset: "utf8", write: false });
      const { CSS } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
      const css = await minified("style.css", CSS);
      return { contents: readFileSync(path, "utf8").replace(/(?<=export const CSS = )`.*?`/s, () => JSON.stringify(css.trim())) };
    });
  },
};

/**
 * What is imported at need says that it comes after all that is read at start. It does so anyway; but esbuild, which shares
 * in chunks what the same modules need, would else make twenty chunks of what is read at start, each compressed by itself.
 *
 * @param {string} folder the page's sources
 * @param {Set<string>} atNeed the modules that are imported at need, by their paths from there
 * @returns {import("esbuild").Plugin}
 */
const afterStart = (folder, atNeed) => ({
  name: "after-start",
  setup({ onLoad }) {
    onLoad({ filter: /\.js$/ }, ({ path }) => {
      const name = pathIn(folder, path);
      // The element must never bring the page along.
      const entry = join(folder, /^(app|keep)\//.test(name) ? ENTRIES.page : ENTRIES.element);
      if (!atNeed.has(name) || !existsSync(entry)) return null;
      return { contents: `import ${JSON.stringify(entry)};\n${readFileSync(path, "utf8")}` };
    });
  },
});

/** The engine's own modules know where their wasm is, and stay beside it. */
const ENGINE = /^pkg\//;

/**
 * Makes the page of the sources in one folder, in another, which is emptied first.
 *
 * @param {object} [options]
 * @param {string} [options.from]
 * @param {string} [options.to]
 * @param {string} [options.release] the folder of what other sites embed, from the page's, if there is one
 */
export async function makePage({ from = www, to = pageFolder, release } = {}) {
  const paths = filesIn(from).filter((path) => !LEFT_OUT.some((pattern) => pattern.test(path)));
  if (from === www && !paths.includes("pkg/storydiff.js")) throw new Failure("There is no engine in www/pkg: npm run build makes it.");
  const { modules, atStart } = await bundle(from);
  /** @type {Map<string, string | Buffer>} */
  const files = new Map(modules);
  for (const path of paths) {
    if (extname(path) !== ".js" || ENGINE.test(path)) files.set(path, await minified(path, readFileSync(join(from, path))));
  }
  files.set("index.html", withHead(String(files.get("index.html")), atStart(ENTRIES.page), release));
  files.set("sw.js", await serviceWorker(readFileSync(join(from, SERVICE_WORKER), "utf8"), files));
  writeFolder(to, files);
}

/**
 * Makes a folder of these files and no others.
 *
 * @param {string} folder
 * @param {Map<string, string | Buffer>} files by their paths from the folder
 */
export function writeFolder(folder, files) {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/**
 * The files in a folder and in those within, their paths from there with slashes, in order.
 *
 * @param {string} folder
 */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => pathIn(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** The path of a file from a folder, with slashes. @param {string} folder @param {string} path */
function pathIn(folder, path) {
  return relative(folder, path).split(sep).join("/");
}

/**
 * The modules of a page, bundled.
 *
 * @param {string} folder the page's sources
 * @param {string[]} [entries] the modules that keep their places
 * @returns {Promise<{ modules: Map<string, string>, atStart: (entry: string) => string[] }>} the modules by their paths from
 *   the folder, and which of them an entry needs as it is loaded: neither what it imports at need, nor workers
 */
export async function bundle(folder, entries = Object.values(ENTRIES)) {
  const { build } = await esbuild();
  /** @satisfies {import("esbuild").BuildOptions} */
  const options = {
    ...MINIFIED,
    absWorkingDir: folder,
    entryPoints: entries.filter((path) => existsSync(join(folder, path))),
    outbase: ".",
    outdir: ".",
    // As deep as the entries are, so that a module finds a worker or the engine from either place.
    chunkNames: "chunks/[hash]",
    external: ["../pkg/*"],
    bundle: true,
    splitting: true,
    format: /** @type {const} */ ("esm"),
    metafile: /** @type {const} */ (true),
    write: /** @type {const} */ (false),
    logLevel: /** @type {const} */ ("silent"),
  };
  const { inputs } = (await build(options)).metafile;
  const imports = Object.values(inputs).flatMap((input) => input.imports);
  const atNeed = new Set(imports.filter(({ kind }) => kind === "dynamic-import").map(({ path }) => path));
  for (const entry of Object.values(ENTRIES)) atNeed.delete(entry);
  const { outputFiles, metafile } = await build({ ...options, plugins: [minifiedStyle, afterStart(folder, atNeed)] });
  /** @param {string} entry */
  const atStart = (entry) => {
    const found = new Set([entry]);
    for (const path of found) {
      for (const { path: imported, kind, external } of metafile.outputs[path]?.imports ?? []) {
        if (kind === "import-statement") found.add(external ? imported.replace("../", "") : imported);
      }
    }
    return [...found];
  };
  return { modules: new Map(outputFiles.map(({ path, text }) => [pathIn(folder, path), text])), atStart };
}

/** Not above: on a fresh machine this module is loaded before there is one. */
export function esbuild() {
  return import("esbuild");
}

/**
 * @template {Buffer | string} T
 * @param {string} path
 * @param {T} content
 * @returns {Promise<T | string>}
 */
export async function minified(path, content) {
  const extension = extname(path);
  if (extension !== ".js" && extension !== ".css") return content;
  const { transform } = await esbuild();
  const language = extension === ".js" ? /** @type {const} */ ({ loader: "js", format: "esm" }) : /** @type {const} */ ({ loader: "css" });
  const { code } = await transform(content.toString(), { ...MINIFIED, ...language });
  return code;
}

/**
 * index.html with what only the published page has: modules to fetch at once, where its service worker is, and what other
 * sites embed.
 *
 * @param {string} html
 * @param {string[]} modules
 * @param {string} [release]
 */
function withHead(html, modules, release) {
  const end = "</head>";
  if (!html.includes(end)) throw new Failure(`index.html has no ${end}.`);
  const links = modules.filter((path) => path !== ENTRIES.page).map((path) => `<link rel="modulepreload" href="${path}">\n`);
  const more = release ? `<meta name="release" content="${release}">\n` : "";
  return html.replace(end, `${links.join("")}<meta name="service-worker" content="sw.js">\n${more}${end}`);
}

/**
 * The service worker with the list of the files that it keeps: their paths, and their hashes as in Subresource Integrity.
 *
 * @param {string} source
 * @param {Map<string, string | Buffer>} files
 */
async function serviceWorker(source, files) {
  const list = JSON.stringify(Object.fromEntries([...files].map(([path, content]) => [path, sri("sha256", content)])));
  const { transform } = await esbuild();
  // Another list makes another version, and so does another service worker.
  const define = { FILES: list, VERSION: JSON.stringify(createHash("sha256").update(list + source).digest("hex")) };
  const { code } = await transform(source, { ...MINIFIED, format: "iife", define });
  return code;
}
