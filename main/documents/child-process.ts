import { Worker } from 'node:worker_threads';

/** What every process needs that works on what anyone may have sent. */

/** Milliseconds between two looks at the memory. */
const WATCH_EVERY = 50;

/** The parts of Electron's `process.parentPort` that are used. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/**
 * Listens to whoever started this process, Electron or plain Node, and returns what speaks to it.
 * A message is on its way when its promise settles, so that large ones do not pile up in memory.
 */
export function connectToParent<Message>(
  onMessage: (message: unknown) => void,
): (message: Message) => Promise<void> {
  if ('parentPort' in process && process.parentPort) {
    const port = process.parentPort as ParentPort;
    port.on('message', ({ data }) => onMessage(data));
    return (message) => {
      port.postMessage(message);
      return Promise.resolve();
    };
  }
  process.on('message', onMessage);
  process.on('disconnect', () => process.exit(0));
  return (message) =>
    new Promise((resolve, reject) => {
      if (process.send === undefined)
        reject(new Error('This process was started without a parent.'));
      else process.send(message, (error: Error | null) => (error ? reject(error) : resolve()));
    });
}

/**
 * Ends this process when it uses more than so many megabytes; returns what sets another limit. A
 * thread of its own looks, as the main one may be deep in a loop; what it says on the error output
 * tells main why.
 */
export function endAbove(megabytes: number, mark: string): (megabytes: number) => void {
  const limit = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  limit[0] = megabytes;
  const source = `
    const { writeSync } = require('node:fs');
    const { workerData: limit } = require('node:worker_threads');
    setInterval(() => {
      if (process.memoryUsage.rss() > limit[0] * 1_000_000) {
        writeSync(2, ${JSON.stringify(`${mark}\n`)});
        process.kill(process.pid, 'SIGKILL');
      }
    }, ${WATCH_EVERY});
  `;
  new Worker(source, { eval: true, env: {}, workerData: limit }).unref();
  return (now) => {
    limit[0] = now;
  };
}
