import { afterEach, describe, expect, it } from 'vitest';

import { call, type CodingWindow, openForCoding, until } from '../support/coding-window';
import { anEml } from '../../scripts/sample/writers/mail-files';
import { CodingPage } from './pages/coding';

const text = `Samarbetsavtal mellan Solna stad och Nattvandrarna i Åsby

1. Parter
Mellan Solna stad, org.nr 212000-0183, nedan kallad Staden, och Nattvandrarna i Åsby, nedan kallad Föreningen, har följande överenskommits.

2. Syfte
Syftet med avtalet är att öka tryggheten i Hagalund på kvällar och helger.

3. Målgrupp
Målgruppen är barn och unga mellan 12 och 20 år.

4. Avtalstid
Avtalet gäller från och med 2024-01-01 till och med 2026-12-31. Därefter förlängs avtalet med ett år i sänder om det inte sägs upp senast tre månader före avtalstidens utgång.
`;

let program: CodingWindow;
afterEach(() => program.end());

const open = async (codersWanted: number) => {
  program = await openForCoding({ 'avtal.txt': text }, { codersWanted });
  return new CodingPage(program.window);
};
const proposal = (coding: CodingPage, label: string) =>
  coding.page.getByRole('group', { name: `Förslag till ${label}` });
const coded = async () => {
  const agreement = program.agreements[0]?.id;
  if (agreement === undefined) throw new Error('There is no agreement');
  return (await call(program.window, 'codings', 'open', { agreement })).answers.map(
    ({ variable }) => variable,
  );
};

describe('proposals in the form', () => {
  it('are offered, taken with Tab and given back with undo', async () => {
    const coding = await open(1);
    const start = proposal(coding, 'Startdatum');
    await start.waitFor();

    expect(await start.textContent()).toContain('2024-01-01');
    expect(await start.textContent()).toContain('från och med 2024-01-01');
    expect(await coded()).toEqual([]);
    const frame = await coding.frame();
    await frame.locator(".mark-line[data-style='proposed']").first().waitFor();
    await coding.page.screenshot({ path: 'test-results/proposals.png' });

    await coding.goTo('Startdatum');
    await coding.page.keyboard.press('Tab');
    await coding.evidence('Startdatum').getByText('från och med 2024-01-01').waitFor();
    expect(await start.count()).toBe(0);
    expect(await coded()).toEqual(['start']);
    expect(await coding.variable('Startdatum').getByRole('textbox').inputValue()).toBe(
      '2024-01-01',
    );

    // Once it is taken, Tab goes on to the next variable, and nothing else is taken.
    await coding.page.keyboard.press('Tab');
    await coding.page.locator('[data-variable="end"]:focus').waitFor();
    expect(await coded()).toEqual(['start']);

    await coding.page.keyboard.press('Control+z');
    await start.waitFor();
    expect(await coded()).toEqual([]);
  });

  it('are taken with Tab, too, when the variable was chosen with its letter in the document', async () => {
    const coding = await open(1);
    await proposal(coding, 'Startdatum').waitFor();
    const frame = await coding.frame();
    await frame.locator(".mark-line[data-style='proposed']").first().waitFor();

    // Beside any proposal, and nothing is selected.
    await frame.getByText('3. Målgrupp').click();
    await until(() => coding.page.evaluate(() => document.activeElement?.tagName === 'IFRAME'));
    await coding.page.keyboard.press('s');
    await coding.page.locator('[data-variable="start"]:focus').waitFor();
    await coding.page.keyboard.press('Tab');
    await coding.evidence('Startdatum').getByText('från och med 2024-01-01').waitFor();
    expect(await coded()).toEqual(['start']);
  });

  it('are taken with a press, with every party and its passage', async () => {
    const coding = await open(1);

    await proposal(coding, 'Målgrupp')
      .getByRole('button', { name: /Ta förslaget/ })
      .click();
    await proposal(coding, 'Offentlig aktör')
      .getByRole('button', { name: /Ta förslaget/ })
      .click();

    await coding.evidence('Offentlig aktör').getByText('Solna stad').waitFor();
    await until(async () => (await coded()).length === 2);
    await coding.variable('Målgrupp').getByRole('radio', { name: /Barn/, checked: true }).waitFor();
    expect((await coded()).toSorted()).toEqual(['public_actors', 'target_group']);
    await coding.page.screenshot({ path: 'test-results/proposals-taken.png' });
  });

  it('name the document that they stand in where the agreement has several', async () => {
    const attachments = [{ name: 'avtal.txt', type: 'text/plain', bytes: Buffer.from(text) }];
    const mail = anEml({ subject: 'Avtalet', text: 'Här kommer avtalet.', attachments });
    program = await openForCoding({ 'brev.eml': mail }, { codersWanted: 1 });
    const coding = new CodingPage(program.window);
    const start = proposal(coding, 'Startdatum');
    const place = start.getByRole('button', { name: /avtal\.txt, s\. 1/ });
    await place.waitFor();
    await coding.page.screenshot({ path: 'test-results/proposals-several.png' });
    await place.click();
    await coding.page.getByRole('button', { name: /^avtal\.txt, dokument 2 av 2/ }).waitFor();
    await start.getByRole('button', { name: /Ta förslaget/ }).click();

    const line = coding.evidence('Startdatum').getByText('avtal.txt,', { exact: true });
    await line.waitFor();
    expect(await line.count()).toBe(1);
  });

  it('are not there where reliability is measured, until somebody turns them on', async () => {
    const coding = await open(2);
    await coding.variable('Startdatum').waitFor();
    const [agreement] = program.agreements;
    const offered = await call(coding.page, 'proposals', 'forAgreement', {
      agreement: agreement!.id,
    });
    expect(offered).toMatchObject({ off: 'reliability-sample', findings: [] });
    expect(await proposal(coding, 'Startdatum').count()).toBe(0);

    await coding.page.getByRole('banner').getByRole('button', { name: /Prov/ }).click();
    await coding.page.getByRole('menuitem', { name: 'Inställningar' }).click();
    const dialog = coding.page.getByRole('dialog', { name: 'Inställningar' });
    await dialog.getByText('Av, eftersom varje avtal kodas av flera').waitFor();
    await coding.page.screenshot({ path: 'test-results/proposals-setting.png' });
    await dialog.getByRole('radio', { name: 'På', exact: true }).check({ force: true });
    await dialog.getByText('På, fast samstämmigheten mäts').waitFor();
    await coding.page.keyboard.press('Escape');

    await proposal(coding, 'Startdatum').waitFor();
  });
});
