// Serves the page to this machine alone: as it is published, else www/ as it stands, or the folder that is named
// (`npm run serve -- FOLDER`).

import { createReadStream, existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { pageFolder, www } from "./page.js";
import { Failure, isScript, main } from "./run.js";

/** @type {Record<string, string>} */
export const TYPES = {
  ".bin": "application/octet-stream",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * Starts a server.
 *
 * @param {object} [options]
 * @param {string} [options.folder] - what to serve, in full
 * @param {number} [options.port] - the first to try, from the environment unless told; 0 takes any
 * @returns {Promise<{address: string, close: () => void}>}
 */
export async function serve({ folder = existsSync(pageFolder) ? pageFolder : www, port = Number(process.env.PORT ?? 8080) } = {}) {
  const server = createServer(async (request, response) => {
    const file = await find(folder, request.url ?? "/");
    if (request.method !== "GET" && request.method !== "HEAD") return response.writeHead(405, { Allow: "GET, HEAD" }).end();
    if (!file) return response.writeHead(404, { "Content-Type": TYPES[".txt"] }).end("There is nothing here.\n");
    response.writeHead(200, {
      "Content-Type": TYPES[extname(file.path)] ?? "application/octet-stream",
      "Content-Length": file.size,
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
    });
    if (request.method === "HEAD") return response.end();
    createReadStream(file.path).on("error", () => response.destroy()).pipe(response);
  });
  const address = `http://127.0.0.1:${await listen(server, port)}/`;
  return { address, close: () => server.close().closeAllConnections() };
}

/**
 * The file that an address names, if it stands in the folder; a folder's is its index.html.
 *
 * @param {string} folder
 * @param {string} url
 * @returns {Promise<{path: string, size: number} | undefined>}
 */
async function find(folder, url) {
  try {
    const { pathname } = new URL(url, "http://localhost");
    let path = join(folder, decodeURIComponent(pathname));
    if (path.endsWith(sep)) path = join(path, "index.html");
    if (!path.startsWith(folder + sep)) return undefined;
    const found = await stat(path);
    return found.isFile() ? { path, size: found.size } : undefined;
  } catch {
    return undefined; // No such file, or no address at all.
  }
}

/**
 * Listens on the port, or the next free one.
 *
 * @param {import("node:http").Server} server
 * @param {number} port
 * @returns {Promise<number>}
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === "EADDRINUSE" && port < 65535) server.listen(++port, "127.0.0.1");
      else reject(error);
    });
    server.on("listening", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
    server.listen(port, "127.0.0.1");
  });
}

if (isScript(import.meta.url)) {
  await main(async () => {
    const [named] = process.argv.slice(2);
    const folder = named && resolve(named);
    if (folder && !existsSync(folder)) throw new Failure(`There is no folder ${folder}.`);
    const { address } = await serve({ folder });
    console.log(`storydiff is at ${address} (Ctrl-C ends it)`);
  });
}
