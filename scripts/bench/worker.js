/** Runs one tool in a worker of a browser: `{tool}` loads it, `{files}` asks for one run. */
import { time } from "./time.js";

/** @type {import("./time.js").Loaded} */
let tool;

/** The texts as they came, by their files. @type {Map<string, Promise<Uint8Array>>} */
const read = new Map();

/** @param {string} file */
function bytes(file) {
  const before = read.get(file) ?? fetch(`/${file}`).then(async (response) => new Uint8Array(await response.arrayBuffer()));
  read.set(file, before);
  return before;
}

addEventListener("message", async ({ data }) => {
  try {
    if (data.tool) tool = await import(`/${data.tool}`);
    if (data.files) postMessage({ sample: time(tool, await bytes(data.files[0]), await bytes(data.files[1])) });
    else postMessage({ ready: true });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
});
