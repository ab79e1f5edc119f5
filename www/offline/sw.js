/**
 * The service worker of the published page: keeps all files of one version, or none of them, and answers for them from
 * then on, so that the page opens and compares without a connection. scripts/page.js puts it at the root of the page, in
 * whose folder it works, and puts `FILES` and `VERSION` into it.
 *
 * - Installing fetches what has changed and copies the rest. The browser holds each file to its hash: a server in the
 *   midst of an update cannot make a mixture of two versions, it makes the installation fail, and the next visit tries
 *   again. The kin words come last: the page is of use without them, but "ready" means that free retellings read no worse
 *   offline.
 * - A later version then waits until the reader asks for it or has closed the page everywhere.
 * - What was thrown away is kept again when the page is next opened.
 * - Everything else, readers' own texts by their addresses first of all, goes to the network as if this were not here.
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;

/** Other pages of this origin have caches too; no address has a space in it. */
const OURS = `storydiff ${scope} `;
const CACHE = OURS + VERSION;

worker.addEventListener("install", (event) => event.waitUntil(keepAll()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("message", (event) => {
  if (event.data === "use") void worker.skipWaiting();
  if (event.data === "keep") event.waitUntil(keepAgain());
});
worker.addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (Object.hasOwn(FILES, path)) event.respondWith(answer(path, event.request));
});

/** Keeps every file, all or nothing. */
async function keepAll() {
  // After a version was taken back, this one may be in use already.
  const inUse = await caches.has(CACHE);
  try {
    const cache = await caches.open(CACHE);
    const keep = async (/** @type {string} */ path) => cache.put(keyOf(path), (await caches.match(keyOf(path))) ?? (await fetchFile(path)));
    const isLast = (/** @type {string} */ path) => path.startsWith("kinship/");
    const paths = Object.keys(FILES);
    await Promise.all(paths.filter((path) => !isLast(path)).map(keep));
    await Promise.all(paths.filter(isLast).map(keep));
  } catch (error) {
    if (!inUse) await caches.delete(CACHE);
    throw error;
  }
}

/** What a reader or a browser short of space has thrown away is kept again, as long as the server has it. */
async function keepAgain() {
  if (!(await caches.has(CACHE))) await keepAll().catch(() => {});
}

/** Drops the versions before this one, and answers for pages that are open already. */
async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/**
 * What a file is kept under: the same in every version that has the file as it is in this one.
 *
 * @param {string} path
 */
function keyOf(path) {
  return `${scope}${path}?${FILES[path]}`;
}

/** @param {string} path */
function fetchFile(path) {
  // Some servers send whoever asks for index.html to its folder, and a page may not be answered with a redirection.
  const address = scope + path.replace(/(^|\/)index\.html$/, "$1");
  return fetch(address, { cache: "no-cache", redirect: "error", integrity: FILES[path] });
}

/**
 * The path, from the page's folder, of the file that is asked for; empty where it is none.
 *
 * @param {Request} request
 */
function pathOf({ method, mode, url }) {
  if (method !== "GET" || !url.startsWith(scope)) return "";
  const { pathname, search } = new URL(url);
  const path = pathname.slice(new URL(scope).pathname.length).replace(/(^|\/)$/, "$1index.html");
  // A page reads by itself what its address asks of it.
  return search === "" || (mode === "navigate" && path.endsWith(".html")) ? path : "";
}

/**
 * @param {string} path
 * @param {Request} request
 */
async function answer(path, request) {
  // A reader or a browser short of space may have emptied the cache.
  return (await caches.match(keyOf(path), { cacheName: CACHE })) ?? fetch(request);
}
