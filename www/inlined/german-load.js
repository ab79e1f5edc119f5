/** Stands in for `language/de/load.js` where that lies beside the element. Where it is not to be had, English is spoken. */
import english from "../language/en/load.js";
import { GERMAN } from "./carried.js";
import { importPinned } from "./pinned.js";

const { load } = await importPinned(GERMAN).catch(() => ({ load: english }));

export default load;
