import { join } from 'node:path';

import { previewExport, writeDataset } from '../../main/exchange/dataset';
import { verifyProject } from '../../main/store/verify';
import { summariseReliability } from '../../main/work/reliability';
import { bigProject, workFolder } from './big-project';
import type { Options } from './options';
import { distributionOf, note, percentile, report, rounded } from './report';

/** What a person waits for without noticing; longer, and the window's keys and pages wait, too. */
const STALL = 100;

/**
 * Reliability, export and verifying of a project in which every agreement is coded by three: how long
 * main stands still at a stretch, and how long it takes in all, beside reading every coding from its
 * table once.
 */
export async function measureComputing({ quick }: Options): Promise<void> {
  const agreements = quick ? 100 : 745;
  const { folder, remove } = workFolder('computing');
  try {
    note(`computing: making a project of ${agreements} agreements, each coded by three`);
    const store = bigProject(join(folder, 'Kodat.samsyn'), agreements, {
      codedEvery: 1,
      coders: 3,
    });
    const blobs = { verify: () => Promise.resolve(), verifyText: () => Promise.resolve() };
    const works: Readonly<Record<string, () => unknown>> = {
      reliability: () => summariseReliability(store),
      'export preview': () => previewExport(store),
      export: () => writeDataset(store, join(folder, 'data'), { version: '0' }),
      verify: () => verifyProject(store, { blobs }),
    };
    const codings = store.db.prepare('SELECT * FROM submissions');
    for (const [name, work] of Object.entries(works)) {
      const stalls: number[] = [];
      const times: number[] = [];
      const bare: number[] = [];
      for (let run = 0; run < (quick ? 3 : 10); run += 1) {
        const started = performance.now();
        codings.all();
        bare.push(performance.now() - started);
        const { stall, time } = await longestStall(work);
        stalls.push(stall);
        times.push(time);
      }
      const p50 = percentile(stalls, 0.5);
      report({
        name: `${name} of ${agreements} agreements, each coded by three: longest stall of main`,
        unit: 'ms',
        samsyn: { ...distributionOf(stalls), inAll: rounded(percentile(times, 0.5)) },
        baseline: { name: 'reading every coding from its table', ...distributionOf(bare) },
        ratio: rounded(p50 / percentile(bare, 0.5)),
        aim: `at most ${STALL} ms`,
        met: p50 <= STALL,
        n: stalls.length,
        about: { agreements, coders: 3 },
      });
    }
    store.close();
  } finally {
    remove();
  }
}

/** The longest time between two turns of the event loop while something is worked out. */
async function longestStall(work: () => unknown): Promise<{ stall: number; time: number }> {
  let last = performance.now();
  let stall = 0;
  let isOver = false;
  const look = (): void => {
    const now = performance.now();
    stall = Math.max(stall, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  const started = performance.now();
  await work();
  const time = performance.now() - started;
  isOver = true;
  await new Promise((resolve) => setImmediate(resolve));
  return { stall, time };
}
