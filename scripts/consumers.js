// `node scripts/consumers.js [NAME…]`: installs the packed package into the small projects of tests/consumers, as its users
// do, builds them and runs what of them is a program. What of them is a page, Playwright opens (consumers.spec.js).

import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { tarball } from "./package.js";
import { Failure, isScript, main, root, run, step } from "./run.js";

const sources = join(root, "tests", "consumers");

/** Where the projects are built: each by itself, with the packages that it names. */
export const consumersFolder = join(root, "target", "consumers");

/** The projects, by the names of their folders. */
const consumers = readdirSync(sources);

/** Builds all of them, one after the other. */
export async function buildConsumers() {
  for (const name of consumers) await buildConsumer(name);
}

/** @param {string} name */
async function buildConsumer(name) {
  if (!existsSync(tarball)) throw new Failure("There is no package to install: npm run dist makes it.");
  const folder = join(consumersFolder, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(sources, name), folder, { recursive: true, filter: (path) => !/node_modules|dist$/.test(path) });
  const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  await run("npm", ["ci"], {}, folder);
  await run("npm", ["install", "--no-save", "--no-package-lock", tarball], {}, folder);
  for (const script of ["build", "test"]) if (script in scripts) await run("npm", ["run", script], {}, folder);
}

if (isScript(import.meta.url)) {
  await main(async () => {
    const named = process.argv.slice(2);
    for (const name of named.length > 0 ? named : consumers) await step(`Building ${name}`, () => buildConsumer(name));
  });
}
