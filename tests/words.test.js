import assert from "node:assert/strict";
import { test } from "node:test";
import { changedLetters } from "../www/element/words.js";

/** What changed of a word, in brackets. @param {string} word @param {string} counterpart */
function marked(word, counterpart) {
  const letters = changedLetters(word, counterpart);
  return letters && `${word.slice(0, letters.start)}[${word.slice(letters.start, letters.end)}]${word.slice(letters.end)}`;
}

for (const [before, after] of [
  ["difficul[]", "difficul[ty]"],
  ["demand[ed]", "demand[ing]"],
  ["lan[d]ing", "lan[c]ing"],
  ["[]tied", "[un]tied"],
  ["banana[]", "banana[na]"],
  // An accent and the letter under it are one, and so are the parts of an emoji.
  ["caf[e]", "caf[e\u0301]"],
  ["crew[👩🏽]", "crew[👩🏻]"],
]) {
  test(`marks letters: ${before}, ${after}`, () => {
    const [one, other] = [before, after].map((word) => word.replace(/[[\]]/g, ""));
    assert.deepEqual([marked(one, other), marked(other, one)], [before, after]);
  });
}

for (const [before, after] of [["was", "were"], ["red", "blue"], ["a", "an"], ["time", "time of day"], ["in", "on"], ["", "x"]]) {
  test(`one word in the place of another: ${before}, ${after}`, () => {
    assert.equal(changedLetters(before, after), null);
    assert.equal(changedLetters(after, before), null);
  });
}
