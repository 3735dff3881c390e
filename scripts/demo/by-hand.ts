import type { Page } from 'playwright';

import { matcher } from '../../main/work/public-bodies';
import type { Renewal, Value } from '../../shared/domain/answer';
import { parseValue } from '../../shared/domain/answer-text';
import { type Variable, variableOf } from '../../shared/domain/codebook';
import { IOP_CODEBOOK } from '../../shared/domain/codebook-iop';
import { CodingPage } from '../../test/e2e/pages/coding';
import { Shell } from '../../test/e2e/pages/shell';
import type { CodedRow, SimulatedCoding } from '../sample/simulated-reviewers';
import type { Truth } from '../sample/truth';

/** How many passages a reader attaches to an agreement by hand. */
const PASSAGES = 3;

/**
 * The agreements that are left for the window: clean prints with a passage on the first page, on
 * whose intervention area the readers differ in the first one.
 */
export function pickForHand(
  truths: readonly Truth[],
  codings: readonly SimulatedCoding[],
): string[] {
  const suited = truths.filter(
    (truth) =>
      truth.format === 'pdf' &&
      truth.noise === 0 &&
      truth.related === null &&
      truth.parties.length === 2 &&
      codings.every(({ rows }) => rowsOf(rows, truth.fileName).filter(isQuoted).length >= 2),
  );
  const areas = (file: string) =>
    codings.map(
      ({ rows }) =>
        rowsOf(rows, file).find(({ variable }) => variable === 'intervention_area')?.value,
    );
  const differing = suited.find(({ fileName }) => new Set(areas(fileName)).size > 1);
  const other = suited.findLast((truth) => truth !== differing);
  if (differing === undefined || other === undefined) {
    throw new Error('The sample collection has no two agreements that suit the window');
  }
  return [differing.fileName, other.fileName];
}

export const rowsOf = (rows: readonly CodedRow[], file: string): CodedRow[] =>
  rows.filter(({ agreement }) => agreement === file);

const isQuoted = ({ quote, page }: CodedRow) => quote !== '' && page === '1';

/** Codes an agreement that is open in the window, with keyboard and mouse as a reader would. */
export async function codeByHand(page: Page, rows: readonly CodedRow[]): Promise<number> {
  const coding = new CodingPage(page);
  for (const row of rows) await answer(page, coding, row);
  let attached = 0;
  for (const row of rows.filter(isQuoted)) {
    if (attached === PASSAGES) break;
    const words = await findInOneLine(coding, row.quote);
    if (words === null) continue;
    const variable = variableOfRow(row);
    await coding.select(words);
    await page.keyboard.press(variable.key);
    await coding.evidence(variable.label.sv).getByText(words).first().waitFor();
    attached += 1;
  }
  await new Shell(page).saved();
  return attached;
}

async function answer(page: Page, coding: CodingPage, row: CodedRow): Promise<void> {
  const variable = variableOfRow(row);
  const label = variable.label.sv;
  await coding.goTo(label);
  if (row.missing !== '') {
    await page.keyboard.press('x');
    await page.keyboard.press('1');
    await coding.variable(label).getByText('Framgår inte').first().waitFor();
  } else {
    const parsed = parseValue(variable, row.value, matcher());
    if (!parsed.ok) throw new Error(`${row.variable}: ${parsed.reason}`);
    await give(page, coding, variable, parsed.value);
  }
  if (row.unsure === 'true') {
    await coding.goTo(label);
    await page.keyboard.press('u');
  }
  if (row.note !== '') {
    await coding.goTo(label);
    await page.keyboard.press('n');
    await page.keyboard.type(row.note);
    await page.keyboard.press('Escape');
  }
}

async function give(
  page: Page,
  coding: CodingPage,
  variable: Variable,
  value: Value,
): Promise<void> {
  const label = variable.label.sv;
  switch (value.type) {
    case 'actors':
      for (const { name } of value.actors) await coding.addActor(label, name);
      return;
    case 'text':
      return coding.type(label, value.text);
    case 'date':
      return coding.type(label, value.date);
    case 'end':
      return coding.type(label, value.end === 'open-ended' ? 'tills vidare' : value.end);
    case 'renewal':
      return giveRenewal(page, coding, label, value.renewal);
    case 'category':
      return chooseCategories(page, variable, [value.category, ...value.secondary]);
  }
}

async function giveRenewal(
  page: Page,
  coding: CodingPage,
  label: string,
  { kind, periodMonths, noticeMonths, ceiling }: Renewal,
): Promise<void> {
  await page.keyboard.press(String(['none', 'automatic', 'by_agreement'].indexOf(kind) + 1));
  const parts = { 'Månader i taget': periodMonths, 'Uppsägningstid, månader': noticeMonths };
  for (const [part, value] of Object.entries({ ...parts, 'Tak: gånger eller datum': ceiling })) {
    if (value === null) continue;
    const field = coding.variable(label).getByLabel(part);
    await field.fill(String(value));
    await field.press('Tab');
  }
}

/** By their digits; secondary ones with Shift. */
async function chooseCategories(
  page: Page,
  variable: Variable,
  chosen: readonly string[],
): Promise<void> {
  for (const [at, id] of chosen.entries()) {
    const digit = variable.categories.findIndex((category) => category.id === id) + 1;
    await page.keyboard.press(at === 0 ? `Digit${digit}` : `Shift+Digit${digit}`);
  }
}

/** The longest beginning of a quote that stands on one line of the document as it is shown. */
async function findInOneLine(coding: CodingPage, quote: string): Promise<string | null> {
  const frame = await coding.frame();
  const words = quote.split(' ');
  for (let count = Math.min(words.length, 8); count >= 2; count -= 1) {
    const part = words.slice(0, count).join(' ');
    if (part.length < 8) continue;
    // Found in any case, as people search; it is selected as it is written.
    const [first] = await frame.getByText(part).allTextContents();
    if (first?.includes(part) === true) return part;
  }
  return null;
}

function variableOfRow(row: CodedRow): Variable {
  const variable = variableOf(IOP_CODEBOOK, row.variable);
  if (variable === undefined) throw new Error(`The codebook has no ${row.variable}`);
  return variable;
}
