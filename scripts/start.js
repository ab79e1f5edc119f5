// `npm start`: installs what is missing, builds the engine, serves the page.

import { build } from "./build.js";
import { main, step } from "./run.js";
import { serve } from "./serve.js";
import { setUpBuild } from "./setup.js";

await main(async () => {
  await setUpBuild();
  await step("Building the engine", build);
  const { address } = await serve();
  console.log(`\nstorydiff is at ${address} (Ctrl-C ends it)`);
});
