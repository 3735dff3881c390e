import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { temporaryFolder, writeFiles } from '../support/bad-files';
import { type CodingWindow, openForCoding } from '../support/coding-window';
import { attemptsInside, notRefused, outcomesInElectron } from '../support/reaching-attempts';
import { filesThatReachOut } from '../support/reaching-files';
import { CodingPage } from './pages/coding';

const SECRET = 'hemligheten som ingen ska se';
/** Long enough for a script, a picture or a refresh to be asked for. */
const LINGER = 500;

const folder = temporaryFolder();
const asked: string[] = [];
let address = '';
let secretFile = '';
let server: Server;
let opened: CodingWindow;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('svar');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  [secretFile = ''] = writeFiles(folder, {
    'hemligt.txt': SECRET,
    'hemligt.txt.json': JSON.stringify(SECRET),
  });
  opened = await openForCoding(filesThatReachOut(address, secretFile));
}, 60_000);
afterAll(async () => {
  await opened.end();
  server.close();
  rmSync(join(folder), { recursive: true, force: true });
});

it('shows documents that ask for addresses and files, and fetches neither', async () => {
  const { window: page } = opened;
  const coding = new CodingPage(page);
  const shown: string[] = [];
  for (const { number, fileName } of opened.agreements) {
    await coding.form(number).waitFor();
    const frame = await coding.frame();
    await frame.getByText('Avtal').first().waitFor({ state: 'attached' });
    await page.waitForTimeout(LINGER);
    shown.push(`${fileName}: ${(await frame.locator('body').textContent()) ?? ''}`);
    await page.getByRole('button', { name: 'Hoppa över' }).click();
  }

  expect(shown.length).toBeGreaterThan(9);
  expect(asked).toEqual([]);
  expect(shown.join('\n')).not.toContain(SECRET);
  expect(page.url()).toBe('app://ui/index.html');
  expect(await opened.problems()).toEqual([]);
});

it.each(['reader', 'recogniser'])(
  'refuses the %s everything that Node and Electron offer, whatever runs in it',
  async (name) => {
    const root = await opened.app.evaluate(({ app }) => app.getAppPath());
    const program = join(root, 'dist/main', `${name}-process.js`);
    const source = attemptsInside({ program, secret: secretFile, folder, address });
    const [script = ''] = writeFiles(folder, { [`övertagen-${name}.mjs`]: source });

    const outcome = await outcomesInElectron(opened.app, script);

    expect(notRefused(outcome)).toEqual({});
    expect(outcome).toMatchObject({ unpatchedFile: 'NotAllowed', electronNet: 'NotAllowed' });
    expect(asked).toEqual([]);
  },
);
