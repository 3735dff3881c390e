import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright';

import { projectFolder } from '../../scripts/setup/paths.mjs';
import { CodingPage } from '../e2e/pages/coding';
import { Shell } from '../e2e/pages/shell';
import { openForCoding } from '../support/coding-window';
import type { Options } from './options';
import { openPdfjsAlone } from './pdfjs-alone';
import { distributionOf, note, percentile, report, rounded } from './report';

const samples = join(projectFolder, 'dist/samples/documents');

/** How long a reader stays with an agreement at the least; meanwhile the next document is fetched. */
const READING = 1_500;

/**
 * From the step that opens the next agreement to its first page painted and its form ready, over the
 * PDFs of the sample collection, beside pdf.js alone drawing the first pages of the same files: once
 * by skipping, once by handing in, where what is handed in must be on the disk first.
 */
export async function measureNextAgreement({ quick }: Options): Promise<void> {
  const names = readdirSync(samples)
    .filter((name) => name.toLowerCase().endsWith('.pdf'))
    .slice(0, quick ? 8 : undefined);
  const files = Object.fromEntries(
    names.map((name) => [name, new Uint8Array(readFileSync(join(samples, name)))]),
  );
  note(`next: adding ${names.length} documents`);
  const opened = await openForCoding(files);
  const alone = await openPdfjsAlone(samples);
  try {
    const { window: page } = opened;
    const canvas = page.frameLocator('iframe').locator('canvas').first();
    await canvas.waitFor();
    const width = await canvas.evaluate((element: HTMLCanvasElement) => element.width);
    await listen(page);
    // The first one starts the worker, as opening the first agreement does.
    await alone.drawFirstPage(names[0] ?? '', width);
    for (const [name, step] of [
      ['next agreement: first page painted and form ready', skip],
      ['handing in, then the same', handIn],
    ] as const) {
      const samsyn: number[] = [];
      const theirs: number[] = [];
      // Round to the first one again, which is opened but not counted.
      for (let number = 2; number <= names.length; number += 1) {
        await page.waitForTimeout(READING);
        await step(page);
        samsyn.push(await page.evaluate(() => window.benchOpened()));
        await new CodingPage(page).form(number).waitFor();
        // By turns, so that both meet the same machine.
        theirs.push(await alone.drawFirstPage(names[number - 1] ?? '', width));
      }
      tell(name, samsyn, theirs);
      if (step === skip) {
        await skip(page);
        await new CodingPage(page).form(1).waitFor();
      }
    }
  } finally {
    await alone.close();
    await opened.end();
  }
}

function tell(name: string, samsyn: readonly number[], theirs: readonly number[]): void {
  const [p50, p95] = [percentile(samsyn, 0.5), percentile(samsyn, 0.95)];
  report({
    name,
    unit: 'ms',
    samsyn: distributionOf(samsyn),
    baseline: { name: 'pdf.js alone on the same files', ...distributionOf(theirs) },
    ratio: rounded(p50 / percentile(theirs, 0.5)),
    aim: 'p50 at most 100 ms, p95 at most 250 ms',
    met: p50 <= 100 && p95 <= 250,
    n: samsyn.length,
  });
}

/** Opens the next agreement without handing anything in. */
export async function skip(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hoppa över' }).click();
}

/** With one answer; the second time hands in although the others are wanting. */
async function handIn(page: Page): Promise<void> {
  await new CodingPage(page).goTo('Målgrupp');
  await page.keyboard.press('1');
  await new Shell(page).saved();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Ctrl+Enter igen lämnar in ändå.').waitFor();
  await page.keyboard.press('Control+Enter');
}

declare global {
  interface Window {
    /** Resolves with the milliseconds from the last key or click until agreement and document stood there. */
    benchOpened(): Promise<number>;
  }
}

/** Watches the form and what the document's frame says, in the page itself. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    let pressed = 0;
    let times: { form: number | null; painted: number | null } = { form: null, painted: null };
    let resolveOpened: ((time: number) => void) | null = null;
    const labelOf = () =>
      document
        .querySelector('section[aria-label^="Formulär för avtal"]')
        ?.getAttribute('aria-label');
    let label = labelOf();
    const look = (): void => {
      const { form, painted } = times;
      if (form === null || painted === null || resolveOpened === null) return;
      resolveOpened(Math.max(form, painted) - pressed);
      resolveOpened = null;
    };
    for (const kind of ['keydown', 'click'] as const) {
      window.addEventListener(
        kind,
        (event) => {
          pressed = event.timeStamp;
          times = { form: null, painted: null };
        },
        true,
      );
    }
    window.addEventListener('message', (event: MessageEvent<{ kind?: string }>) => {
      if (event.data.kind !== 'painted' || times.painted !== null) return;
      times.painted = performance.now();
      look();
    });
    new MutationObserver(() => {
      const now = labelOf();
      if (now === undefined || now === label) return;
      label = now;
      times.form = performance.now();
      look();
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    window.benchOpened = () =>
      new Promise((resolve) => {
        resolveOpened = resolve;
        look();
      });
  });
}
