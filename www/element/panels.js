/** @import { Finding } from "./summary.js" */
/** @import { Comparison, Settings, Side } from "./types.js" */
/** @import { Walk } from "./walk.js" */
import { drawChanges, drawChangesPanel } from "./changes.js";
import { drawFacts, drawPanel } from "./facts.js";

/** The two panels under the summary, facts and paragraphs: they lead from there to the text and back. */
export class Panels {
  #root;
  #walk;
  /** What is drawn into each panel: a book has thousands of rows, so they wait until they are wanted. @type {Map<HTMLDetailsElement, () => HTMLElement[]>} */
  #contents = new Map();
  /** Marks the characters that nobody sees in what a panel quotes. @type {Settings["reveal"]} */
  #reveal = null;
  /** The passage that the reader last went from. @type {HTMLElement | null} */
  #last = null;

  /** @param {HTMLElement} root @param {Walk} walk */
  constructor(root, walk) {
    this.#root = root;
    this.#walk = walk;
  }

  /** @param {Comparison} comparison @param {number} count of what the panel of paragraphs lists @param {Settings["reveal"]} reveal */
  show(comparison, count, reveal) {
    this.#reveal = reveal;
    const wereOpen = [...this.#contents.keys()].map(({ open }) => open);
    const panels = [drawPanel(comparison), drawChangesPanel(count)];
    const draws = [drawFacts, drawChanges];
    this.#last = null;
    this.#contents.clear();
    this.#root.replaceChildren(...panels.filter((panel) => panel !== null));
    panels.forEach((panel, index) => {
      if (!(panel instanceof HTMLDetailsElement)) return;
      this.#contents.set(panel, () => draws[index](comparison));
      panel.firstElementChild?.addEventListener("click", () => this.#fill(panel));
      if (wereOpen[this.#contents.size - 1]) this.#open(panel);
    });
  }

  /** Follows a passage of a panel into the text, or the mark of a paragraph into the panel of facts. @param {HTMLElement} button */
  follow(button) {
    const { fact, facts, at, start, end } = button.dataset;
    if (facts) {
      this.#openAll();
      const listed = facts.split(" ");
      if (!listed.includes(this.#last?.dataset.fact ?? "")) this.#last = this.#root.querySelector(`[data-fact="${listed[0]}"]`);
      return this.#last?.focus();
    }
    const side = /** @type {Side} */ (at);
    const place = fact ? this.#walk.drawing?.comparison.report.facts[Number(fact)][side] : { start: Number(start), end: Number(end) };
    this.#last = button;
    const panel = button.closest("details");
    if (place) this.#walk.toPassage(side, place, { back: () => (panel && this.#open(panel), this.#last?.focus()) });
  }

  /** Shows what the summary sums up. @param {Finding} finding */
  lead(finding) {
    this.#openAll((panel) => panel.querySelector(`h2[data-kind="${finding}"]`) !== null);
    const heading = /** @type {HTMLElement | null} */ (this.#root.querySelector(`h2[data-kind="${finding}"]`));
    heading?.scrollIntoView({ block: "nearest" });
    heading?.focus();
  }

  /** Opens the panels, or those that hold something. @param {(panel: HTMLElement) => boolean} [wanted] */
  #openAll(wanted = (panel) => panel.querySelector("[data-fact]") !== null) {
    for (const panel of this.#contents.keys()) {
      this.#fill(panel);
      if (wanted(panel)) panel.open = true;
    }
  }

  /** @param {HTMLDetailsElement} panel */
  #open(panel) {
    this.#fill(panel);
    panel.open = true;
  }

  /** @param {HTMLDetailsElement} panel */
  #fill(panel) {
    if (panel.childElementCount > 1) return;
    panel.append(...(this.#contents.get(panel)?.() ?? []));
    this.#reveal?.(panel);
  }
}
