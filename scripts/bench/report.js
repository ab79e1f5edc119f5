// Tables of the figures: for the terminal, and for docs/speed.md.

import { duration, goals, hosts, megabytes, median, of, took } from "./figures.js";

/**
 * @typedef {import("./figures.js").Results} Results
 * @typedef {string[][]} Table The first row is the head.
 */

/** Stands in docs/speed.md where the figures begin, and where they end. */
const MARKS = /** @type {const} */ (["<!-- figures: npm run bench -- --report writes them -->", "<!-- end of figures -->"]);

/** The goals, for the terminal. @param {Results} results */
export function goalTable(results) {
  const all = goals(results);
  const widths = ["goal", "figure"].map((name) => Math.max(...all.map((row) => row[/** @type {"goal" | "figure"} */ (name)].length)));
  return all.map(({ goal, figure, met }) => `${goal.padEnd(widths[0])}  ${figure.padEnd(widths[1])}  ${met ? "met" : "MISSED"}`).join("\n");
}

/** A document with the figures in the place of those it has. @param {string} document @param {Results} results */
export function withFigures(document, results) {
  const [begin, end] = MARKS.map((mark) => document.indexOf(mark));
  if (begin < 0 || end < begin) throw new Error(`There is no place for figures between “${MARKS.join("” and “")}”.`);
  return `${document.slice(0, begin)}${MARKS[0]}\n\n${figures(results)}\n\n${document.slice(end)}`;
}

/** @param {Results} results */
function figures(results) {
  const { versions, machine, inputs, tools, rows, release, weights, engine } = results;
  const parts = [
    `Measured with ${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(", ")}, on ${machine.cores} cores of ${machine.cpu}.`,
    "### Goals",
    markdown([["goal", "figure", ""], ...goals(results).map(({ goal, figure, met }) => [goal, figure, met ? "met" : "**missed**"])]),
  ];
  for (const host of hosts(results)) {
    const row = of(results, host);
    const measured = inputs.filter(({ name }) => tools.some((tool) => row(tool.name, name)));
    const cells = measured.map(({ name, title }) => [title, ...tools.map((tool) => cell(row(tool.name, name)))]);
    parts.push(`### In ${host}`, markdown([["median", ...tools.map(({ title }) => title)], ...cells]));
  }
  parts.push("### Stages, in Node", markdown(stages(results)));
  const uses = rows.flatMap(({ input, memory }) => (memory ? [[titleOf(results, input), megabytes(memory.held), megabytes(memory.peak)]] : []));
  if (uses.length > 0) parts.push("### Memory", markdown([["", "held by the engine", "the process at most, texts and report included"], ...uses]));
  const releases = release.map(({ input, where, before, peak, after }) => [`${titleOf(results, input)}, ${where}`, ...[before, peak, after].map(megabytes)]);
  if (releases.length > 0) parts.push(markdown([["held by a process", "before", "at most", "after"], ...releases]));
  if (weights) {
    const kB = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1);
    const lines = weights.map(({ name, raw, gzip }) => [name, kB(raw), kB(gzip)]);
    parts.push("### What the engine is made of", markdown([["", "kB", "kB gzip"], ...lines, ["the whole engine", kB(engine.raw), kB(engine.gzip)]]));
  }
  return parts.join("\n\n");
}

/** @param {import("./rounds.js").Row | undefined} row */
function cell(row) {
  if (row?.failed) return "failed";
  const time = took(row);
  if (!time) return "";
  return `${time.atLeast ? "over " : ""}${duration(time.milliseconds)}${row?.approximate ? " ≈" : ""}`;
}

/** @param {Results} results @returns {Table} */
function stages(results) {
  const rows = results.rows.filter(({ host, stages }) => host === "Node" && stages);
  const names = Object.keys(rows[0]?.stages?.[0] ?? {});
  const cells = rows.map(({ input, stages = [] }) => [titleOf(results, input), ...names.map((name) => duration(median(stages.map((sample) => sample[name]))))]);
  return [["", ...names], ...cells];
}

/** @param {Results} results @param {string} input */
const titleOf = ({ inputs }, input) => inputs.find(({ name }) => name === input)?.title ?? input;

/** @param {Table} table */
function markdown([head, ...rows]) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${head.map((_, at) => (at === 0 ? "---|" : "---:|")).join("")}`, ...rows.map(line)].join("\n");
}
