/**
 * Puts the page together: what the reader does goes to the session, what becomes of it is drawn, and the address follows.
 */
/** @import { Draw, Named, Reads } from "./types.js" */
import { SIDES } from "../element/check.js";
import { prepare } from "../engine/engine.js";
import { addressHere, addressOf, named, Trail } from "./address.js";
import { find, keepFocus } from "./dom.js";
import { acceptDrops, acceptPaste } from "./drop.js";
import { notesOf, placeOf, showProblems } from "./place.js";
import { acceptPrinting } from "./print.js";
import { readAddress } from "./read.js";
import { listSamples, readSample, sampleOf } from "./samples.js";
import { NOTHING, Session } from "./session.js";
import { page } from "./view.js";
import { together } from "./whole.js";

const trail = new Trail();

/** @type {Draw[]} */
const drawings = [];

const session = new Session(
  (state) => keepFocus(() => drawings.forEach((draw) => draw(state))),
  // An address of a text that could not be loaded may be right another time.
  (pair, anew, whole) => trail.follow(pair, whole ? addressOf(pair, sampleOf(pair)) : addressHere(), anew),
);

drawings.push(page(), ...SIDES.flatMap((side) => [placeOf(side, session), notesOf(side, session)]), showProblems());

onClick("[data-act=swap]", () => session.swap());
onClick("[data-act=clear]", () => session.clear());
onClick("#cancel", () => session.cancel());
onClick("#again", () => void session.compare());
inPlace(find("#home", HTMLAnchorElement), () => session.clear());
acceptDrops(session);
acceptPaste(session);
acceptPrinting();
addEventListener("popstate", arrive);
arrive();
prepare();
void offerSamples();

/** Shows what this place in the history showed, or else what its address names. */
function arrive() {
  const kept = trail.arrive();
  const wanted = kept ? null : named(location);
  const { before, after } = session.state;
  if (kept && kept.before === before && kept.after === after) return;
  // On arrival the page stays blank until the texts are there; on the way back it must not go on showing others.
  if (!wanted || before || after) session.restore(kept ?? NOTHING);
  if (wanted) void session.load((signal) => readNamed(wanted, signal));
}

/**
 * @param {Named} named
 * @param {AbortSignal} signal
 * @returns {Promise<Reads>}
 */
async function readNamed(named, signal) {
  if ("fragment" in named) {
    const { unpackTexts } = await import("../keep/link.js");
    const { before, after } = together(await unpackTexts(named.fragment), named);
    return { before: Promise.resolve(before), after: Promise.resolve(after) };
  }
  if ("sample" in named) return readSample(named.sample, signal);
  const addresses = SIDES.flatMap((side) => (named[side] ? [[side, readAddress(named[side], signal)]] : []));
  return Object.fromEntries(addresses);
}

async function offerSamples() {
  const list = find("#samples ul", HTMLUListElement);
  for (const { name, title, description } of await listSamples()) {
    const link = document.createElement("a");
    link.href = `?${new URLSearchParams({ sample: name })}`;
    link.textContent = title;
    inPlace(link, () => void session.load((signal) => readSample(name, signal)));
    const about = document.createElement("p");
    about.textContent = description;
    const item = document.createElement("li");
    item.append(link, about);
    list.append(item);
  }
}

/**
 * Follows a link without leaving the page, unless the reader asks for another tab or window.
 *
 * @param {HTMLAnchorElement} link
 * @param {() => void} follow
 */
function inPlace(link, follow) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    follow();
  });
}

/**
 * @param {string} selector
 * @param {() => void} act
 */
function onClick(selector, act) {
  document.querySelectorAll(selector).forEach((button) => button.addEventListener("click", act));
}
