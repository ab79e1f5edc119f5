/** How much a page holds on to, for the specs of long use. */
/** @import { Page } from "@playwright/test" */

/**
 * @typedef {object} Held
 * @property {number} heap bytes of the page's JavaScript
 * @property {number} nodes of its documents, those that stand in none included
 * @property {number} listeners
 */

/** @param {Page} page @returns {Promise<() => Promise<Held>>} what the page holds on to once all else is thrown away */
export async function meter(page) {
  const session = await page.context().newCDPSession(page);
  return async () => {
    // What is thrown away lets go of more, in a turn of its own.
    for (let time = 0; time < 3; time++) {
      await session.send("HeapProfiler.collectGarbage");
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    }
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
    return { heap: usedSize, nodes, listeners: jsEventListeners };
  };
}

/** Lets the engine's worker show its memory, by `memoryOf`. @param {Page} page */
export async function showMemory(page) {
  await page.route("**/engine/worker.js", async (route) => {
    const response = await route.fetch();
    const show = `for (const name of ["instantiate", "instantiateStreaming"]) {
      const begin = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const begun = await begin.apply(WebAssembly, given);
        globalThis.memory = (begun.instance ?? begun).exports.memory;
        return begun;
      };
    }`;
    await route.fulfill({ response, body: `${show}\n${await response.text()}` });
  });
}

/** The memory of the engine that runs, in bytes. @param {Page} page @returns {Promise<number>} */
export function memoryOf(page) {
  return page.workers()[0].evaluate(() => /** @type {WebAssembly.Memory} */ (Reflect.get(globalThis, "memory")).buffer.byteLength);
}

/** Numbers from 0 to 1 that are the same every time. @param {number} seed */
export function numbers(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** Does this so often as `STORYDIFF_LOAD` says, else as often as a suite has the time for. @param {number} often @param {number} full where the variable is "full" */
export const times = (often, full) => (process.env.STORYDIFF_LOAD === "full" ? full : often);

/** In words of its own, for those who read the figures. @param {string} what @param {Record<string, unknown>} figures */
export function tell(what, figures) {
  if (process.env.STORYDIFF_LOAD) console.log(`${what}: ${JSON.stringify(figures)}`);
}
