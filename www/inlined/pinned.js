/**
 * Scripts that lie beside this one: those, and none that came in their stead.
 *
 * @typedef {object} Beside
 * @property {string} address
 * @property {string} integrity its hash, as in Subresource Integrity
 */

/** Whether a script is the page's own, which it may begin by its address; in a sandbox nothing is. @param {{ address: string }} script */
export function isOwn({ address }) {
  return new URL(address).origin === self.origin;
}

/** A script from elsewhere, checked. @param {Beside} beside */
export async function fetchPinned({ address, integrity }) {
  const response = await fetch(address, { integrity });
  return new Blob([await response.arrayBuffer()], { type: "text/javascript" });
}

/** Imports it, which the policy of a page may refuse where it came from elsewhere. @param {Beside} beside */
export async function importPinned(beside) {
  if (isOwn(beside)) return import(beside.address);
  const address = URL.createObjectURL(await fetchPinned(beside));
  return import(address).finally(() => URL.revokeObjectURL(address));
}
