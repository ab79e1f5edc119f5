/** Parts of the page that are fetched when they are first wanted. */
import { words } from "../language/page.js";

/** One that did not come. Its message is meant for the reader, and worded whenever it is read. */
export class Missing extends Error {
  get message() {
    return words.task.missing;
  }
}

/**
 * Whoever asks for a part that did not come asks for it again the next time.
 *
 * @template T
 * @param {Promise<T>} coming what `import` gave
 * @returns {Promise<T>} Rejects with `Missing`.
 */
export function part(coming) {
  return coming.catch((cause) => {
    throw new Missing(undefined, { cause });
  });
}
