/**
 * Addresses of scripts where a page enforces Trusted Types: its policy is called `storydiff`, and lets nothing through but
 * what is of the page's own origin, or was made in it as a blob.
 */

/** What a policy does, as far as it is used here. @typedef {{ createScriptURL: (address: string) => string }} Policy */

/** Made for the first script: a page that shows what was compared before need not allow it. @type {Policy | undefined} */
let policy;

/**
 * @param {string} address of a script, whole
 * @returns {string} the same, as workers are started by it: an object that is taken for a string, where the browser knows Trusted Types
 * @throws {TypeError} where the page's policy does not name this one, or the script is not the page's own
 */
export function trusted(address) {
  const { trustedTypes } = /** @type {{ trustedTypes?: { createPolicy: (name: string, rules: Policy) => Policy } }} */ (globalThis);
  policy ??= trustedTypes?.createPolicy("storydiff", { createScriptURL: ofThisPage });
  return policy?.createScriptURL(address) ?? address;
}

/** @param {string} address */
function ofThisPage(address) {
  const { origin, protocol } = new URL(address);
  // What is said in an address itself has no origin, and nor has a page in a sandbox.
  if (origin === self.origin && protocol !== "data:") return address;
  throw TypeError();
}
