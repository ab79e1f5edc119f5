import { compare, type Options, type Report } from "storydiff";
import wasm from "storydiff/core.wasm";
import { StoryDiff } from "storydiff/define";
import init, { compare as compareSlim } from "storydiff/slim";

const before = "The ferry left at six.\n\nNobody on the quay looked up.";
const after = "The ferry left at seven.\n\nNobody on the quay looked up.";
const options: Options = { paragraphs: "blank-lines" };

const report: Report = compare(before, after, options);
write("#inlined", report.engine);
await init(new URL(wasm, import.meta.url));
write("#slim", compareSlim(before, after, options).engine);

const element = document.querySelector("story-diff");
if (!(element instanceof StoryDiff)) throw new Error("The element is not defined.");
element.addEventListener("storydiff-ready", (event) => console.info(event.detail.report.beads.length));
element.view = "columns";
element.comparison = { before, after, report };

function write(selector: string, text: string) {
  const place = document.querySelector(selector);
  if (place) place.textContent = text;
}
