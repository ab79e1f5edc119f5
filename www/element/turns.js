/**
 * Long work, cut into turns: what else the page has to do comes in between, so that it never freezes. The clock decides how much
 * is done in a turn and never what comes of it.
 *
 * Such work is a generator that yields wherever it may be left off, every so often.
 */

/** How long a turn may keep the page waiting, in milliseconds. */
const TURN = 12;

/** After so many small steps, work may be left off. */
export const STEPS = 512;

/** Lets all else have its turn. Unlike timers, messages are not held back when there are many of them. @returns {Promise<void>} */
export function nextTurn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * @template T
 * @param {Generator<unknown, T>} work
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>} Rejects with the signal's reason.
 */
export async function inTurns(work, signal) {
  for (let end = performance.now() + TURN; ; ) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() < end) continue;
    await nextTurn();
    signal?.throwIfAborted();
    end = performance.now() + TURN;
  }
}

/**
 * All of it in this turn, where there is nobody to keep waiting.
 *
 * @template T
 * @param {Generator<unknown, T>} work
 * @returns {T}
 */
export function atOnce(work) {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/**
 * Does something with each, and may be left off in between.
 *
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T, index: number) => void} act
 */
export function* each(items, act) {
  for (let index = 0; index < items.length; index++) {
    act(items[index], index);
    if (index % STEPS === STEPS - 1) yield;
  }
}
