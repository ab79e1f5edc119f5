/** What a report tells apart, each in the order in which it is said. */
/** @import { Fact } from "../pkg/storydiff.js" */
/** @import { Side } from "./types.js" */

/** @type {readonly Side[]} */
export const SIDES = ["before", "after"];

/** @type {Readonly<Record<Side, Side>>} */
export const OTHER = { before: "after", after: "before" };

/** @type {readonly Fact["kind"][]} */
export const FACTS = ["quotation", "number", "date", "name"];

/** @type {readonly Fact["change"][]} */
export const CHANGES = ["altered", "reattributed", "dropped", "added", "kept"];
