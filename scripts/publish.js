// `node scripts/publish.js`: does all that `cargo publish` does but upload, and tries the documentation's examples on what
// would be published.

import { join } from "node:path";
import { ask, isScript, main, run, step } from "./run.js";

export async function tryToPublish() {
  const { target_directory: target, packages } = JSON.parse(ask("cargo", ["metadata", "--locked", "--no-deps", "--format-version", "1"]) ?? "{}");
  const [{ name, version }] = packages;
  // What is being worked on is tried as it stands.
  await run("cargo", ["publish", "--dry-run", "--locked", "--allow-dirty"]);
  const crate = join(target, "package", `${name}-${version}`, "Cargo.toml");
  await run("cargo", ["test", "--doc", "--locked", "--manifest-path", crate, "--target-dir", target]);
}

if (isScript(import.meta.url)) await main(() => step("Trying to publish", tryToPublish));
