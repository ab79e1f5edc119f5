/**
 * Has the page kept for use without a connection, and offers a new version of it. Never takes one by itself: a page that
 * is loaded again has lost the texts that the reader chose or pasted.
 */
import { trusted } from "../engine/trusted.js";
import { words } from "../language/tools.js";
import { find, say } from "./dom.js";

/**
 * @param {string} script The service worker's address.
 */
export async function keepOffline(script) {
  // There is none over plain http, nor in some private windows and frames, where to ask for one may be an error; there the page works as it does on a first visit.
  const registering = async () => navigator.serviceWorker?.register(trusted(new URL(script, document.baseURI).href), { updateViaCache: "none" });
  const registration = await registering().catch(() => undefined);
  if (!registration) return;
  const note = find("#offline", HTMLElement);
  let isNew = !registration.active;

  const look = () => {
    const { installing, waiting, active } = registration;
    // Whoever listens already is not added again.
    for (const worker of [installing, waiting, active]) worker?.addEventListener("statechange", look);
    if (waiting && active) offer(note, registration);
    if (!isNew || active?.state !== "activated") return;
    isNew = false;
    say(note, words.offline.ready);
  };
  registration.active?.postMessage("keep");
  registration.addEventListener("updatefound", look);
  look();
}

/**
 * @param {HTMLElement} note
 * @param {ServiceWorkerRegistration} registration
 */
function offer(note, registration) {
  if (note.querySelector("button")) return;
  const button = document.createElement("button");
  button.textContent = words.offline.use;
  button.addEventListener("click", () => {
    button.disabled = true;
    // Another tab may have begun to use it.
    if (!registration.waiting) return location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting.postMessage("use");
  });
  note.replaceChildren(words.offline.update, " ", button);
}
