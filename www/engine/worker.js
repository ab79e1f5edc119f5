/** The engine off the page: in a worker that finds its wasm and its kin words by their addresses beside it. */
import { serve } from "./serve.js";
import { tellStages } from "./stages.js";

const KINSHIP = new URL("../kinship/english.bin", import.meta.url);

tellStages(postMessage);
serve(globalThis, { kinship: (signal) => fetch(KINSHIP, { signal }) });
