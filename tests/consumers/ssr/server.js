// Renders the page as a server does, once. The comparison is made here: the browser needs no engine.

import { mkdirSync, writeFileSync } from "node:fs";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { compare } from "storydiff";
import { Article } from "./article.js";

const before = "The ferry left at six.\n\nNobody on the quay looked up.";
const after = "The ferry left at seven.\n\nNobody on the quay looked up.";
const report = compare(before, after);
const saved = { storydiff: 1, before: { name: "one.txt", text: before }, after: { name: "two.txt", text: after }, report };
const article = renderToString(createElement(Article, { comparison: "ferry.storydiff.json" }));

mkdirSync("dist", { recursive: true });
writeFileSync("dist/ferry.storydiff.json", JSON.stringify(saved));
writeFileSync(
  "dist/index.html",
  `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>storydiff and React</title>
<div id="root">${article}</div>
<p id="inlined">${report.engine}</p>
<p id="slim">${report.engine}</p>
<script type="module" src="client.js"></script>
</html>
`,
);
