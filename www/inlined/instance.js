import * as engine from "../pkg/storydiff.js";

/** The engine's script. As it is released, one of its own for each call: `scripts/carry.js` bundles it into this function. */
export const instance = () => engine;
