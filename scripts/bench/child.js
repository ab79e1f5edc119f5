/** Runs one tool in a process of Node, or a thread of it: `{tool}` loads it, `{files}` asks for one run. */
import { readFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import { time } from "./time.js";

/** @type {import("./time.js").Loaded} */
let tool;

const tell = (/** @type {object} */ message) => (parentPort ? parentPort.postMessage(message) : process.send?.(message));

(parentPort ?? process).on("message", async (/** @type {{tool?: string, files?: string[]}} */ { tool: path, files }) => {
  try {
    if (path) tool = await import(path);
    if (!files) return tell({ ready: true });
    const sample = time(tool, readFileSync(files[0]), readFileSync(files[1]));
    tell({ sample, peak: process.resourceUsage().maxRSS * 1024 });
  } catch (error) {
    tell({ failed: String(error) });
  }
});
