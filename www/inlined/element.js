/** `<story-diff>` in one script, which is the script of its worker too. */
import { NAME } from "./spawn.js";
import { runner } from "./runner.js";

export * from "../element/define.js";

if (typeof document === "undefined" && self.name === NAME) runner().begin();
