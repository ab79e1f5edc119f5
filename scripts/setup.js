// Installs what building and testing need, where it is missing: an entry each, in the order they need each other.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { findChromedriver, findChromium } from "./chromium.js";
import { ask, Failure, root, run, step, toolsFolder, which } from "./run.js";

/**
 * @typedef {object} Need
 * @property {string} what
 * @property {() => unknown} present - a truthy answer, or a promise of one, where nothing has to be installed
 * @property {() => Promise<unknown>} [install] - not where only a person can do it
 * @property {string} byHand - the command that does it
 */

const isDebianRoot = process.getuid?.() === 0 && /^ID=debian$/m.test(read("/etc/os-release"));
const WASM_PACK = "0.15.1";
const CARGO_DENY = "0.20.2";
const RUSTUP = "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y";
// The crate and its command line tool must be of one version.
const wasmBindgen = /name = "wasm-bindgen"\nversion = "(.+)"/.exec(read(join(root, "Cargo.lock")))?.[1] ?? "";

/** @type {Need[]} */
const buildNeeds = [
  {
    what: "a C linker",
    present: () => process.platform === "win32" || ask("cc", ["--version"]),
    install: isDebianRoot ? () => apt("gcc", "libc6-dev") : undefined,
    byHand: process.platform === "darwin" ? "xcode-select --install" : "sudo apt-get install -y gcc libc6-dev",
  },
  {
    what: "Rust",
    present: () => ask("cargo", ["--version"]),
    byHand: RUSTUP,
  },
  {
    what: "Rust's wasm32 target",
    present: () => folderExists(join(ask("rustc", ["--print", "sysroot"]) ?? "", "lib/rustlib/wasm32-unknown-unknown")),
    install: () => run("rustup", ["target", "add", "wasm32-unknown-unknown"]),
    byHand: withRustup("rustup target add wasm32-unknown-unknown"),
  },
  {
    what: "the npm packages",
    // npm writes its own lock file into node_modules as it ends.
    present: () => modified("node_modules/.package-lock.json") >= modified("package-lock.json"),
    install: () => run("npm", ["ci"]),
    byHand: "npm ci",
  },
  {
    what: `wasm-bindgen ${wasmBindgen} (a minute or two)`,
    present: () => ask("wasm-bindgen", ["--version"]) === `wasm-bindgen ${wasmBindgen}`,
    ...cargoTool("wasm-bindgen-cli", wasmBindgen),
  },
  {
    what: "wasm-pack (a minute or two)",
    present: () => ask("wasm-pack", ["--version"]),
    ...cargoTool("wasm-pack", WASM_PACK),
  },
];

/** @type {Need} */
const cargoDeny = {
  what: "cargo-deny (a few minutes)",
  present: () => ask("cargo-deny", ["--version"]),
  ...cargoTool("cargo-deny", CARGO_DENY),
};

/** @type {Need[]} */
const testNeeds = [
  cargoDeny,
  {
    what: "rustfmt and clippy",
    present: () => ask("cargo", ["fmt", "--version"]) && ask("cargo", ["clippy", "--version"]),
    install: () => run("rustup", ["component", "add", "rustfmt", "clippy"]),
    byHand: withRustup("rustup component add rustfmt clippy"),
  },
  {
    what: "Chromium",
    present: findChromium,
    install: () => (isDebianRoot ? apt("chromium", "chromium-driver") : run("playwright", ["install", "chromium"])),
    byHand: "npx playwright install --with-deps chromium",
  },
  {
    what: "Chromium's driver",
    // Elsewhere wasm-pack fetches the driver as it runs the tests.
    present: () => findChromedriver() || !isDebianRoot,
    install: () => apt("chromium-driver"),
    byHand: "apt-get install -y chromium-driver",
  },
];

/** Installs what building needs. */
export async function setUpBuild() {
  await provide(buildNeeds);
}

/** Installs what building and testing need. */
export async function setUpTests() {
  await provide([...buildNeeds, ...testNeeds]);
}

/** Installs what asking for advisories needs. */
export async function setUpAdvisories() {
  await provide([...buildNeeds, cargoDeny]);
}

/** @param {Need[]} needs */
async function provide(needs) {
  for (const { what, present, install, byHand } of needs) {
    if (await present()) continue;
    const help = `Install ${what.replace(/ \(.*/, "")} by hand and start again:\n\n    ${byHand}\n`;
    if (!install) throw new Failure(`There is no ${what.replace(/^an? /, "")} here. ${help}`);
    await step(`Installing ${what}`, async () => {
      try {
        await install();
      } catch (error) {
        throw error instanceof Failure ? new Failure(`${error.message}\n\n${help}`) : error;
      }
      if (!(await present())) throw new Failure(`It was installed, and yet is not found. ${help}`);
    });
  }
}

/**
 * A tool from crates.io, installed beside the build for this project alone.
 *
 * @param {string} name
 * @param {string} version
 */
function cargoTool(name, version) {
  const args = ["install", name, "--version", version, "--root", toolsFolder];
  // Such tools run for less than a second: compiling them well takes four times as long and saves none of it.
  const env = { CARGO_PROFILE_RELEASE_OPT_LEVEL: "0" };
  return {
    // The tool's lock file may name a package that a mirror of the registry does not hold: then the nearest fitting ones do.
    install: () => run("cargo", [...args, "--locked"], env).catch(() => run("cargo", args, env)),
    byHand: `cargo install ${name} --version ${version} --locked`,
  };
}

/**
 * A command of rustup, which a Rust that came with the system does not bring.
 *
 * @param {string} command
 */
function withRustup(command) {
  return which("rustup") ? command : `${RUSTUP} && . "$HOME/.cargo/env" && ${command}`;
}

/** @param {...string} packages */
async function apt(...packages) {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], env);
  await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], env);
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** @param {string} path */
function folderExists(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** @param {string} path - from the project's folder */
function modified(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
