// Makes one HTML file of a page: its style and its script stand in it, under a policy that lets nothing else run.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sri } from "./hash.js";
import { minified, www } from "./page.js";
import { Failure } from "./run.js";

/**
 * @param {string} page from www/
 * @param {string} script the module that it begins with, with all that it needs
 * @param {object} [options]
 * @param {string} [options.connect] where it may fetch texts from; nowhere unless told
 * @param {string[]} [options.styles] style sheets beside the page that it would fetch at need
 */
export async function singleFile(page, script, { connect = "'none'", styles = [] } = {}) {
  const html = readFileSync(join(www, page), "utf8");
  const read = (/** @type {string} */ name) => readFileSync(join(www, dirname(page), name));
  const linked = Array.from(html.matchAll(/<link rel="stylesheet" href="(.+?)">/g), ([, name]) => name);
  const sheets = await Promise.all([...linked, ...styles].map((name) => minified(name, read(name))));
  const style = sheets.join("").trim();
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) throw new Failure(`${page} would end before its script or style does.`);
  const policy = [
    "default-src 'none'",
    `script-src '${sri("sha256", script)}' 'wasm-unsafe-eval'`,
    "worker-src blob:",
    `style-src '${sri("sha256", style)}'`,
    "img-src data:",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types storydiff",
  ];
  return html
    .replace(/<!--.*?-->\n/gs, "")
    .replace(/<meta http-equiv="Content-Security-Policy".*?>\n/, "")
    .replace(/<link rel="(stylesheet|manifest)".*?>\n/g, "")
    .replace(/<script type="module".*?<\/script>\n/, "")
    .replace(/(<link rel="icon" href=")(.+?)"/, (_, link, name) => `${link}data:image/svg+xml;base64,${read(name).toString("base64")}"`)
    .replace(/(<meta charset="utf-8">\n)/, `$1<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">\n`)
    // The folder of a file is no page: the way home is the file itself, and there are no others beside it.
    .replace('href="./"', 'href="?"')
    .replace(/ <a href="gallery\/.*?<\/a>/, "")
    .replace("</head>", () => `<style>${style}</style>\n<script type="module">${script}</script>\n</head>`);
}
