/** `<story-diff>` in one script, which is the script of its worker too. */
import { isWorker } from "./in-worker.js";
import { runner } from "./runner.js";

export * from "../element/define.js";

if (isWorker()) runner().begin();
