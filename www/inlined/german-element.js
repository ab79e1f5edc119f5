/** Stands in for `language/de/element.js` where that lies beside the element. Where it is not to be had, English is spoken. */
import english from "../language/en/element.js";
import { GERMAN } from "./carried.js";
import { importPinned } from "./pinned.js";

const { element } = await importPinned(GERMAN).catch(() => ({ element: english }));

export default element;
