/**
 * Runs the engine off the page: one comparison in, one report or error out.
 *
 * In: `{before, after, options}`, one at a time; `engine.js` waits for each answer before it asks again.
 * Out: any number of `{stage}`, then `{report}` or `{error, ruined}`.
 */
import init, { compare } from "../pkg/storydiff.js";

const ready = init();
// Whoever asks awaits `ready` and answers with its error; until then it must not count as unhandled.
ready.catch(() => {});

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
    postMessage({ report: compare(before, after, options) });
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown.message : String(thrown);
    // A trap leaves the instance's memory in no known state, and running out of memory leaves none to go on with.
    const trapped = thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError;
    postMessage({ error, ruined: !loaded ? "load" : trapped ? "trap" : null });
  }
});
