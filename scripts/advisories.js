// `npm run advisories`: asks, over the network, whether anything is known against what is built or tested with.

import { main, run, step } from "./run.js";
import { setUpAdvisories } from "./setup.js";

await main(async () => {
  await setUpAdvisories();
  await step("Crates, in RustSec's database", () => run("cargo", ["deny", "--locked", "check", "advisories"]));
  await step("npm packages, in the registry's", () => run("npm", ["audit"]));
  await step("The npm registry's signatures", () => run("npm", ["audit", "signatures"]));
});
