/**
 * Bytes that a script carries along, as `scripts/release.js` packs them.
 *
 * @param {string} packed Base64 of gzip.
 * @param {string} type
 * @returns {Response} as if it had been fetched
 */
export function unpack(packed, type) {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const body = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(body, { headers: { "Content-Type": type } });
}
