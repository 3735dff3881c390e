import { afterAll, beforeAll, expect, it } from 'vitest';

import { type CodingWindow, call, openForCoding } from '../support/coding-window';
import { CodingPage } from './pages/coding';
import { Shell } from './pages/shell';

let opened: CodingWindow;
let coding: CodingPage;

beforeAll(async () => {
  opened = await openForCoding({ 'avtal.txt': 'AVTAL\n\nMellan Malmö stad och Rädda Barnen.' });
  coding = new CodingPage(opened.window);
  await coding.form(1).waitFor();
}, 60_000);
afterAll(() => opened.end());

const actors = () => coding.variable('Offentlig aktör').getByRole('combobox');
const agreement = () => opened.agreements[0]!.id;

it('finds more again when letters are taken away', async () => {
  await actors().click();
  await actors().pressSequentially('malmö', { delay: 30 });
  const options = opened.window.getByRole('option');
  await options.filter({ hasText: 'Malmö stad' }).waitFor();

  for (let letter = 0; letter < 3; letter += 1) await actors().press('Backspace');

  await options.filter({ hasText: 'Marks kommun' }).waitFor();
  expect(await options.count()).toBe(8);
  await actors().fill('');
});

it('tells boards apart from the body they belong to', async () => {
  await actors().fill('malm');

  const options = opened.window.getByRole('option');
  await options.filter({ hasText: 'Norrmalm' }).first().waitFor();
  expect(await options.filter({ hasText: 'Norrmalm' }).first().textContent()).toMatch(
    /^Stockholms stad · /,
  );
  await actors().fill('');
});

it('takes the one that begins with what was typed on Enter', async () => {
  await actors().click();
  await actors().pressSequentially('malm', { delay: 30 });
  await opened.window.getByRole('option').filter({ hasText: 'Malmö stad' }).waitFor();
  await actors().press('Enter');

  await coding
    .variable('Offentlig aktör')
    .getByRole('button', { name: /^Ta bort/ })
    .waitFor();
  expect(await coding.variable('Offentlig aktör').getByRole('listitem').count()).toBe(1);
});

it('keeps no part of a date that cannot be read', async () => {
  const field = coding.variable('Startdatum').getByRole('textbox').first();
  await field.click();
  // Slowly, so that what stands there on the way would be recorded.
  await field.pressSequentially('2025-1', { delay: 30 });
  await opened.window.waitForTimeout(900);
  await field.pressSequentially('3-45', { delay: 30 });
  await field.press('Tab');
  await new Shell(opened.window).saved();

  const { answers } = await call(opened.window, 'codings', 'open', { agreement: agreement() });
  expect(answers.find(({ variable }) => variable === 'start')?.answer.value ?? null).toBeNull();
  await coding
    .variable('Startdatum')
    .getByText(/går inte att läsa/)
    .waitFor();
});
