/** @import { Comparison, Named, NamedText, Side } from "./types.js" */
import { speak, words } from "../language/load.js";
import { words as elements } from "../language/element.js";
import { bytesOf, nameOf, readBytes, Refusal } from "../read/read.js";
import { BadComparison } from "./bad.js";
import { checkSavedComparison } from "./check.js";
import { Policy } from "./policy.js";

/** Where addresses begin, when to stop, and what to blame. @typedef {{ base: string, signal: AbortSignal, policy: Policy }} How */

/**
 * Loads what an element names: a saved comparison; or two texts, which are compared here. Nothing else is asked of
 * anybody, and no cookies are sent.
 *
 * @param {Named} named
 * @param {string} base what addresses are relative to
 * @param {AbortSignal} signal
 * @returns {Promise<Comparison>} Rejects with an `Error` whose message can be shown to a reader, or with the signal's reason.
 */
export async function loadComparison(named, base, signal) {
  const policy = new Policy();
  const how = { base, signal, policy };
  try {
    // Where its words cannot be loaded, it has others.
    await speak(elements.locale).catch(() => {});
    if ("saved" in named) return await loadSaved(named.saved, how);
    const [before, after] = await Promise.all([loadVersion(named.before, "before", how), loadVersion(named.after, "after", how)]);
    const report = await compare(before.text, after.text, how);
    return { before: before.text, after: after.text, report, names: { before: before.name, after: after.name } };
  } finally {
    policy.stop();
  }
}

/** @param {string} before @param {string} after @param {How} how */
async function compare(before, after, { signal, policy }) {
  try {
    const { compare } = await import("../engine/engine.js").catch((cause) => {
      throw Object.assign(new Error(elements.engine.load, { cause }), { ruined: "load" });
    });
    return await compare(before, after, { signal });
  } catch (error) {
    signal.throwIfAborted();
    const obstacle = isUnloaded(error) ? await policy.inTheWayOfEngine(error) : null;
    throw obstacle ? new Error(words.policy.engine(obstacle), { cause: error }) : error;
  }
}

/** @param {unknown} error @returns {error is Error} */
const isUnloaded = (error) => error instanceof Error && "ruined" in error && error.ruined === "load";

/** @param {NamedText} named @param {Side} side @param {How} how */
async function loadVersion(named, side, how) {
  if ("text" in named) return { name: named.name || elements.names[side], text: named.text };
  const { address } = named;
  const { name, text } = await load(address, how, (reason) => words.version(side, named.name || address, reason), (name, bytes) => readBytes(name, bytes).text);
  return { name: named.name || name, text };
}

/** @param {string} address @param {How} how */
async function loadSaved(address, how) {
  const { text } = await load(address, how, (reason) => words.saved(address, reason), (_, bytes) => new TextDecoder().decode(bytes));
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new BadComparison(elements.bad.notJson, { cause: error });
  }
  return checkSavedComparison(value);
}

/**
 * @param {string} address
 * @param {How} how
 * @param {(reason: string) => string} sentence What is said where it cannot be had.
 * @param {(name: string, bytes: Uint8Array) => string} read Throws a `Refusal` where it is not to be read.
 */
async function load(address, { base, signal, policy }, sentence, read) {
  if (!URL.canParse(address, base)) throw new Error(sentence(words.noAddress));
  const url = new URL(address, base);
  const name = nameOf(url);
  try {
    const asked = fetch(url, { signal, credentials: "omit", referrerPolicy: "no-referrer" });
    return { name, text: read(name, await bytesOf(asked, signal)) };
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof Refusal ? new Error(sentence(await reasonOf(error, url, policy)), { cause: error }) : error;
  }
}

/** @param {Refusal} refusal @param {URL} url @param {Policy} policy */
async function reasonOf({ why, details }, url, policy) {
  if (why in words.kinds) return words.notText(words.kinds[/** @type {keyof typeof words.kinds} */ (why)]);
  if (why !== "noAnswer") return Reflect.apply(words.because[/** @type {keyof typeof words.because} */ (why)], null, details);
  const obstacle = await policy.inTheWayOf(url);
  return obstacle ?? (url.origin === self.origin ? words.noAnswer : words.elsewhere(url.host ? url.origin : url.href));
}
