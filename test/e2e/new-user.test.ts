import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { call, openForCoding, until, type CodingWindow } from '../support/coding-window';
import { launchSamsyn } from '../support/launch-electron';

const home = mkdtempSync(join(tmpdir(), 'samsyn-new-user-'));
let opened: CodingWindow;
let page: Page;

beforeAll(async () => {
  opened = await openForCoding({
    'Avtal.txt': 'Överenskommelse\n\nStart 2024-03-01.',
    'B.txt': 'Två',
  });
  page = opened.window;
}, 60_000);
afterAll(async () => {
  await opened.end();
  rmSync(home, { recursive: true, force: true });
});

const focused = () =>
  page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') ?? at?.getAttribute('data-variable') ?? at?.tagName;
  });

describe('the start screen', () => {
  it('lists its keys on ?', async () => {
    const program = await launchSamsyn({ userData: join(home, 'start') });
    await program.window.getByText('Prova på exempelprojektet').waitFor();

    await program.window.keyboard.press('?');

    await program.window.getByRole('dialog').waitFor();
    expect(await program.window.getByRole('dialog').innerText()).toContain('Överallt');
    await program.close();
  });
});

describe('opening an agreement', () => {
  it.each([
    ['Enter', async () => page.keyboard.press('Enter')],
    [
      'an Enter that is held',
      async () => {
        await page.keyboard.down('Enter');
        await page.locator('[data-variable]').first().waitFor();
        await page.keyboard.down('Enter');
        await page.keyboard.up('Enter');
      },
    ],
    ['Alt 2', async () => page.keyboard.press('Alt+2')],
  ])('puts the keys on its first variable, not in its field: %s', async (_how, open) => {
    await page.keyboard.press('Alt+1');
    await page.getByRole('grid').focus();
    await open();
    await page.locator('section[data-variable]:focus').waitFor();

    await page.keyboard.press('p');

    expect(await focused()).toBe('purpose');
  });
});

describe('evidence without a mouse', () => {
  it('is what was found, made longer with Shift and the arrows', async () => {
    await page.keyboard.press('Alt+1');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await page.locator('section[data-variable]:focus').waitFor({ timeout: 5000 });
    await page.keyboard.press('Control+f');
    await page.getByPlaceholder('Sök i dokumentet').fill('2024-03');
    await page.getByText('1 av 1', { exact: true }).waitFor({ timeout: 4000 });
    await page.keyboard.press('Escape');
    await page.getByText(/^Markerad text/).waitFor({ timeout: 4000 });
    for (const _ of '-01') await page.keyboard.press('Shift+ArrowRight');
    // At once: what is selected by then counts, not what was told before.
    await page.keyboard.press('s');

    await until(async () => {
      const [row] = opened.agreements;
      if (row === undefined) return false;
      const coding = await call(page, 'codings', 'open', { agreement: row.id });
      return coding.answers.some(({ evidence }) => evidence.length > 0);
    });

    const [row] = opened.agreements;
    const coding = row && (await call(page, 'codings', 'open', { agreement: row.id }));
    expect(coding?.answers.flatMap(({ evidence }) => evidence)).toMatchObject([
      { passage: { quote: '2024-03-01' } },
    ]);
  });
});

describe('reviewers', () => {
  const dialog = () => page.getByRole('dialog');
  const openMenu = async (item: string) => {
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Kodar:/ })
      .click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  it('can be added by typing at once, also after a name that is taken', async () => {
    await openMenu('Lägg till granskare …');
    await page.keyboard.type('granskare a');
    await page.keyboard.press('Enter');
    await dialog()
      .getByText(/Det finns redan/)
      .waitFor();

    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Granskare B');
    expect(
      await dialog()
        .getByText(/Det finns redan/)
        .count(),
    ).toBe(0);
    await page.keyboard.press('Enter');

    await dialog()
      .getByText(/Granskare A kodar fortfarande/)
      .waitFor();
    await dialog().getByRole('button', { name: 'Koda som Granskare B' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Kodar: Granskare B/ }).waitFor();
    const names = (await call(page, 'reviewers', 'list')).map(({ name }) => name);
    expect(names).toEqual(['Granskare A', 'Granskare B']);
  });

  it('can be given other names', async () => {
    await openMenu('Byt namn på granskare …');
    await dialog().getByLabel('Namn på Granskare B').fill('Bo Öst');
    await page.keyboard.press('Enter');
    await dialog().getByLabel('Namn på Bo Öst').waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: /^Kodar: Bo Öst/ }).waitFor();
    const names = (await call(page, 'reviewers', 'list')).map(({ name }) => name);
    expect(names).toEqual(['Bo Öst', 'Granskare A']);
  });
});
