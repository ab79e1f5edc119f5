/**
 * Which directive of a Content Security Policy stands in the way. A script is not told why something was refused; the
 * browser reports it to the document, and in some cases the engine's own error names it.
 */
import { words } from "../language/load.js";

/** How long to wait for a report after the refusal itself, in milliseconds: it comes as a task of its own. */
const PATIENCE = 50;

const WASM = "'wasm-unsafe-eval' in script-src";

/** The directives that the engine has to do with; `connect-src` has to do with all and everything. */
const ENGINE = /^(worker-src|script-src(-elem)?|trusted-types)$/;

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

  /** What keeps the engine from being loaded. @param {Error} error as `engine.js` has it @returns {Promise<string | null>} part of a sentence */
  async inTheWayOfEngine({ cause }) {
    const said = String(cause ?? "");
    const found = await this.#find(isOfEngine);
    if (REFUSED.test(said) || this.#refused.some(({ blockedURI }) => blockedURI === "wasm-eval")) return words.policy.lacks(WASM);
    // An engine that was refused a worker and had something to say was tried without one: that is not what it lacks.
    if (!found || UNFETCHED.test(said)) return UNFETCHED.test(said) ? this.#inTheWayOfWorker() : null;
    const { effectiveDirective: directive, blockedURI } = found;
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

/**
 * Whether it was the engine that was refused: of scripts, a page may be refused others meanwhile, which stand in it or come
 * from elsewhere.
 *
 * @param {SecurityPolicyViolationEvent} event
 */
function isOfEngine({ effectiveDirective, blockedURI }) {
  if (!ENGINE.test(effectiveDirective)) return false;
  if (!effectiveDirective.startsWith("script-src")) return true;
  const ours = ["blob", "wasm-eval", import.meta.url];
  return ours.includes(blockedURI) || (URL.canParse(blockedURI) && new URL(blockedURI).origin === new URL(import.meta.url).origin);
}

/** What a directive has to name for an address to be allowed. @param {URL | string} address of some schemes, the scheme alone */
function sourceOf(address) {
  if (!URL.canParse(address)) return `${address}:`;
  const { origin, protocol } = new URL(address);
  if (origin === self.origin && protocol !== "blob:") return "'self'";
  return /^https?:$/.test(protocol) ? origin : protocol;
}
