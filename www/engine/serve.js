/**
 * Runs the engine for who asks on a port: one comparison in, one report or error out.
 *
 * In: `{before, after, options, kin}`, one at a time; `engine.js` waits for each answer before it asks again.
 * Out: any number of `{stage}` (`stages.js`), then `{part}`s of the report (`parts.js`) and the rest of it,
 * `{report, held}`; or `{error, ruined}`.
 *
 * A megabyte of kin words is fetched when a report first wants it, which is then made again; where it is not to be had,
 * the report stands as it is.
 */
/** @import { InitInput } from "../pkg/storydiff.js" */
/** @import { Answer } from "./engine.js" */
import init, { compare, useKinship } from "../pkg/storydiff.js";
import { partsOf } from "./parts.js";
import { isTrap } from "./trap.js";

/** How long a reader waits for the kin words at the most, in milliseconds. */
const PATIENCE = 20_000;

/**
 * What a comparison is asked and answered on: a worker's own scope, or one end of a channel.
 *
 * @typedef {object} Port
 * @property {(answer: Answer) => void} postMessage
 * @property {(type: "message", listener: (event: MessageEvent) => void) => void} addEventListener
 *
 * @typedef {object} Sources
 * @property {InitInput | Promise<InitInput>} [wasm] The engine's; the file beside its own script unless told.
 * @property {(signal: AbortSignal) => Promise<Response>} [kinship] Fetches the kin words; there are none unless told.
 */

/** @param {Port} port @param {Sources} sources */
export function serve(port, { wasm, kinship }) {
  const ready = init(wasm && { module_or_path: wasm });
  // Whoever asks awaits `ready` and answers with its error; until then it must not count as unhandled.
  ready.catch(() => {});
  /** Whether the kin words have been asked for, whatever came of it: nobody may be made to wait for them twice. */
  let asked = !kinship;

  port.addEventListener("message", async ({ data: { before, after, options, kin } }) => {
    let loaded = false;
    try {
      const engine = await ready;
      loaded = true;
      let report = compare(before, after, options);
      if (report.kinship === "wanted" && kin && kinship && !asked) {
        asked = true;
        if (await loadKinship(kinship)) report = compare(before, after, options);
      }
      for (const part of partsOf(report)) port.postMessage({ part });
      port.postMessage({ report, held: engine.memory.buffer.byteLength });
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown.message : String(thrown);
      port.postMessage({ error, ruined: !loaded ? "load" : isTrap(thrown) ? "trap" : null });
    }
  });
}

/** @param {NonNullable<Sources["kinship"]>} fetchKinship @returns {Promise<boolean>} whether the engine has them from now on */
async function loadKinship(fetchKinship) {
  try {
    const response = await fetchKinship(AbortSignal.timeout(PATIENCE));
    if (!response.ok) return false;
    useKinship(new Uint8Array(await response.arrayBuffer()));
    return true;
  } catch (thrown) {
    if (isTrap(thrown)) throw thrown;
    return false;
  }
}
