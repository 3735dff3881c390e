import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { call, openForCoding, until, type CodingWindow } from '../support/coding-window';
import { pngOf, scannedPdf, textCanvas, tiffOf } from '../support/pictures';
import { DocumentPage } from './pages/document';

const PAGE_ONE = [
  'Överenskommelse om idéburet partnerskap',
  'mellan Åre kommun och Föreningen Ljuset.',
  'Syftet är att öka tryggheten för äldre.',
  'Avtalet gäller från den 1 januari 2024.',
];
const PAGE_TWO = ['Sida två om uppföljning', 'Parterna träffas varje halvår.'];

const PICTURES = process.env['SAMSYN_PICTURES'];

let window: CodingWindow;
let pane: DocumentPage;

beforeAll(async () => {
  window = await openForCoding({
    'a bild.png': pngOf(textCanvas(PAGE_ONE, { skew: 1.5 })),
    'b bilder.tif': tiffOf([textCanvas(PAGE_ONE), textCanvas(PAGE_TWO)]),
    'c skannad.pdf': await scannedPdf([textCanvas(PAGE_TWO), textCanvas(PAGE_ONE)]),
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

async function open(fileName: string): Promise<void> {
  const { window: page } = window;
  await page.getByRole('button', { name: /^Avtal/ }).click();
  const row = page.getByText(fileName).first();
  await row.waitFor();
  await pane.listen();
  await row.click();
  await pane.hears('painted');
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
  await open(name);
  await (await pane.line('Föreningen')).waitFor({ state: 'attached' });
  await picture(name.replaceAll(/\W/g, '-'));

  expect(await (await pane.line('Föreningen')).textContent()).toBe('Föreningen');
});
