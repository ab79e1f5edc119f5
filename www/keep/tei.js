/**
 * TEI P5, parallel segmentation (the Guidelines' chapter 13, "Critical Apparatus"): one text in which every place where
 * the versions part is an `<app>` with a reading of each.
 *
 * - Versions: `<witness xml:id="before">` and `<witness xml:id="after">`, which every `<rdg>` points at.
 * - Paragraphs: a `<p>` for each. Where paragraphs were split or joined, one `<p>` holds them all and
 *   `<milestone unit="paragraph"/>` stands between two. One that a version has not is an empty reading there.
 * - Moved ones stand at both places, each with an `xml:id` (`before-12` is the earlier version's twelfth paragraph) and a
 *   `corresp` that points at its counterparts.
 * - White space is the texts' own (`xml:space`), and differs between readings where it differs between the versions.
 * - Characters that XML 1.0 forbids, such as most control characters and half of a surrogate pair, are `<g ref="#char-0000"/>`,
 *   declared in the header by the value of their UTF-16 code unit.
 *
 * So the paragraphs of each version can be read back, character for character.
 */
/** @import { Comparison, Side } from "../element/types.js" */
/** @import { Block, Content, Piece } from "./weave.js" */
import { words } from "../language/tools.js";
import { namesOf } from "./json.js";
import { blocks, isNothing, isSame, paragraphsOf, weave } from "./weave.js";

/** What an XML 1.0 document cannot hold, by code points. */
// eslint-disable-next-line no-control-regex -- They are what this is about.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu;

/** A BCP 47 tag, near enough. */
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

const PARAGRAPH_END = '<milestone unit="paragraph"/>';

/**
 * @param {Comparison} comparison
 * @returns {string} An XML document, to be written in UTF-8.
 */
export function tei(comparison) {
  const names = namesOf(comparison);
  const title = words.keep.title(names.before, names.after);
  const body = blocks(comparison.report).flatMap((block) => paragraphsIn(comparison, block));
  const declared = [comparison.before, comparison.after].flatMap((text) => text.match(FORBIDDEN) ?? []);
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader>
<fileDesc>
<titleStmt><title>${escapeName(title)}</title></titleStmt>
<publicationStmt><p>${escape(words.keep.made)}</p></publicationStmt>
<sourceDesc>
<listWit>
<witness xml:id="before">${escapeName(names.before)}</witness>
<witness xml:id="after">${escapeName(names.after)}</witness>
</listWit>
</sourceDesc>
</fileDesc>
<encodingDesc>
<variantEncoding method="parallel-segmentation" location="internal"/>
${declare(new Set(declared))}</encodingDesc>
</teiHeader>
<text>
<body xml:space="preserve"${languageOf(comparison)}>
${body.length > 0 ? body.join("\n") : "<p/>"}
</body>
</text>
</TEI>
`;
}

/** The language, where both versions are in one. @param {Comparison} comparison */
function languageOf({ report }) {
  const { language } = report.after;
  const told = language === report.before.language && language !== "und" && LANGUAGE.test(language);
  return told ? ` xml:lang="${language}"` : "";
}

/** @param {Set<string>} characters */
function declare(characters) {
  if (characters.size === 0) return "";
  const declared = [...characters].sort().map((character) => {
    const code = codeOf(character);
    return `<char xml:id="char-${code}"><localProp name="UTF-16" value="${code}"/><desc>${escape(words.keep.noCharacter(code))}</desc></char>\n`;
  });
  return `<charDecl>\n${declared.join("")}</charDecl>\n`;
}

/** @param {Comparison} comparison @param {Block} block */
function paragraphsIn(comparison, block) {
  const [side, other] = block.sides;
  return other ? shared(comparison, block) : single(comparison, block, side);
}

/** What both versions have here. @param {Comparison} comparison @param {Block} block */
function shared(comparison, { bead }) {
  /** The pieces of each paragraph: a new one begins where both have its beginning. @type {Piece[][]} */
  const paragraphs = [[]];
  for (const piece of weave(comparison, bead)) {
    if (!piece.kept) {
      paragraphs[paragraphs.length - 1].push(piece);
      continue;
    }
    piece.before.forEach((before, part) => {
      if (part > 0) paragraphs.push([]);
      paragraphs[paragraphs.length - 1].push({ before: [before], after: [piece.after[part]], kept: true });
    });
  }
  const role = roleOf(comparison, "after", bead.after.start);
  return paragraphs.map((pieces) => `<p${role}>${pieces.map(encode).join("")}</p>`);
}

/** What only one version has here. @param {Comparison} comparison @param {Block} block @param {Side} side */
function single(comparison, { bead, twice }, side) {
  const other = side === "before" ? "after" : "before";
  return paragraphsOf(comparison, bead, side).map((text, index) => {
    const paragraph = bead[side].start + index;
    const moved = twice ? ` xml:id="${idOf(side, paragraph)}" corresp="${idsOf(other, bead[other])}"` : "";
    const content = { before: [""], after: [""], kept: false, [side]: [text] };
    return `<p${roleOf(comparison, side, paragraph)}${moved}>${encode(content)}</p>`;
  });
}

/** @param {Side} side @param {number} paragraph its index */
const idOf = (side, paragraph) => `${side}-${paragraph + 1}`;

/** @param {Side} side @param {{ start: number, end: number }} range paragraph indices */
const idsOf = (side, { start, end }) =>
  Array.from({ length: end - start }, (_, index) => `#${idOf(side, start + index)}`).join(" ");

/** @param {Comparison} comparison @param {Side} side @param {number} paragraph */
function roleOf({ report }, side, paragraph) {
  const { role } = report[side].paragraphs[paragraph];
  return ["title", "byline", "caption"].includes(role) ? ` rend="${role}"` : "";
}

/** @param {Piece} piece */
function encode({ before, after }) {
  return isSame({ before, after }) ? contentOf(after) : `<app>${reading("before", before)}${reading("after", after)}</app>`;
}

/** @param {Side} side @param {Content} content */
function reading(side, content) {
  return isNothing(content) ? `<rdg wit="#${side}"/>` : `<rdg wit="#${side}">${contentOf(content)}</rdg>`;
}

/** @param {Content} content */
const contentOf = (content) => content.map(escape).join(PARAGRAPH_END);

/**
 * A carriage return is written by its number, as parsers take a literal one for the end of a line and make it a line feed.
 *
 * @param {string} text
 */
function escape(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;")
    .replace(FORBIDDEN, (character) => `<g ref="#char-${codeOf(character)}"/>`);
}

/** A name is no part of the texts, and `<g>` not allowed in all places where it stands. @param {string} name */
const escapeName = (name) => escape(name.replace(FORBIDDEN, "\ufffd"));

/** @param {string} character */
const codeOf = (character) => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
