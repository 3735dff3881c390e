import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { alikeFiles } from '../support/alike-files';
import { call, until } from '../support/coding-window';
import { type Launched, launchSamsyn } from '../support/launch-electron';
import { Duplicates } from './pages/duplicates';
import { Shell } from './pages/shell';

const home = mkdtempSync(join(tmpdir(), 'samsyn-duplicates-'));
let program: Launched;
const page = () => program.window;
const shell = () => new Shell(page());
const duplicates = () => new Duplicates(page());

const launch = (): Promise<Launched> => launchSamsyn({ userData: join(home, 'user') });

beforeAll(async () => {
  program = await launch();
  await call(page(), 'projects', 'create', { name: 'Lika', parent: home, codersWanted: 2 });
  page().setDefaultTimeout(8_000);
  await page().getByText('Släpp avtalen här').waitFor();
  await shell().addReviewer('Anna');
  mkdirSync(join(home, 'in'));
  const paths = (await alikeFiles()).map(({ name, bytes }) => {
    const path = join(home, 'in', name);
    writeFileSync(path, bytes);
    return path;
  });
  await call(page(), 'documents', 'add', { paths });
  await until(async () => (await call(page(), 'documents', 'progress'))?.state === 'done');
}, 90_000);
afterAll(async () => {
  await program.close();
  rmSync(home, { recursive: true, force: true });
});

describe('documents that are alike', () => {
  it('are found after the import and counted in the navigation', async () => {
    await page()
      .getByRole('navigation')
      .getByRole('button', { name: /^Dubbletter.*3 par att avgöra/ })
      .waitFor();
    await shell().open('Dubbletter');
    await duplicates().pairs.nth(2).waitFor();

    const names = await duplicates().pairs.allInnerTexts();
    expect(names.every((name) => name.includes('avtal 1'))).toBe(true);
  });

  it('lie side by side with what differs marked, by more than colour', async () => {
    await duplicates().open('0001 avtal 1.txt', 'utkast till avtal 1.txt');
    const { texts, pair } = duplicates();

    await texts.getByText('2026-07-01').first().waitFor();
    const rent = texts.locator('mark', { hasText: 'Hyra för lokalen' });
    expect(await rent.evaluate((mark) => getComputedStyle(mark).textDecorationLine)).toBe(
      'underline',
    );
    await pair.getByText('Samma organisationsnummer', { exact: false }).waitFor();
  });

  it('are gone through by key, alone or with all that is alike', async () => {
    const { pair, page: window } = duplicates();
    await window.keyboard.press('n');
    await pair.getByText(/^1 av \d+$/).waitFor();
    await window.keyboard.press('n');
    await pair.getByText(/^2 av \d+$/).waitFor();
    await window.keyboard.press('p');
    await pair.getByText(/^1 av \d+$/).waitFor();

    await window.keyboard.press('d');
    const { texts } = duplicates();
    await texts
      .getByText(/stycken lika$/)
      .first()
      .waitFor();
    expect(await texts.getByText('Avtal mellan kommunen').count()).toBe(0);
    await window.keyboard.press('d');
  });

  it('are held against their template, which is toned down', async () => {
    await page().getByText('Mot mallen').click();
    await duplicates().pair.getByText('Nedtonat:', { exact: false }).waitFor();

    const { texts } = duplicates();
    const toneOf = (text: string) =>
      texts
        .getByText(text, { exact: false })
        .first()
        .evaluate((piece) => getComputedStyle(piece).fontWeight);
    expect(Number(await toneOf('2026-07-01'))).toBeGreaterThanOrEqual(600);
    expect(Number(await toneOf('Avtal mellan kommunen'))).toBeLessThan(600);
    await page().getByText('Skillnader', { exact: true }).click();
  });

  it('are shown as they came in beside each other', async () => {
    await page().getByText('Original', { exact: true }).click();
    await page()
      .frameLocator('iframe')
      .first()
      .getByText('Avtal mellan kommunen')
      .first()
      .waitFor();
    expect(await page().locator('iframe').count()).toBe(2);
    await page().getByText('Skillnader', { exact: true }).click();
  });

  it('are what a person says they are, until they take it back', async () => {
    await page().keyboard.press('3');
    await duplicates().pair.getByText('Anna,', { exact: false }).waitFor();
    await page()
      .getByRole('navigation')
      .getByRole('button', { name: /^Dubbletter.*2 par/ })
      .waitFor();

    await page().keyboard.press('Control+z');
    await page()
      .getByRole('navigation')
      .getByRole('button', { name: /^Dubbletter.*3 par/ })
      .waitFor();

    await page().keyboard.press('2');
    await page()
      .getByRole('navigation')
      .getByRole('button', { name: /^Dubbletter.*2 par/ })
      .waitFor();

    const { rows } = await call(page(), 'comparisons', 'list', { show: 'decided' });
    expect(rows.map(({ said }) => said?.relation)).toEqual(['another-version']);
  });

  it('can be put into one agreement when they are said to be the same', async () => {
    await duplicates().open('0001 avtal 1.txt', 'skanning av avtal 1.pdf');
    const marks = duplicates().texts.locator('mark');
    const withoutSlips = await marks.count();
    await page()
      .getByText(/^Även \d+ läsfel och stavningar$/)
      .click();
    await until(async () => (await marks.count()) > withoutSlips);

    await page().keyboard.press('1');
    await page().getByRole('button', { name: 'Lägg dokumentet från 0006 i avtal 0001' }).click();
    await duplicates()
      .pair.getByText('Dokumenten ligger i samma avtal', { exact: false })
      .waitFor();

    const { rows } = await call(page(), 'agreements', 'list', {});
    expect(rows.find(({ number }) => number === 1)?.documents).toBe(2);
  });

  it('stay so after a restart, and are told in both agreements', async () => {
    await program.close();
    program = await launch();
    await shell().open('Dubbletter');
    await duplicates().show('Avgjorda');
    await duplicates().pairs.nth(1).waitFor();
    await duplicates().open('0001 avtal 1.txt', 'utkast till avtal 1.txt');
    await duplicates().pair.getByText('Annan version', { exact: true }).first().waitFor();

    await shell().open('Avtal');
    await page().getByText('version', { exact: true }).nth(1).waitFor();
    await page().getByText('utkast till avtal 1.txt').click();
    await page().getByRole('button', { name: 'Version av 0001' }).click();
    await duplicates().pair.getByRole('heading', { name: 'utkast till avtal 1.txt' }).waitFor();
    expect(await program.problems()).toEqual([]);
  });
});
