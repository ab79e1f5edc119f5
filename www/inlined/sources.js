/** @import { Sources } from "../engine/serve.js" */
import { unpack } from "./unpack.js";

/**
 * Where an engine that is carried along comes from. Data that a worker can be sent: packed bytes, or an address.
 *
 * @typedef {object} Carried
 * @property {string | { address: string, integrity: string }} wasm
 * @property {string} [kinship]
 */

/** @param {Carried} carried @returns {Sources} */
export function sources({ wasm, kinship }) {
  return {
    wasm: typeof wasm === "string" ? unpack(wasm, "application/wasm") : fetch(wasm.address, { integrity: wasm.integrity }),
    kinship: kinship ? async () => unpack(kinship, "application/octet-stream") : undefined,
  };
}
