import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { call, openForCoding, type CodingWindow } from '../support/coding-window';
import { pdfWithPagesNotDrawn } from '../support/hostile-pdfs';
import { CodingPage } from './pages/coding';
import { DocumentPage } from './pages/document';

const LINES = [
  'Avtalstiden är två år.',
  'Insatsen är till för äldre.',
  'Kommunen betalar 40 000 kr.',
];

let window: CodingWindow;
let pane: DocumentPage;

beforeAll(async () => {
  window = await openForCoding({
    'avtal.pdf': pdfWithPagesNotDrawn(LINES),
    'blad.pdf': pdfWithPagesNotDrawn([]),
  });
  pane = new DocumentPage(window.window);
});
afterAll(() => window.end());

const sheet = (page: number) =>
  window.window.frameLocator('iframe').locator(`.page[data-page-number="${page}"]`);
const note = (page: number) => sheet(page).getByRole('note');

async function go(page: number): Promise<void> {
  await pane.pageNumber.fill(String(page));
  await pane.pageNumber.press('Enter');
  await sheet(page).getByText(`${page}. ${LINES[0]}`).first().waitFor();
}

describe('a page of a PDF that cannot be drawn', () => {
  it.each([
    [2, 'its drawing fails'],
    [3, 'its objects lie too deep in each other for the view'],
  ])('is told on its own sheet, with the text that was read (page %i: %s)', async (page) => {
    await go(page);
    await note(page).getByText('Sidan gick inte att rita.', { exact: false }).waitFor();
    const words = await sheet(page)
      .getByText('Insatsen', { exact: false })
      .first()
      .evaluate((element) => getComputedStyle(element).color);
    const noted = await note(page).boundingBox();
    const first = await sheet(page).locator('.textLayer span').first().boundingBox();

    expect(words).toBe('rgb(34, 34, 34)');
    expect((noted?.y ?? 0) + (noted?.height ?? 0)).toBeLessThanOrEqual((first?.y ?? 0) + 1);
  });

  it('leaves the pages around it as they are', async () => {
    for (const page of [1, 4]) {
      await go(page);
      expect(await note(page).count()).toBe(0);
    }
  });

  it.each([2, 3])('is searched, selected and quoted like any other (page %i)', async (page) => {
    await pane.listen();
    await pane.openFind();
    await pane.findField.fill(`${page}. Kommunen betalar`);
    await pane.hears('found', ({ total, current }) => total === 1 && current === 1);
    await sheet(page).locator('.highlight.selected').first().waitFor();
    await pane.findField.press('Escape');
    await pane.selected('betalar');
    await window.window.getByText('Markerad text: tryck').waitFor();
    await window.window.keyboard.press('m');
    const quoted = new CodingPage(window.window).evidence('Målgrupp');
    await quoted.getByText(`${page}. Kommunen betalar`, { exact: false }).waitFor();
    await sheet(page).locator('.mark-line').first().waitFor();

    expect(await note(page).count()).toBe(1);
  });

  it('is told in the language of the window', async () => {
    await go(3);
    await call(window.window, 'app', 'changeSettings', { language: 'en' });
    await note(3).getByText('This page could not be drawn.', { exact: false }).waitFor();
    await call(window.window, 'app', 'changeSettings', { language: 'sv' });
    await note(3).getByText('Sidan gick inte att rita.', { exact: false }).waitFor();

    expect(await window.problems()).toEqual([]);
  });
});

describe('a page that cannot be drawn and has no text', () => {
  it.each([2, 3])('is told without a word of text on it (page %i)', async (page) => {
    await pane.openFromList('blad.pdf');
    await pane.pageNumber.fill(String(page));
    await pane.pageNumber.press('Enter');
    await note(page).getByText('ingen text lästes på den', { exact: false }).waitFor();

    expect(await note(page).innerText()).not.toContain('citera');
  });
});
