/** What axe has to say of a page. */
/** @import { Page } from "@playwright/test" */
import { readFileSync } from "node:fs";

/** To be run in the page before `faults` is asked. */
export const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** Every rule there is: WCAG 2.0 to 2.2, A and AA, best practices, and the size of targets, which is off by default. @param {Page} page */
export async function faults(page) {
  return page.evaluate(async () => {
    // Rows out of view are not laid out, and would seem to lie over one another.
    const laidOut = new CSSStyleSheet();
    laidOut.replaceSync(".row { content-visibility: visible !important }");
    const shadow = document.querySelector("story-diff")?.shadowRoot;
    if (shadow && shadow.adoptedStyleSheets.length < 2) shadow.adoptedStyleSheets.push(laidOut);
    const { axe } = /** @type {typeof globalThis & { axe: typeof import("axe-core") }} */ (globalThis);
    // The button beside a row goes with the text, which may lie under the header.
    axe.configure({ rules: [{ id: "target-size", enabled: true, selector: "*:not(#passage-open)" }] });
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary}`));
  });
}
