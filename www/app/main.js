/**
 * Puts the page together: what the reader does goes to the session, what becomes of it is drawn, and the address follows.
 */
/** @import { Passage } from "../element/types.js" */
/** @import { Draw, Named, Pair, Reads } from "./types.js" */
import { SIDES } from "../element/terms.js";
import { StoryDiff } from "../element/define.js";
import { prepare } from "../engine/engine.js";
import { addressHere, addressOf, named, Trail } from "./address.js";
import { Choices } from "./choices.js";
import { find, keepFocus, say } from "./dom.js";
import { acceptDrops, acceptPaste } from "./drop.js";
import { listenToKeys } from "./keys.js";
import { openMenus } from "./menus.js";
import { passageAt } from "./landmark.js";
import { addStyle } from "./own.js";
import { part } from "./part.js";
import { notesOf, placeOf, showProblems } from "./place.js";
import { acceptPrinting } from "./print.js";
import { readAddress } from "./read.js";
import { reading } from "./reading.js";
import { listSamples, readSample, sampleOf } from "./samples.js";
import { NOTHING, Session } from "./session.js";
import { keepLanguage, language, offerLanguages, speakFirst } from "./tongue.js";
import { page } from "./view.js";
import { together } from "./whole.js";

const trail = new Trail();
const choices = new Choices();
const element = find("story-diff", StoryDiff);

/** What finds words, once it has been asked for. @type {ReturnType<typeof import("./find.js").finder> | null} */
let search = null;

/** What can be done with a paragraph, once there is one. @type {ReturnType<typeof import("./passage.js").passageMenu> | null} */
let passage = null;

/** Whether the texts of a place in the history are still to come. */
let arriving = true;

/** @type {Draw[]} */
const drawings = [];

const session = new Session(
  (state) => keepFocus(() => drawings.forEach((draw) => draw(state))),
  // An address of a text that could not be loaded may be right another time.
  (pair, anew, whole) => trail.follow(pair, whole ? addressFor(pair) : addressHere(), anew),
);

const tools = reading(choices, () => trail.rename(queryFor(location.search)));
openMenus();

drawings.push(page(session), tools.draw, ...SIDES.flatMap((side) => [placeOf(side, session), notesOf(side, session)]), showProblems());
drawings.push(({ phase }) => {
  if (phase === "waiting") search?.close();
});

onClick("[data-act=swap]", () => session.swap());
onClick("[data-act=clear]", () => session.clear());
onClick("#cancel", () => session.cancel());
onClick("#again", () => void session.compare());
onClick("#find-open", searching);
find("#keep", HTMLElement).addEventListener("beforetoggle", () => say(find("#keep-said", HTMLElement), ""));
find("#keep", HTMLElement).addEventListener("click", ({ target }) => void keep(target));
onClick("#help-open", helping);
listenToKeys(element, {
  "/": searching,
  "?": helping,
  ".": () => void session.attempt("passages", () => offerPassages().then((passage) => passage.open())),
  ...Object.fromEntries([...document.querySelectorAll("#views input")].map((view, index) => [index + 1, () => /** @type {HTMLElement} */ (view).click()])),
}, () => passage?.undo());
element.addEventListener("storydiff-ready", () => arriving && goToPassage());
element.addEventListener("storydiff-ready", () => void session.attempt("passages", offerPassages));
element.addEventListener("storydiff-ready", () => void session.attempt("invisibles", warnOfInvisibles));
inPlace(find("#home", HTMLAnchorElement), () => session.clear());
acceptDrops(session);
acceptPaste(session);
acceptPrinting();
addEventListener("popstate", arrive);
prepare();
await speakFirst();
offerLanguages(sayAgain);
arrive();
void offerSamples();
addEventListener("online", () => void offerSamples());
offerOffline();

async function offerPassages() {
  const modules = /** @type {const} */ ([import("./passage.js"), import("./revise.js"), addStyle("passage.css")]);
  const [{ passageMenu }, { Reviser }] = await part(Promise.all(modules));
  return (passage ??= passageMenu({ element, session, reviser: new Reviser(session), copyLink: link }));
}

/** Of texts that are not shown in the order in which they are written; of others nothing is said. */
async function warnOfInvisibles() {
  const { before = "", after = "" } = element.comparison ?? {};
  // Embeddings, overrides and isolates: they reach further than the marks that scripts from right to left have a use for.
  const count = [before, after].reduce((sum, text) => sum + (text.match(/[\u202a-\u202e\u2066-\u2069]/g)?.length ?? 0), 0);
  if (count > 0 || element.querySelector("#unseen")) (await part(import("./invisibles.js"))).sayInvisibles(element, count);
}

/** Shows the passage that the address points at. */
function goToPassage() {
  arriving = false;
  const { report } = session.state;
  const found = report && passageAt(location.hash, report);
  if (found) element.showPassage(found.side, found);
}

function searching() {
  void session.attempt("find", openFind);
}

function helping() {
  void session.attempt("help", openHelp);
}

async function openFind() {
  const form = find("#find", HTMLFormElement);
  const field = find("input", HTMLInputElement, form);
  const from = form.hidden ? (element.currentRow ?? document.activeElement) : null;
  const place = from instanceof HTMLElement ? from : null;
  // At once: what is typed while the rest is fetched has somewhere to go, and Esc is understood.
  form.hidden = false;
  field.focus();
  field.select();
  if (search) return search.open(place);
  form.onkeydown = ({ key }) => {
    if (key !== "Escape") return;
    form.hidden = true;
    place?.focus({ preventScroll: true });
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    searching();
  };
  const { finder } = await part(import("./find.js"));
  form.onkeydown = form.onsubmit = null;
  search ??= finder(element);
  if (!form.hidden) search.open(place);
}

/** @param {EventTarget | null} item of the menu */
async function keep(item) {
  try {
    const { keepAs } = await part(import("./keep.js"));
    await session.settled;
    await keepAs(item, element, link, session.state, choices.addTo(""));
  } catch (error) {
    say(find("#keep-said", HTMLElement), error instanceof Error ? error.message : String(error));
  }
}

async function openHelp() {
  const [{ showHelp }] = await part(Promise.all([import("./help.js"), addStyle("reading.css")]));
  showHelp();
}

/** Shows what this place in the history showed, or else what its address names. @param {PopStateEvent} [event] none at first */
function arrive(event) {
  const kept = trail.arrive();
  arriving = true;
  choices.read(location.search);
  tools.show();
  const wanted = kept ? null : named(location);
  const { before, after } = session.state;
  if (kept && kept.before === before && kept.after === after) return goToPassage();
  // What was given before there were words to draw the page with may still be read.
  if (!event && !wanted) return session.redraw();
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
    const { unpackTexts } = await part(import("../keep/link.js"));
    const { before, after } = together(await unpackTexts(named.fragment), named);
    return { before: Promise.resolve(before), after: Promise.resolve(after) };
  }
  if ("sample" in named) return readSample(named.sample, signal);
  const addresses = SIDES.flatMap((side) => (named[side] ? [[side, readAddress(named[side], signal)]] : []));
  return Object.fromEntries(addresses);
}

/** An address for texts, and for how they are read. @param {Pair} pair */
function addressFor(pair) {
  const address = addressOf(pair, sampleOf(pair));
  return address.startsWith("#") ? queryFor("") + address : queryFor(address);
}

/** Copies a link to what is shown. @param {Passage} [passage] */
async function link(passage) {
  const { comparison } = element;
  if (!comparison) return "";
  const { copyLink } = await part(import("./link.js"));
  const address = addressFor(session.state);
  return copyLink(comparison, address, addressOf(session.state, sampleOf(session.state)) !== "", passage);
}

/** What else an address says than which texts are read: how, and in which language the page speaks. @param {string} query */
function queryFor(query) {
  return choices.addTo(keepLanguage(query));
}

/** Draws all there is in the language that is now spoken. */
function sayAgain() {
  trail.rename(queryFor(location.search));
  session.redraw();
  element.redraw();
  void session.attempt("invisibles", warnOfInvisibles);
  void offerSamples();
}

async function offerSamples() {
  const items = (await listSamples()).map(({ name, title, description }) => {
    const link = document.createElement("a");
    link.href = keepLanguage(`?${new URLSearchParams({ sample: name })}`);
    link.textContent = title[language];
    inPlace(link, () => void session.load((signal) => readSample(name, signal)));
    const about = document.createElement("p");
    about.textContent = description[language];
    const item = document.createElement("li");
    item.append(link, about);
    return item;
  });
  find("#samples ul", HTMLUListElement).replaceChildren(...items);
}

/** The published page alone names a service worker. That is for the next visit: all else comes first. */
function offerOffline() {
  const script = document.querySelector("meta[name=service-worker]")?.getAttribute("content");
  if (!script) return;
  const begin = () => void import("./offline.js").then(({ keepOffline }) => keepOffline(script)).catch(() => {});
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
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
