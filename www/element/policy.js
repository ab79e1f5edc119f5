/**
 * Which directive of a Content Security Policy stands in the way. A script is not told why something was refused; the
 * browser reports it to the document, and in some cases the engine's own error names it.
 */
import { words } from "../language/load.js";

/** How long to wait for a report after the refusal itself, in milliseconds: it comes as a task of its own. */
const PATIENCE = 50;

const WASM = "'wasm-unsafe-eval' in script-src";

/** The directives that the engine has to do with; `connect-src` has to do with all and everything. */
const ENGINE = /^(worker-src|script-src(-elem)?|trusted-types|require-trusted-types-for)$/;

/** How browsers word it that a policy refused wasm: Chromium and Safari name what is missing, Firefox says CSP. */
const REFUSED = /WebAssembly[^]*(Content Security Policy|CSP|unsafe-eval)/i;

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
    const found = await this.#find(({ effectiveDirective }) => ENGINE.test(effectiveDirective));
    // Where no worker may be started, the engine may have been tried without one.
    if (REFUSED.test(said) || this.#refused.some(({ blockedURI }) => blockedURI === "wasm-eval")) return words.policy.lacks(WASM);
    if (!found) return UNFETCHED.test(said) ? this.#inTheWayOfWorker() : null;
    const { effectiveDirective: directive, blockedURI } = found;
    if (directive === "require-trusted-types-for") return words.policy.trustedTypes;
    if (directive === "trusted-types") return words.policy.lacks("storydiff in trusted-types");
    return words.policy.lacks(`${sourceOf(blockedURI)} in ${directive.replace("-elem", "")}`);
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
