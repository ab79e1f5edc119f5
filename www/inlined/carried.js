/**
 * What a script carries along. Nothing here, as these sources are; `scripts/carry.js` puts it in.
 */

/** The engine's wasm. @type {import("./sources.js").Carried["wasm"]} */
export const WASM = "";

/** The engine's script, where it lies beside who asks it. @type {import("./pinned.js").Beside} */
export const ENGINE = { address: "", integrity: "" };

/** `german.js`, where it lies beside who speaks it. @type {import("./pinned.js").Beside} */
export const GERMAN = { address: "", integrity: "" };

/** The table of kin words, as `unpack` takes it. @type {string | undefined} */
export const KINSHIP = undefined;

/** Files that the page would fetch beside itself: texts by their paths from its folder. @type {Readonly<Record<string, string>>} */
export const OWN = {};

/** Whether the script stands in a file by itself, with nothing of its host's, so that a worker can begin with it. @type {boolean} */
export const ALONE = false;
