/**
 * Files and texts that are dropped or pasted anywhere on the page, and where they go.
 */
/** @import { Session } from "./session.js" */
/** @import { Side } from "./types.js" */
import { words } from "../language/page.js";
import { sideUnder } from "./place.js";

/** From this width on the two versions stand side by side; below it, one above the other. */
const WIDE = matchMedia("(min-width: 900px)");

/**
 * Takes whatever is dropped anywhere on the page. While something is dragged over it, `data-drop` of the body says
 * where it would go: `before`, `after` or `both`.
 *
 * @param {Session} session
 */
export function acceptDrops(session) {
  const mark = document.body.dataset;
  let fromThisPage = false;

  addEventListener("dragstart", () => (fromThisPage = true));
  addEventListener("dragend", () => (fromThisPage = false));

  addEventListener("dragover", (event) => {
    if (fromThisPage || !event.dataTransfer || !carriesText(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    const files = [...event.dataTransfer.items].filter((item) => item.kind === "file").length;
    mark.drop = files > 1 ? "both" : sideFor(event, session);
  });

  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) delete mark.drop;
  });

  addEventListener("drop", (event) => {
    delete mark.drop;
    if (fromThisPage || !event.dataTransfer || !carriesText(event.dataTransfer)) return;
    event.preventDefault();
    const side = sideFor(event, session);
    const folder = folderAmong(event.dataTransfer);
    const files = [...event.dataTransfer.files];
    if (folder !== null) session.refuse(side, () => words.drop.folder(folder));
    else if (files.length > 0) void session.takeFiles(files, side);
    else void session.takePasted(event.dataTransfer.getData("text/plain"), side);
  });
}

/** @param {DataTransfer} transfer */
function carriesText({ types }) {
  return types.includes("Files") || types.includes("text/plain");
}

/**
 * The place under the pointer; else the side that has no text yet; else the half of the window under the pointer.
 *
 * @param {DragEvent} event
 * @param {Session} session
 * @returns {Side}
 */
function sideFor(event, { state }) {
  const under = sideUnder(event.target);
  if (under) return under;
  if (!state.before) return "before";
  if (!state.after) return "after";
  const first = WIDE.matches ? event.clientX < innerWidth / 2 : event.clientY < innerHeight / 2;
  return first ? "before" : "after";
}

/**
 * The name of a folder among what was dropped: as a file it would only fail to be read.
 *
 * @param {DataTransfer} transfer
 */
function folderAmong({ items }) {
  return [...items].map((item) => item.webkitGetAsEntry()).find((entry) => entry?.isDirectory)?.name ?? null;
}

/**
 * Pasting: into an empty place, or anywhere on the page for the side that has no text yet.
 *
 * @param {Session} session
 */
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
