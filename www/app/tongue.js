/**
 * Which language the page speaks: the one that its address asks for (`?lang=de`), else the one that the reader chose before,
 * else the first of the browser's that it knows.
 */
/** @import { Language } from "../language/language.js" */
import { speak as speakOfTexts } from "../language/element.js";
import { choose, LANGUAGES } from "../language/language.js";
import { isWhole, speak as speakOfPage, words } from "../language/page.js";
import { find, say } from "./dom.js";
import { translate } from "./translate.js";

const PARAMETER = "lang";
const KEY = "storydiff.language";

/** What is spoken now. @type {Language} */
export let language = "en";

/** What was asked for last. @type {Language} */
let wanted = "en";

/** The languages of two clicks come one after the other. */
let turn = Promise.resolve();

/** Speaks as this reader likes it, before there is anything to draw. */
export function speakFirst() {
  const tags = [asked(), remembered(), ...navigator.languages].filter((tag) => tag !== null);
  return speakIn(choose(tags));
}

/**
 * The names of the languages in the footer, to choose from, and whether the last one is missing: then it is asked for again
 * when the connection is back.
 *
 * @param {() => void} sayAgain Is called when another language is spoken, to draw what depends on it.
 */
export function offerLanguages(sayAgain) {
  const buttons = Object.entries(LANGUAGES).map(([tag, name]) => {
    const button = document.createElement("button");
    button.lang = tag;
    button.textContent = name;
    button.addEventListener("click", () => {
      remember(tag);
      void change(/** @type {Language} */ (tag));
    });
    return button;
  });
  const change = async (/** @type {Language} */ next) => {
    await speakIn(next);
    press();
    sayAgain();
  };
  const press = () => {
    for (const button of buttons) button.ariaPressed = String(button.lang === language);
    say(said, language === wanted ? "" : words.task.missing);
  };
  const said = document.createElement("span");
  said.ariaLive = "polite";
  addEventListener("online", () => (language !== wanted || !isWhole) && void change(wanted));
  find("#languages", HTMLElement).replaceChildren(...buttons, said);
  press();
}

/**
 * Where the address asks for a language, every other address of the page asks for the one that is spoken.
 *
 * @param {string} query As in `location.search`.
 */
export function keepLanguage(query) {
  if (asked() === null) return query;
  const parameters = new URLSearchParams(query);
  parameters.set(PARAMETER, language);
  return `?${parameters}`;
}

/**
 * Words and all of index.html in a language, or in English where that language cannot be loaded.
 *
 * @param {Language} next
 */
export function speakIn(next) {
  return (turn = turn.then(async () => {
    wanted = next;
    language = await load(next).catch(() => load("en"));
    document.documentElement.lang = language;
    translate();
  }));
}

/** @param {Language} language */
async function load(language) {
  await Promise.all([speakOfPage(language), speakOfTexts(language)]);
  return language;
}

/** The language that the address asks for, if any. */
function asked() {
  return new URLSearchParams(location.search).get(PARAMETER);
}

/** The language that the reader chose before; none where the browser keeps nothing. */
function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Keeps the reader's choice. @param {string} tag */
function remember(tag) {
  try {
    localStorage.setItem(KEY, tag);
  } catch {
    // It lasts as long as the page.
  }
}
