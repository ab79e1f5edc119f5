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
    tell({ sample, peak: peak() });
  } catch (error) {
    tell({ failed: String(error) });
  }
});

/** The most memory that this process held, in bytes. */
function peak() {
  try {
    // Linux counts what the parent held as it started this process among its maxRSS, but not here.
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}
