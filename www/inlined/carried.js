/**
 * What a script carries along. Nothing here, as these sources are; `scripts/carry.js` puts it in.
 */

/** The engine's wasm, as `unpack` takes it; absent where it lies beside the script. @type {string | undefined} */
export const WASM = undefined;

/** The hash of the wasm that lies beside the script, as in Subresource Integrity. @type {string} */
export const WASM_INTEGRITY = "";

/** The table of kin words, as `unpack` takes it. @type {string | undefined} */
export const KINSHIP = undefined;

/** Files that the page would fetch beside itself: texts by their paths from its folder. @type {Readonly<Record<string, string>>} */
export const OWN = {};

/** Whether the script stands in a file by itself, with nothing of its host's, so that a worker can begin with it. @type {boolean} */
export const ALONE = false;
