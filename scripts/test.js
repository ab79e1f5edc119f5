// `npm test`: installs what is missing, then runs every check, the quick ones first; the first that fails ends it.
// `npm test -- NAME…` runs only the named ones.

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.js";
import { chromiumArgs, findChromedriver, findChromium } from "./chromium.js";
import { buildConsumers } from "./consumers.js";
import { makePackage } from "./package.js";
import { tryToPublish } from "./publish.js";
import { makePageAndRelease } from "./release.js";
import { Failure, main, root, run, step } from "./run.js";
import { setUpTests } from "./setup.js";
import { size } from "./size.js";

/** For wasm32 there is the library alone. */
const WASM = ["--target", "wasm32-unknown-unknown", "--no-default-features"];
const WARNINGS_FAIL = ["--", "-D", "warnings"];

/** @type {{name: string, title: string, work: () => Promise<unknown>}[]} */
const checks = [
  { name: "rustfmt", title: "Rust is formatted", work: () => run("cargo", ["fmt", "--check"]) },
  { name: "eslint", title: "JavaScript is free of lint", work: () => run("eslint", ["."]) },
  {
    name: "clippy",
    title: "Rust is free of lint, natively",
    work: () => run("cargo", ["clippy", "--locked", "--all-targets", ...WARNINGS_FAIL]),
  },
  {
    name: "clippy-wasm",
    title: "Rust is free of lint, for wasm32",
    work: () => run("cargo", ["clippy", "--locked", "--all-targets", ...WASM, ...WARNINGS_FAIL]),
  },
  {
    name: "rustdoc",
    title: "Rust's documentation holds together",
    work: () => run("cargo", ["doc", "--locked", "--no-deps"], { RUSTDOCFLAGS: "-D warnings" }),
  },
  { name: "cargo", title: "Rust's tests, natively", work: () => run("cargo", ["test", "--locked"]) },
  {
    name: "library",
    title: "The library stands by itself",
    work: () => run("cargo", ["clippy", "--locked", "--lib", "--no-default-features", ...WARNINGS_FAIL]),
  },
  {
    name: "deny",
    title: "Crates are from where they should be, under licences that permit it",
    work: () => run("cargo", ["deny", "--offline", "--locked", "check", "licenses", "bans", "sources"]),
  },
  { name: "publish", title: "The crate can be published", work: tryToPublish },
  { name: "build", title: "Building the engine", work: build },
  { name: "make", title: "Making the page", work: makePageAndRelease },
  { name: "package", title: "Making the npm package", work: makePackage },
  { name: "tsc", title: "JavaScript's types hold", work: () => run("tsc", ["-p", "tsconfig.json"]) },
  { name: "tsc-worker", title: "JavaScript's types hold, in the worker", work: () => run("tsc", ["-p", "tsconfig.worker.json"]) },
  { name: "node", title: "JavaScript's tests, in Node", work: () => run("node", ["--test", ...nodeTests()]) },
  { name: "wasm-pack", title: "The boundary's tests, in Chromium", work: boundaryTests },
  { name: "consumers", title: "Programs and pages that use the package", work: () => buildConsumers() },
  { name: "page", title: "The page's tests, in Chromium", work: () => run("playwright", ["test"]) },
  { name: "size", title: "Sizes are within their budgets", work: size },
];

await main(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => checks.every((check) => check.name !== name));
  if (unknown.length > 0) {
    throw new Failure(`There is no check "${unknown[0]}". There are: ${checks.map(({ name }) => name).join(", ")}.`);
  }
  await setUpTests();
  process.env.CHROME = await findChromium();
  const chosen = checks.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const { title, work } of chosen) await step(title, work);
  if (chosen.some(({ name }) => name === "size")) console.log(`\n${await size()}`);
  console.log(`\nPassed: ${chosen.map(({ name }) => name).join(", ")}.`);
});

/** The tests that Node runs; Playwright runs those of the page. */
function nodeTests() {
  return readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.js") && !path.startsWith("page"))
    .map((path) => join("tests", path));
}

/** Runs tests/web.rs: its driver reads from a file how to start Chromium. */
async function boundaryTests() {
  const settings = join(root, "target", "webdriver.json");
  mkdirSync(join(root, "target"), { recursive: true });
  writeFileSync(settings, JSON.stringify({ "goog:chromeOptions": { binary: process.env.CHROME, args: chromiumArgs } }));
  const driver = findChromedriver();
  const options = ["--headless", "--chrome", ...(driver ? ["--chromedriver", driver] : [])];
  await run("wasm-pack", ["test", ...options, ".", "--locked", "--no-default-features", "--test", "web"], { WASM_BINDGEN_TEST_WEBDRIVER_JSON: settings });
}
