/**
 * Pasting: into an empty place, or anywhere on the page for the side that has no text yet.
 *
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./session.js").Side} Side
 */
import { sideUnder } from "./place.js";

/** @param {Session} session */
export function acceptPaste(session) {
  addEventListener("paste", (event) => {
    const { target, clipboardData } = event;
    const side = sideUnder(target) ?? emptySide(session);
    // Who is already writing goes on writing.
    if (!clipboardData || !side || (target instanceof HTMLTextAreaElement && target.value !== "")) return;
    const files = [...clipboardData.files];
    const text = clipboardData.getData("text/plain");
    if (files.length === 0 && text === "") return;
    event.preventDefault();
    if (text === "") void session.takeFiles(files, side);
    else void session.takePasted(text, side);
  });
}

/**
 * @param {Session} session
 * @returns {Side | null}
 */
function emptySide({ state }) {
  if (!state.before) return "before";
  return state.after ? null : "after";
}
