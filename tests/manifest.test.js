// The manifest of the custom element says what the element has, and all of it.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { ATTRIBUTES, PROPERTIES } from "../www/element/attributes.js";
import { StoryDiff } from "../www/element/story-diff.js";
import { CSS } from "../www/element/style.js";

const folder = new URL("../www/element/", import.meta.url);
const [{ declarations }] = JSON.parse(readFileSync(new URL("custom-elements.json", folder), "utf8")).modules;
const [element] = declarations;
const sources = readdirSync(folder).filter((name) => name.endsWith(".js")).map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");

/** @param {{ name: string }[]} list */
const names = (list) => list.map(({ name }) => name).sort();

/** What a pattern finds, each once. @param {string} text @param {RegExp} pattern */
const found = (text, pattern) => [...new Set(Array.from(text.matchAll(pattern), ([, name]) => name))].sort();

test("its attributes, properties and their values", () => {
  assert.deepEqual(names(element.attributes), [...ATTRIBUTES].sort());
  for (const { fieldName, type, default: first } of element.attributes) {
    const values = /** @type {Record<string, readonly string[]>} */ (PROPERTIES)[fieldName];
    assert.ok(values, fieldName);
    assert.equal(type.text, values.map((value) => `"${value}"`).join(" | ") || "string", fieldName);
    assert.equal(first, values.length > 0 ? `"${values[0]}"` : undefined, fieldName);
  }
});

test("its other properties and its methods", () => {
  const callbacks = /Callback$|^constructor$/;
  const own = Object.entries(Object.getOwnPropertyDescriptors(StoryDiff.prototype)).filter(([name]) => !callbacks.test(name));
  assert.deepEqual(names(element.members), own.map(([name]) => name).sort());
  for (const { kind, name, readonly } of element.members) {
    const { get, set } = Object.getOwnPropertyDescriptor(StoryDiff.prototype, name) ?? {};
    assert.equal(kind, get ? "field" : "method", name);
    assert.equal(Boolean(readonly), Boolean(get && !set), name);
  }
});

test("its events, custom properties and parts", () => {
  assert.deepEqual(names(element.events), found(sources, /@fires (storydiff-\w+)/g));
  assert.deepEqual(names(element.events), found(sources, /#tell\("(\w+)"/g).map((name) => `storydiff-${name}`));
  assert.deepEqual(names(element.cssProperties), found(CSS, /var\(\s*(--story-diff-[\w-]+)/g));
  const drawn = found(sources, /element\("\w+", [^)]*?, "([\w-]+)"\)/g);
  for (const part of drawn) assert.ok(names(element.cssParts).includes(part), part);
});
