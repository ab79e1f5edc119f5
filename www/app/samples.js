/**
 * The samples that come with the page.
 */
/** @import { Pair, Reads, Sample, SampleText } from "./types.js" */
import { words } from "../language/page.js";
import { fetchOwn } from "./own.js";
import { Missing } from "./part.js";
import { readResponse, Unreadable } from "./read.js";

const FOLDER = "samples/";

/** @type {Promise<Sample[]> | null} */
let index = fetchIndex();

/** @type {Sample[]} */
let samples = [];

/** The samples; none where they cannot be loaded, as the page works without them. */
export async function listSamples() {
  try {
    samples = await (index ??= fetchIndex());
  } catch {
    index = null;
  }
  return samples;
}

/** @returns {Promise<Sample[]>} */
async function fetchIndex() {
  const response = await fetchOwn(`${FOLDER}index.json`);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
}

/**
 * @param {string} name
 * @param {AbortSignal} signal
 * @returns {Promise<Reads>} Rejects with `Unreadable` where there is no such sample.
 */
export async function readSample(name, signal) {
  const all = await listSamples();
  if (all.length === 0) throw new Missing();
  const sample = all.find((sample) => sample.name === name);
  if (!sample) throw new Unreadable(() => words.read.noSample(name));
  const read = async (/** @type {SampleText} */ { name, path }) => {
    const address = FOLDER + path;
    return { ...(await readResponse(name, fetchOwn(address, { signal }), signal)), address };
  };
  return { before: read(sample.before), after: read(sample.after) };
}

/**
 * The name of the sample that a pair of texts is.
 *
 * @param {Pair} pair
 */
export function sampleOf({ before, after }) {
  const is = (/** @type {SampleText} */ text, /** @type {Pair["before"]} */ story) => story?.address === FOLDER + text.path;
  return samples.find((sample) => is(sample.before, before) && is(sample.after, after))?.name ?? null;
}
