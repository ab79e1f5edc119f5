/** Files of the page's own. `inlined/own.js` stands in for this where the page carries them along. */

/**
 * @param {string} path from the page's folder
 * @param {RequestInit} [request]
 * @returns {Promise<Response>}
 */
export function fetchOwn(path, request) {
  return fetch(path, request);
}

/** The style sheets that were asked for, by their addresses. @type {Map<string, Promise<void>>} */
const styles = new Map();

/**
 * Fetches a style sheet that only a part of the page has a use for; where it cannot be had, that part is plain.
 *
 * @param {string} address
 * @returns {Promise<void>} Settles when it is there.
 */
export function addStyle(address) {
  const asked =
    styles.get(address) ??
    new Promise((resolve) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = address;
      link.onload = () => resolve();
      link.onerror = () => {
        link.remove();
        styles.delete(address);
        resolve();
      };
      document.head.append(link);
    });
  styles.set(address, asked);
  return asked;
}
