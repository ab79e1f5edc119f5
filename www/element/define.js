import { StoryDiff } from "./story-diff.js";

if (!customElements.get("story-diff")) customElements.define("story-diff", StoryDiff);

export { StoryDiff };
