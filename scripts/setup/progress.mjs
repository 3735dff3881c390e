// What a person sees while set-up works: one line per step, and a sign of life from long ones.

const signOfLifeMs = 15_000;

/**
 * Runs one step under a numbered title on stderr and tells how long it took.
 *
 * @template T
 * @param {number} number
 * @param {number} of
 * @param {string} title
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(number, of, title, work) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  process.stderr.write(`[${number}/${of}] ${title}\n`);
  const timer = setInterval(() => process.stderr.write(`      … ${seconds()} s\n`), signOfLifeMs);
  try {
    const result = await work();
    if (seconds() >= 2) process.stderr.write(`      done in ${seconds()} s\n`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
