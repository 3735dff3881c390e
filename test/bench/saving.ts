import { join } from 'node:path';

import type { Page } from 'playwright';

import { openDatabase } from '../../main/store/connection';
import { CodingPage } from '../e2e/pages/coding';
import { openForCoding } from '../support/coding-window';
import type { Options } from './options';
import { distributionOf, note, percentile, report, rounded, timed } from './report';

/**
 * From a key press in the form to *Sparat* on the screen's pill, in the real window, beside a bare
 * commit of one row to a database in the same folder; by turns, so that both meet the same disk.
 */
export async function measureSaving({ quick }: Options): Promise<void> {
  const presses = quick ? 40 : 240;
  const opened = await openForCoding({
    'avtal.txt': 'AVTAL\n\nMellan Malmö stad och Rädda Barnen.',
  });
  const bare = bareCommits(join(opened.folder, 'plain.db'));
  try {
    const { window: page } = opened;
    const coding = new CodingPage(page);
    await coding.form(1).waitFor();
    await coding.goTo('Insatsområde');
    await listen(page);
    const samsyn: number[] = [];
    const theirs: number[] = [];
    for (let press = 0; press < presses; press += 1) {
      theirs.push(await timed(bare.commit));
      await page.keyboard.press(String((press % 8) + 1));
      samsyn.push(await page.evaluate(() => window.benchSaved()));
    }
    note(`saving: ${presses} key presses`);
    const [p50, p99] = [percentile(samsyn, 0.5), percentile(samsyn, 0.99)];
    report({
      name: 'key press to Sparat',
      unit: 'ms',
      samsyn: distributionOf(samsyn),
      baseline: { name: 'bare FULL commit of one row', ...distributionOf(theirs) },
      ratio: rounded(p50 / percentile(theirs, 0.5)),
      aim: 'p50 at most 30 ms, p99 at most 100 ms',
      met: p50 <= 30 && p99 <= 100,
      n: presses,
    });
  } finally {
    bare.close();
    await opened.end();
  }
}

declare global {
  interface Window {
    /** Resolves with the milliseconds from the last key press until its work was shown as saved. */
    benchSaved(): Promise<number>;
  }
}

/** Watches keys and the pill in the page itself, where no wire adds to the time. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    let pressed = 0;
    let saved: number | null = null;
    let isSaving = false;
    let tell: (time: number) => void = () => {};
    window.addEventListener(
      'keydown',
      (event) => {
        // The program may have heard of the key before us and be saving already.
        pressed = event.timeStamp;
        saved = null;
      },
      true,
    );
    const look = (): void => {
      const state = document.querySelector('[data-save]')?.getAttribute('data-save');
      if (state === 'saving') isSaving = true;
      if (state !== 'saved' || !isSaving) return;
      isSaving = false;
      saved = performance.now() - pressed;
      tell(saved);
    };
    new MutationObserver(look).observe(document.querySelector('header') ?? document.body, {
      subtree: true,
      childList: true,
      attributes: true,
    });
    window.benchSaved = () =>
      saved === null
        ? new Promise((resolve) => {
            tell = resolve;
          })
        : Promise.resolve(saved);
  });
}

/** One row, one transaction, waited for until it is on the disk. */
function bareCommits(file: string): { commit: () => void; close: () => void } {
  const db = openDatabase(file);
  db.exec('CREATE TABLE plain (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO plain (body) VALUES (?)');
  const body = 'x'.repeat(400);
  return { commit: () => void insert.run(body), close: () => db.close() };
}
