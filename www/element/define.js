import { StoryDiff } from "./story-diff.js";

// Where there is no window there are no tags to define; and the first of two definitions stays.
if (globalThis.customElements && !customElements.get("story-diff")) customElements.define("story-diff", StoryDiff);

export { StoryDiff };
