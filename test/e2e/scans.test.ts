import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { DocumentId } from '../../shared/domain/ids';

import { call, openForCoding, until, type CodingWindow } from '../support/coding-window';
import { launchSamsyn } from '../support/launch-electron';
import {
  laidIn,
  pngOf,
  scannedPdf,
  textCanvas,
  tiffOf,
} from '../../scripts/sample/writers/pictures';
import { CodingPage } from './pages/coding';
import { DocumentPage } from './pages/document';

const PAGE_ONE = [
  'Överenskommelse om idéburet partnerskap',
  'mellan Åre kommun och Föreningen Ljuset.',
  'Syftet är att öka tryggheten för äldre.',
  'Avtalet gäller från den 1 januari 2024.',
];
/** Letters that are too small at first: of these a higher resolution makes more. */
const SMALL_PRINT = { dpi: 300, size: 3, width: 700, height: 260 };
const PAGE_TWO = ['Sida två om uppföljning', 'Parterna träffas varje halvår.'];

const PICTURES = process.env['SAMSYN_PICTURES'];

let window: CodingWindow;
let pane: DocumentPage;

beforeAll(async () => {
  window = await openForCoding({
    'a bild.png': pngOf(textCanvas(PAGE_ONE, { skew: 1.5 })),
    'b bilder.tif': tiffOf([textCanvas(PAGE_ONE), textCanvas(PAGE_TWO)]),
    'c skannad.pdf': await scannedPdf(
      [textCanvas(PAGE_TWO, SMALL_PRINT), textCanvas(PAGE_ONE, SMALL_PRINT)],
      SMALL_PRINT.dpi,
    ),
  });
  pane = new DocumentPage(window.window);
  await pane.listen();
});
afterAll(async () => {
  await window.end();
});

async function picture(name: string): Promise<void> {
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  await window.window.screenshot({ path: join(PICTURES, `${name}.png`) });
}

it('reads pictures and scans by itself', async () => {
  await picture('reading');
  await until(async () => (await call(window.window, 'scans', 'status')).waiting === 0, {
    seconds: 60,
  });
  const status = await call(window.window, 'scans', 'status');

  expect(status).toMatchObject({ waiting: 0, failed: 0, hard: 0 });
});

it.each(['a bild.png', 'b bilder.tif', 'c skannad.pdf'])('shows %s with its text', async (name) => {
  await pane.openFromList(name);
  await (await pane.line('Föreningen')).waitFor({ state: 'attached' });
  await picture(name.replaceAll(/\W/g, '-'));

  expect(await (await pane.line('Föreningen')).textContent()).toBe('Föreningen');
});

describe('a scanned PDF', () => {
  beforeAll(() => pane.openFromList('c skannad.pdf'));

  it('is searched, and its words can be marked and quoted', async () => {
    const coding = new CodingPage(window.window);
    await pane.openFind();
    await pane.findField.fill('öka tryggheten');
    const found = await pane.hears(
      'found',
      ({ query, searching }) => query === 'öka tryggheten' && !searching,
    );
    await pane.findField.press('Escape');
    // What was found is selected then, and would be dragged away: it is let go of first.
    await pane.selected('öka tryggheten');
    await (await pane.line('Avtalet')).click();
    await pane.drag(await pane.line('tryggheten'), await pane.line('äldre.'));
    const passage = await pane.selected('tryggheten för äldre.');
    await window.window.keyboard.press('p');
    await coding.evidence('Innehåll').getByText('tryggheten för äldre.').waitFor();
    await picture('quoted');

    expect(found.total).toBe(1);
    expect(passage).toMatchObject({ page: 2, quote: 'tryggheten för äldre.' });
  });

  it('keeps the evidence where it is read again at a higher resolution', async () => {
    const { window: page } = window;
    const document = await documentOf('c skannad.pdf');
    const word = await pane.line('tryggheten');
    await word.evaluate((element) => element.setAttribute('data-read-before', ''));
    await page.getByRole('button', { name: 'Läs av igen' }).click();
    await page
      .getByRole('menuitem', { name: 'Läs av alla skannade sidor med högre upplösning' })
      .click();
    const readBefore = (await pane.frame()).locator('[data-read-before]');
    await readBefore.waitFor({ state: 'detached', timeout: 60_000 });
    await until(
      async () =>
        (await call(page, 'scans', 'ofDocument', { document })).every(
          ({ dpi, state }) => dpi === 400 && state === 'done',
        ),
      { seconds: 60 },
    );
    await until(async () => (await markedWord()) === 'tryggheten');

    expect(await markedWord()).toBe('tryggheten');
  });

  it('shows the evidence after a restart, without reading the page once more', async () => {
    const document = await documentOf('c skannad.pdf');
    await window.close();
    const again = await launchSamsyn();
    await call(again.window, 'projects', 'open', { folder: join(window.folder, 'Prov.samsyn') });
    const [reviewer] = await call(again.window, 'reviewers', 'list');
    await call(again.window, 'reviewers', 'choose', { reviewer: reviewer!.id });
    window = { ...window, ...again, end: () => again.close() };
    pane = new DocumentPage(again.window);
    await pane.openFromList('c skannad.pdf');
    await until(async () => (await markedWord()) === 'tryggheten');
    const versions = await call(again.window, 'scans', 'ofDocument', { document });
    await again.window.emulateMedia({ colorScheme: 'dark' });
    await picture('dark');

    expect(versions.map(({ version }) => version)).toEqual([2, 2]);
    expect(await again.problems()).toEqual([]);
  });
});

describe('a PDF with pages that were laid in the wrong way up', () => {
  const name = 'd fel håll.pdf';

  it('turns them upright as they are read, with the words over the picture', async () => {
    const { window: page } = window;
    const path = join(window.folder, name);
    const sideways = laidIn(textCanvas(PAGE_ONE, { size: 7, width: 700, height: 260 }), 90);
    const onItsHead = laidIn(textCanvas(PAGE_ONE, SMALL_PRINT), 180);
    const sheets = [sideways, textCanvas(PAGE_TWO, SMALL_PRINT), onItsHead];
    await writeFile(path, await scannedPdf(sheets, SMALL_PRINT.dpi));
    await call(page, 'scans', 'pause');
    await call(page, 'documents', 'add', { paths: [path] });
    await pane.openFromList(name);
    const paper = (await pane.frame()).locator('.page[data-page-number="1"]');
    await paper.locator('canvas').waitFor();
    await picture('sideways');
    const before = await paper.boundingBox();
    await call(page, 'scans', 'resume');
    const first = paper.getByText('tryggheten');
    await first.waitFor({ state: 'attached', timeout: 60_000 });
    await page.getByText('Sida 1 var skannad åt fel håll och visas rättvänd.').waitFor();
    await picture('upright');
    const after = await paper.boundingBox();

    expect(before!.height).toBeGreaterThan(before!.width);
    expect(after!.width).toBeGreaterThan(after!.height);
    await until(async () => (await inkUnder(first)) > 0.08);
  });

  it('quotes from them, and keeps turn and evidence when they are read again', async () => {
    const { window: page } = window;
    const coding = new CodingPage(page);
    await until(async () => (await call(page, 'scans', 'status')).waiting === 0, { seconds: 60 });
    await pane.pageNumber.fill('3');
    await pane.pageNumber.press('Enter');
    const paper = (await pane.frame()).locator('.page[data-page-number="3"]');
    const word = paper.getByText('tryggheten');
    await until(async () => (await word.count()) > 0 && (await inkUnder(word)) > 0.08);
    await pane.drag(word, paper.getByText('äldre.'));
    await picture('dragged');
    const passage = await pane.selected('tryggheten för äldre.');
    await page.keyboard.press('p');
    await coding.evidence('Innehåll').getByText('tryggheten för äldre.').waitFor();
    await word.evaluate((element) => element.setAttribute('data-read-before', ''));
    await page.getByRole('button', { name: 'Läs av igen' }).click();
    await page.getByRole('menuitem', { name: 'Läs av sida 3 med högre upplösning' }).click();
    const document = await documentOf(name);
    // The words that were read anew take the place of the others.
    const readBefore = paper.locator('[data-read-before]');
    await readBefore.waitFor({ state: 'detached', timeout: 60_000 });
    await until(async () => (await markedWord()) === 'tryggheten');
    await picture('upright-again');
    const scanned = await call(page, 'scans', 'ofDocument', { document });

    expect(passage).toMatchObject({ page: 3, quote: 'tryggheten för äldre.' });
    expect(scanned.map(({ turn }) => turn)).toEqual([270, 0, 180]);
    expect(scanned[2]).toMatchObject({ state: 'done', dpi: 400, version: 2 });
  });
});

describe('a page above the one that is read, laid in the wrong way up', () => {
  it('turns without moving what is read', async () => {
    const { window: page } = window;
    const path = join(window.folder, 'e ovanför.pdf');
    const sideways = laidIn(textCanvas(PAGE_ONE), 90);
    const lines = [...PAGE_TWO, ...PAGE_ONE];
    const long = textCanvas(lines, { width: 400, height: 900, size: 6 });
    await writeFile(path, await scannedPdf([sideways, long]));
    await call(page, 'scans', 'pause');
    await call(page, 'documents', 'add', { paths: [path] });
    await pane.openFromList('e ovanför.pdf');
    const frame = await pane.frame();
    const paper = (number: number) => frame.locator(`.page[data-page-number="${number}"]`);
    await paper(1).locator('canvas').waitFor();
    await pane.pageNumber.fill('2');
    await pane.pageNumber.press('Enter');
    await paper(2).locator('canvas').waitFor();
    await page.mouse.move(500, 500);
    await page.mouse.wheel(0, 150);
    await until(async () => ((await paper(2).boundingBox())?.y ?? 0) < 50);
    const before = await paper(2).boundingBox();
    await picture('above-before');
    await call(page, 'scans', 'resume');
    await until(
      async () => {
        const above = await paper(1).boundingBox();
        return above !== null && above.width > above.height;
      },
      { seconds: 60 },
    );
    await paper(2).getByText('halvår').waitFor({ state: 'attached', timeout: 60_000 });
    await picture('above-after');

    expect(await paper(2).boundingBox()).toEqual(before);
  });
});

/** Part of a word's place on the screen where the page's picture is dark. */
function inkUnder(word: Locator): Promise<number> {
  return word.evaluate((element) => {
    const canvas = element.closest('.page')?.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return 0;
    const box = element.getBoundingClientRect();
    const page = canvas.getBoundingClientRect();
    const scale = canvas.width / page.width;
    const { data } = context.getImageData(
      Math.round((box.left - page.left) * scale),
      Math.round((box.top - page.top) * scale),
      Math.max(1, Math.round(box.width * scale)),
      Math.max(1, Math.round(box.height * scale)),
    );
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
    return (4 * dark) / data.length;
  });
}

async function documentOf(fileName: string): Promise<DocumentId> {
  const { rows } = await call(window.window, 'agreements', 'list', {});
  const row = rows.find((agreement) => agreement.fileName === fileName);
  const { documents } = await call(window.window, 'agreements', 'get', { agreement: row!.id });
  return documents[0]!.id;
}

/** The word that the first mark lies over. */
async function markedWord(): Promise<string> {
  const mark = (await pane.frame()).locator('.mark-line.first').first();
  if ((await mark.count()) === 0) return '';
  return mark.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const place = document.caretRangeFromPoint(box.left + 2, box.top + box.height / 2);
    return place?.startContainer.nodeValue ?? '';
  });
}
