import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { electronPath, needsNoSandbox, sqliteEnvironment } from '../../scripts/environment.mjs';
import { projectFolder } from '../../scripts/setup/paths.mjs';
import { workFolder } from './big-project';
import type { Options } from './options';
import { distributionOf, note, percentile, report, rounded } from './report';

const here = join(projectFolder, 'test/bench');

/** A program that is slower than this is stuck. */
const PATIENCE = 60_000;

/** Milliseconds after which Chromium has kept what it compiled of the scripts, from the second use of a user folder on. */
const USE = 5_000;

/**
 * From starting the program to a start screen whose first button can be pressed, beside an Electron
 * program that shows one line; by turns, so that both meet the same machine. Each has a user folder
 * that has been used twice: what is measured is a start, not a first start.
 */
export async function measureStart({ quick }: Options): Promise<void> {
  const runs = quick ? 3 : 9;
  const { folder, remove } = workFolder('start');
  const samsyn = (stay = 0) =>
    start(projectFolder, 'button:not([disabled])', join(folder, 'samsyn'), stay);
  const plain = (stay = 0) => start(join(here, 'baseline-app'), 'p', join(folder, 'plain'), stay);
  try {
    for (const time of ['once', 'twice']) {
      note(`start: ${time} each, not counted`);
      await samsyn(USE);
      await plain(USE);
    }
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      theirs.push(await plain());
      ours.push(await samsyn());
      note(`start: ${ours.at(-1)?.toFixed(0)} ms, one line ${theirs.at(-1)?.toFixed(0)} ms`);
    }
    const ratio = percentile(ours, 0.5) / percentile(theirs, 0.5);
    report({
      name: 'cold start to a usable window',
      unit: 'ms',
      samsyn: distributionOf(ours),
      baseline: { name: 'an Electron window that shows one line', ...distributionOf(theirs) },
      ratio: rounded(ratio),
      aim: 'at most 1.5 times the baseline',
      met: ratio <= 1.5,
      n: runs,
    });
  } finally {
    remove();
  }
}

/** Starts a program, and ends when it has ended, so long after it was usable. Milliseconds until then. */
function start(
  application: string,
  lookFor: string,
  userData: string,
  stay: number,
): Promise<number> {
  const flags = needsNoSandbox() ? ['--no-sandbox'] : [];
  const started = performance.now();
  const child = spawn(electronPath(), [...flags, join(here, 'timed-program'), '--lang=sv'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      ...sqliteEnvironment('electron'),
      SAMSYN_BENCH_PROGRAM: application,
      SAMSYN_USER_DATA: userData,
      SAMSYN_BENCH_LOOK_FOR: lookFor,
      SAMSYN_BENCH_STAY: String(stay),
    },
  });
  let usable: number | null = null;
  child.stdout.on('data', (chunk: Buffer) => {
    if (usable === null && chunk.includes('usable')) usable = performance.now() - started;
  });
  return new Promise((resolve, reject) => {
    const stuck = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(stuck);
      if (usable === null) {
        reject(new Error(`${application} showed no "${lookFor}" and ended with ${code ?? signal}`));
      } else resolve(usable);
    });
  });
}
