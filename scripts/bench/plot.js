// A log-log plot of time against words, as SVG that reads on light and on dark.

import { of, took } from "./figures.js";

/** @typedef {import("./figures.js").Results} Results */

const WIDTH = 860;
const HEIGHT = 420;
/** One picture a kind of revision, side by side; in units of the drawing, as all here. */
const PANEL = { left: 62, top: 40, width: 290, height: 320, apart: 390 };
const KINDS = ["edited", "rewritten"];

/** Words, and milliseconds: the decades that are drawn. */
const X = { from: 3, to: 6.1 };
const Y = { from: -0.5, to: 5 };
const WORDS = [[3, "1,000"], [4, "10,000"], [5, "100,000"], [6, "1,000,000 words"]];
const TIMES = [[0, "1 ms"], [1, "10 ms"], [2, "100 ms"], [3, "1 s"], [4, "10 s"], [5, "100 s"]];

/** Hues that can be told apart with any sight, and on both grounds (Okabe & Ito 2008). */
const COLOURS = ["#d55e00", "#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#888888"];

const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #333 }
  .title { font-weight: 600 }
  .grid { stroke: #8884; fill: none }
  .line { fill: none; stroke-width: 2 }
  .over { stroke-dasharray: 3 4 }
  @media (prefers-color-scheme: dark) { text { fill: #ddd } }
`;

/** @param {Results} results @param {string} host */
export function plot(results, host) {
  const drawn = results.tools.filter(({ name }) => KINDS.some((kind) => points(results, host, kind, name).length > 1));
  const panels = KINDS.map((kind, at) => {
    const lines = drawn.map(({ name }, colour) => line(points(results, host, kind, name), COLOURS[colour % COLOURS.length]));
    return `<g transform="translate(${PANEL.left + at * PANEL.apart} ${PANEL.top})">${grid()}${text(0, -14, kind, "title")}${lines.join("")}</g>`;
  });
  const legend = drawn.map(({ title }, at) => {
    const [x, y] = [PANEL.left + (at % 4) * 200, HEIGHT - 28 + Math.floor(at / 4) * 18];
    return `<path class="line" stroke="${COLOURS[at % COLOURS.length]}" d="M${x} ${y - 4}h16"/>${text(x + 22, y, title)}`;
  });
  const label = "Time against the number of words, both logarithmic, for texts that were edited and for texts that were rewritten";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
<style>${STYLE}</style>
${[...panels, ...legend].join("\n")}
</svg>
`;
}

/** @typedef {{words: number, milliseconds: number, atLeast: boolean}} Point */

/** @param {Results} results @param {string} host @param {string} kind @param {string} tool @returns {Point[]} */
function points(results, host, kind, tool) {
  const row = of(results, host);
  const prose = results.inputs.filter((input) => input.kind === kind);
  const all = prose.flatMap(({ name, words }) => {
    const time = took(row(tool, name));
    return time ? [{ words, ...time }] : [];
  });
  // Of those that took too long, the first tells enough.
  const over = all.findIndex(({ atLeast }) => atLeast);
  return over < 0 ? all : all.slice(0, over + 1);
}

/** @param {Point[]} points @param {string} colour */
function line(points, colour) {
  const at = points.map(({ words, milliseconds }) => `${x(Math.log10(words))} ${y(Math.log10(milliseconds))}`);
  const over = points.findIndex(({ atLeast }) => atLeast);
  const known = over < 0 ? at : at.slice(0, over);
  const dots = known.map((place) => `<circle r="3" fill="${colour}" cx="${place.replace(" ", '" cy="')}"/>`);
  const rest = over > 0 ? `<path class="line over" stroke="${colour}" d="M${at[over - 1]}L${at[over]}"/>` : "";
  return known.length > 0 ? `<path class="line" stroke="${colour}" d="M${known.join("L")}"/>${rest}${dots.join("")}` : "";
}

function grid() {
  const columns = WORDS.map(([decade, label]) => `<path class="grid" d="M${x(Number(decade))} 0v${PANEL.height}"/>${text(x(Number(decade)), PANEL.height + 16, String(label), "", "middle")}`);
  const rows = TIMES.map(([decade, label]) => `<path class="grid" d="M0 ${y(Number(decade))}h${PANEL.width}"/>${text(-6, y(Number(decade)) + 4, String(label), "", "end")}`);
  return [...columns, ...rows].join("");
}

/** @param {number} decade */
const x = (decade) => round(((decade - X.from) / (X.to - X.from)) * PANEL.width);
/** @param {number} decade */
const y = (decade) => round((1 - (decade - Y.from) / (Y.to - Y.from)) * PANEL.height);
const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/** @param {number} x @param {number} y @param {string} words @param {string} [name] @param {string} [anchor] */
function text(x, y, words, name = "", anchor = "start") {
  const escaped = words.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<text x="${x}" y="${y}" text-anchor="${anchor}"${name && ` class="${name}"`}>${escaped}</text>`;
}
