/** Files of the page's own, where the page is one file that carries them along. Stands in for `app/own.js`. */
import { OWN } from "./carried.js";

/** @type {typeof import("../app/own.js").fetchOwn} */
export async function fetchOwn(path) {
  const text = OWN[path];
  return text === undefined ? new Response(null, { status: 404 }) : new Response(text);
}

/** All style sheets are there from the start. @type {typeof import("../app/own.js").addStyle} */
export async function addStyle() {}
