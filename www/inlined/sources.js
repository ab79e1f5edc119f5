/** @import { Sources } from "../engine/serve.js" */
/** @import { Beside } from "./pinned.js" */
import { unpack } from "./unpack.js";

/**
 * Where an engine that is carried along comes from. A worker is sent it, so it is data.
 *
 * @typedef {object} Carried
 * @property {string | Beside} wasm as `unpack` takes it, or where it lies
 * @property {string} [kinship] as `unpack` takes it
 */

/** @param {Carried} carried @returns {Sources} */
export function sources({ wasm, kinship }) {
  return {
    wasm: typeof wasm === "string" ? unpack(wasm, "application/wasm") : fetch(wasm.address, { integrity: wasm.integrity }),
    kinship: kinship ? async () => unpack(kinship, "application/octet-stream") : undefined,
  };
}
