import { afterAll, beforeAll, expect, it } from 'vitest';

import { call, openForCoding, until, type CodingWindow } from '../support/coding-window';
import { plainPdf } from '../support/pdf-files';
import { DocumentPage } from './pages/document';

let program: CodingWindow;
const asked: string[] = [];

beforeAll(async () => {
  program = await openForCoding({
    'a.pdf': plainPdf([['Avtal mellan Solna stad och Stadsmissionen']]),
    'b.pdf': plainPdf([['Avtal mellan Nacka kommun och Hembygdens vänner']]),
  });
  program.window.on('request', (request) => asked.push(request.url()));
  // From the beginning, with nothing fetched.
  await program.window.reload();
  await program.window.getByRole('button', { name: /^Kategorisering/ }).click();
});
afterAll(async () => {
  await program.end();
});

it('is fetched while one still codes the agreement before, and not once more when it is opened', async () => {
  const { window: page } = program;
  const pane = new DocumentPage(page);
  const next = program.agreements[1];
  if (next === undefined) throw new Error('There is no second agreement.');
  const { documents } = await call(page, 'agreements', 'get', { agreement: next.id });
  const id = documents[0]?.id ?? '';
  const timesAsked = () => asked.filter((url) => url.includes(id)).length;

  await page.getByRole('heading', { name: /^Avtal 0*1$/ }).waitFor();
  await until(() => Promise.resolve(timesAsked() > 0));
  // The first agreement stays in the window all the while.
  await page.getByRole('heading', { name: /^Avtal 0*1$/ }).waitFor();
  const before = timesAsked();
  await pane.listen();
  await page.getByRole('button', { name: 'Hoppa över' }).click();
  await pane.hears('painted');
  await page.getByText('b.pdf').first().waitFor();

  expect(timesAsked()).toBe(before);
});
