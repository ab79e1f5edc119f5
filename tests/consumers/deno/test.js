// storydiff in Deno: as a package, and as modules that a server has, with nothing but their addresses.
/* global Deno */

import { compare } from "storydiff";
import "storydiff/define";

const folder = new URL("node_modules/storydiff/", import.meta.url);
const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (request) => {
  const { pathname } = new URL(request.url);
  const type = pathname.endsWith(".wasm") ? "application/wasm" : "text/javascript";
  return new Response(await Deno.readFile(new URL(`.${pathname}`, folder)), { headers: { "content-type": type } });
});
const address = `http://127.0.0.1:${server.addr.port}`;
const here = await import(`${address}/inlined/engine.js`);
const slim = await import(`${address}/inlined/slim.js`);
await slim.default(`${address}/pkg/storydiff_bg.wasm`);

for (const engine of [{ compare }, here, slim]) {
  const { beads } = engine.compare("The ferry left at six.", "The ferry left at seven.");
  if (beads.length !== 1 || beads[0].kind !== "match") throw new Error(`One match expected, not ${JSON.stringify(beads)}.`);
}
console.log(`compared in Deno ${Deno.version.deno}`);
await server.shutdown();
