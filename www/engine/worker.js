/**
 * Runs the engine off the page: one comparison in, one report or error out.
 *
 * In: `{before, after, options}`, one at a time; `engine.js` waits for each answer before it asks again.
 * Out: any number of `{stage}`, then `{report}` or `{error, ruined}`.
 *
 * A megabyte of kin words is fetched when a report first wants it, which is then made again; where it is not to be had,
 * the report stands as it is.
 */
import init, { compare, useKinship } from "../pkg/storydiff.js";

const KINSHIP = new URL("../kinship/english.bin", import.meta.url);

/** How long a reader waits for it at the most, in milliseconds. */
const PATIENCE = 20_000;

const ready = init();
// Whoever asks awaits `ready` and answers with its error; until then it must not count as unhandled.
ready.catch(() => {});

/** Whether the kin words have been asked for, whatever came of it: nobody waits for them twice. */
let asked = false;

// The engine marks its stages on the timeline from inside one synchronous call, during which no observer of the
// timeline gets its turn: only the mark itself can pass the news on.
const mark = performance.mark.bind(performance);
performance.mark = (name, options) => {
  const stage = /^storydiff:(.+)/.exec(name)?.[1];
  if (stage) postMessage({ stage });
  return mark(name, options);
};

addEventListener("message", async ({ data: { before, after, options } }) => {
  let loaded = false;
  try {
    await ready;
    loaded = true;
    let report = compare(before, after, options);
    if (report.kinship === "wanted" && !asked) {
      asked = true;
      if (await loadKinship()) report = compare(before, after, options);
    }
    postMessage({ report });
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown.message : String(thrown);
    postMessage({ error, ruined: !loaded ? "load" : isTrap(thrown) ? "trap" : null });
  }
});

/** @returns {Promise<boolean>} whether the engine has the kin words from now on */
async function loadKinship() {
  try {
    const response = await fetch(KINSHIP, { signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) return false;
    useKinship(new Uint8Array(await response.arrayBuffer()));
    return true;
  } catch (thrown) {
    if (isTrap(thrown)) throw thrown;
    return false;
  }
}

/**
 * Whether the engine cannot go on: a trap leaves its memory in no known state, and running out of memory leaves none.
 *
 * @param {unknown} thrown
 */
function isTrap(thrown) {
  return thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError;
}
