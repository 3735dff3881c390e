import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { scannedPdf, textCanvas } from '../../scripts/sample/writers/pictures';
import { call, openForCoding, until, type CodingWindow } from '../support/coding-window';
import { FAXED, faxedPdf } from '../support/faxed-page';
import { DocumentPage } from './pages/document';

const PICTURES = process.env['SAMSYN_PICTURES'];

let window: CodingWindow;
let pane: DocumentPage;

beforeAll(async () => {
  window = await openForCoding({ 'a fax.pdf': await faxedPdf() });
  pane = new DocumentPage(window.window);
  await pane.listen();
});
afterAll(async () => {
  await window.end();
});

/** The screen at the smallest size that is worked at, in both languages, light and dark. */
async function pictures(name: string): Promise<void> {
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  const { app, window: page } = window;
  await app.evaluate(({ BrowserWindow }) => {
    for (const each of BrowserWindow.getAllWindows()) each.setContentSize(1280, 720);
  });
  for (const language of ['en', 'sv'] as const) {
    for (const theme of ['dark', 'light'] as const) {
      await call(page, 'app', 'changeSettings', { language, theme });
      await page.locator(`html[lang=${language}][data-theme=${theme}]`).waitFor();
      await page.screenshot({ path: join(PICTURES, `${name}-${language}-${theme}.png`) });
    }
  }
}

it('names a page that is hard to read, in the list and above the page, and can be read again', async () => {
  const { window: page } = window;
  const flag = page.getByRole('listitem').filter({ hasText: /^Svårläst/ });
  await pane.openFromList('a fax.pdf');
  await flag.waitFor({ timeout: 60_000 });
  await pictures('hard');
  await page.getByRole('button', { name: 'Läs av igen' }).click();
  await page.getByRole('menuitem', { name: 'Läs av sida 1 med högre upplösning' }).waitFor();
  await pictures('hard-menu');
  await page.getByRole('menuitem', { name: 'Läs av sida 1 med högre upplösning' }).click();
  // A fax has no more to see: the better text stays, and that is told beside the page.
  const kept = page
    .getByRole('listitem')
    .filter({ hasText: /^Det nya försöket läste inte bättre/ });
  await kept.getByRole('button', { name: 'sida 1' }).waitFor({ timeout: 60_000 });
  await flag.waitFor();
  await pictures('hard-kept');
  const [agreement] = window.agreements;
  const { documents } = await call(page, 'agreements', 'get', { agreement: agreement!.id });

  expect(await call(page, 'scans', 'ofDocument', { document: documents[0]!.id })).toMatchObject([
    { page: 1, state: 'done', dpi: 200, version: 1, kept: true },
  ]);
  await page.getByRole('button', { name: /^Avtal/ }).click();
  const row = page.getByRole('row').filter({ hasText: 'a fax.pdf' });
  await row.waitFor();
  await pictures('hard-list');
});

it('names a page that could not be read with the reason, and reads it when asked again', async () => {
  const { window: page } = window;
  const received = join(window.folder, 'b hel.pdf');
  await writeFile(received, await scannedPdf([textCanvas(FAXED, { height: 500 })]));
  await call(page, 'scans', 'pause');
  await call(page, 'documents', 'add', { paths: [received] });
  await until(async () => (await call(page, 'documents', 'progress'))?.state === 'done');
  const { rows } = await call(page, 'agreements', 'list', {});
  const added = rows.find(({ fileName }) => fileName === 'b hel.pdf');
  const { documents } = await call(page, 'agreements', 'get', { agreement: added!.id });
  const original = await fileOf(documents[0]!.id);
  await rename(original, `${original}-undan`);
  await call(page, 'scans', 'resume');
  await until(async () => (await call(page, 'scans', 'status')).failed === 1);
  await rename(`${original}-undan`, original);
  await pane.openFromList('b hel.pdf');
  const flag = page.getByRole('listitem').filter({ hasText: /^Gick inte att läsa av/ });
  await flag.getByRole('button', { name: 'sida 1: kunde inte ritas' }).waitFor();
  await pictures('failed');
  await page.getByRole('button', { name: 'Läs av igen' }).click();
  await page.getByRole('menuitem', { name: 'Läs av sida 1 med högre upplösning' }).click();
  await (await pane.line('partnerskap')).waitFor({ state: 'attached', timeout: 60_000 });
  await flag.waitFor({ state: 'detached' });

  expect(await call(page, 'scans', 'status')).toMatchObject({ failed: 0, waiting: 0 });
});

/** Where the project keeps a document's bytes. */
async function fileOf(document: string): Promise<string> {
  const folder = join(window.folder, 'Prov.samsyn', 'documents');
  const names = await readdir(folder, { recursive: true });
  const found = names.find((name) => name.endsWith(document));
  if (found === undefined) throw new Error('The document is not in the project');
  return join(folder, found);
}
