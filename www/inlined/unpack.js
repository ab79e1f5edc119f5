/** Bytes that a script carries along, as `scripts/release.js` packs them: base64 of gzip. */

/** @param {string} packed */
export function zipped(packed) {
  return Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
}

/**
 * @param {string} packed
 * @param {string} type
 * @returns {Response} as if it had been fetched
 */
export function unpack(packed, type) {
  const body = new Blob([zipped(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(body, { headers: { "Content-Type": type } });
}
