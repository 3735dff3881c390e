import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright';

import { CodingPage } from '../../test/e2e/pages/coding';
import { DisagreementsPage } from '../../test/e2e/pages/disagreements';
import { Shell } from '../../test/e2e/pages/shell';
import { type Launched, launchSamsyn } from '../../test/support/launch-electron';
import type { SimulatedCoding } from '../sample/simulated-reviewers';
import { codeByHand, rowsOf } from './by-hand';
import type { Log } from './log';
import { Screenshots, openProjectMenu } from './screenshots';

interface WindowWork {
  readonly log: Log;
  readonly out: string;
  readonly project: string;
  readonly dataset: string;
  readonly codings: readonly SimulatedCoding[];
  /** File names of the agreements to code here, and their numbers. */
  readonly byHand: readonly string[];
  readonly numbers: readonly number[];
  /** A scanned agreement that was coded by table, with passages on its first page. */
  readonly scan: string;
}

/** The part of the job that is done in the real window, with pictures of everything it shows. */
export async function workInWindow(work: WindowWork): Promise<void> {
  const { log, out, project } = work;
  const launched = await launchSamsyn({ args: [project] });
  const pictures = new Screenshots(launched, join(out, 'screenshots'));
  const steps = new Screenshots(launched, join(out, 'screenshots', 'by-hand'));
  const { window } = launched;
  window.setDefaultTimeout(15_000);
  try {
    const shootForm = () => pictures.takeScreens(['coding']);
    for (const [at, coding] of work.codings.entries()) {
      await codeAs(work, window, coding, steps, at === 0 ? shootForm : null);
    }
    await showScan(work, window, steps);
    await settleByHand(work, window, steps);
    await lookAndExport(work, launched, steps);
    await log.step('Take pictures of every screen', async () => {
      await pictures.takeScreens([
        'agreements',
        'disagreements',
        'reliability',
        'export',
        'codebook',
        'journal',
      ]);
      await pictures.takeDialogs();
      await closeProject(window);
      await pictures.takeStart();
    });
    log.note(`${pictures.taken + steps.taken} screenshots were taken.`);
    const problems = await launched.problems();
    log.expect('errors in the window', problems.length === 0, problems.join(' | ') || 'none');
  } catch (error) {
    await steps.take('where-it-stopped');
    throw error;
  } finally {
    await launched.close();
  }
}

/** One reviewer codes the agreements that are left, with evidence, and hands them in. */
async function codeAs(
  { log, numbers, byHand }: WindowWork,
  window: Page,
  { reviewer, rows }: SimulatedCoding,
  steps: Screenshots,
  beforeFirstIsHandedIn: (() => Promise<void>) | null,
): Promise<void> {
  const shell = new Shell(window);
  const coding = new CodingPage(window);
  await choose(window, shell, reviewer);
  for (const [at, number] of numbers.entries()) {
    await openFromList(window, byHand[at] ?? '');
    await coding.form(number).waitFor();
    const attached = await codeByHand(window, rowsOf(rows, byHand[at] ?? ''));
    log.expect(
      `${reviewer} coded agreement ${number} by hand`,
      attached > 0,
      `${attached} passages attached`,
    );
    await steps.take(`coded-${number}-${reviewer.split(' ')[0]}`);
    if (at === 0) await beforeFirstIsHandedIn?.();
    await coding.submit();
    await coding.form(number).waitFor({ state: 'detached' });
    await shell.saved();
  }
  await emptySearch(window);
}

async function openFromList(window: Page, file: string): Promise<void> {
  await new Shell(window).open('Avtal');
  const search = window.getByRole('searchbox', { name: 'Sök avtal' });
  await search.fill(file);
  await window.getByText(/^1 avtal för/).waitFor();
  await window.getByRole('grid').getByText(file, { exact: true }).dblclick();
}

/** The list with everything in it again, also for whoever comes next. */
async function emptySearch(window: Page): Promise<void> {
  await new Shell(window).open('Avtal');
  await window.getByRole('button', { name: 'Töm sökningen' }).click();
  await window.getByText(/^1 avtal för/).waitFor({ state: 'detached' });
}

/** What was quoted from a scan lies over its picture, where the words stand. */
async function showScan(
  { log, scan }: WindowWork,
  window: Page,
  steps: Screenshots,
): Promise<void> {
  await openFromList(window, scan);
  const marks = await new CodingPage(window).marks();
  await marks.first().waitFor();
  await steps.take('scan');
  log.expect('passages lie over a scan', (await marks.count()) > 0, await marks.count());
  await emptySearch(window);
}

/** From "Vem kodar?" when nobody is chosen, else by changing. */
async function choose(window: Page, shell: Shell, reviewer: string): Promise<void> {
  const banner = window.getByRole('banner');
  const nobody = banner.getByRole('button', { name: 'Vem kodar?' });
  await nobody.or(banner.getByRole('button', { name: /^Kodar:/ })).waitFor();
  if (!(await nobody.isVisible())) return shell.become(reviewer);
  await nobody.click();
  await window.getByRole('dialog').getByRole('option', { name: reviewer }).click();
  await window.getByRole('dialog').waitFor({ state: 'detached' });
}

/** The disagreement on the first of the agreements, with a rationale; then all that is agreed. */
async function settleByHand(
  { log, numbers, codings }: WindowWork,
  window: Page,
  steps: Screenshots,
): Promise<void> {
  const shell = new Shell(window);
  const disagreements = new DisagreementsPage(window);
  const [number = 0] = numbers;
  const [first, second] = codings.map(({ reviewer }) => reviewer);
  await shell.open('Oenigheter');
  // Only what differs in this variable: the agreement may be far down among the others.
  const filter = window.getByRole('region', { name: 'Avtal med oenigheter' });
  await filter.getByRole('button', { name: /\bvariabel/i }).click();
  await window.getByRole('option', { name: /^Insatsområde/ }).click();
  await filter.getByRole('button', { name: new RegExp(`^${padded(number)} `) }).click();
  await disagreements.reading('Insatsområde', first ?? '').waitFor({ state: 'attached' });
  await steps.take('disagreement');
  await disagreements.choose(
    'Insatsområde',
    first ?? '',
    'Syftet i avtalets första stycke avgör: det är den verksamheten som parterna har enats om.',
  );
  await disagreements.decideBy(first ?? '');
  await disagreements.decideBy(second ?? '');
  await steps.take('disagreement-chosen');
  await window.keyboard.press('Control+Enter');
  await shell.saved();
  await filter.getByRole('button', { name: /\bvariabel/i }).click();
  await window.getByRole('option', { name: 'Alla variabler' }).click();
  await window.getByText('samråd').first().waitFor();
  await steps.take('disagreement-settled');
  log.expect('a disagreement was settled with a rationale', true, `agreement ${number}`);
}

/** Samstämmighet, then an export from the window, which the terminal replaces later. */
async function lookAndExport(
  { log, dataset }: WindowWork,
  { app, window }: Launched,
  steps: Screenshots,
): Promise<void> {
  const shell = new Shell(window);
  await shell.open('Samstämmighet');
  await window.getByRole('table').first().waitFor();
  await steps.take('reliability');
  await shell.open('Export');
  mkdirSync(dataset);
  // The system's own dialog cannot be reached from here: it answers with the folder.
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, dataset);
  await window.getByRole('button', { name: 'Välj mapp …' }).click();
  await window.getByRole('button', { name: 'Exportera', exact: true }).click();
  await window.getByText('Exporten är klar').waitFor();
  await steps.take('exported');
  log.expect('an export was written from the window', true, 'Exporten är klar');
}

async function closeProject(window: Page): Promise<void> {
  await openProjectMenu(window);
  await window.getByRole('menuitem', { name: 'Stäng projektet' }).click();
}

const padded = (number: number) => String(number).padStart(4, '0');
