import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Papa from 'papaparse';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';

import { type Launched, launchSamsyn } from '../support/launch-electron';
import { aDocx, paragraph } from '../support/docx-files';
import { drawnPdf } from '../support/pdf-files';
import { CodingPage } from './pages/coding';
import { DisagreementsPage } from './pages/disagreements';
import { Shell } from './pages/shell';

const home = mkdtempSync(join(tmpdir(), 'samsyn-job-'));
const userData = join(home, 'user');
const received = join(home, 'inkommet');
let program: Launched;
let shell: Shell;
let coding: CodingPage;
let disagreements: DisagreementsPage;

const aimed = 'öka tryggheten i staden';

beforeAll(async () => {
  mkdirSync(received);
  mkdirSync(userData);
  const pdf = await drawnPdf((page) => {
    page.fontSize(18).text('Överenskommelse om partnerskap');
    page.fontSize(11).text('Mellan Solna stad och Stiftelsen Tryggare Sverige.');
    page.moveDown().text(`Syftet är att ${aimed}.`);
    page.text('Avtalet gäller från och med 2024-01-01 till och med 2026-12-31.');
    page.addPage().text('Sida två: målgruppen är invånare i kommunen.');
  });
  writeFileSync(join(received, '1 Solna – Tryggare Sverige.pdf'), pdf);
  writeFileSync(
    join(received, '2 Lund.docx'),
    aDocx({ body: paragraph('Avtal mellan Lunds kommun och Fontänhuset Lund.') }),
  );
  writeFileSync(join(received, '3 Malmö.txt'), 'AVTAL\n\nMellan Malmö stad och Rädda Barnen.\n');
  writeFileSync(join(received, '4 trasig.pdf'), 'inte någon pdf');
  writeFileSync(
    join(received, '5 samma som tre.txt'),
    'AVTAL\n\nMellan Malmö stad och Rädda Barnen.\n',
  );
  await start();
}, 60_000);
afterAll(async () => {
  await program.close();
  rmSync(home, { recursive: true, force: true });
});

async function start(): Promise<void> {
  program = await launchSamsyn({ userData });
  shell = new Shell(program.window);
  coding = new CodingPage(program.window);
  disagreements = new DisagreementsPage(program.window);
}

/** Answers the system's next file dialogs, which no test can reach, with these paths. */
async function nextDialogGives(...filePaths: string[]): Promise<void> {
  await program.app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: paths });
  }, filePaths);
}

const page = () => program.window;

beforeEach((context) => {
  page().setDefaultTimeout(8_000);
  onTestFailed(async () => {
    const name = context.task.name.replaceAll(/[^\wåäö]+/g, '-');
    await page().screenshot({ path: `test-results/main-job ${name}.png` });
  });
});

describe('the whole job once', () => {
  it('makes a project and adds what can be read, naming what cannot', async () => {
    await page()
      .getByRole('button', { name: /Nytt projekt/ })
      .click();
    const dialog = page().getByRole('dialog', { name: 'Nytt projekt' });
    await dialog.getByLabel('Projektets namn').fill('Årsprov "ett"');
    await nextDialogGives(home);
    await dialog.getByRole('button', { name: 'Välj mapp …' }).click();
    // Quotes cannot stand in a folder's name everywhere; the project keeps its own.
    await dialog.getByText('Där skapas mappen ”Årsprov ett.samsyn”.').waitFor();
    await dialog.getByRole('button', { name: 'Skapa projektet' }).click();
    await page().getByRole('banner').getByText('Årsprov "ett"').waitFor();

    await nextDialogGives(received);
    await page()
      .getByRole('button', { name: 'Lägg till mapp …' })
      .or(page().getByRole('button', { name: 'Välj filer …' }))
      .first()
      .click();
    await page().getByText('3 tillagda').waitFor();

    await page().getByText('4 trasig.pdf').first().waitFor();
    await page().getByText('1 fanns redan').waitFor();
    expect(await page().getByRole('row').count()).toBe(4);
    await page().getByRole('button', { name: 'Stäng', exact: true }).click();
  });

  it('codes an agreement by keyboard beside its document, with evidence', async () => {
    await shell.addReviewer('Anna Ek');
    await shell.addReviewer('Bo Lind');
    await shell.become('Anna Ek');
    await shell.open('Kategorisering');
    await coding.form(1).waitFor();

    await coding.addActor('Offentlig aktör', 'Solna');
    await coding.addActor('Idéburen aktör', 'Stiftelsen Tryggare Sverige');
    await coding.type('Innehåll', 'Öka tryggheten i staden.');
    await coding.type('Startdatum', '1 januari 2024');
    await coding.type('Slutdatum', '2026-12-31');
    await coding.goTo('Målgrupp');
    await page().keyboard.press('4');
    await page().keyboard.press('u');
    await coding.goTo('Insatsområde');
    await page().keyboard.press('1');
    await coding.select(aimed);
    await page().keyboard.press('a');
    await coding.evidence('Insatsområde').getByText(aimed).waitFor();
    await shell.saved();

    await expect.poll(() => coding.chosen('Målgrupp').count()).toBe(1);
    expect(await coding.variable('Startdatum').getByRole('textbox').first().inputValue()).toBe(
      '2024-01-01',
    );
  });

  it('comes back to where one was after it is killed, with everything that was saved', async () => {
    const process = program.app.process();
    process.kill('SIGKILL');
    await new Promise((resolve) => process.once('exit', resolve));
    await start();

    await coding.form(1).waitFor();

    expect(
      await page()
        .getByRole('button', { name: /^Kodar: Anna Ek/ })
        .isVisible(),
    ).toBe(true);
    await coding.evidence('Insatsområde').getByText(aimed).waitFor();
    expect(await coding.chosen('Insatsområde').getAttribute('aria-label')).toBeDefined();
    await (await coding.marks()).first().waitFor();
  });

  it('takes back and brings back', async () => {
    await coding.goTo('Insatsområde');
    await page().keyboard.press('Control+z');
    await coding.evidence('Insatsområde').getByText(aimed).waitFor({ state: 'detached' });
    await page().keyboard.press('Control+Shift+z');

    await expect.poll(() => coding.evidence('Insatsområde').getByText(aimed).count()).toBe(1);
  });

  it('keeps the codings blind to each other, then shows what differs', async () => {
    await coding.submit();
    await coding.form(2).waitFor();
    await shell.open('Oenigheter');
    await page().getByText('Inga oenigheter än').waitFor();

    await shell.become('Bo Lind');
    await shell.open('Avtal');
    await page().getByText('1 Solna – Tryggare Sverige.pdf').dblclick();
    await coding.form(1).waitFor();
    expect(await coding.evidence('Insatsområde').getByText(aimed).count()).toBe(0);
    expect(await coding.chosen('Målgrupp').count()).toBe(0);
    await coding.addActor('Offentlig aktör', 'Solna');
    await coding.addActor('Idéburen aktör', 'Stiftelsen Tryggare Sverige');
    await coding.type('Startdatum', '2024');
    await coding.type('Slutdatum', '2026-12-31');
    await coding.goTo('Målgrupp');
    await page().keyboard.press('4');
    await coding.goTo('Insatsområde');
    await page().keyboard.press('4');
    await shell.saved();
    await coding.submit();
    await coding.form(2).waitFor();

    await shell.open('Oenigheter');
    await disagreements.reading('Insatsområde', 'Anna Ek').waitFor({ state: 'attached' });
    await disagreements.reading('Insatsområde', 'Bo Lind').waitFor({ state: 'attached' });
  });

  it('settles them with a rationale, and what is agreed in one step', async () => {
    await disagreements.choose('Insatsområde', 'Anna Ek', 'Syftet är allmän trygghet.');
    await disagreements.decideBy('Anna Ek');
    await disagreements.decideBy('Bo Lind');
    await page().keyboard.press('Control+Enter');
    await page().getByText('samråd').first().waitFor();
    await page()
      .getByRole('button', { name: /^Fastställ (alla )?\d* ?eniga/ })
      .first()
      .click();
    // What is worded or dated apart, though agreed, is told first.
    const asked = page().getByRole('dialog');
    await asked.getByRole('button', { name: 'Fastställ', exact: true }).click();
    await asked.waitFor({ state: 'detached' });

    await shell.open('Samstämmighet');

    await expect
      .poll(() => page().getByText('Krippendorff', { exact: false }).count())
      .toBeGreaterThan(0);
  });

  it('exports what is settled and names what is not', async () => {
    await shell.open('Export');
    const folder = join(home, 'dataset');
    mkdirSync(folder);
    await nextDialogGives(folder);
    await page().getByRole('button', { name: 'Välj mapp …' }).click();
    await page().getByRole('button', { name: 'Exportera' }).click();
    await page().getByText('Exporten är klar').waitFor();

    const rows = Papa.parse<Record<string, string>>(
      readFileSync(join(folder, 'agreements.csv'), 'utf8').trim(),
      { header: true },
    ).data;
    expect(readdirSync(folder).sort()).toEqual(
      [
        'README.md',
        'agreements.csv',
        'codebook.json',
        'codings.csv',
        'datapackage.json',
        'decisions.csv',
        'evidence.csv',
      ].sort(),
    );
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      public_actors: 'Solna stad',
      end: '2026-12-31',
      target_group: 'all',
      intervention_area: 'safety',
      intervention_area_origin: 'consensus',
      target_group_origin: 'unanimous',
    });
    expect(rows[1]).toMatchObject({ target_group: '', intervention_area: '' });
    expect(readFileSync(join(folder, 'evidence.csv'), 'utf8')).toContain(aimed);
  });

  it('said nothing wrong on its console', async () => {
    expect(await program.problems()).toEqual([]);
  });
});
