/** A reader of CriticMarkup that knows nothing of its writer: what is left when every change is accepted, or rejected. */

const MARK = /\{\+\+([^]*?)\+\+\}|\{--([^]*?)--\}|\{~~([^]*?)~>([^]*?)~~\}|\{>>([^]*?)<<\}|\{==([^]*?)==\}/g;

/** @param {string} markup @param {boolean} accept */
export function resolve(markup, accept) {
  let text = "";
  let end = 0;
  for (const { index, 0: mark, 1: inserted, 2: deleted, 3: before, 4: after } of markup.matchAll(MARK)) {
    text += plain(markup.slice(end, index)) + plain((accept ? (inserted ?? after) : (deleted ?? before)) ?? "");
    end = index + mark.length;
  }
  return text + plain(markup.slice(end));
}

/** The comments alone. @param {string} markup */
export const comments = (markup) => [...markup.matchAll(MARK)].flatMap(([, , , , , comment]) => (comment === undefined ? [] : [comment]));

/** @param {string} text */
const plain = (text) => text.replace(/\\([\\{}+\-~=<>])/g, "$1");
