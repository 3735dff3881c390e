import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { passageAt } from '../../shared/domain/evidence';
import { EMPTY_ANSWER } from '../../shared/domain/answer';
import { call, type CodingWindow, openForCoding } from '../support/coding-window';
import { launchSamsyn } from '../support/launch-electron';
import { plainPdf } from '../support/pdf-files';
import { CodingPage } from './pages/coding';
import { Shell } from './pages/shell';

const home = mkdtempSync(join(tmpdir(), 'samsyn-screens-'));
let program: CodingWindow;
let coding: CodingPage;
let shell: Shell;
const page = () => program.window;

beforeAll(async () => {
  program = await openForCoding(
    {
      '1 avtal.pdf': plainPdf([['Avtal om vuxna i hemloshet'], ['Underskrifter']]),
      '2 bilaga.txt': 'Målgruppen är vuxna.',
    },
    { userData: home },
  );
  page().setDefaultTimeout(10_000);
  coding = new CodingPage(page());
  shell = new Shell(page());
  await coding.form(1).waitFor();
}, 60_000);
afterAll(async () => {
  await program.close();
  rmSync(program.folder, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
});

const agreementOf = (number: number) => {
  const found = program.agreements.find((row) => row.number === number);
  if (found === undefined) throw new Error(`There is no agreement ${number}`);
  return found.id;
};

describe('the menu bar', () => {
  it.skipIf(process.platform === 'darwin')('is hidden until somebody asks for it', async () => {
    const isVisible = await program.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isMenuBarVisible()),
    );

    expect(isVisible).toEqual([false]);
  });
});

describe('the list of agreements', () => {
  it('opens the documents of the active agreement by key, and keeps the keys afterwards', async () => {
    await shell.open('Avtal');
    const grid = page().getByRole('grid');
    await grid.getByText('2 bilaga.txt').waitFor();
    await grid.focus();
    await page().keyboard.press('ArrowDown');
    await grid.getByRole('row', { selected: true }).getByText('2 bilaga.txt').waitFor();
    await page().keyboard.press('d');
    await page().getByRole('dialog', { name: 'Dokument i avtal 0002' }).waitFor();
    await page().keyboard.press('Escape');
    await page().getByRole('dialog').waitFor({ state: 'detached' });

    await page().locator('[role=grid]:focus').waitFor();
    expect(await page().locator('[role=grid]:focus').count()).toBe(1);
  });
});

describe('a document that was turned', () => {
  it('is so still when one comes back to it, on another screen too', async () => {
    await shell.open('Avtal');
    await page().getByRole('grid').getByText('1 avtal.pdf').click();
    const first = () => page().frameLocator('iframe').locator('.pdfViewer .page').first();
    await first().locator('.textLayer span').first().waitFor({ state: 'attached' });
    await page().getByRole('toolbar').getByRole('button', { name: 'Fler verktyg' }).click();
    await page().getByRole('menuitem', { name: 'Vrid medurs' }).click();
    const turned = page().frameLocator('iframe').locator('.textLayer[data-main-rotation="90"]');
    await turned.first().waitFor({ state: 'attached' });

    await shell.open('Kodbok');
    await page().locator('iframe').waitFor({ state: 'detached' });
    await shell.open('Kategorisering');

    await turned.first().waitFor({ state: 'attached' });
    expect(await turned.count()).toBeGreaterThan(0);
  });
});

describe('a document that was quoted and moved to another agreement', () => {
  it('is told of and read in Oenigheter, too', async () => {
    const { documents } = await call(page(), 'agreements', 'get', { agreement: agreementOf(2) });
    const [annex] = documents;
    if (annex === undefined) throw new Error('There is no annex');
    const [text] = await call(page(), 'documents', 'readPages', {
      document: annex.id,
      from: 1,
      to: 1,
    });
    const passage = passageAt(annex.id, { number: 1, text: text?.text ?? '' }, 0, 20);
    if (passage === null) throw new Error('There is nothing to quote');
    const first = await call(page(), 'reviewers', 'current');
    const second = await call(page(), 'reviewers', 'add', { name: 'Granskare B' });
    const { variables } = await call(page(), 'codebook', 'current');
    const variable = variables.find(({ id }) => id === 'target_group')?.id;
    if (variable === undefined) throw new Error('There is no target group');
    const agreement = agreementOf(2);
    const codings = [
      [first?.id ?? null, 'adults'],
      [second.id, 'all'],
    ] as const;
    for (const [reviewer, category] of codings) {
      await call(page(), 'reviewers', 'choose', { reviewer });
      await call(page(), 'codings', 'recordAnswer', {
        agreement,
        variable,
        answer: { ...EMPTY_ANSWER, value: { type: 'category', category, secondary: [] } as never },
      });
      await call(page(), 'codings', 'attachEvidence', { agreement, variable, passage });
      await call(page(), 'codings', 'submit', { agreement });
    }
    await call(page(), 'documents', 'place', {
      document: annex.id,
      agreement: agreementOf(1),
      before: null,
    });
    await page().getByRole('button', { name: 'Kodar: Granskare B' }).waitFor();
    await shell.open('Oenigheter');

    await page().getByText('”2 bilaga.txt” ligger nu i avtal 0001.', { exact: false }).waitFor();
    await page().frameLocator('iframe').getByText('Målgruppen är vuxna.').first().waitFor();
    const mark = page().frameLocator('iframe').locator('.mark-line').first();
    await mark.waitFor();
    expect(await mark.count()).toBe(1);
  });
});

describe('reliability', () => {
  it('is taken along as method text and as a table', async () => {
    const path = join(program.folder, 'reliability.csv');
    await program.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, path);
    await shell.open('Samstämmighet');
    await page().getByRole('button', { name: 'Exportera tabell …' }).click();
    await page().getByText(`Tabellen sparades i ${path}`).waitFor();
    await page().getByRole('button', { name: 'Kopiera metodtext' }).click();
    await page().getByText('Kopierat').waitFor();

    const copied = await program.app.evaluate(({ clipboard }) => clipboard.readText());
    const said = copied.replaceAll('\u{a0}', ' ');
    expect(said).toContain('Krippendorffs α');
    expect(said).toContain('Målgrupp: α = 0,00 (inget intervall), 0 % eniga, n = 1.');
    expect(readFileSync(path, 'utf8')).toMatch(
      /^target_group,Målgrupp,Target group,1,0,0,,,too-few/m,
    );
  });
});

describe('a date that cannot be read', () => {
  it('waits in its field when the window is closed and opened again', async () => {
    await shell.become('Granskare A');
    await shell.open('Avtal');
    await page().getByRole('grid').getByText('1 avtal.pdf').click();
    await coding.form(1).waitFor();
    const field = () => coding.variable('Startdatum').getByRole('textbox').first();
    await field().click();
    await field().pressSequentially('nästa vår');
    await program.close();

    const again = await launchSamsyn({
      userData: home,
      args: [join(program.folder, 'Prov.samsyn')],
    });
    program = { ...program, ...again };
    coding = new CodingPage(again.window);
    const [reviewer] = await call(again.window, 'reviewers', 'list');
    await call(again.window, 'reviewers', 'choose', { reviewer: reviewer?.id ?? null });
    await new Shell(again.window).open('Avtal');
    await again.window.getByRole('grid').getByText('1 avtal.pdf').click();
    await coding.form(1).waitFor();

    await coding
      .variable('Startdatum')
      .getByText(/går inte att läsa/)
      .waitFor();
    expect(await field().inputValue()).toBe('nästa vår');
    expect(await again.problems()).toEqual([]);
  });
});
