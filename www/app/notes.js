/**
 * What there is to say about each text: in which encoding it was read, with a choice of others, or why one could not be read.
 *
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./session.js").State} State
 * @typedef {import("./session.js").Side} Side
 * @typedef {import("./decode.js").Encoding} Encoding
 */
import { ENCODINGS } from "./decode.js";
import { find, say } from "./dom.js";

/**
 * @param {Side} side
 * @param {Session} session
 * @returns {(state: State) => void} Draws the notes.
 */
export function notesOf(side, session) {
  const root = find(`.notes[data-side="${side}"]`, HTMLElement);
  const problem = find(".problem", HTMLElement, root);
  const reading = find(".reading", HTMLElement, root);
  const assumed = find(".assumed", HTMLElement, root);
  const choice = find("select", HTMLSelectElement, root);

  choice.replaceChildren(...Object.entries(ENCODINGS).map(([encoding, name]) => new Option(name, encoding)));
  choice.addEventListener("change", () => session.readAgain(side, /** @type {Encoding} */ (choice.value)));

  return (state) => {
    const story = state[side];
    say(problem, state.problems[side]);
    reading.hidden = !story?.reason;
    if (!story?.reason) return;
    const lost = story.text.includes("\ufffd") ? " Some of its characters are not valid in it, and are shown as \ufffd." : "";
    say(assumed, `“${story.name}” was read as ${ENCODINGS[story.encoding].replace(/ \(.*/, "")}, ${story.reason}.${lost}`);
    choice.value = story.encoding;
  };
}
