import { createHash } from "node:crypto";

/**
 * The hash of a file as Subresource Integrity and Content Security Policies write it.
 *
 * @param {"sha256" | "sha384"} algorithm
 * @param {string | Buffer} content
 */
export function sri(algorithm, content) {
  return `${algorithm}-${createHash(algorithm).update(content).digest("base64")}`;
}
