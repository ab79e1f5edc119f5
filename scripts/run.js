// Runs programs and steps: a step prints one line, and what its programs printed only where it fails.

import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Where tools that only this project needs are installed. */
export const toolsFolder = join(root, "target", "tools");

// The project's own tools come first; cargo's folder is where rustup puts it, on the PATH or not.
process.env.PATH = [
  join(root, "node_modules", ".bin"),
  join(toolsFolder, "bin"),
  process.env.PATH ?? "",
  join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "bin"),
].join(delimiter);

/** A failure whose message is all that its reader needs: it is printed without a stack. */
export class Failure extends Error {}

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] - added to this process's own
 * @param {string} [cwd] - the project's folder unless told
 * @returns {Promise<string>} what it printed, on both streams
 * @throws {Failure} with all of that where it does not end well
 */
export function run(command, args, env, cwd = root) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (printed += text));
    }
    const line = [command, ...args].join(" ");
    child.on("error", (error) => reject(new Failure(`${line}: ${error.message}`)));
    child.on("close", (code, signal) => {
      if (code === 0) resolve(printed);
      else reject(new Failure(`${printed.trimEnd()}\n\n${line}: ended with ${signal ?? `exit code ${code}`}.`));
    });
  });
}

/**
 * What a program answers at once, such as its version.
 *
 * @param {string} command
 * @param {string[]} args
 * @returns {string | undefined} its standard output; nothing where it is missing or fails
 */
export function ask(command, args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * Where a program stands on the PATH.
 *
 * @param {string} command
 * @returns {string | undefined}
 */
export function which(command) {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Does one thing and says so in one line.
 *
 * @template T
 * @param {string} title
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  process.stdout.write(`${title} … `);
  try {
    const result = await work();
    console.log("done");
    return result;
  } catch (error) {
    console.log("failed\n");
    throw error;
  }
}

/**
 * Runs a script: a failure ends it with its message and exit code 1.
 *
 * @param {() => Promise<void>} script
 */
export async function main(script) {
  try {
    await script();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * Whether a module is the script that node was started with, rather than imported by it.
 *
 * @param {string} url - the module's `import.meta.url`
 */
export function isScript(url) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);
}
