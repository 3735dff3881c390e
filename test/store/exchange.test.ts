import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { BlobStore } from '../../main/documents/blob-store';
import { type PageCache, openPageCache } from '../../main/documents/page-cache';
import { applyCodings } from '../../main/exchange/codings-table';
import { csvLine, readCsv } from '../../main/exchange/csv';
import { applyDecisions } from '../../main/exchange/decisions-table';
import { TableError } from '../../main/exchange/tables';
import type { ProjectStore } from '../../main/store/project-store';
import { listOwnAnswers } from '../../main/store/queries/codings';
import { listAgreementsByNumber } from '../../main/store/queries/dataset';
import { listDecisions } from '../../main/store/queries/decisions';
import { countEntries } from '../../main/store/queries/journal';
import { listSubmissions } from '../../main/store/queries/submissions';
import { tablesThatDiffer } from '../../main/store/rebuild';
import { formatValue } from '../../shared/domain/answer-text';
import { isAppError } from '../../shared/domain/app-error';
import { aProject, documentOf, opener, submission } from '../support/coded-project';
import { ids } from '../support/entries';

let home: string;
let store: ProjectStore;
let pages: PageCache;

const texts = {
  'ett.txt': [
    'Avtal mellan Solna stad\noch Föreningen Ada.',
    'Gäller från 2024-03-01\n  tills vidare.',
  ],
  'två.txt': ['Avtal nummer två. Avtal nummer två.'],
  'bilaga.txt': ['Bilaga ett', 'Bilaga sida två', 'Gäller från 2024-03-01'],
};

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'samsyn-exchange-'));
  const contentOf = (name: keyof typeof texts) => texts[name].join('\f');
  store = aProject({
    folder: join(home, 'Åre.samsyn'),
    agreements: {
      one: { 'ett.txt': contentOf('ett.txt'), 'bilaga.txt': contentOf('bilaga.txt') },
      two: { 'två.txt': contentOf('två.txt') },
      three: { 'lika.txt': 'tre' },
      four: { 'lika.txt': 'fyra' },
    },
  });
  pages = openPageCache(store.folder);
  for (const [name, content] of Object.entries(texts)) {
    const writer = pages.receive(documentOf(contentOf(name as keyof typeof texts)));
    content.forEach((text, at) => {
      writer.add({ number: at + 1, width: 0, height: 0, text, words: [], blocks: [] });
    });
    writer.finish({ format: 'text', pageCount: content.length, notices: [] });
  }
  // The builder's documents say one page; here they have as many as their text.
  for (const [name, content] of Object.entries(texts)) {
    store.append(
      [
        {
          kind: 'document.received',
          payload: {
            document: documentOf(content.join('\f')),
            agreement: ids.agreement(name === 'två.txt' ? 'two' : 'one'),
            fileName: name,
            size: 1,
            format: 'text',
            pageCount: content.length,
          },
        },
      ],
      { reviewer: null, at: opener.now },
    );
  }
});
afterEach(() => {
  expect(tablesThatDiffer(store.db)).toEqual([]);
  pages.close();
  store.close();
  rmSync(home, { recursive: true, force: true });
});

const anna = ids.reviewer('anna');

function write(content: string | Buffer, name = 'codings.csv'): string {
  const file = join(home, name);
  writeFileSync(file, content);
  return file;
}

function code(content: string | Buffer, { submit = false, reviewer = anna } = {}) {
  const reader = { read: () => Promise.reject(new Error('All pages are in the cache')) };
  const project = { store, pages, reader, blobs: new BlobStore(store.folder) };
  return applyCodings(project, write(content), { reviewer, submit, at: opener.now });
}

/** What is wrong with a table, as it is told; nothing may have been written. */
async function problemsOf(act: () => unknown): Promise<string[]> {
  const before = countEntries(store.db);
  try {
    await act();
  } catch (error) {
    expect(countEntries(store.db)).toBe(before);
    if (error instanceof TableError) return error.message.split('\n').slice(1);
    if (isAppError(error)) return [`${error.code}: ${error.message}`];
    throw error;
  }
  throw new Error('The table was applied');
}

function draft(agreement: string, reviewer = anna) {
  return Object.fromEntries(
    listOwnAnswers(store.db, ids.agreement(agreement), reviewer).map(
      ({ variable, answer, evidence }) => [
        variable,
        {
          value: answer.value === null ? null : formatValue(answer.value),
          missing: answer.missing,
          unsure: answer.unsure,
          note: answer.note,
          evidence: evidence.map(({ passage }) => `${passage.page}:${passage.quote}`),
        },
      ],
    ),
  );
}

const header = 'agreement,variable,value,missing,unsure,note,quote,page\n';

describe('CSV', () => {
  it('is read back by papaparse and by ourselves as it was, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc
        .array(fc.constantFrom('"', ',', ';', '\t', '\n', '\r', 'å', ' '), { maxLength: 6 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const text = rows.map(csvLine).join('');
          const theirs = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
          expect(theirs.errors).toEqual([]);
          expect(theirs.data.slice(0, -1)).toEqual(rows);
          expect([...readCsv(text, ',')].map(({ cells }) => cells)).toEqual(rows);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('gives each record the line on which it begins', () => {
    const records = [...readCsv('a;b\r\n"x\r\ny";1\r\n\r\nz;"q"\n', ';')];

    expect(records).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x\r\ny', '1'] },
      { line: 4, cells: [''] },
      { line: 5, cells: ['z', 'q'] },
    ]);
  });
});

describe('a table of codings', () => {
  it('records answers, doubts, notes and passages', async () => {
    const applied = await code(
      `${header}1,public_actors,Solna stad (Socialnämnden); 0180,,,,Solna stad och Föreningen,\n` +
        '#1,Startdatum,2024-03-01,,ja,"rad 1\nrad 2",Gäller från 2024-03-01,2\n' +
        '0001,end,tills vidare,,0,,2024-03-01 tills vidare,\n' +
        'TVÅ.txt,målgrupp,Barn/unga vuxna (0–25),,,,,\n' +
        'a-two,intervention_area,Hälsa/Rehabilitering; safety,,nej,,,\n' +
        'två.txt,start,,Framgår inte,yes,,,\n' +
        'två.txt,civil_actors,Okänd förening; "Ada; stöd",,,,,\n',
    );

    expect(applied).toEqual({ agreements: 2, answers: 7, evidence: 3, submitted: 0 });
    const plain = { missing: null, unsure: false, note: '', evidence: [] };
    expect(draft('one')).toEqual({
      public_actors: {
        ...plain,
        value: 'Solna stad (Socialnämnden); Stockholms stad',
        evidence: ['1:Solna stad\noch Föreningen'],
      },
      start: {
        ...plain,
        value: '2024-03-01',
        unsure: true,
        note: 'rad 1\nrad 2',
        evidence: ['2:Gäller från 2024-03-01'],
      },
      end: { ...plain, value: 'open-ended', evidence: ['2:2024-03-01\n  tills vidare'] },
    });
    expect(draft('two')).toEqual({
      target_group: { ...plain, value: 'children_youth' },
      intervention_area: { ...plain, value: 'health_rehabilitation; safety' },
      start: { ...plain, value: null, missing: 'not_stated', unsure: true },
      civil_actors: { ...plain, value: 'Okänd förening; "Ada; stöd"' },
    });
  });

  it('adds passages by further rows, and changes nothing when it is applied again', async () => {
    const table =
      `${header}2,start,2024,,true,x,Avtal nummer,\n` +
      '2,start,,,,,nummer två,1\n' +
      '2,start,2024,,,,Avtal nummer,1\n';

    const first = await code(table);
    const entries = countEntries(store.db);
    const second = await code(table);

    expect(first).toEqual({ agreements: 1, answers: 1, evidence: 2, submitted: 0 });
    expect(second).toEqual({ agreements: 1, answers: 0, evidence: 0, submitted: 0 });
    expect(countEntries(store.db)).toBe(entries);
    expect(draft('two')['start']).toEqual({
      value: '2024',
      missing: null,
      unsure: true,
      note: 'x',
      evidence: ['1:Avtal nummer', '1:nummer två'],
    });
  });

  it('lets rows without a value leave the answer that stands', async () => {
    await code(`${header}2,start,2024,,true,x,,\n`);

    await code(`${header}2,start,,,,,Avtal,\n2,end,,,,,Avtal,\n`);
    await code(`${header}2,start,,,,y,,\n2,purpose,,,,,,\n`);

    expect(draft('two')).toEqual({
      start: { value: '2024', missing: null, unsure: true, note: 'y', evidence: ['1:Avtal'] },
      end: { value: null, missing: null, unsure: false, note: '', evidence: ['1:Avtal'] },
    });
  });

  it.each([
    [
      'UTF-8 with a mark and CRLF',
      (text: string) => Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`),
    ],
    ['Latin-1 and semicolons', (text: string) => Buffer.from(text.replaceAll(',', ';'), 'latin1')],
    ['tabs', (text: string) => Buffer.from(text.replaceAll(',', '\t'))],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['no last line break', (text: string) => Buffer.from(text.trimEnd())],
  ])('is read from %s', async (_what, encode) => {
    await code(encode('Note,VALUE,variable, agreement\nåäö,2024,start,två.txt\n'));

    expect(draft('two')['start']).toMatchObject({ value: '2024', note: 'åäö' });
  });

  it('keeps semicolons inside cells of a table that is separated by them', async () => {
    await code('agreement;variable;value\n1;civil_actors;"Ada; Bris"\n');

    expect(draft('one')['civil_actors']?.value).toBe('Ada; Bris');
  });

  it('names every bad row with its line and column, and applies nothing', async () => {
    const table =
      `${header}1,start,"2024",,,"två\nrader",,\n` +
      '99,start,2024,,,,,\n' +
      'lika.txt,start,2024,,,,,\n' +
      '1,slut,2024,,,,,\n' +
      '1,end,2024-13,,,,,\n' +
      '1,target_group,Alla,,,,,\n' +
      '1,purpose,text,not_stated,,,,\n' +
      '1,renewal,,vet ej,,,,\n' +
      '1,civil_actors,Ada,,kanske,,,\n' +
      '1,public_actors,Solna stad,,,,,andra\n' +
      '1,terminated,2024,,,,Gäller från,1\n' +
      '1,intervention_area,safety,,,,Finns inte,\n' +
      '2,purpose,x,,,,Avtal,7\n' +
      '2,renewal,none,,,,,1\n' +
      ',start,2024,,,,,\n' +
      '1,start,2023,,,,,\n' +
      '1,start,2024,,,annan,,\n' +
      '1,start,2024,,,,,,extra\n' +
      '2,public_actors,Solna stad; Malmö kommunn,,,,,\n';

    expect(await problemsOf(() => code(table))).toEqual([
      'codings.csv, line 4, column agreement: there is no agreement "99"; name it by number, id or file name, as "samsyn agreements" lists them',
      'codings.csv, line 5, column agreement: "lika.txt" may mean the agreements 3, 4; name one of them by number or id',
      expect.stringMatching(
        /^codings.csv, line 6, column variable: the codebook has no variable "slut"; it has public_actors,/,
      ),
      'codings.csv, line 7, column value: "2024-13" is no date; write 2024, 2024-03 or 2024-03-01, or open-ended',
      'codings.csv, line 8, column value: "Alla" is no category of target_group; it has children_youth, adults, elderly, all',
      'codings.csv, line 9, column missing: a value and a kind of missing exclude each other',
      'codings.csv, line 10, column missing: "vet ej" is no kind of missing; it is one of not_stated, illegible, page_missing, not_applicable, cannot_decide',
      'codings.csv, line 11, column unsure: "kanske" is neither true nor false',
      'codings.csv, line 12, column page: "andra" is no page number',
      'codings.csv, line 13, column page: the quote is not on page 1 but on page 2 of "ett.txt", page 3 of "bilaga.txt"',
      'codings.csv, line 14, column quote: the quote is not in "ett.txt", "bilaga.txt"; give it letter by letter as the document has it, spaces and line breaks apart',
      'codings.csv, line 15, column page: there is no page 7 in "två.txt"; the last is 1',
      'codings.csv, line 16, column quote: a page is given, but no quote to find there',
      'codings.csv, line 17, column agreement: the cell is empty',
      'codings.csv, line 18, column value: line 2 gives another answer to start of the same agreement',
      'codings.csv, line 19, column note: line 2 gives another note to start of the same agreement',
      'codings.csv, line 20: cell 9 has no column; a cell that holds the separator must stand in quotation marks',
      'codings.csv, line 21, column value: no municipality or region is called "Malmö kommunn"; perhaps "Malmö stad"',
    ]);
    expect(draft('one')).toEqual({});
  });

  it('tells fifty problems one by one, and how many more there are', async () => {
    const rows = Array.from({ length: 70 }, (_, at) => `${at + 100},start,2024\n`).join('');

    const problems = await problemsOf(() => code(`agreement,variable,value\n${rows}`));

    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toBe('… and 20 more.');
  });

  it.each([
    [
      'a column that is lacking',
      'agreement,value\n1,2\n',
      'codings.csv, line 1: the column "variable" is lacking; the first line must name the columns agreement,variable,value,missing,unsure,note,quote,page',
    ],
    [
      'a column that is not known',
      'agreement,variable,value,color\n',
      'codings.csv, line 1: the column "color" is not known; leave out what is not one of agreement,variable,value,missing,unsure,note,quote,page',
    ],
    [
      'a column that is named twice',
      'agreement,variable,value,Value\n',
      'codings.csv, line 1: "value" is named twice; keep one of them',
    ],
    [
      'a quotation mark that is not closed',
      'agreement,variable,value\n1,start,2024\n2,"start,2024\n3,end,2025\n',
      'codings.csv, line 3: the quotation mark that begins a cell is never closed',
    ],
    [
      'text after a quoted cell',
      'agreement,variable,value\n1,"pur\npose"x,2024\n',
      'codings.csv, line 3: text follows a closing quotation mark; double the marks inside a quoted cell',
    ],
    [
      'a broken character',
      Buffer.concat([
        Buffer.from('agreement,variable,value,note\n1,start,2024,'),
        Buffer.from('åäö'.repeat(200)),
        Buffer.from([0xc3]),
        Buffer.from('x\n'),
      ]),
      'codings.csv, line 2, column note: a character cannot be read; save the table as UTF-8',
    ],
    [
      'an empty file',
      '',
      'table-empty: "codings.csv" is empty: its first line must name the columns.',
    ],
    [
      'a spreadsheet',
      Buffer.from('PK\x03\x04\0\0\0\0\b\0\0\0\0\0\0\0'),
      'table-not-text: "codings.csv" is not a text table. In a spreadsheet program, save it as CSV (UTF-8).',
    ],
  ])('refuses %s', async (_what, content, problem) => {
    expect(await problemsOf(() => code(content))).toEqual([problem]);
  });

  it('refuses a file that is not there, a folder, and one that is too large', async () => {
    const apply = (path: string) =>
      applyCodings(
        {
          store,
          pages,
          reader: { read: () => Promise.reject(new Error('unused')) },
          blobs: new BlobStore(store.folder),
        },
        path,
        { reviewer: anna, submit: false, at: opener.now },
      );
    const large = write(Buffer.alloc(65 * 1024 * 1024, 'x'), 'large.csv');

    expect(await problemsOf(() => apply(join(home, 'nej.csv')))).toEqual([
      expect.stringMatching(/^table-unreadable: There is no file/),
    ]);
    expect(await problemsOf(() => apply(home))).toEqual([
      expect.stringMatching(/^table-unreadable: .*EISDIR/),
    ]);
    expect(await problemsOf(() => apply(large))).toEqual([
      expect.stringMatching(/^table-too-large: /),
    ]);
  });

  it('hands in every agreement that it names, with what the draft held before', async () => {
    await code(`${header}1,purpose,Syftet,,,,,\n`);

    const applied = await code(`${header}1,start,2024,,,,Gäller,\n2,start,,illegible,,,,\n`, {
      submit: true,
    });

    expect(applied.submitted).toBe(2);
    const [one] = listSubmissions(store.db, ids.agreement('one'));
    expect(
      one?.answers.map(({ variable, evidence }) => [
        variable,
        evidence.map(({ passage }) => passage.quote),
      ]),
    ).toEqual([
      ['purpose', []],
      ['start', ['Gäller']],
    ]);
    expect(listSubmissions(store.db, ids.agreement('two'))).toHaveLength(1);
  });

  it('changes nothing when it is handed in a second time', async () => {
    const table = `${header}1,start,2024,,,,Gäller,\n2,start,,illegible,,,,\n`;
    await code(table, { submit: true });
    const entries = countEntries(store.db);

    const again = await code(table, { submit: true });
    const afterwards = await code(table);

    const nothing = { agreements: 2, answers: 0, evidence: 0, submitted: 0 };
    expect([again, afterwards]).toEqual([nothing, nothing]);
    expect(countEntries(store.db)).toBe(entries);
  });

  it('hands in nothing when one of its agreements cannot be', async () => {
    await code(`${header}1,start,2024,,,,,\n`, { submit: true });

    const again = () =>
      code(`${header}2,start,2024,,,,,\n1,start,2024,,,,,\n1,end,2025,,,,,\n`, { submit: true });
    const empty = () => code(`${header}2,start,,,,,,\n`, { submit: true });

    expect(await problemsOf(again)).toEqual([
      expect.stringMatching(
        /^codings.csv, line 3, column agreement: This coding has been submitted/,
      ),
    ]);
    expect(await problemsOf(empty)).toEqual([
      expect.stringMatching(
        /^codings.csv, line 2, column agreement: Nothing has been answered yet/,
      ),
    ]);
    expect(listSubmissions(store.db, ids.agreement('two'))).toEqual([]);
  });

  it('writes all it has to write in one transaction', async () => {
    // A journal that is full after a few entries: the table needs more than there is room for.
    const rows = Array.from(
      { length: 200 },
      (_, at) => `1,purpose,,,,,"${['Avtal', 'mellan', 'Solna', 'stad', 'Ada'][at % 5] ?? ''}",1\n`,
    );
    const pageCount = Number(store.db.pragma('page_count', { simple: true }));
    store.db.pragma(`max_page_count = ${pageCount}`);
    const before = countEntries(store.db);
    const note = 'x'.repeat(15_000);

    const attempt = code(`${header}2,purpose,"${note}",,,${note},,\n${rows.join('')}`);

    await expect(attempt).rejects.toMatchObject({ code: 'disk-full' });
    expect(countEntries(store.db)).toBe(before);
    expect(draft('one')).toEqual({});
    store.db.pragma('max_page_count = 1000000');
  });
});

describe('a table of decisions', () => {
  const by = [ids.reviewer('anna'), ids.reviewer('bo')];
  const decide = (content: string, { settleUnanimous = true, decidedBy = by } = {}) =>
    applyDecisions(store, write(content, 'decisions.csv'), {
      decidedBy,
      settleUnanimous,
      at: opener.now,
    });
  const allDecisions = () =>
    listAgreementsByNumber(store.db).flatMap(({ id }) => listDecisions(store.db, id));

  beforeEach(() => {
    store.append(
      [
        submission('one', 'anna', {
          start: '2024',
          end: '2025',
          target_group: 'all',
          purpose: 'Ett',
        }),
        submission('one', 'bo', {
          start: '2024-03',
          end: '2026',
          target_group: 'all',
          purpose: 'Två',
        }),
        submission('two', 'anna', { start: '2024' }),
      ],
      { reviewer: null, at: opener.now },
    );
  });

  it('settles what it names and, in the same step, what all agree on', () => {
    const applied = decide(
      'agreement,variable,value,missing,rationale\n1,end,tills vidare,,Punkt 4\n1,purpose,Ett och två,,\n',
    );

    expect(applied).toEqual({ decisions: 2, unanimous: 2, agreements: 1 });
    expect(
      listDecisions(store.db, ids.agreement('one')).map(
        ({ variable, value, origin, decidedBy }) => [
          variable,
          value === null ? null : formatValue(value),
          origin,
          decidedBy,
        ],
      ),
    ).toEqual([
      ['end', 'open-ended', 'consensus', by],
      ['purpose', 'Ett och två', 'consensus', by],
      ['start', '2024', 'unanimous', by],
      ['target_group', 'all', 'unanimous', by],
    ]);
  });

  it('settles only what it names when asked to, and changes nothing when applied again', () => {
    const table = 'agreement,variable,value,missing,rationale\n1,end,,cannot_decide,Oklart\n';
    const only = { settleUnanimous: false, decidedBy: by.slice(0, 1) };

    const first = decide(table, only);
    const entries = countEntries(store.db);
    const second = decide(table, only);

    expect(first).toEqual({ decisions: 1, unanimous: 0, agreements: 1 });
    expect(second).toEqual({ decisions: 0, unanimous: 0, agreements: 0 });
    expect(countEntries(store.db)).toBe(entries);
    expect(allDecisions()).toMatchObject([
      { variable: 'end', missing: 'cannot_decide', origin: 'adjudicated' },
    ]);
  });

  it('decides a value that all agree on otherwise, when the table says so', () => {
    decide('agreement,variable,value,rationale\n1,target_group,elderly,Båda läste fel\n');

    expect(
      listDecisions(store.db, ids.agreement('one')).find(
        ({ variable }) => variable === 'target_group',
      ),
    ).toMatchObject({ value: { category: 'elderly' }, origin: 'consensus' });
  });

  it('names every bad row, and settles nothing', async () => {
    const table =
      'agreement;variable;value;missing;rationale\n' +
      '1;end;2025;;\n' +
      '2;start;2024;;Därför\n' +
      '1;target_group;;;Därför\n' +
      '1;start;2024;;Därför\n' +
      '1;start;2025;;Därför\n' +
      '1;start;2024;;Därför\n';

    expect(await problemsOf(() => decide(table))).toEqual([
      'decisions.csv, line 2, column rationale: Say why "End date" is decided as it is: the reviewers differ.',
      expect.stringMatching(
        /^decisions.csv, line 3, column agreement: The codings of this agreement are still blind/,
      ),
      'decisions.csv, line 4, column value: Choose a value or a kind of missing for "Target group".',
      'decisions.csv, line 6, column value: line 5 decides start of the same agreement otherwise',
    ]);
    expect(allDecisions()).toEqual([]);
  });

  it('lets nobody decide on an agreement that they are still coding', async () => {
    const cy = ids.reviewer('cy');
    const agreement = listAgreementsByNumber(store.db)[0]!.id;
    const answer = { value: null, missing: null, unsure: true, note: '' };
    // Begun in another copy of the project, before the codings were revealed there.
    store.append(
      [
        { kind: 'reviewer.added', payload: { id: cy, name: 'Cy', colour: 3 } },
        {
          kind: 'answer.recorded',
          payload: { agreement, variable: ids.variable('start'), reviewer: cy, answer },
        },
      ],
      { reviewer: null, at: opener.now },
    );
    const table = 'agreement,variable,value,rationale\n1,end,2025,Därför\n';

    expect(
      await problemsOf(() =>
        decide(table, { settleUnanimous: true, decidedBy: [ids.reviewer('cy')] }),
      ),
    ).toEqual([
      expect.stringMatching(
        /line 2, column agreement: The codings of this agreement are still blind/,
      ),
    ]);
  });
});
