import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright';

import { pdfOfPages } from '../../scripts/sample/pdf/fixtures';
import { CodingPage } from '../e2e/pages/coding';
import { call, openForCoding, until } from '../support/coding-window';
import { workFolder } from './big-project';
import type { Options } from './options';
import { openPdfjsAlone } from './pdfjs-alone';
import { distributionOf, note, report, rounded, timed } from './report';

const PAGES = 2_000;

/**
 * A PDF of 2,000 pages: how long until it is in the project, until its first page is painted in the
 * window, and how long the window with the form stands still meanwhile; beside pdf.js alone, and
 * beside the same window with nothing to do.
 */
export async function measureLongDocument({ quick }: Options): Promise<void> {
  const pages = quick ? 300 : PAGES;
  const { folder, remove } = workFolder('long');
  const documents = join(folder, 'documents');
  mkdirSync(documents);
  const bytes = pdfOfPages(pages);
  writeFileSync(join(documents, 'lång.pdf'), bytes);
  const opened = await openForCoding({
    'kort.txt': 'AVTAL\n\nMellan Malmö stad och Rädda Barnen.',
  });
  const alone = await openPdfjsAlone(documents);
  try {
    const { window: page } = opened;
    const coding = new CodingPage(page);
    await coding.form(1).waitFor();
    note('long: the window with nothing to do');
    const idle = await gapsDuring(page, () => page.waitForTimeout(5_000));

    note(`long: adding ${pages} pages`);
    let importing = 0;
    const whileAdding = await gapsDuring(page, async () => {
      importing = await timed(async () => {
        await call(page, 'documents', 'add', { paths: [join(documents, 'lång.pdf')] });
        await until(async () => (await call(page, 'documents', 'progress'))?.state === 'done');
      });
    });
    const progress = await call(page, 'documents', 'progress');
    if (progress?.added.length !== 1) throw new Error(JSON.stringify(progress?.failed));

    note('long: opening it');
    const painted: number[] = [];
    const theirs: number[] = [];
    const runs = quick ? 2 : 5;
    let stalls: readonly number[] = [];
    for (let run = 0; run < runs; run += 1) {
      await page.reload();
      await coding.form(run === 0 ? 1 : 2).waitFor();
      if (run > 0) {
        await page.keyboard.press('PageUp');
        await coding.form(1).waitFor();
      }
      // Sooner than the next document is fetched ahead: the whole way from the disk is measured.
      stalls = [
        ...stalls,
        ...(await gapsDuring(page, async () => {
          painted.push(await openNext(page));
          await page.waitForTimeout(3_000);
        })),
      ];
      theirs.push(await alone.drawFirstPage('lång.pdf', 900));
    }

    report({
      name: `PDF of ${pages} pages: first page painted`,
      unit: 'ms',
      samsyn: distributionOf(painted),
      baseline: { name: 'pdf.js alone on the same file', ...distributionOf(theirs) },
      ratio: rounded(distributionOf(painted).p50 / distributionOf(theirs).p50),
      aim: 'at most 1,500 ms',
      met: Math.max(...painted) <= 1_500,
      n: painted.length,
      about: { pages, bytes: bytes.length, importMs: rounded(importing) },
    });
    const worst = { adding: Math.max(...whileAdding), opening: Math.max(...stalls) };
    report({
      name: `PDF of ${pages} pages: longest stall of the form's window`,
      unit: 'ms',
      samsyn: { whileAdding: rounded(worst.adding), whileOpening: rounded(worst.opening) },
      baseline: { name: 'the same window with nothing to do', max: rounded(Math.max(...idle)) },
      ratio: rounded(Math.max(worst.adding, worst.opening) / Math.max(...idle)),
      aim: 'no stall that is felt: at most 100 ms',
      met: Math.max(worst.adding, worst.opening) <= 100,
      n: whileAdding.length + stalls.length,
    });
  } finally {
    await alone.close();
    await opened.end();
    remove();
  }
}

/** Milliseconds between frames of the window while something goes on. */
async function gapsDuring(page: Page, work: () => Promise<unknown>): Promise<number[]> {
  const stop = await page.evaluateHandle(() => {
    const gaps: number[] = [];
    let last = performance.now();
    let isOver = false;
    const tick = (): void => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      if (!isOver) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    return () => {
      isOver = true;
      return gaps;
    };
  });
  await work();
  return stop.evaluate((end) => end());
}

/** From the key to what the document's frame says of its first page. */
async function openNext(page: Page): Promise<number> {
  const opened = await page.evaluateHandle(() => {
    const time = new Promise<number>((resolve) => {
      let pressed = 0;
      window.addEventListener('keydown', (event) => (pressed = event.timeStamp), true);
      window.addEventListener('message', (event: MessageEvent<{ kind?: string }>) => {
        if (event.data.kind === 'painted' && pressed > 0) resolve(performance.now() - pressed);
      });
    });
    return { time };
  });
  await page.keyboard.press('PageDown');
  return opened.evaluate(({ time }) => time);
}
