// What a file is, and which of two is the earlier, without a page.
import { expect, test } from "./watched.js";
import { inOrder } from "../../www/app/order.js";
import { notAText } from "../../www/read/recognise.js";

test("texts that begin oddly are texts", () => {
  for (const text of [
    "PK was her name.",
    "RIFF, said the drum.",
    "GIF or jif?",
    "\tIndented\f\r\n",
    "The end.\x1a",
    "{rtf} is not RTF",
  ]) {
    expect(notAText("story.txt", Buffer.from(text), text), text).toBeNull();
  }
});

test("data without a known beginning is told by its control characters", () => {
  const bytes = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 255 || 1);
  expect(notAText("story.txt", bytes, Buffer.from(bytes).toString("latin1"))).toBe("data");
});

test("two files: a number in the name, then the date, then the name", () => {
  /** @param {string} name @param {number} lastModified */
  const file = (name, lastModified) => ({ name, lastModified });
  /** @type {[{name: string, lastModified: number}, {name: string, lastModified: number}, string][]} */
  const cases = [
    [file("draft-10.txt", 1), file("draft-9.txt", 2), "draft-9.txt"],
    [file("2024-03-01 story.txt", 1), file("2023-12-31 story.txt", 2), "2023-12-31 story.txt"],
    [file("harbour-b.txt", 1), file("harbour-a.txt", 2), "harbour-a.txt"],
    [file("new.txt", 2), file("old.txt", 1), "old.txt"],
    [file("first.txt", 1), file("draft.txt", 2), "first.txt"],
    [file("story (final).txt", 5), file("story.txt", 5), "story (final).txt"],
    [file("same.txt", 2), file("same.txt", 1), "same.txt"],
  ];
  for (const [one, other, earlier] of cases) {
    expect(inOrder(one, other).before.name, earlier).toBe(earlier);
    expect(inOrder(other, one).before, earlier).toBe(inOrder(one, other).before);
  }
});
