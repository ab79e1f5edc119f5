import { compare } from "storydiff";
import wasm from "storydiff/core.wasm?url";
import "storydiff/define";
import init, { compare as compareSlim } from "storydiff/slim";

const BEFORE = "The ferry left at six.\n\nNobody on the quay looked up.";
const AFTER = "The ferry left at seven.\n\nNobody on the quay looked up.";

const report = compare(BEFORE, AFTER);
document.querySelector("#inlined").textContent = report.engine;
await init(wasm);
document.querySelector("#slim").textContent = compareSlim(BEFORE, AFTER).engine;

// The element makes its own comparison, by its own engine.
const element = document.createElement("story-diff");
for (const [version, text] of Object.entries({ before: BEFORE, after: AFTER })) {
  const template = document.createElement("template");
  template.dataset.version = version;
  template.content.append(text);
  element.append(template);
}
document.querySelector("story-diff").replaceWith(element);
