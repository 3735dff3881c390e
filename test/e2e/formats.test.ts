import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { call, openForCoding, until, type CodingWindow } from '../support/coding-window';
import { formatFiles, formatVariants } from '../support/format-files';
import { launchSamsyn, type Launched } from '../support/launch-electron';
import { CodingPage } from './pages/coding';
import { DocumentPage } from './pages/document';

/** The variable that takes evidence here, and its letter. */
const VARIABLE = 'Innehåll';
const LETTER = 'p';

const pictures = 'test-results/formats';

const files = [...formatFiles, ...formatVariants];

let begun: CodingWindow;
let again: Launched | null = null;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  const contents = await Promise.all(
    files.map(async ({ fileName, bytes }) => [fileName, await bytes()] as const),
  );
  const passwords = files.flatMap(({ fileName, password }) =>
    password === undefined ? [] : [[fileName, password] as const],
  );
  begun = await openForCoding(Object.fromEntries(contents), {
    passwords: Object.fromEntries(passwords),
  });
  begun.window.setDefaultTimeout(10_000);
});
afterAll(async () => {
  await again?.close();
  await begun.end();
});

/** Opens an agreement from the list, and waits until its document is painted. */
async function open(page: Page, fileName: string): Promise<DocumentPage> {
  const pane = new DocumentPage(page);
  await page.getByRole('button', { name: /^Avtal/ }).click();
  const row = page.getByText(fileName, { exact: true }).first();
  await row.waitFor();
  await pane.listen();
  await row.click();
  await pane.hears('painted');
  return pane;
}

/** What the evidence's marks lie over. */
async function markedWords(coding: CodingPage): Promise<string[]> {
  const frame = await coding.frame();
  const firsts = frame.locator('.mark-line.first');
  await firsts.first().waitFor();
  return firsts.evaluateAll((marks) =>
    marks.map((mark) => {
      const box = mark.getBoundingClientRect();
      const place = document.caretRangeFromPoint(box.left + 1, box.top + box.height / 2);
      return (place?.startContainer.nodeValue ?? '').slice(place?.startOffset ?? 0);
    }),
  );
}

describe.each(files)('an agreement as $fileName', ({ format, fileName, word, ...file }) => {
  it('is read, searched and quoted', async () => {
    const { window } = begun;
    expect(begun.agreements.find((row) => row.fileName === fileName)?.format).toBe(format);
    const coding = new CodingPage(window);
    const pane = await open(window, fileName);
    await until(async () => (await call(window, 'scans', 'status')).waiting === 0);

    await pane.openFind();
    await pane.findField.fill(word);
    const found = await pane.hears('found', ({ query, searching }) => query === word && !searching);
    await pane.findField.press('Escape');
    await coding.select(file.passage);
    await window.keyboard.press(LETTER);
    await coding.evidence(VARIABLE).getByText(file.passage).waitFor();
    if (file.row !== undefined) await quoteRow(window, pane, file.row);
    await window.screenshot({ path: join(pictures, `${fileName}.png`) });

    expect(found.total).toBe(1);
    expect(await coding.evidence(VARIABLE).getByRole('listitem').count()).toBe(file.row ? 2 : 1);
  });
});

/** Selects a row from its margin, and attaches it. */
async function quoteRow(window: Page, pane: DocumentPage, row: string): Promise<void> {
  const frame = await pane.frame();
  const [first = ''] = row.split('\t').filter((cell) => cell !== '');
  const line = frame.locator('tr', { has: frame.getByText(first, { exact: true }) }).last();
  await line.getByRole('button', { name: /^Markera raden/ }).click();
  const { quote } = await pane.selected(row);
  expect(quote).toBe(row);
  await window.keyboard.press(LETTER);
}

/** What the cache holds can be read again from the project: of a PDF with a password, too. */
function deleteCache(): void {
  const folder = join(begun.folder, 'Prov.samsyn');
  for (const name of readdirSync(folder)) {
    if (name.startsWith('cache.db')) rmSync(join(folder, name));
  }
}

describe.each([
  { when: 'the program was closed and opened again', between: () => undefined, shown: files },
  {
    when: 'its cache was deleted, too',
    between: deleteCache,
    shown: files.filter(({ password }) => password !== undefined),
  },
])('after $when', ({ between, shown }) => {
  beforeAll(async () => {
    await (again ?? begun).close();
    between();
    again = await launchSamsyn();
    const { window } = again;
    window.setDefaultTimeout(10_000);
    await call(window, 'projects', 'open', { folder: join(begun.folder, 'Prov.samsyn') });
    const [reviewer] = await call(window, 'reviewers', 'list');
    if (reviewer === undefined) throw new Error('Nobody codes in the project any more.');
    await call(window, 'reviewers', 'choose', { reviewer: reviewer.id });
  });

  it.each(shown)('$fileName still shows its evidence', async ({ fileName, passage, row }) => {
    if (again === null) throw new Error('The program is not open.');
    const { window } = again;
    const coding = new CodingPage(window);
    await open(window, fileName);
    const evidence = coding.evidence(VARIABLE);
    await evidence.getByText(passage).waitFor();
    const marked = await markedWords(coding);

    expect(marked.filter((words) => words.startsWith(passage))).toHaveLength(1);
    expect(await evidence.getByRole('listitem').count()).toBe(row === undefined ? 1 : 2);
    expect(marked).toHaveLength(row === undefined ? 1 : 2);
  });

  it('nothing went wrong in the window', async () => {
    expect(await again?.problems()).toEqual([]);
  });
});
