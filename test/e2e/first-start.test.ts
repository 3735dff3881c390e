import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { call } from '../support/coding-window';
import { launchSamsyn } from '../support/launch-electron';

const home = mkdtempSync(join(tmpdir(), 'samsyn-first-'));
const userData = join(home, 'user');
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the first start', () => {
  it('opens a sample project of one’s own, with its documents, and begins to read its scans', async () => {
    const program = await launchSamsyn({ userData, args: ['--sample'] });
    const page = program.window;
    await page.getByRole('banner').getByText('Exempelprojekt').waitFor();
    await page.getByText('55 dokument i 52 avtal tillagda').waitFor({ timeout: 90_000 });
    await page.getByText(/^Läser av \d+\/21 sidor/).waitFor({ timeout: 60_000 });

    expect((await call(page, 'agreements', 'list', {})).total).toBe(52);
    expect((await call(page, 'documents', 'progress'))?.failed).toEqual([]);
    expect(await call(page, 'reviewers', 'list')).toHaveLength(2);
    expect(await program.problems()).toEqual([]);

    await page
      .getByRole('banner')
      .getByRole('button', { name: /Exempelprojekt/ })
      .click();
    await page.getByRole('menuitem', { name: /Stäng/ }).click();
    await page.getByText('Prova på exempelprojektet').waitFor();
    await program.close();
  });

  it('is over afterwards: a closed project stays closed, and is listed', async () => {
    const program = await launchSamsyn({ userData, args: ['--sample'], language: 'en' });
    const page = program.window;

    await page.getByText('New project').first().waitFor();

    expect(await call(page, 'projects', 'current')).toBeNull();
    expect((await call(page, 'projects', 'listRecent')).map(({ name }) => name)).toEqual([
      'Exempelprojekt',
    ]);
    await program.close();
  });
});
