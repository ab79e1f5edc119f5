/** What runs the engine, in a worker or out of it, where it was carried along. */
/** @import { Running } from "../engine/engine.js" */
/** @import { Carried } from "./sources.js" */
import { serve } from "../engine/serve.js";
import { tellStages } from "../engine/stages.js";
import { sources } from "./sources.js";

/** In a worker: the first message says where the engine comes from. */
export function begin() {
  addEventListener(
    "message",
    ({ data }) => {
      tellStages(postMessage);
      serve(globalThis, sources(data));
      postMessage("begun");
    },
    { once: true },
  );
}

/**
 * On the thread that asks.
 *
 * @param {Carried} carried
 * @returns {Running}
 */
export function beginHere(carried) {
  const { port1: port, port2 } = new MessageChannel();
  serve(port2, sources(carried));
  port2.start();
  port.start();
  return { port, end: () => (port.close(), port2.close()) };
}
