// The article, on the server and in the browser. Importing the element's definition touches no window.

import { createElement } from "react";
import "storydiff/define";

/** @param {{ comparison: string }} props the address of a saved comparison */
export function Article({ comparison }) {
  return createElement(
    "article",
    null,
    createElement("h1", null, "Two tellings"),
    createElement("story-diff", { src: comparison, view: "columns" }, createElement("p", null, "Both texts, for who has no scripts.")),
  );
}
