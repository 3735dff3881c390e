import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { CodingPage } from '../e2e/pages/coding';
import { call, openForCoding, until } from '../support/coding-window';
import { workFolder } from './big-project';
import { inEveryFormat, type OfFormat } from './format-collection';
import { listen, skip } from './next-agreement';
import type { Options } from './options';
import { openPdfjsAlone, type PdfjsAlone } from './pdfjs-alone';
import { distributionOf, note, percentile, report, rounded } from './report';

/** How long a reader stays with an agreement at the least; meanwhile the next document is fetched. */
const READING = 900;
/** The fewest with which the 95th percentile is not simply the slowest. */
const ROUNDS = 20;

const baselines = {
  pdf: 'pdf.js alone on the same file',
  picture: 'the same page as a picture in a bare window',
  text: 'the same text in a bare window',
} as const;

/**
 * From the step that opens the next agreement to its document painted and its form ready, for one
 * document of each format, beside the least that a window has to do to show it.
 */
export async function measureNextOfEachFormat({ quick }: Options): Promise<void> {
  const rounds = quick ? 1 : ROUNDS;
  const { folder, remove } = workFolder('formats');
  const files = await inEveryFormat();
  const received = join(folder, 'received');
  mkdirSync(received);
  for (const { name, bytes } of files) writeFileSync(join(received, name), bytes);
  note(`formats: adding ${files.length} documents`);
  const opened = await openForCoding(
    Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])),
  );
  const alone = await openPdfjsAlone(received);
  try {
    const { window: page } = opened;
    const coding = new CodingPage(page);
    await coding.form(1).waitFor();
    note('formats: waiting until the scans are read');
    await until(async () => (await call(page, 'scans', 'status')).waiting === 0, { seconds: 300 });
    const canvas = page.frameLocator('iframe').locator('canvas').first();
    await canvas.waitFor();
    const width = await canvas.evaluate((element: HTMLCanvasElement) => element.width);
    await listen(page);
    const samsyn = new Map<OfFormat, number[]>(files.map((file) => [file, []]));
    const theirs = new Map<OfFormat, number[]>(files.map((file) => [file, []]));
    for (const { baseline } of files) await draw(alone, baseline, width);
    for (let round = 0; round < rounds; round += 1) {
      // On from the first one and round to it again.
      for (let step = 1; step <= files.length; step += 1) {
        const at = step % files.length;
        const file = files[at];
        if (file === undefined) continue;
        await page.waitForTimeout(READING);
        await skip(page);
        samsyn.get(file)?.push(await page.evaluate(() => window.benchOpened()));
        await coding.form(at + 1).waitFor();
        // By turns, so that both meet the same machine.
        theirs.get(file)?.push(await draw(alone, file.baseline, width));
      }
    }
    for (const file of files) tell(file, samsyn.get(file) ?? [], theirs.get(file) ?? []);
  } finally {
    await alone.close();
    await opened.end();
    remove();
  }
}

function draw(
  { drawFirstPage, drawPicture, drawText }: PdfjsAlone,
  { how, file }: OfFormat['baseline'],
  width: number,
): Promise<number> {
  return { pdf: drawFirstPage, picture: drawPicture, text: drawText }[how](file, width);
}

function tell(
  { name, baseline }: OfFormat,
  samsyn: readonly number[],
  theirs: readonly number[],
): void {
  const [p50, p95] = [percentile(samsyn, 0.5), percentile(samsyn, 0.95)];
  report({
    name: `next agreement, ${name}`,
    unit: 'ms',
    samsyn: distributionOf(samsyn),
    baseline: { name: baselines[baseline.how], ...distributionOf(theirs) },
    ratio: rounded(p50 / percentile(theirs, 0.5)),
    aim: 'p50 at most 100 ms, p95 at most 250 ms',
    met: p50 <= 100 && p95 <= 250,
    n: samsyn.length,
  });
}
