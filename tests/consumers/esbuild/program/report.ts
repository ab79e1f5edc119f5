// A program has no window, and no types of one.
import { compare, init, type Bead, type Report } from "storydiff";

await init();
const report: Report = compare("The ferry left at six.", "The ferry left at seven.", { language: "en" });
export const moved: Bead[] = report.beads.filter((bead) => bead.moved);
