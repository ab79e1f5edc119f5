/**
 * What a script carries along. Nothing here, as these sources are; `scripts/carry.js` puts it in.
 */

/** The engine's wasm. @type {import("./sources.js").Carried["wasm"]} */
export const WASM = "";

/** The table of kin words, as `unpack` takes it. @type {string | undefined} */
export const KINSHIP = undefined;

/** Files that the page would fetch beside itself: texts by their paths from its folder. @type {Readonly<Record<string, string>>} */
export const OWN = {};

/** Whether the script stands in a file by itself, with nothing of its host's, so that a worker can begin with it. @type {boolean} */
export const ALONE = false;
