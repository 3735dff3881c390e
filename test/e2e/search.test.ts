import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { call, openForCoding, type CodingWindow } from '../support/coding-window';
import { aDocx, paragraph } from '../support/docx-files';
import { drawnPdf } from '../support/pdf-files';
import { DocumentPage } from './pages/document';
import { SearchPage } from './pages/search';

async function agreementPdf(): Promise<Buffer> {
  return drawnPdf((document) => {
    document.fontSize(11);
    for (let page = 1; page <= 4; page += 1) {
      if (page > 1) document.addPage();
      for (let number = 1; number <= 12; number += 1) {
        document.text(
          `${page}.${number} Parterna följer upp överenskommelsen varje år och redovisar utfallet för varandra.`,
        );
      }
      if (page === 3) document.text('Målgruppen är äldre som lever i ofrivillig ensamhet.');
    }
  });
}

let coding: CodingWindow;
let search: SearchPage;
let pane: DocumentPage;

beforeAll(async () => {
  coding = await openForCoding({
    'Solna – fotboll.txt': 'Avtal om fotboll för flickor.\nVerksam-\nheten bedrivs i Solna.',
    'Järfälla – äldre.pdf': await agreementPdf(),
    'Malmö – skola.docx': aDocx({
      body: [
        paragraph('Överenskommelse', { style: 'Rubrik1' }),
        ...Array.from({ length: 30 }, (_, at) =>
          paragraph(`Punkt ${at + 1} om läxhjälp i skolan.`),
        ),
        paragraph('Målgruppen är elever i årskurs nio.'),
      ].join(''),
    }),
  });
  search = new SearchPage(coding.window);
  pane = new DocumentPage(coding.window);
  await coding.window.locator('iframe').waitFor();
});
afterAll(async () => {
  await coding.end();
});

/** A picture to look at, where one is asked for. */
async function picture(name: string): Promise<void> {
  const folder = process.env['SAMSYN_SCREENSHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await coding.window.waitForTimeout(400);
  await coding.window.screenshot({ path: join(folder, `${name}.png`) });
}

describe('the search', () => {
  it('lists where one can go before anything is typed', async () => {
    await search.open();
    const groups = await search.groups();
    await picture('search-empty');

    expect(groups).toEqual(['Gå till']);
  });

  it('finds agreements and passages while typing, å, ä and ö forgiven', async () => {
    await search.type('malgrupp');
    await search.hit('Målgruppen är äldre').waitFor();
    const marked = await search.hit('Målgruppen är äldre').locator('mark').allTextContents();
    await search.hit('Målgruppen är elever').waitFor();
    await picture('search-passages');
    await search.type('järf');
    await search.group('Avtal').getByText('Järfälla – äldre.pdf').waitFor();
    await picture('search-agreements');

    expect(marked).toEqual(['Målgruppen']);
  });

  it('opens the agreement at the place on Enter', async () => {
    await pane.listen();
    await search.type('"ofrivillig ensamhet"');
    await search.hit('ofrivillig ensamhet').waitFor();
    await coding.window.keyboard.press('Enter');
    await search.field.waitFor({ state: 'detached' });
    const pointed = (await pane.frame()).locator('.mark-pointed').first();
    await pointed.waitFor();
    await pane.hears('view', ({ page }) => page === 3);
    // Arrows scroll on from there.
    await (await pane.frame()).locator('#pdf-scroller:focus').waitFor();
    await picture('search-opened');

    expect(await coding.window.getByRole('heading', { name: 'Kategorisering' }).count()).toBe(1);
  });

  it('opens from anywhere, also before what was typed is found', async () => {
    await coding.window.getByRole('button', { name: /^Kodbok/ }).click();
    await search.open();
    await search.field.fill('verksamheten bedrivs');
    await coding.window.keyboard.press('Enter');
    await search.field.waitFor({ state: 'detached' });
    const shown = await pane.line('Avtal om fotboll');
    await shown.waitFor();

    expect(await shown.isVisible()).toBe(true);
  });

  it('opens by key with the focus in the document', async () => {
    await (await pane.line('Avtal om fotboll')).click();
    await search.open();
    await coding.window.keyboard.type('laxhj');
    await search.hit('läxhjälp').waitFor();
    await coding.window.keyboard.press('Escape');
    await search.field.waitFor({ state: 'detached' });

    expect(await search.field.count()).toBe(0);
  });

  it('says when there is nothing, and what else may be tried', async () => {
    await search.open();
    await search.type('ensämhet');
    await search.status.filter({ hasText: 'Inga träffar på ”ensämhet”' }).waitFor();
    await picture('search-nothing');
    await coding.window.keyboard.press('Enter');
    await search.hit('ofrivillig ensamhet').waitFor();
    const tried = await search.field.inputValue();
    await search.type('x');
    await search.status.filter({ hasText: 'Skriv minst två bokstäver.' }).waitFor();
    await coding.window.keyboard.press('Escape');
    await search.field.waitFor({ state: 'detached' });

    expect(tried).toBe('ensamhet');
  });

  it('shows all hits as a list that opens at the place', async () => {
    await search.open();
    await search.type('parterna');
    await search.hit('överenskommelsen').waitFor();
    await coding.window.keyboard.press('Control+Enter');
    await coding.window.getByRole('heading', { name: 'Alla träffar på ”parterna”' }).waitFor();
    const list = coding.window.getByRole('listbox', { name: 'Träffar' });
    await list
      .getByRole('option')
      .nth(3)
      .getByText(/s\. 4 av 4|s\. \d av 4/)
      .waitFor();
    await picture('search-all');
    const options = await list.getByRole('option').count();
    await pane.listen();
    await coding.window.keyboard.press('End');
    await coding.window.keyboard.press('Enter');
    await coding.window.locator('iframe').waitFor();
    await (await pane.frame()).locator('.mark-pointed').first().waitFor();
    // The document has the keys now; what is pressed next is heard there.
    await (await pane.frame()).locator('#pdf-scroller:focus').waitFor();

    expect(options).toBe(4);
  });

  it('finds one’s own answers by their words, and opens the variable', async () => {
    const agreement = coding.agreements[0]?.id;
    if (agreement === undefined) throw new Error('There is no agreement.');
    const { variables } = await call(coding.window, 'codebook', 'current');
    const purpose = variables.find(({ id }) => id === 'purpose');
    if (purpose === undefined) throw new Error('There is no purpose.');
    await call(coding.window, 'codings', 'recordAnswer', {
      agreement,
      variable: purpose.id,
      answer: {
        value: { type: 'text', text: 'Rörelseglädje för flickor' },
        missing: null,
        unsure: false,
        note: 'kolla bilagan',
      },
    });
    await search.open();
    await search.type('rorelseglad');
    const answers = search.group('Svar');
    await answers.getByText('Rörelseglädje').waitFor();
    await picture('search-answers');
    await coding.window.keyboard.press('Enter');
    await search.field.waitFor({ state: 'detached' });
    const purposeSection = coding.window.locator('[data-variable=purpose]:focus');
    await purposeSection.waitFor();

    expect(await purposeSection.count()).toBe(1);
  });

  it('fits a small window, also when everything is twice as large', async () => {
    const resize = (factor: number) =>
      coding.app.evaluate(({ BrowserWindow }, zoom) => {
        const [main] = BrowserWindow.getAllWindows();
        main?.setContentSize(1280, 720);
        main?.webContents.setZoomFactor(zoom);
      }, factor);
    await resize(1);
    await search.open();
    await search.type('parterna');
    await search.hit('Parterna').waitFor();
    await picture('search-1280');
    await resize(2);
    await coding.window.waitForTimeout(300);
    await picture('search-double');
    const [field, list, view] = await Promise.all([
      search.field.boundingBox(),
      coding.window.getByRole('listbox', { name: 'Träffar' }).boundingBox(),
      coding.window.evaluate(() => ({ width: innerWidth, height: innerHeight })),
    ]);
    await coding.window.keyboard.press('Escape');
    await resize(1);

    expect((field?.x ?? 0) + (field?.width ?? 0)).toBeLessThanOrEqual(view.width);
    expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual(view.height);
    expect(list?.height).toBeGreaterThan(60);
  });

  it('is drawn in the dark and in English, too', async () => {
    await call(coding.window, 'app', 'changeSettings', { theme: 'dark', language: 'en' });
    await coding.window.getByRole('button', { name: 'Search everything' }).waitFor();
    await coding.window.keyboard.press('Control+k');
    await coding.window.getByRole('combobox', { name: 'Search everything' }).fill('äldre');
    await coding.window.getByRole('option', { name: /ofrivillig/ }).waitFor();
    await picture('search-dark');

    expect(await coding.problems()).toEqual([]);
  });
});
