// The element's modules where there is no window: a server that renders a page imports them as the page does.
import assert from "node:assert/strict";
import { test } from "node:test";

test("the element can be imported where there is no window", async () => {
  assert.equal(Reflect.get(globalThis, "window"), undefined);
  assert.equal(Reflect.get(globalThis, "HTMLElement"), undefined);
  const { StoryDiff } = await import("../www/element/story-diff.js");
  const defined = await import("../www/element/define.js");
  assert.equal(defined.StoryDiff, StoryDiff);
  assert.equal(typeof StoryDiff, "function");
  assert.ok(StoryDiff.observedAttributes.includes("before-src"));
});

test("what it loads with can be imported there, too", async () => {
  const { loadComparison } = await import("../www/element/load.js");
  const { compare } = await import("../www/engine/engine.js");
  assert.deepEqual([typeof loadComparison, typeof compare], ["function", "function"]);
});
