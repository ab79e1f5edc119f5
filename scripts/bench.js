// `npm run bench`: how long comparisons take, beside other tools, in Node and in Chromium; how much memory they take; which
// of the goals are met. docs/speed.md explains it.
//
// | | |
// |---|---|
// | `--quick` | an article and 10,000 words alone, in Node alone |
// | `--only NAME…` | pairs of texts, tools or hosts (`node`, `chromium`): what is not named of each is left out, all where none is |
// | `--peer FILE` | one more tool: a module with a default export `(before, after) => any` |
// | `--output FILE` | where the results go, else target/bench/results.json |
// | `--report` | measures nothing: writes the results into docs/speed.md and docs/speed.svg |

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "./build.js";
import { Failure, isScript, main, root, step } from "./run.js";
import { setUpBuild } from "./setup.js";

/**
 * @typedef {import("./bench/figures.js").Results} Results
 * @typedef {import("./bench/inputs.js").Input} Input
 * @typedef {import("./bench/tools.js").Tool} Tool
 */

const QUICK = /article|10k/;
/** What a comparison of is hoped to give its memory back. */
const LONGEST = "edited-1m";

/** @param {string[]} args */
function read(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        quick: { type: "boolean" },
        only: { type: "string", multiple: true },
        peer: { type: "string", multiple: true },
        output: { type: "string" },
        report: { type: "boolean" },
      },
    });
    const { quick = false, report = false, only = [], peer = [], output = join(root, "target/bench/results.json") } = values;
    if (positionals.length > 0 && only.length === 0) throw new Failure(`What is “${positionals[0]}” for?`);
    return { quick, report, peer, only: [...only, ...positionals], output: resolve(output) };
  } catch (error) {
    throw error instanceof TypeError ? new Failure(error.message) : error;
  }
}

/** @param {ReturnType<typeof read>} options */
async function bench({ quick, only, peer, output }) {
  await setUpBuild();
  // Not above: on a fresh machine this module is loaded before there are packages.
  const [tooling, texts, hosting, { BOUNDS, measure }, memory, { duration, took }, { weigh }, { goalTable }] = await Promise.all([
    import("./bench/tools.js"), import("./bench/inputs.js"), import("./bench/hosts.js"), import("./bench/rounds.js"),
    import("./bench/memory.js"), import("./bench/figures.js"), import("./bench/weights.js"), import("./bench/report.js"),
  ]);
  const allTools = [...tooling.TOOLS, ...peer.map(tooling.peer)];
  const hostNames = ["node", "chromium"];
  const known = [...texts.INPUTS.map(({ name }) => name), ...allTools.map(({ name }) => name), ...hostNames];
  const unknown = only.find((name) => !known.includes(name));
  if (unknown) throw new Failure(`There is no “${unknown}”. There are: ${known.join(", ")}.`);
  /** @template T @param {T[]} all @param {(of: T) => string} name */
  const chosen = (all, name) => {
    const some = all.filter((one) => only.includes(name(one)));
    return some.length > 0 ? some : all;
  };
  const tools = chosen(allTools, ({ name }) => name);
  const inputs = chosen(texts.INPUTS, ({ name }) => name).filter(({ name }) => !quick || QUICK.test(name));
  const wanted = chosen(hostNames, (name) => name).filter((name) => name === "node" || !quick);

  await step("Building the engine", build);
  await step("Writing the texts", () => texts.writeTexts(inputs));
  await step("Bundling the tools", () => tooling.bundleTools(tools));

  const engine = readFileSync(join(root, "www/pkg/storydiff_bg.wasm"));
  /** @type {Results} */
  const results = {
    versions: { storydiff: packageOf(".").version, ...versionsOf(tools) },
    machine: { cpu: cpus()[0].model, cores: cpus().length },
    inputs: inputs.map(({ name, title, kind }) => ({ name, title, kind, words: texts.wordsOf(name) })),
    tools: tools.map(({ name, title, role, moves = false }) => ({ name, title, role, moves })),
    rows: [],
    release: [],
    engine: { raw: engine.length, gzip: gzipSync(engine, { level: 9 }).length },
  };
  mkdirSync(dirname(output), { recursive: true });
  const save = () => writeFileSync(output, `${JSON.stringify(results, undefined, 1)}\n`);
  for (const name of wanted) {
    const host = name === "node" ? hosting.nodeHost() : await hosting.chromiumHost();
    console.log(`\n${host.name} ${host.version}`);
    results.versions[host.name] = host.version;
    // Who was too slow in one host need not be waited for in the other.
    const over = (/** @type {Tool} */ tool, /** @type {Input} */ input) => results.rows.find((row) => row.tool === tool.name && row.input === input.name)?.over;
    await measure(host, tools, inputs, ({ name }) => texts.filesOf(name), BOUNDS, (row) => {
      const time = took(row);
      const median = time ? `${time.atLeast ? "over " : ""}${duration(time.milliseconds)}` : row.failed;
      console.log(`  ${row.input.padEnd(22)}${row.tool.padEnd(18)}${median}  (${row.samples.length})`);
      results.rows.push(row);
      // What was measured stays, should the rest be broken off.
      save();
    }, over);
    await host.close();
  }

  const own = tools.find(({ role }) => role === "own");
  if (own && inputs.some(({ name }) => name === LONGEST)) {
    results.release.push(await step("Memory given back", () => memory.releaseOfThread(own, LONGEST)));
    const page = wanted.includes("chromium") ? await step("Memory given back by the page", () => memory.releaseOfPage(LONGEST)) : undefined;
    if (page) results.release.push(page);
  }
  if (!quick && only.length === 0) results.weights = await step("Weighing the engine's parts", weigh);

  save();
  console.log(`\n${goalTable(results)}\n\nThe results are in ${output}.`);
}

/** Writes what was measured last where people read it. @param {string} from */
async function report(from) {
  const { plot } = await import("./bench/plot.js");
  const { withFigures } = await import("./bench/report.js");
  const { hosts } = await import("./bench/figures.js");
  /** @type {Results} */
  const results = JSON.parse(readFileSync(from, "utf8"));
  const document = join(root, "docs/speed.md");
  writeFileSync(document, withFigures(readFileSync(document, "utf8"), results));
  writeFileSync(join(root, "docs/speed.svg"), plot(results, hosts(results)[0]));
}

/** @param {Tool[]} tools */
function versionsOf(tools) {
  const packages = tools.flatMap((tool) => tool.package ?? []);
  return Object.fromEntries(packages.map((name) => [name, packageOf(`node_modules/${name}`).version]));
}

/** @param {string} folder */
function packageOf(folder) {
  return JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
}

if (isScript(import.meta.url)) {
  await main(async () => {
    const options = read(process.argv.slice(2));
    await (options.report ? report(options.output) : bench(options));
  });
}
