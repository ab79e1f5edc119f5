import assert from "node:assert/strict";
import { test } from "node:test";
import { isOwn, vouchFor } from "../www/engine/own.js";
import { Parts, partsOf } from "../www/engine/parts.js";

/** @import { Report } from "../www/pkg/storydiff.js" */

/** As much of a report as goes in parts. @param {number} beads @param {number} edits of each @returns {Report} */
function reportOf(beads, edits) {
  const version = { language: "en", paragraphs: Array.from({ length: beads }, (_, start) => ({ start, end: start + 1 })), sentences: [] };
  return /** @type {Report} */ (/** @type {unknown} */ ({
    format: 1,
    before: version,
    after: { ...version, sentences: undefined },
    beads: Array.from({ length: beads }, (_, index) => ({ index, edits: Array.from({ length: edits }, () => ({ kind: "equal" })) })),
    links: [{ before: 0, after: 0 }],
    facts: [],
  }));
}

for (const [beads, edits] of [[0, 0], [1, 0], [5000, 3], [2, 9000]]) {
  test(`a report that came in parts is the same: ${beads} beads of ${edits} edits`, () => {
    const report = reportOf(beads, edits);
    const parts = new Parts();
    let most = 0;
    const sent = structuredClone(report);
    for (const part of partsOf(sent)) {
      most = Math.max(most, part.items.length);
      parts.add(structuredClone(part));
    }
    assert.deepEqual(parts.whole(structuredClone(sent)), report);
    assert.ok(most <= 4000);
  });
}

test("an engine vouches for its report of these very texts and no others", () => {
  const report = vouchFor(reportOf(1, 1), "one", "two");
  assert.ok(isOwn({ before: "one", after: "two", report }));
  assert.ok(!isOwn({ before: "one", after: "other", report }));
  assert.ok(!isOwn({ before: "one", after: "two", report: structuredClone(report) }));
  assert.ok(!isOwn({ before: "one", after: "two", report: null }));
});
