/** Comparisons with something wrong in them: every field of a sound one, changed in every way, and several at once. */

/** What a field is changed to, as JSON may hold it. @type {readonly unknown[]} */
const VALUES = [null, true, false, 0, 1, -1, 0.5, 7, 1e9, 2 ** 53, -(2 ** 31), 1e308, "", "x", "__proto__", "constructor", "\ud800", [], [null], [[[[]]]], {}, { start: 0, end: 1 }, { start: 2, end: 1 }, { length: 1e9 }];

/** What messages may hold, too: numbers that are none, what holds itself, what claims to hold much, objects of other kinds. @type {readonly (() => unknown)[]} */
const ODDITIES = [
  () => undefined,
  () => NaN,
  () => Infinity,
  () => -0,
  () => circle([]),
  () => circle({}),
  () => Array(2 ** 32 - 1),
  () => Object.assign([{ start: 0, end: 1 }], { length: 2 ** 31 }),
  () => nested(100_000),
  () => Object.assign(Object.create(null), { start: 0, end: 1 }),
  () => JSON.parse('{"__proto__": {"start": 0, "end": 1}}'),
  () => 1n,
  () => ({ start: 0n, end: 1n }),
  () => new Map([["start", 0], ["end", 1]]),
  () => new Set([{ start: 0, end: 1 }]),
  () => new Date(0),
  () => /x/g,
  () => new Error("x"),
  () => new Uint32Array([0, 1]),
  () => new ArrayBuffer(8),
  () => Object("match"),
  () => Object(1),
];

/** @template {object} T @param {T} value @returns {T} */
function circle(value) {
  return Object.assign(value, { 0: value, before: value, start: value });
}

/** @param {number} depth */
function nested(depth) {
  /** @type {unknown[]} */
  let value = [];
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

/** @typedef {(string | number)[]} Path */

/** All paths into a value, but that of its texts. @param {unknown} value @param {Path} [here] @returns {Path[]} */
function pathsIn(value, here = []) {
  if (typeof value !== "object" || value === null) return [here];
  return [...(here.length > 0 ? [here] : []), ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...here, key]))];
}

/** A copy in which one field is another: what is changed stands in the place of what was there. @param {any} value @param {Path} path @param {(last: any, holder: any, key: string | number) => void} change */
function changed(value, path, change) {
  const copy = structuredClone(value);
  const holder = path.slice(0, -1).reduce((inner, key) => inner?.[key], copy);
  const key = path[path.length - 1];
  if (typeof holder === "object" && holder !== null) change(holder[key], holder, key);
  return copy;
}

/** @type {readonly [string, (last: any, holder: any, key: string | number) => void][]} */
const CHANGES = [
  ["gone", (_, holder, key) => void (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key])],
  ["more", (last, holder, key) => void (holder[key] = typeof last === "number" ? last + 1 : [last, last])],
  ["less", (last, holder, key) => void (holder[key] = typeof last === "number" ? last - 1 : Array.isArray(last) ? last.slice(1) : last)],
  ["twice", (last, holder, key) => void (Array.isArray(holder) ? holder.splice(Number(key), 0, last) : (holder[`${key}2`] = last))],
  ["first", (last, holder) => void (Array.isArray(holder) && holder.unshift(last))],
  ...VALUES.map((value) => /** @type {[string, (last: any, holder: any, key: string | number) => void]} */ ([JSON.stringify(value), (_, holder, key) => void (holder[key] = structuredClone(value))])),
];

/**
 * Each field changed in each way, as JSON may hold it.
 *
 * @template T
 * @param {T} value
 * @returns {Generator<[string, T]>} what was changed, and what came of it
 */
export function* mutants(value) {
  for (const path of pathsIn(value)) {
    for (const [name, change] of CHANGES) yield [`${path.join(".")} ${name}`, changed(value, path, change)];
  }
}

/** Each field changed to what only a message can hold. @template T @param {T} value @returns {Generator<[string, T]>} */
export function* oddities(value) {
  for (const path of pathsIn(value)) {
    for (const [index, make] of ODDITIES.entries()) yield [`${path.join(".")} oddity ${index}`, changed(value, path, (_, holder, key) => void (holder[key] = make()))];
  }
}

/**
 * Several fields changed at once, the same ones every time.
 *
 * @template T
 * @param {T} value
 * @param {number} count
 * @param {() => number} random 0..1
 * @returns {Generator<[string, T]>}
 */
export function* muddles(value, count, random) {
  const paths = pathsIn(value);
  const pick = (/** @type {readonly any[]} */ from) => from[Math.floor(random() * from.length)];
  for (let index = 0; index < count; index++) {
    let copy = value;
    const names = [];
    for (let times = 2 + Math.floor(random() * 4); times > 0; times--) {
      const [path, [name, change]] = [pick(paths), pick(CHANGES)];
      names.push(`${path.join(".")} ${name}`);
      copy = changed(copy, path, change);
    }
    yield [names.join(", "), copy];
  }
}
