/** The attributes of `<story-diff>`, and the properties that are the same by another name: `types.d.ts` says which. */
/** @import { Reflected } from "./types.js" */
import { LEVELS } from "./level.js";

/**
 * Each property and what it may be; the first is what it is where its attribute says nothing, or nothing known. An address or
 * a name may be anything.
 */
export const PROPERTIES = {
  src: /** @type {const} */ ([]),
  beforeSrc: /** @type {const} */ ([]),
  afterSrc: /** @type {const} */ ([]),
  beforeName: /** @type {const} */ ([]),
  afterName: /** @type {const} */ ([]),
  view: /** @type {const} */ (["auto", "columns", "inline", "read", "flip"]),
  version: /** @type {const} */ (["after", "before"]),
  level: LEVELS,
  only: /** @type {const} */ (["all", "changes"]),
  summaries: /** @type {const} */ (["paragraphs", "off", "changes"]),
  letters: /** @type {const} */ (["on", "off"]),
  invisibles: /** @type {const} */ (["off", "on"]),
  theme: /** @type {const} */ (["auto", "light", "dark"]),
};

const NAMES = Object.keys(PROPERTIES);

/** @param {string} property */
const attributeOf = (property) => property.replace(/Src|Name/, (end) => `-${end.toLowerCase()}`);

export const ATTRIBUTES = NAMES.map(attributeOf);

/** Where there is no window, the class can be imported all the same. */
const Base = /** @type {new () => HTMLElement & Reflected} */ (globalThis.HTMLElement ?? class {});

export class Reflecting extends Base {
  /** Takes over what was set before the tag was defined: until then it hides the properties. */
  takeEarly() {
    // The comparison last: it outranks what attributes name.
    for (const name of [...NAMES, "comparison"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }
}

for (const [property, values] of /** @type {[string, readonly string[]][]} */ (Object.entries(PROPERTIES))) {
  const attribute = attributeOf(property);
  Object.defineProperty(Reflecting.prototype, property, {
    configurable: true,
    enumerable: true,
    /** @this {Element} */
    get() {
      const value = this.getAttribute(attribute) ?? "";
      return values.find((known) => known === value.toLowerCase()) ?? values[0] ?? value;
    },
    /** @this {Element} @param {string | null | undefined} value */
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}
