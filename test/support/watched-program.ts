import { existsSync, readFileSync } from 'node:fs';

import type { Page } from 'playwright';

import type { Launched } from './launch-electron';

/** What a program was seen to do. Zero where the system does not tell (other than Linux). */
interface Watched {
  /** Milliseconds that the window was away at the longest, without those that the machine gave to others. */
  readonly longestStall: number;
  /** Megabytes that the main process had at the most. */
  readonly memory: number;
  /** Those of them that are its own: not the program's file, which it shares with all its processes. */
  readonly ownMemory: number;
}

/** Milliseconds between two looks; a stall is known as exactly as this. */
const LOOK_EVERY = 50;

/**
 * Watches a program from now on; returns what ends it and tells what was seen. To tell a window that
 * hangs from a machine that is busy with other things, the time that the window's thread was ready to
 * run and waited for a processor is taken off its stalls.
 */
export async function watch({ app, window: page }: Launched): Promise<() => Promise<Watched>> {
  const windowProcess = await app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.osProcessId,
  );
  const waited: { at: number; milliseconds: number }[] = [];
  let [memory, ownMemory] = [0, 0];
  const look = (): void => {
    const milliseconds =
      Number(told(`${windowProcess}/task/${windowProcess}/schedstat`).split(' ')[1] ?? 0) / 1e6;
    waited.push({ at: Date.now(), milliseconds });
    const status = told(`${app.process().pid}/status`);
    memory = Math.max(memory, megabytes(status, 'VmRSS'));
    ownMemory = Math.max(ownMemory, megabytes(status, 'RssAnon'));
  };
  look();
  const looking = setInterval(look, LOOK_EVERY);
  looking.unref();
  await noteStalls(page);

  return async () => {
    const stalls = await page.evaluate(() => window.stalls);
    clearInterval(looking);
    look();
    const own = stalls.map(([from, to]) => {
      const before = waited.findLast(({ at }) => at <= from)?.milliseconds ?? 0;
      const after = (waited.find(({ at }) => at >= to) ?? waited.at(-1))?.milliseconds ?? 0;
      return to - from - (after - before);
    });
    return { longestStall: Math.max(0, ...own), memory, ownMemory };
  };
}

/** What the kernel tells of a process; nothing where it tells nothing, or the process has ended. */
function told(what: string): string {
  const file = `/proc/${what}`;
  return existsSync(file) ? readFileSync(file, 'latin1') : '';
}

function megabytes(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1_024;
}

/** From now on the window notes when it was away, and until when. */
async function noteStalls(page: Page): Promise<void> {
  await page.evaluate((every) => {
    let last = Date.now();
    window.stalls = [];
    setInterval(() => {
      const now = Date.now();
      if (now - last > 4 * every) window.stalls.push([last + every, now]);
      last = now;
    }, every);
  }, LOOK_EVERY);
}

declare global {
  interface Window {
    stalls: [from: number, to: number][];
  }
}
