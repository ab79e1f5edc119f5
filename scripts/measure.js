// `npm run measure`: prints how well the engine does the work of people: the facts of the samples, and with a folder
// (`npm run measure -- FOLDER`) what people found in other texts.
//
// | in the folder | what people did |
// |---|---|
// | `dev/SET/*.json` | aligned two versions |
// | `dev/seeds/*.json` | of those, the stories whose kept words are looked at: other hands rewrote them |
// | `words/*.json` | marked what was revised in pairs of sentences |
// | `facts/*.json` | listed the facts of two versions |

import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { main, root, run, step } from "./run.js";

const CARGO = ["--quiet", "--locked", "--release", "--example", "measure"];
const KINSHIP = join(root, "www/kinship/english.bin");

await main(async () => {
  const [folder] = process.argv.slice(2);
  await step("Building the measure", () => run("cargo", ["build", ...CARGO]));
  if (folder) await measureTexts(resolve(folder));
  await measure(["facts", "tests/facts"]);
});

/** @param {string} folder */
async function measureTexts(folder) {
  const dev = join(folder, "dev");
  if (!existsSync(KINSHIP)) console.log(`\nThere is no ${KINSHIP}: nothing is measured with kin words.`);
  if (existsSync(dev)) await measure(["evaluate", dev], existsSync(KINSHIP) ? { KINSHIP } : {});
  else console.log(`\nThere is no ${dev}: no alignment is measured.`);

  const [words, seeds, facts] = [join(folder, "words"), join(dev, "seeds"), join(folder, "facts")];
  const [pairs, rewritten] = [documents(words), documents(seeds)];
  if (pairs.length === 0) console.log(`\nThere are no documents in ${words}: no revised words are measured.`);
  if (rewritten.length === 0) console.log(`\nThere are no documents in ${seeds}: no kept words are measured.`);
  if (pairs.length + rewritten.length > 0) await measure(["words", ...pairs, ...rewritten]);

  if (rewritten.length > 0) await measure(["facts", "examples/measure/facts", folder]);
  if (documents(facts).length > 0) await measure(["facts", facts, folder]);
  else console.log(`\nThere are no documents in ${facts}: no facts but those of the samples are measured.`);
}

/**
 * Prints what the measure says.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function measure(args, env) {
  console.log(`\n${(await run("cargo", ["run", ...CARGO, "--", ...args], env)).trimEnd()}`);
}

/**
 * The documents in a folder; none where there is no such folder.
 *
 * @param {string} folder
 */
function documents(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(folder, name));
}
