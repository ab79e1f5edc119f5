import * as parts from "./worker.js";

/** As it is released, a function whose own text holds all that it needs: `scripts/carry.js` bundles `worker.js` into it. */
export const runner = () => parts;
