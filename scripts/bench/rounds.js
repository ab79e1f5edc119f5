// Measures tools in one run, turn by turn: what slows the machine for a while slows all of them.

/**
 * @typedef {import("./inputs.js").Input} Input
 * @typedef {import("./tools.js").Tool} Tool
 * @typedef {import("./hosts.js").Host} Host
 * @typedef {import("./hosts.js").Runner} Runner
 *
 * @typedef {object} Row What came of a tool and a pair of texts.
 * @property {string} host
 * @property {string} input
 * @property {string} tool
 * @property {number[]} samples - in milliseconds, in the order of the rounds
 * @property {Record<string, number>[]} [stages] - of each sample, in milliseconds
 * @property {boolean} [approximate]
 * @property {{held: number, peak: number}} [memory] - after the first run, in bytes: what the engine holds, which is never
 *   less than it did, and the most that its process held, with Node.js itself, both texts and the report
 * @property {number} [over] - the limit that it was ended at, in milliseconds, or was ended at with a smaller text of its kind
 * @property {string} [failed]
 *
 * @typedef {{tool: Tool, row: Row, runner: Runner, limit: number, spent: number, done: boolean}} Entrant `limit` and `spent` in milliseconds.
 *
 * @typedef {object} Bounds All in milliseconds but `rounds`.
 * @property {number} rounds - at the most
 * @property {number} warmUp - how long a tool is run before it is measured, at least once: compilers need some runs to do their best
 * @property {number} spend - a tool that has taken so long, warm-up included, is not asked again
 * @property {Record<Tool["role"], number>} limits - of a single run
 */

/** @type {Bounds} */
export const BOUNDS = { rounds: 21, warmUp: 500, spend: 6_000, limits: { own: 120_000, peer: 20_000, limit: 20_000 } };

/**
 * @param {Host} host
 * @param {Tool[]} tools
 * @param {Input[]} inputs - the smaller ones of a kind first
 * @param {(input: Input) => string[]} files
 * @param {Bounds} bounds
 * @param {(row: Row) => void} tell - of each row, as it is done
 * @param {(tool: Tool, input: Input) => number | undefined} [known] - limits that a tool is known to be over, in milliseconds
 * @returns {Promise<Row[]>}
 */
export async function measure(host, tools, inputs, files, bounds, tell, known = () => undefined) {
  /** @type {Row[]} */
  const rows = [];
  for (const input of inputs) {
    /** @type {Entrant[]} */
    const entrants = [];
    for (const tool of tools.filter(({ role }) => input.peers || role !== "peer")) {
      /** @type {Row} */
      const row = { host: host.name, input: input.name, tool: tool.name, samples: [] };
      rows.push(row);
      row.over = known(tool, input) ?? hopeless(rows, inputs, tool, input);
      if (row.over) {
        tell(row);
        continue;
      }
      entrants.push({ tool, row, runner: await host.start(tool), limit: bounds.limits[tool.role], spent: 0, done: false });
    }

    /** @param {Entrant} entrant @param {boolean} counts */
    const run = async (entrant, counts) => {
      const { row, runner, limit } = entrant;
      const outcome = await runner.run(files(input), limit);
      if ("over" in outcome) row.over = limit;
      else if ("failed" in outcome) row.failed = outcome.failed;
      else {
        const { milliseconds, stages, approximate, held } = outcome.sample;
        if (held && outcome.peak) row.memory ??= { held, peak: outcome.peak };
        entrant.spent += milliseconds;
        row.approximate = approximate;
        // A run that took all the time there is has to do.
        if (!counts && entrant.spent < bounds.spend) return;
        row.samples.push(milliseconds);
        if (stages) (row.stages ??= []).push(stages);
      }
      entrant.done = !("sample" in outcome) || entrant.spent >= bounds.spend;
    };
    for (const entrant of entrants) {
      do await run(entrant, false);
      while (!entrant.done && entrant.spent < bounds.warmUp);
    }
    for (let round = 0; round < bounds.rounds; round++) {
      // Who comes first is another each time.
      const first = round % entrants.length;
      for (const entrant of [...entrants.slice(first), ...entrants.slice(0, first)]) if (!entrant.done) await run(entrant, true);
    }
    for (const { row, runner } of entrants) {
      await runner.end();
      tell(row);
    }
  }
  return rows;
}

/**
 * The limit that a tool was over with a smaller text of the same kind; hostile texts are each of their own kind.
 *
 * @param {Row[]} rows @param {Input[]} inputs @param {Tool} tool @param {Input} input
 */
function hopeless(rows, inputs, tool, { kind }) {
  if (kind === "hostile" || kind === "book") return undefined;
  const alike = new Set(inputs.filter((input) => input.kind === kind).map(({ name }) => name));
  return rows.find((row) => row.tool === tool.name && row.over && alike.has(row.input))?.over;
}
