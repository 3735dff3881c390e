import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import Papa from 'papaparse';

import { csvLine } from '../../main/exchange/csv';
import type { ExportResult, VerifyReport } from '../../shared/ipc/shapes';
import { projectFolder } from '../setup/paths.mjs';
import {
  CODED_COLUMNS,
  type SimulatedCoding,
  simulatedReviewers,
} from '../sample/simulated-reviewers';
import type { Truth } from '../sample/truth';
import { type Accuracy, accuracyOf } from './accuracy';
import { pickForHand } from './by-hand';
import { RULE, decideByRule } from './decisions';
import { Log } from './log';
import { quotesAsRecognised } from './scanned-quotes';
import { samsyn } from './terminal';
import { workInWindow } from './window';

/**
 * `npm run demo`: the whole job on the sample collection, unattended. Two simulated reviewers code
 * all agreements, the last two of them by hand in the real window; what differs is settled, exported
 * and verified. Leaves `demo-output/`: project, dataset, screenshots and `report.md`.
 *
 * Exit code 0 when everything was as expected, else 1.
 */
const out = join(projectFolder, 'demo-output');
const project = join(out, 'Demo.samsyn');
const dataset = join(out, 'dataset');
const samples = join(projectFolder, 'dist/samples');

interface Agreement {
  readonly number: number;
  readonly file: string;
}
interface Reliability {
  readonly variables: readonly {
    readonly variable: string;
    readonly n: number;
    readonly percent: number | null;
    readonly alpha: { value: number | null; low: number | null; high: number | null };
  }[];
}

async function main(log: Log): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const truths = (
    JSON.parse(readFileSync(join(samples, 'ground-truth.json'), 'utf8')) as { agreements: Truth[] }
  ).agreements;
  const readings = simulatedReviewers(truths);
  const names = readings.map(({ reviewer }) => reviewer);

  await log.step('Make a project and add the sample collection', async () => {
    await samsyn('new', project, '--name', 'Demo');
    const { added, failed } = await samsyn<{ added: unknown[]; failed: unknown[] }>(
      'add',
      project,
      join(samples, 'documents'),
    );
    const attached = truths.flatMap(({ attachments }) => attachments).length;
    log.expect(
      'documents added',
      added.length === truths.length + attached,
      `${added.length}, ${attached} of them attached to mails`,
    );
    log.expect('documents that could not be read', failed.length === 0, failed.length);
    await samsyn('reviewers', project, ...names.flatMap((name) => ['--add', name]));
  });
  await log.step('Recognise the text of scanned pages', async () => {
    const scanned = truths.flatMap(({ scannedPages }) => scannedPages);
    const faxed = scanned.filter(({ noise }) => noise === 4).length;
    const { read, waiting, hardToRead, failed } = await samsyn<{
      read: number;
      waiting: number;
      hardToRead: number;
      failed: unknown[];
    }>('recognise', project);
    log.expect('pages recognised', read === scanned.length, `${read} of ${scanned.length}`);
    log.expect('pages flagged as hard to read', hardToRead === faxed, `${hardToRead}, by fax`);
    log.expect('pages that failed or still wait', failed.length + waiting === 0, failed.length);
  });
  const { agreements } = await samsyn<{ agreements: Agreement[] }>('agreements', project);
  const quoted = quotesAsRecognised(project, truths, readings, new Date().toISOString());
  const { codings } = quoted;
  const onScans = quoted.exact + quoted.otherwise + quoted.leftOut;
  log.expect(
    'passages quoted from scans',
    onScans > 0 && quoted.leftOut <= onScans / 5,
    `${quoted.exact} letter by letter, ${quoted.otherwise} as they were read, ${quoted.leftOut} left out`,
  );

  const byHand = pickForHand(truths, codings);
  log.note(`Left for the window: ${byHand.map((file) => `“${file}”`).join(' and ')}`);
  await log.step('Two simulated reviewers code all but two', () =>
    codeByTable(log, codings, byHand, truths.length),
  );

  const numbers = byHand.map((file) => numberOf(agreements, file));
  const scan = scanToShow(truths, codings);
  await log.step('Do the rest by hand in the window', () =>
    workInWindow({ log, out, project, dataset, codings, byHand, numbers, scan }),
  );

  await log.step('Settle what is left by a rule', async () => {
    log.note(`Rule: ${RULE}`);
    const { csv, count } = decideByRule(project, new Date().toISOString());
    const table = join(out, 'decisions.csv');
    writeFileSync(table, csv);
    const by = names.join(',');
    const applied = await samsyn<{ decisions: number; unanimous: number }>(
      'decide',
      project,
      '--by',
      by,
      table,
    );
    log.expect('decisions by rule', applied.decisions === count, applied.decisions);
    log.note(`${applied.unanimous} more values were settled because both readers agree.`);
  });

  await log.step('Export and verify', () => exportAndVerify(log));
  const reliability = await samsyn<Reliability>('reliability', project);
  for (const { variable, n, alpha } of reliability.variables) {
    if (alpha.value === null || n < 20) continue;
    log.expect(`α of ${variable} is plausible`, alpha.value > 0.4, alpha.value.toFixed(3));
  }
  const accuracy = accuracyOf(readRows('agreements.csv'), truths);
  const right = accuracy.reduce((sum, each) => sum + each.right, 0);
  const of = accuracy.reduce((sum, each) => sum + each.of, 0);
  log.expect('settled values that are true', right / of > 0.85, share(right, of));
  summarise(log, truths.length, reliability, accuracy);
}

/** The codings of everything that is not left for the window, as tables, handed in. */
async function codeByTable(
  log: Log,
  codings: readonly SimulatedCoding[],
  byHand: readonly string[],
  documents: number,
): Promise<void> {
  for (const { reviewer, rows } of codings) {
    const table = join(out, `codings ${reviewer}.csv`);
    const lines = rows
      .filter(({ agreement }) => !byHand.includes(agreement))
      .map((row) => csvLine(CODED_COLUMNS.map((column) => row[column])));
    writeFileSync(table, csvLine(CODED_COLUMNS) + lines.join(''));
    const done = await samsyn<{ answers: number; evidence: number; submitted: number }>(
      'code',
      project,
      '--reviewer',
      reviewer,
      table,
      '--submit',
    );
    log.expect(
      `codings of ${reviewer} handed in`,
      done.submitted === documents - byHand.length,
      `${done.submitted}, with ${done.answers} answers and ${done.evidence} passages`,
    );
  }
}

async function exportAndVerify(log: Log): Promise<void> {
  const exported = await samsyn<ExportResult & { settledAgreements: number }>(
    'export',
    project,
    dataset,
  );
  const rows = readRows('agreements.csv');
  log.expect(
    'files of the dataset',
    exported.files.length === 7 && readdirSync(dataset).length === 7,
    exported.files.map(({ name }) => name).join(', '),
  );
  log.expect(
    'agreements settled in full',
    exported.settledAgreements === rows.length,
    `${exported.settledAgreements} of ${rows.length}`,
  );
  const before = filesOf(dataset);
  await samsyn('export', project, dataset);
  log.expect('a second export has the same bytes', filesOf(dataset) === before, 'compared');
  const verified = await samsyn<VerifyReport>('verify', project);
  log.expect(
    'the project is sound',
    verified.ok,
    `${verified.entries} entries, ${verified.documents} documents, ${verified.problems.length} problems`,
  );
}

function filesOf(folder: string): string {
  return readdirSync(folder)
    .sort()
    .map((name) => `${name}\n${readFileSync(join(folder, name), 'base64')}`)
    .join('\n');
}

function readRows(name: string): Record<string, string>[] {
  const text = readFileSync(join(dataset, name), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** A scan whose first page everybody quotes. */
function scanToShow(truths: readonly Truth[], codings: readonly SimulatedCoding[]): string {
  const found = truths.find(
    ({ fileName, format, scannedPages }) =>
      format === 'pdf' &&
      scannedPages.some(({ page }) => page === 1) &&
      codings.every(({ rows }) =>
        rows.some(({ agreement, page }) => agreement === fileName && page === '1'),
      ),
  );
  if (found === undefined) throw new Error('Nobody quotes the first page of a scan');
  return found.fileName;
}

function numberOf(agreements: readonly Agreement[], file: string): number {
  const found = agreements.find((each) => each.file === file);
  if (found === undefined) throw new Error(`"${file}" became no agreement`);
  return found.number;
}

function summarise(
  log: Log,
  documents: number,
  { variables }: Reliability,
  accuracy: readonly Accuracy[],
): void {
  const decisions = readRows('decisions.csv');
  const disputed = decisions.filter(({ rationale }) => rationale !== '').length;
  const figure = (value: number | null) => (value === null ? '–' : value.toFixed(3));
  const lines = [
    '# Demo',
    '',
    `- Documents: ${documents}`,
    `- Codings: ${documents * 2}, with ${readRows('codings.csv').length} answers and ${readRows('evidence.csv').length} passages`,
    `- Settled values: ${decisions.length}, of which ${disputed} by choosing between readings`,
    `- Time: ${log.seconds.toFixed(0)} s`,
    '',
    '| Variable | n | Agreed | α | 95 % interval | True after settling |',
    '|---|--:|--:|--:|---|--:|',
    ...variables.map(({ variable, n, percent, alpha }) => {
      const truth = accuracy.find((each) => each.variable === variable);
      const agreed = percent === null ? '–' : `${(percent * 100).toFixed(1)} %`;
      const interval = alpha.low === null ? '–' : `${figure(alpha.low)} to ${figure(alpha.high)}`;
      const settled = truth === undefined ? '–' : share(truth.right, truth.of);
      return `| ${variable} | ${n} | ${agreed} | ${figure(alpha.value)} | ${interval} | ${settled} |`;
    }),
    '',
  ];
  const wrong = accuracy.flatMap(({ label, wrong: files }) =>
    files.map((file) => `- ${label}: ${file}`),
  );
  process.stdout.write(`\n${lines.join('\n')}`);
  writeFileSync(
    join(out, 'report.md'),
    `${lines.join('\n')}\n${log.report()}\n## Settled otherwise than the documents say\n\n${wrong.join('\n')}\n`,
  );
}

const share = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`;

const log = new Log();
try {
  await main(log);
} catch (error) {
  log.expect(
    'the demo comes to its end',
    false,
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  );
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'report.md'), `# Demo: broken off\n\n${log.report()}`);
}
process.stdout.write(
  `\n${log.failures === 0 ? 'Everything is as expected.' : `${log.failures} things are not as expected.`} See ${join(out, 'report.md')}\n`,
);
process.exitCode = log.failures === 0 ? 0 : 1;
