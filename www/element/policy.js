/**
 * Which directive of a Content Security Policy stands in the way. A script is not told why something was refused; the
 * browser reports it to the document, and in some cases the engine's own error names it.
 */
import { words } from "../language/load.js";

/** How long to wait for a report after the refusal itself, in milliseconds: it comes as a task of its own. */
const PATIENCE = 50;

const WASM = "'wasm-unsafe-eval' in script-src";

/** How browsers word it that a policy refused wasm: Chromium and Safari name what is missing, Firefox says CSP. */
const REFUSED = /Content Security Policy|\bCSP\b|wasm-unsafe-eval/;

/** And how they word it that something could not be fetched. */
const UNFETCHED = /fetch|load failed/i;

/** Takes note of what is refused from its making until it is stopped. */
export class Policy {
  /** @type {SecurityPolicyViolationEvent[]} */
  #refused = [];

  constructor() {
    document.addEventListener("securitypolicyviolation", this.#note);
  }

  stop() {
    document.removeEventListener("securitypolicyviolation", this.#note);
  }

  /** @param {SecurityPolicyViolationEvent} event */
  #note = (event) => {
    if (event.disposition === "enforce") this.#refused.push(event);
  };

  /** What keeps an address from being fetched. @param {URL} url @returns {Promise<string | null>} part of a sentence */
  async inTheWayOf(url) {
    const found = await this.#find(
      ({ effectiveDirective, blockedURI }) => effectiveDirective === "connect-src" && url.href.startsWith(blockedURI),
    );
    return found ? words.policy.lacks(`${sourceOf(url)} in connect-src`) : null;
  }

  /** What keeps the engine from being loaded. @param {unknown} error @returns {Promise<string | null>} part of a sentence */
  async inTheWayOfEngine(error) {
    const said = String(error instanceof Error ? (error.cause ?? error.message) : error);
    const found = await this.#find(
      ({ effectiveDirective, blockedURI }) =>
        blockedURI === "wasm-eval" || /^(worker-src|script-src|trusted-types|require-trusted-types-for)/.test(effectiveDirective),
    );
    const directive = found?.effectiveDirective ?? "";
    if (directive === "require-trusted-types-for") return words.policy.trustedTypes;
    if (directive === "trusted-types") return words.policy.lacks("storydiff in trusted-types");
    if (found && found.blockedURI !== "wasm-eval") {
      // What scripts, styles and the like are told apart by is for those who write long policies.
      return words.policy.lacks(`${sourceOf(found.blockedURI)} in ${directive.replace(/-(elem|attr)$/, "")}`);
    }
    if (found || REFUSED.test(said)) return words.policy.lacks(WASM);
    return UNFETCHED.test(said) ? this.#inTheWayOfWorker() : null;
  }

  /** What a worker is refused is reported to nobody here; but it is hardly ever allowed less than the page itself. */
  async #inTheWayOfWorker() {
    const own = new URL(import.meta.url);
    await fetch(own, { method: "HEAD" }).catch(() => {});
    return this.inTheWayOf(own);
  }

  /** @param {(event: SecurityPolicyViolationEvent) => boolean} isOurs */
  async #find(isOurs) {
    if (!this.#refused.some(isOurs)) await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    return this.#refused.find(isOurs);
  }
}

/** What a directive has to name for an address to be allowed. @param {URL | string} address of some schemes, the scheme alone */
function sourceOf(address) {
  if (!URL.canParse(address)) return `${address}:`;
  const { origin, protocol } = new URL(address);
  if (origin === location.origin && protocol !== "blob:") return "'self'";
  return /^https?:$/.test(protocol) ? origin : protocol;
}
