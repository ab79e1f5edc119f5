/** What the element says in German, where that lies beside it: one script. */
export { default as element } from "../language/de/element.js";
export { default as load } from "../language/de/load.js";
