// `npm run build`: builds the engine into www/pkg, after which www/ can be served as it stands, and of www/ the page as it
// is published.

import { copyFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { lean } from "./lean.js";
import { makePageAndRelease } from "./release.js";
import { isScript, main, root, run, step } from "./run.js";
import { setUpBuild } from "./setup.js";

/**
 * What LLVM may copy to where it is called, in its own units; the second of what the standard library asks it to copy. With 50
 * and 325, as opt-level "s" has it, the engine takes 30 % less time, but 12 kB more, gzip.
 */
const INLINING = ["-inline-threshold=20", "-inlinehint-threshold=25"];

/** Builds the engine, optimised. */
export async function build() {
  await link("www/pkg");
  await lean(join(root, "www/pkg/storydiff_bg.wasm"));
  // Who gets the page gets the licences of what is in it; wasm-pack brings the project's own.
  copyFileSync(join(root, "NOTICE"), join(root, "www/pkg/NOTICE"));
}

/**
 * Compiles the engine and links it, as yet with the names of its functions.
 *
 * @param {string} folder - where to, from the project's own
 */
export async function link(folder) {
  // wasm-pack lists in the package what it finds there: the same only where it always finds nothing.
  rmSync(join(root, folder), { recursive: true, force: true });
  const flags = INLINING.map((option) => `-Cllvm-args=${option}`);
  // Panic messages name source files: the published engine need not tell where they lay on the machine that built it.
  const env = { CARGO_ENCODED_RUSTFLAGS: [`--remap-path-prefix=${homedir()}=~`, ...flags].join("\x1f") };
  await run("wasm-pack", ["build", "--profile", "engine", "--target", "web", "--out-dir", folder, "--mode", "no-install", ".", "--locked", "--no-default-features"], env);
}

if (isScript(import.meta.url)) {
  await main(async () => {
    await setUpBuild();
    await step("Building the engine", build);
    await step("Making the page", makePageAndRelease);
  });
}
