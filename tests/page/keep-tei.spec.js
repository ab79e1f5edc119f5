// TEI: well-formed whatever the texts hold, and each version can be read back from it.
import { expect, test } from "./watched.js";
import { openBare, serveSources } from "./page-acts.js";
import { CORPUS, storyOf } from "../support/hostile.js";
import { comparisonOf, stories, strewn } from "../support/pairs.js";
import { bells, strangers } from "./fixtures/bells.js";

test.beforeEach(({ page }) => serveSources(page));

/** @import { Page } from "@playwright/test" */
/** @import { Comparison } from "./element-acts.js" */

/** What XML has a use for, what it forbids, and what its parsers change. */
const ODD = ["\u0000", "\u0001", "\u001f", "\ud800", "\udc00", "\ufffe", "\uffff", "\ufffd", "]]>", "&amp;", "<b>", "</p>", "a\r\nb", "\rc", "\u0085", "\u2028", "😀", "\u{1ffff}", "<!--", "<?xml?>", '"'];

const HOSTILE = CORPUS.map(({ text }) => text);

/** @type {[string, Comparison][]} */
const ALL = [
  ["hostile strings", { ...comparisonOf(storyOf(HOSTILE), storyOf(HOSTILE, true)), names: { before: HOSTILE.join(" "), after: "b.txt" } }],
  ["bells", bells],
  ["strangers", strangers],
  ["nothing", comparisonOf("", "")],
  ["an empty earlier version", comparisonOf("", "One.\n\nTwo.")],
  ["a report out of order", { ...bells, report: { ...bells.report, beads: [...bells.report.beads].reverse().map((bead) => ({ ...bead, moved: false })) } }],
  ...stories(),
  ...strewn(100, ODD).map((comparison, index) => /** @type {[string, Comparison]} */ ([`strewn with oddities, ${index}`, comparison])),
];

/**
 * What is wrong with the TEI of a comparison, as a reader of XML sees it that knows nothing of its writer. Runs in the page,
 * as half of a surrogate pair does not survive the way out of it.
 *
 * @param {Page} page
 * @param {Comparison} comparison
 */
function faults(page, comparison) {
  return page.evaluate(
    async ({ json, report }) => {
      const texts = JSON.parse(json);
      const { tei } = await import(`${location.origin}/source/keep/tei.js`);
      // As it is written to a file, and read from there.
      const written = new TextDecoder().decode(new TextEncoder().encode(tei({ ...texts, report })));
      const document = new DOMParser().parseFromString(written, "application/xml");
      const error = document.querySelector("parsererror");
      if (error) return [error.textContent];
      const found = [];
      for (const side of /** @type {const} */ (["before", "after"])) {
        const read = [...document.querySelectorAll("body > p")].flatMap((paragraph) => {
          const parts = [""];
          const walk = (/** @type {Node} */ node) => {
            if (node instanceof Text) parts[parts.length - 1] += node.data;
            if (!(node instanceof Element)) return;
            if (node.localName === "rdg" && node.getAttribute("wit") !== `#${side}`) return;
            if (node.localName === "milestone") parts.push("");
            if (node.localName === "g") {
              const declared = document.querySelector(`char[*|id="${node.getAttribute("ref")?.slice(1)}"] > localProp`);
              parts[parts.length - 1] += String.fromCharCode(parseInt(declared?.getAttribute("value") ?? "", 16));
            }
            node.childNodes.forEach(walk);
          };
          walk(paragraph);
          return parts.length === 1 && parts[0] === "" ? [] : parts;
        });
        const told = report[side].paragraphs.map(({ start, end }) => texts[side].slice(start, end));
        if (JSON.stringify(read) !== JSON.stringify(told)) found.push(`${side}: ${JSON.stringify(read)} for ${JSON.stringify(told)}`);
      }
      const ids = new Set([...document.querySelectorAll("*")].map((element) => element.getAttribute("xml:id")));
      for (const attribute of ["wit", "corresp", "ref"]) {
        for (const element of document.querySelectorAll(`[${attribute}]`)) {
          for (const pointer of element.getAttribute(attribute)?.split(" ") ?? []) if (!ids.has(pointer.slice(1))) found.push(`no ${pointer}`);
        }
      }
      return found;
    },
    // As JSON, which keeps halves of surrogate pairs.
    { report: comparison.report, json: JSON.stringify({ ...comparison, report: undefined }) },
  );
}

test("both versions can be read back, character for character", async ({ page }) => {
  await openBare(page);
  for (const [name, comparison] of ALL) expect(await faults(page, comparison), name).toEqual([]);
});

/** @param {Page} page @param {Comparison} comparison */
async function written(page, comparison) {
  await page.goto("./");
  return page.evaluate(async (comparison) => {
    const { tei } = await import(`${location.origin}/source/keep/tei.js`);
    return tei(comparison);
  }, comparison);
}

test("a place where the versions part is an apparatus entry, and a moved paragraph points at itself", async ({ page }) => {
  const xml = await written(page, bells);
  expect(xml).toContain('By Maren <app><rdg wit="#before">Holt</rdg><rdg wit="#after">Holt and Piet Adler</rdg></app></p>');
  expect(xml).toContain('<p rend="caption" xml:id="before-4" corresp="#after-9"><app><rdg wit="#before">The tower of Saint Orla, photographed');
  expect(xml).toContain('<p rend="caption" xml:id="after-9" corresp="#before-4"><app><rdg wit="#before"/><rdg wit="#after">The tower of Saint Orla, seen');
  expect(xml).toContain('<rdg wit="#after"><milestone unit="paragraph"/></rdg>');
  expect(xml).toContain('<body xml:space="preserve" xml:lang="en">');
});

test("the witnesses bear the names of the versions, whatever these are", async ({ page }) => {
  const xml = await written(page, { ...bells, names: { before: 'a <"&> \u0000.txt', after: "b.txt" } });
  expect(xml).toContain('<witness xml:id="before">a &lt;"&amp;&gt; \ufffd.txt</witness>\n<witness xml:id="after">b.txt</witness>');
});

test("a language that is none is not written", async ({ page }) => {
  const version = { ...bells.report.before, language: 'en"><evil/>' };
  const xml = await written(page, { ...bells, report: { ...bells.report, before: version, after: { ...bells.report.after, language: version.language } } });
  expect(xml).not.toContain("evil");
});
