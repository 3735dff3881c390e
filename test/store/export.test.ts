import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { previewExport, writeDataset } from '../../main/exchange/dataset';
import { openProject } from '../../main/store/open-project';
import type { ProjectStore } from '../../main/store/project-store';
import { rebuild } from '../../main/store/rebuild';
import { settle, settleAgreed } from '../../main/work/disagreements';
import { restoreCell } from '../../shared/domain/csv-safety';
import { MissingKind } from '../../shared/domain/answer';
import { passageAt } from '../../shared/domain/evidence';
import { aProject, documentOf, opener, submission } from '../support/coded-project';
import { dataPackageProblems } from '../support/data-package';
import { ids } from '../support/entries';

const version = '0.1.0';
const TEXT = 'Avtal mellan Solna stad och Föreningen Ada.\n=Syfte: att "stödja"; unga, 2024-03-01.';

let home: string;
let folder: string;
let store: ProjectStore;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'samsyn-export-'));
  folder = join(home, 'Åre.samsyn');
});
afterEach(() => {
  store.close();
  rmSync(home, { recursive: true, force: true });
});

function passage(quote: string) {
  const start = TEXT.indexOf(quote);
  const found = passageAt(documentOf(TEXT), { number: 1, text: TEXT }, start, start + quote.length);
  if (found === null) throw new Error(`No ${quote}`);
  return found;
}

/** Four agreements: settled but for the purpose, blind, not coded, and two files with odd names. */
function codedProject(): ProjectStore {
  store = aProject({
    folder,
    agreements: {
      one: { 'ett.txt': TEXT },
      two: { 'två.txt': 'Avtal två' },
      three: { '=tre;"3".txt': 'Avtal tre', 'bilaga.txt': 'Bilaga' },
    },
    happenings: [
      submission('one', 'bo', {
        public_actors: 'Solna stad (Socialnämnden)',
        civil_actors: '"Ada; stöd"',
        purpose: '=HYPERLINK("http://x")',
        start: '2024-03-01',
        end: 'open-ended',
        target_group: 'all',
        intervention_area: 'safety; disability',
        renewal: 'automatic(period=12,notice=3,ceiling=2)',
      }),
      submission('one', 'anna', {
        public_actors: 'Solna stad (Socialnämnden)',
        civil_actors: '"Ada; stöd"',
        purpose: { value: 'Att stödja unga', note: '-1; +2\n@x', unsure: true },
        start: {
          value: '2024-03',
          evidence: [{ id: 'e-1', passage: passage('=Syfte: att "stödja"; unga') }],
        },
        end: 'open-ended',
        target_group: { missing: 'not_stated' },
        intervention_area: 'safety; disability',
        renewal: 'automatic(period=12,notice=3,ceiling=2)',
        terminated: { evidence: [{ id: 'e-2', passage: passage('2024') }] },
      }),
      submission('two', 'anna', { start: '2023', purpose: 'Hemligt' }),
    ],
  });
  const decide = settle(
    store,
    ids.agreement('one'),
    {
      variable: 'target_group',
      value: null,
      missing: 'not_stated',
      rationale: "'Avtalet' säger det inte",
      decidedBy: [ids.reviewer('bo'), ids.reviewer('anna')],
    },
    null,
  );
  store.append([...settleAgreed(store, null, null), decide], { reviewer: null, at: opener.now });
  return store;
}

/** A table as a reader without any knowledge of ours has it. */
function readTable(name: string, target = join(home, 'dataset')): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(
    readFileSync(join(target, `${name}.csv`), 'utf8'),
    { header: true, skipEmptyLines: true, delimiter: ',' },
  );
  expect(errors).toEqual([]);
  return data;
}

function bytesOf(target: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(target, { withFileTypes: true }).map((entry) => [
      entry.name,
      entry.isDirectory() ? '/' : readFileSync(join(target, entry.name)).toString('base64'),
    ]),
  );
}

const target = () => join(home, 'dataset');
const codeOf = async (act: () => Promise<unknown>) => {
  try {
    await act();
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe('the exported dataset', () => {
  it('is a valid tabular data package whose tables hold what it says', async () => {
    const result = await writeDataset(codedProject(), target(), { version });

    expect(dataPackageProblems(target())).toEqual([]);
    expect(result.files.map(({ name, rows }) => [name, rows])).toEqual([
      ['agreements.csv', 3],
      ['codings.csv', 17],
      ['decisions.csv', 7],
      ['evidence.csv', 2],
      ['codebook.json', null],
      ['README.md', null],
      ['datapackage.json', null],
    ]);
    for (const { name, bytes } of result.files) {
      expect(readFileSync(join(target(), name)).length).toBe(bytes);
    }
  });

  it('is found invalid when a table is not what the descriptor says', async () => {
    await writeDataset(codedProject(), target(), { version });
    const file = join(target(), 'decisions.csv');
    writeFileSync(
      file,
      readFileSync(file, 'utf8')
        .replace('a-one,1,start,2024-03', 'a-nine,1,start,2024-13x')
        .replace('consensus', 'magic'),
    );

    expect(dataPackageProblems(target())).toEqual([
      expect.stringContaining('decisions.csv: bytes'),
      expect.stringContaining('decisions.csv: hash'),
      expect.stringMatching(/decisions.csv, row \d+: "magic" is none of/),
      expect.stringContaining('decisions.csv: a-nine is not in agreements'),
    ]);
  });

  it('holds only settled values in agreements.csv, with parts and origins', async () => {
    await writeDataset(codedProject(), target(), { version });

    const [one, two, three] = readTable('agreements');

    expect(one).toEqual({
      agreement: 'a-one',
      number: '1',
      files: 'ett.txt',
      documents: documentOf(TEXT),
      public_actors: 'Solna stad (Socialnämnden)',
      public_actors_ids: 'municipality:0184',
      public_actors_missing: '',
      public_actors_origin: 'unanimous',
      civil_actors: '"Ada; stöd"',
      civil_actors_ids: '"name:ada; stöd"',
      civil_actors_missing: '',
      civil_actors_origin: 'unanimous',
      purpose: '',
      purpose_missing: '',
      purpose_origin: '',
      start: '2024-03',
      start_missing: '',
      start_origin: 'unanimous',
      end: 'open-ended',
      end_missing: '',
      end_origin: 'unanimous',
      renewal: 'automatic(period=12,notice=3,ceiling=2)',
      renewal_kind: 'automatic',
      renewal_period: '12',
      renewal_notice: '3',
      renewal_ceiling: '2',
      renewal_missing: '',
      renewal_origin: 'unanimous',
      terminated: '',
      terminated_missing: '',
      terminated_origin: '',
      target_group: '',
      target_group_missing: 'not_stated',
      target_group_origin: 'consensus',
      intervention_area: 'safety',
      intervention_area_secondary: 'disability',
      intervention_area_missing: '',
      intervention_area_origin: 'unanimous',
    });
    expect(Object.values(two ?? {}).filter((cell) => cell !== '')).toEqual([
      'a-two',
      '2',
      'två.txt',
      documentOf('Avtal två'),
    ]);
    expect(restoreCell(three?.['files'] ?? '')).toBe('"=tre;""3"".txt"; bilaga.txt');
  });

  it('leaves out codings that are still blind, and counts them', async () => {
    await writeDataset(codedProject(), target(), { version });

    expect(new Set(readTable('codings').map(({ agreement }) => agreement))).toEqual(
      new Set(['a-one']),
    );
    for (const table of ['codings', 'decisions', 'evidence']) {
      const named = readTable(table).map(({ agreement, number }) => `${agreement} ${number}`);
      expect({ table, named: [...new Set(named)] }).toEqual({ table, named: ['a-one 1'] });
    }
    for (const name of readdirSync(target())) {
      expect(readFileSync(join(target(), name), 'utf8')).not.toContain('Hemligt');
    }
    expect(previewExport(store).blind).toBe(1);
  });

  it('counts and names what is not settled', async () => {
    await writeDataset(codedProject(), target(), { version });

    const all = ['public_actors', 'civil_actors', 'start', 'end', 'renewal', 'terminated'];
    expect(previewExport(store)).toEqual({
      agreements: 3,
      settledAgreements: 0,
      settledValues: 7,
      unsettled: [
        ...all.slice(0, 2).map((variable) => ({ variable, count: 2 })),
        { variable: 'purpose', count: 3 },
        ...[...all.slice(2), 'target_group', 'intervention_area'].map((variable) => ({
          variable,
          count: 2,
        })),
      ],
      blind: 1,
    });
    const readme = readFileSync(join(target(), 'README.md'), 'utf8');
    expect(readme).toContain(
      [
        '- `purpose`: 3 of 3',
        '  - not coded yet (1): agreement 3',
        '  - codings still blind to each other (1): agreement 2',
        '  - worded differently, wording not chosen (1): agreement 1',
      ].join('\n'),
    );
    expect(readme).toContain('| agreements received | 3 |');
    expect(readme).toContain('| settled values | 7 |');
  });

  it('neutralises cells that a spreadsheet would run, and tells how to have them back', async () => {
    await writeDataset(codedProject(), target(), { version });
    const reversal = (cell: string) => cell.replace(/(^|[;\t\r\n])'/g, '$1');
    expect(readFileSync(join(target(), 'README.md'), 'utf8')).toContain(
      String.raw`re.sub(r"(^|[;\t\r\n])'", r"\1", cell)`,
    );

    const codings = readTable('codings').filter(({ variable }) => variable === 'purpose');
    const [quote] = readTable('evidence');
    const decision = readTable('decisions').find(({ rationale }) => rationale !== '');

    expect(codings.map(({ value }) => value)).toEqual([
      'Att stödja unga',
      `'=HYPERLINK("http://x")`,
    ]);
    expect(codings[0]?.['note']).toBe("'-1;' +2\n'@x");
    expect(quote?.['quote']).toBe(`'=Syfte: att "stödja"; unga`);
    expect(decision?.['rationale']).toBe("''Avtalet' säger det inte");
    for (const [cell, was] of [
      [codings[1]?.['value'], '=HYPERLINK("http://x")'],
      [codings[0]?.['note'], '-1; +2\n@x'],
      [quote?.['quote'], '=Syfte: att "stödja"; unga'],
      [decision?.['rationale'], "'Avtalet' säger det inte"],
    ] as const) {
      expect(reversal(cell ?? '')).toBe(was);
    }
  });

  it('gives evidence that stands where its offsets say', async () => {
    await writeDataset(codedProject(), target(), { version });

    const rows = readTable('evidence');

    expect(rows.map(({ evidence, reviewer, page }) => [evidence, reviewer, page])).toEqual([
      ['e-1', 'Anna Berg', '1'],
      ['e-2', 'Anna Berg', '1'],
    ]);
    for (const { start, end, quote } of rows) {
      expect(TEXT.slice(Number(start), Number(end))).toBe(restoreCell(quote ?? ''));
    }
  });

  it('tells two reviewers of the same name apart', async () => {
    store = aProject({
      folder,
      reviewers: { a: 'Kim', b: 'Kim' },
      agreements: { one: { 'ett.txt': 'Avtal' } },
      happenings: [
        submission('one', 'a', { start: '2024' }),
        submission('one', 'b', { start: '2023' }),
      ],
    });

    await writeDataset(store, target(), { version });

    expect(dataPackageProblems(target())).toEqual([]);
    expect(readTable('codings').map(({ reviewer }) => reviewer)).toEqual([
      'Kim (r-a)',
      'Kim (r-b)',
    ]);
  });

  it('is valid for a project without agreements', async () => {
    store = aProject({ folder });

    await writeDataset(store, target(), { version });

    expect(dataPackageProblems(target())).toEqual([]);
    expect(previewExport(store).unsettled).toEqual([]);
  });
});

describe('the bytes of an export', () => {
  it('are the same again, years later, after a rebuild, opened anew, in another language', async () => {
    codedProject();
    const targets = ['first', 'second', 'third', 'fourth'].map((name) => join(home, name));
    const exportIn = async (year: number) => {
      vi.setSystemTime(new Date(Date.UTC(year, 5, 1)));
      await writeDataset(store, targets[year - 2030] ?? '', { version });
    };
    const environment = { TZ: process.env['TZ'], LANG: process.env['LANG'] };
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      await exportIn(2030);
      await exportIn(2031);
      rebuild(store.db);
      await exportIn(2032);
      store.close();
      store = openProject(folder, { ...opener, now: '2030-01-01T00:00:00.000Z' });
      Object.assign(process.env, { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' });
      await exportIn(2033);
    } finally {
      vi.useRealTimers();
      for (const [name, value] of Object.entries(environment)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }

    const [first, ...others] = targets.map(bytesOf);

    for (const other of others) expect(other).toEqual(first);
    expect(Object.keys(first ?? {})).toHaveLength(7);
  });

  it('are UTF-8 with LF, and hold neither paths nor the time of the export', async () => {
    await writeDataset(codedProject(), target(), { version });

    for (const name of readdirSync(target())) {
      const bytes = readFileSync(join(target(), name));
      expect({
        name,
        utf8: Buffer.from(bytes.toString('utf8')).equals(bytes),
        carriageReturn: bytes.includes('\r'),
        path: bytes.includes(home),
        mark: bytes.subarray(0, 3).toString('hex') === 'efbbbf',
      }).toEqual({ name, utf8: true, carriageReturn: false, path: false, mark: false });
    }
  });
});

describe('where an export is written', () => {
  it('replaces a former export and leaves what lies beside it', async () => {
    codedProject();
    await writeDataset(store, target(), { version });
    writeFileSync(join(target(), 'analysis.R'), 'mine');
    const before = bytesOf(target());
    const agreement = ids.agreement('four');
    const received = {
      document: documentOf('fyra'),
      fileName: 'fyra.txt',
      size: 4,
      format: 'text',
      pageCount: 1,
    } as const;
    store.append(
      [
        { kind: 'agreement.opened', payload: { agreement, number: 4 } },
        { kind: 'document.received', payload: { ...received, agreement } },
      ],
      { reviewer: null, at: opener.now },
    );

    await writeDataset(store, target(), { version });

    expect(readFileSync(join(target(), 'analysis.R'), 'utf8')).toBe('mine');
    expect(readTable('agreements')).toHaveLength(4);
    expect(readdirSync(target()).sort()).toEqual(Object.keys(before).sort());
    expect(readdirSync(home).sort()).toEqual(['dataset', 'Åre.samsyn']);
  });

  it('takes an empty folder, and one with nothing but what systems leave', async () => {
    codedProject();
    mkdirSync(target());
    writeFileSync(join(target(), '.DS_Store'), '');

    await writeDataset(store, target(), { version });

    expect(dataPackageProblems(target())).toEqual([]);
  });

  it('makes the folders above it', async () => {
    await writeDataset(codedProject(), join(home, 'a', 'b'), { version });

    expect(readdirSync(join(home, 'a', 'b'))).toHaveLength(7);
  });

  it.each([
    [
      'a folder with other files',
      'export-folder-not-empty',
      () => writeFileSync(join(target(), 'x.txt'), ''),
    ],
    [
      'a folder with a data package of somebody else',
      'export-folder-not-empty',
      () => writeFileSync(join(target(), 'datapackage.json'), '{"name": "x"}'),
    ],
    [
      'a folder with a descriptor that is no JSON',
      'export-folder-not-empty',
      () => writeFileSync(join(target(), 'datapackage.json'), '{'),
    ],
    [
      'a folder with a folder in the place of the descriptor',
      'export-folder-not-empty',
      () => mkdirSync(join(target(), 'datapackage.json')),
    ],
    [
      'the dataset of another project',
      'export-other-project',
      () => writeFileSync(join(target(), 'datapackage.json'), '{"id": "p-x", "samsyn": {}}'),
    ],
  ])('refuses %s and changes nothing in it', async (_what, code, prepare) => {
    codedProject();
    mkdirSync(target());
    prepare();
    const before = bytesOf(target());

    expect(await codeOf(() => writeDataset(store, target(), { version }))).toBe(code);
    expect(bytesOf(target())).toEqual(before);
  });

  it('refuses a file, and every way into the project folder', async () => {
    codedProject();
    writeFileSync(target(), '');
    symlinkSync(folder, join(home, 'link'));

    expect(await codeOf(() => writeDataset(store, target(), { version }))).toBe(
      'export-not-a-folder',
    );
    expect(await codeOf(() => writeDataset(store, join(folder, 'x', 'y'), { version }))).toBe(
      'export-inside-project',
    );
    expect(await codeOf(() => writeDataset(store, join(home, 'link', 'x'), { version }))).toBe(
      'export-inside-project',
    );
    expect(await codeOf(() => writeDataset(store, `${folder}-dataset`, { version }))).toBe(null);
  });

  it('puts the former export back when a file cannot be replaced', async () => {
    codedProject();
    await writeDataset(store, target(), { version });
    // Comes after the tables: they were replaced already when this one refuses.
    rmSync(join(target(), 'README.md'));
    mkdirSync(join(target(), 'README.md'));
    writeFileSync(join(target(), 'README.md', 'mine.txt'), '');
    const tables = () =>
      ['agreements.csv', 'datapackage.json'].map((name) =>
        readFileSync(join(target(), name), 'utf8'),
      );
    const before = { names: readdirSync(target()), tables: tables() };
    store.append(
      [{ kind: 'agreement.opened', payload: { agreement: ids.agreement('four'), number: 4 } }],
      { reviewer: null, at: opener.now },
    );

    expect(await codeOf(() => writeDataset(store, target(), { version }))).toBe(
      'export-file-in-use',
    );
    expect({ names: readdirSync(target()), tables: tables() }).toEqual(before);
    expect(existsSync(join(target(), 'README.md', 'mine.txt'))).toBe(true);
  });
});

it('knows every kind of missing in its README', async () => {
  store = aProject({ folder });
  await writeDataset(store, target(), { version });
  const readme = readFileSync(join(target(), 'README.md'), 'utf8');
  for (const kind of MissingKind.options) expect(readme).toContain(`\`${kind}\``);
});
