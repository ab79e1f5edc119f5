// `npm start`: installs what is missing, builds the engine and the page, serves it.

import { build } from "./build.js";
import { pageFolder } from "./page.js";
import { makePageAndRelease } from "./release.js";
import { main, step } from "./run.js";
import { serve } from "./serve.js";
import { setUpBuild } from "./setup.js";

await main(async () => {
  await setUpBuild();
  await step("Building the engine", build);
  await step("Making the page", makePageAndRelease);
  const { address } = await serve({ folder: pageFolder });
  console.log(`\nstorydiff is at ${address} (Ctrl-C ends it)`);
});
