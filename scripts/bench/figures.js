// What is made of samples: medians, growth, and which goals are met. Nothing here measures.

/**
 * @typedef {import("./rounds.js").Row} Row
 * @typedef {import("./memory.js").Release} Release
 *
 * @typedef {object} Results
 * @property {Record<string, string>} versions - of all that was measured with, by name
 * @property {{cpu: string, cores: number}} machine
 * @property {{name: string, title: string, kind: string, words: number}[]} inputs - `words` of the earlier version
 * @property {{name: string, title: string, role: string, moves: boolean}[]} tools
 * @property {Row[]} rows
 * @property {Release[]} release
 * @property {{raw: number, gzip: number}} engine - in bytes
 * @property {{name: string, raw: number, gzip: number}[]} [weights] - in bytes, of what the engine is made of
 *
 * @typedef {{goal: string, figure: string, met: boolean}} Goal
 */

/** What is to be reached; see docs/speed.md. Times in milliseconds, sizes in bytes. */
const MOVES_ARTICLE = 9;
const JSDIFF_ARTICLE = 90;
const MOVES_BOOK = 4;
const WORDS_BOOK = 12;
const HOSTILE = 500;
/** With a report that says `approximate`: bounded, if not quick. */
const BOUNDED = 5_000;
const ODYSSEY = 1_200;
const EXPONENT = 1.15;
const MEMORY = 600e6;
/** The share of what a comparison took that may stay behind. */
const KEPT = 0.2;
const ENGINE = 150e3;

/** @param {number[]} samples at least one */
export function median(samples) {
  const sorted = samples.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * The exponent x of growth as n^x, between the first point and the last.
 *
 * @param {[n: number, value: number][]} points
 */
export function exponent(points) {
  const [[n0, value0], [n1, value1]] = [points[0], points[points.length - 1]];
  return Math.log(value1 / value0) / Math.log(n1 / n0);
}

/** The median of a row; of a tool that was ended, what it took at least. @param {Row | undefined} row */
export function took(row) {
  if (row?.over) return { milliseconds: row.over, atLeast: true };
  return row && row.samples.length > 0 ? { milliseconds: median(row.samples), atLeast: false } : undefined;
}

/** @param {Results} results @param {string} host */
export function of({ rows }, host) {
  return (/** @type {string} */ tool, /** @type {string} */ input) => rows.find((row) => row.host === host && row.tool === tool && row.input === input);
}

/** @param {number} milliseconds */
export function duration(milliseconds) {
  if (milliseconds < 9.95) return `${milliseconds.toFixed(1)} ms`;
  return milliseconds < 999.5 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(milliseconds < 9_950 ? 1 : 0)} s`;
}

/** @param {number} bytes */
export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

/** @param {Results} results */
export const hosts = ({ rows }) => [...new Set(rows.map(({ host }) => host))];

/**
 * Every goal whose figures were measured.
 *
 * @param {Results} results
 * @returns {Goal[]}
 */
export function goals(results) {
  return [...hosts(results).flatMap((host) => timeGoals(results, host)), ...memoryGoals(results), ...sizeGoals(results)];
}

/** @param {Results} results @param {string} host @returns {Goal[]} */
function timeGoals(results, host) {
  const row = of(results, host);
  const time = (/** @type {string} */ tool, /** @type {string} */ input) => took(row(tool, input));
  const moveAware = results.tools.filter(({ moves }) => moves).map(({ name }) => name);
  /** @type {Goal[]} */
  const goals = [];
  const faster = (/** @type {string} */ goal, /** @type {string} */ input, /** @type {string[]} */ tools, /** @type {number} */ least) => {
    const own = time("storydiff", input);
    const times = tools.map((tool) => ({ tool, ...time(tool, input) })).filter(({ milliseconds }) => milliseconds !== undefined);
    const [fastest] = times.toSorted((a, b) => Number(a.milliseconds) - Number(b.milliseconds));
    if (!own || !fastest) return;
    const ratio = Number(fastest.milliseconds) / own.milliseconds;
    const figure = `${fastest.atLeast ? "over " : ""}${ratio.toFixed(1)} (${fastest.tool})`;
    goals.push({ goal: `${host}: ${goal}, times faster: at least ${least}`, figure, met: !own.atLeast && ratio >= least });
  };
  faster("rewritten article beside the fastest that finds moves", "rewritten-article", moveAware, MOVES_ARTICLE);
  faster("rewritten article beside jsdiff", "rewritten-article", ["jsdiff"], JSDIFF_ARTICLE);
  faster("100,000 words edited beside the fastest that finds moves", "edited-100k", moveAware, MOVES_BOOK);

  const [own, pass] = [time("storydiff", "edited-100k"), time("words-pass", "edited-100k")];
  if (own && pass) {
    const ratio = own.milliseconds / pass.milliseconds;
    goals.push({ goal: `${host}: 100,000 words edited, passes of word segmentation: at most ${WORDS_BOOK}`, figure: ratio.toFixed(1), met: !own.atLeast && ratio <= WORDS_BOOK });
  }
  for (const { name, title, kind } of results.inputs) {
    const time = took(row("storydiff", name));
    if (kind !== "hostile" || !time) continue;
    const approximate = row("storydiff", name)?.approximate === true;
    const figure = `${time.atLeast ? "over " : ""}${duration(time.milliseconds)}${approximate ? ", approximate" : ""}`;
    const met = !time.atLeast && time.milliseconds <= (approximate ? BOUNDED : HOSTILE);
    goals.push({ goal: `${host}: ${title}: at most ${duration(HOSTILE)}, or approximate`, figure, met });
  }
  const odyssey = time("storydiff", "odyssey");
  if (odyssey) goals.push({ goal: `${host}: the Odyssey, two translations: at most ${duration(ODYSSEY)}`, figure: duration(odyssey.milliseconds), met: odyssey.milliseconds <= ODYSSEY });
  for (const kind of ["edited", "rewritten"]) {
    const points = series(results, kind, (name) => took(row("storydiff", name))?.milliseconds);
    if (points.length > 1) goals.push(growth(`${host}: time, ${kind}`, points));
  }
  return goals;
}

/** @param {Results} results @returns {Goal[]} */
function memoryGoals(results) {
  /** @type {Goal[]} */
  const goals = [];
  const { rows, release } = results;
  const memory = (/** @type {string} */ name) => rows.find((row) => row.input === name && row.memory)?.memory;
  for (const kind of ["edited", "rewritten"]) {
    const points = series(results, kind, (name) => memory(name)?.held);
    if (points.length > 1) goals.push(growth(`memory, ${kind}`, points));
    const longest = memory(`${kind}-1m`);
    if (!longest) continue;
    for (const [what, bytes] of /** @type {const} */ ([["the engine", longest.held], ["the whole process", longest.peak]])) {
      goals.push({ goal: `memory, 1,000,000 words ${kind}, ${what}: at most ${megabytes(MEMORY)}`, figure: megabytes(bytes), met: bytes <= MEMORY });
    }
  }
  for (const { input, where, before, peak, after } of release) {
    const share = (after - before) / (peak - before);
    const figure = `${(100 * share).toFixed(0)} %, of ${megabytes(peak - before)}`;
    goals.push({ goal: `memory kept after ${input}, ${where}: at most ${100 * KEPT} %`, figure, met: share <= KEPT });
  }
  return goals;
}

/** @param {Results} results @returns {Goal[]} */
function sizeGoals({ engine }) {
  return [{ goal: `the engine, gzip: at most ${ENGINE / 1e3} kB`, figure: `${(engine.gzip / 1e3).toFixed(1)} kB`, met: engine.gzip <= ENGINE }];
}

/** What prose of one kind took, from 10,000 words on. @param {Results} results @param {string} kind @param {(input: string) => number | undefined} value */
export function series({ inputs }, kind, value) {
  const long = inputs.filter((input) => input.kind === kind && input.words >= 9_000);
  return long.flatMap(({ name, words }) => {
    const taken = value(name);
    return taken === undefined ? [] : [/** @type {[n: number, value: number]} */ ([words, taken])];
  });
}

/** @param {string} what @param {[n: number, value: number][]} points @returns {Goal} */
function growth(what, points) {
  const steps = points.slice(1).map((point, at) => exponent([points[at], point]).toFixed(2));
  const whole = exponent(points);
  const counts = points.map(([words]) => `${Math.round(words / 1000)}k`).join(" → ");
  return { goal: `${what}, growth ${counts}, exponent: at most ${EXPONENT}`, figure: `${whole.toFixed(2)} (${steps.join(", ")})`, met: whole <= EXPONENT };
}
