import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';

import { projectFolder } from '../../scripts/setup/paths.mjs';
import { alikeFiles } from '../support/alike-files';
import { writeFiles } from '../support/bad-files';
import { cliAtHome } from '../support/cli';
import { dataPackageProblems } from '../support/data-package';
import { aDocx, paragraph } from '../support/docx-files';
import { plainPdf } from '../support/pdf-files';

/** The whole job from the terminal, with the real program as a process of its own on real files. */

const { file, home, run, runWith, json } = cliAtHome();

const columns = 'agreement,variable,value,missing,unsure,note,quote,page\n';

/** Three agreements in as many formats, two reviewers, and a coding of each by both. */
async function codedProject(): Promise<void> {
  writeFiles(home(), {
    'in/1 avtal.pdf': plainPdf([
      ['Avtal mellan Solna stad och'],
      ['Gemenskapen Ada, fran 2024-03-01.'],
    ]),
    'in/2 överenskommelse.docx': aDocx({ body: paragraph('Överenskommelse om läxhjälp') }),
    'in/3.txt': 'Avtal om äldre',
    'anna.csv': `${columns}1,public_actors,Solna stad,,,,Solna stad,1
1,start,2024-03-01,,,,"fran 2024-03-01",2
1,end,open-ended,,true,,,
1,target_group,all,,,,,
2,start,2024,,,,,
2,target_group,children_youth,,,,läxhjälp,
3.txt,start,,not_stated,,,,
3.txt,target_group,Äldre,,,,,
`,
    'bo.csv': `${columns}1,public_actors,0184,,,,,
1,start,2024,,,,,
1,end,2026,,,,,
1,target_group,all,,,,,
2,start,2024-05,,,,,
2,target_group,Samtliga,,,,,
3.txt,start,2023,,,,,
3.txt,target_group,elderly,,,,,
`,
    'beslut.csv': `agreement,variable,value,missing,rationale
1,end,open-ended,,Punkt 4
2,target_group,children_youth,,Läxhjälp är för unga
3.txt,start,,not_stated,Inget datum
`,
  });
  await json('new', 'Prov');
  await json('add', 'Prov', 'in');
  await json('reviewers', 'Prov', '--add', 'Anna Berg', '--add', 'Bo Öst');
  await json('code', 'Prov', '--reviewer', 'Anna Berg', 'anna.csv', '--submit');
  await json('code', 'Prov', '--reviewer', 'bo öst', 'bo.csv', '--submit');
}

describe('the whole job from the terminal', () => {
  it('finds words in documents and answers, also after the cache was deleted', async () => {
    await codedProject();
    for (const end of ['', '-wal', '-shm']) {
      rmSync(join(home(), `Prov.samsyn/cache.db${end}`), { force: true });
    }

    const found = await json<{ pages: number; hits: object[]; answers: object[] }>(
      'search',
      'Prov',
      'laxhjalp',
    );
    const own = await run('search', 'Prov', 'samtliga', '--reviewer', 'bo öst');
    const short = await run('search', 'Prov', 'a');

    expect(found).toMatchObject({
      pages: 1,
      unread: 0,
      answers: [],
      hits: [{ number: 2, file: '2 överenskommelse.docx', page: 1, quote: 'läxhjälp' }],
    });
    expect(own.stdout).toBe(
      '0001  target_group (own): Samtliga\n0002  target_group (own): Samtliga\n0 pages in 0 documents.\n2 answers.\n',
    );
    expect(short.code).toBe(2);
  });

  it('makes a project, adds, codes twice, settles, exports and verifies', async () => {
    await codedProject();

    const listed = await json<{ agreements: Record<string, unknown>[] }>(
      'agreements',
      'Prov.samsyn',
    );
    expect(listed.agreements.map(({ id: _id, documents: _documents, ...rest }) => rest)).toEqual([
      { number: 1, file: '1 avtal.pdf', pages: 2, stage: 'to-settle', submitted: 2 },
      { number: 2, file: '2 överenskommelse.docx', pages: 1, stage: 'to-settle', submitted: 2 },
      { number: 3, file: '3.txt', pages: 1, stage: 'to-settle', submitted: 2 },
    ]);
    expect(listed.agreements[0]?.['documents']).toMatchObject([
      { file: '1 avtal.pdf', role: 'main', format: 'pdf', pages: 2 },
    ]);
    const idOf = (number: number) => listed.agreements[number - 1]?.['id'];

    const answer = (reviewer: string, value: string | null, rest = {}) => ({
      reviewer,
      value,
      missing: null,
      unsure: false,
      ...rest,
    });
    expect(await json('disagreements', 'Prov')).toEqual({
      disagreements: [
        {
          agreement: { number: 1, id: idOf(1), file: '1 avtal.pdf' },
          variable: 'end',
          answers: [answer('Anna Berg', 'open-ended', { unsure: true }), answer('Bo Öst', '2026')],
        },
        {
          agreement: { number: 2, id: idOf(2), file: '2 överenskommelse.docx' },
          variable: 'target_group',
          answers: [answer('Anna Berg', 'children_youth'), answer('Bo Öst', 'all')],
        },
        {
          agreement: { number: 3, id: idOf(3), file: '3.txt' },
          variable: 'start',
          answers: [answer('Anna Berg', null, { missing: 'not_stated' }), answer('Bo Öst', '2023')],
        },
      ],
    });

    expect(await json('decide', 'Prov', '--by', 'Anna Berg,Bo Öst', 'beslut.csv')).toEqual({
      decisions: 3,
      unanimous: 5,
      agreements: 3,
    });
    expect(await json('disagreements', 'Prov')).toEqual({ disagreements: [] });

    // Reliability is that of the codings as they were handed in, whatever was settled since.
    const { variables } = await json<{ variables: Record<string, unknown>[] }>(
      'reliability',
      'Prov',
    );
    expect(variables.map(({ variable, n }) => [variable, n])).toEqual([
      ['public_actors', 1],
      ['civil_actors', 0],
      ['purpose', 0],
      ['start', 3],
      ['end', 1],
      ['renewal', 0],
      ['terminated', 0],
      ['target_group', 3],
      ['intervention_area', 0],
    ]);
    expect(variables[7]).toEqual({
      variable: 'target_group',
      n: 3,
      percent: 2 / 3,
      alpha: { value: expect.closeTo(0.5454545, 6), low: null, high: null, doubts: ['too-few'] },
      confusion: {
        reviewers: expect.arrayContaining(['Anna Berg', 'Bo Öst']),
        labels: ['children_youth', 'adults', 'elderly', 'all'],
        rows: expect.any(Array),
        agreements: expect.any(Array),
      },
    });

    const exported = await json('export', 'Prov', 'ut');
    expect(exported).toMatchObject({
      folder: join(home(), 'ut'),
      agreements: 3,
      settledAgreements: 3,
      settledValues: 8,
      blind: 0,
      unsettled: [
        { variable: 'public_actors', count: 2 },
        { variable: 'civil_actors', count: 3 },
        { variable: 'purpose', count: 3 },
        { variable: 'end', count: 2 },
        { variable: 'intervention_area', count: 3 },
      ],
    });
    expect(dataPackageProblems(join(home(), 'ut'))).toEqual([]);
    expect(readFileSync(join(home(), 'ut', 'evidence.csv'), 'utf8').split('\n')).toHaveLength(5);

    expect(await json('verify', 'Prov')).toMatchObject({ ok: true, documents: 3, problems: [] });
    expect(readdirSync(join(home(), 'Prov.samsyn')).sort()).toEqual(
      expect.arrayContaining(['documents', 'journal', 'lock.db', 'project.db']),
    );
  });

  it('says the same to people, in columns', async () => {
    await codedProject();

    const lines = async (...args: string[]) => {
      const { code, stdout, stderr } = await run(...args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      return stdout.trimEnd().split('\n');
    };

    expect((await lines('agreements', 'Prov')).at(-1)).toBe('3 agreements.');
    expect(await lines('reviewers', 'Prov')).toEqual([
      'name       id',
      expect.stringMatching(/^Anna Berg {2}r-[0-9a-f]{20}$/),
      expect.stringMatching(/^Bo Öst {5}r-[0-9a-f]{20}$/),
    ]);
    expect((await lines('disagreements', 'Prov'))[1]).toBe(
      '     1  end           Anna Berg  open-ended (unsure)  1 avtal.pdf',
    );
    expect(await lines('settle', 'Prov')).toEqual([
      'Settled 5 values in 3 agreements.',
      'In 2 values the readings differ in what is no disagreement, such as how precise a date is: what all of them say is settled.',
    ]);
    expect((await lines('reliability', 'Prov')).slice(0, 2)).toEqual([
      'variable           n  agree    alpha  95 % interval  doubts',
      'public_actors      1  100.0 %  –      –              too-few; no-variation; left out: 4 not_coded',
    ]);
    expect((await lines('export', 'Prov', 'ut')).join('\n')).toContain(
      'Not settled: public_actors in 2, civil_actors in 3,',
    );
    expect(await lines('verify', 'Prov')).toEqual([
      expect.stringMatching(/^Nothing is wrong: \d+ entries of 1 replica, 3 documents\.$/),
    ]);
  });

  it('adds what it can, names what failed, and recognises what it knows', async () => {
    writeFiles(home(), {
      'a.txt': 'Avtal',
      'b/kopia.txt': 'Avtal',
      'b/tom.pdf': '',
      'b/brus.bin': Buffer.from([0, 1, 2, 3, 0, 255, 254]),
      'b/å "x" 😀.txt': 'Avtal å',
    });
    await json('new', 'Prov');

    const first = await run('add', 'Prov', 'a.txt', 'b', 'finns inte.pdf', '--json');
    const again = await json('add', 'Prov', 'a.txt');

    expect(first.code).toBe(1);
    const report = JSON.parse(first.stdout) as Record<string, Record<string, unknown>[]>;
    const id = expect.stringMatching(/^a-/);
    expect(report).toEqual({
      added: [
        { number: 1, id, file: 'a.txt' },
        { number: 2, id, file: 'å "x" 😀.txt' },
      ],
      known: [{ file: 'kopia.txt', number: 1, id, sameAs: 'a.txt' }],
      failed: expect.arrayContaining([
        { file: 'finns inte.pdf', code: 'file-vanished', message: expect.any(String) },
        { file: 'brus.bin', code: 'file-not-supported', message: expect.any(String) },
        { file: 'tom.pdf', code: 'file-empty', message: expect.any(String) },
      ]),
    });
    expect(report['failed']).toHaveLength(3);
    const complaints = first.stderr.trimEnd().split('\n');
    expect(complaints.sort()).toEqual(report['failed']?.map(({ message }) => message).sort());
    expect(again).toEqual({
      added: [],
      known: [{ file: 'a.txt', number: 1, id, sameAs: 'a.txt' }],
      failed: [],
    });
  });

  it('keeps codings blind until as many as wanted are handed in', async () => {
    writeFiles(home(), {
      'a.txt': 'Avtal',
      'anna.csv': 'agreement,variable,value,note\n1,target_group,all,Hemligt\n',
      'bo.csv': 'agreement,variable,value\n1,target_group,elderly\n',
    });
    await json('new', 'Prov', '--coders', '2');
    await json('add', 'Prov', 'a.txt');
    await json('reviewers', 'Prov', '--add', 'Anna', '--add', 'Bo');
    await json('code', 'Prov', '--reviewer', 'Anna', 'anna.csv', '--submit');
    await json('code', 'Prov', '--reviewer', 'Bo', 'bo.csv');

    const seen = [
      await run('disagreements', 'Prov'),
      await run('reliability', 'Prov', '--json'),
      await run('agreements', 'Prov', '--json'),
      await run('export', 'Prov', 'ut', '--json'),
    ];
    const files = readdirSync(join(home(), 'ut'))
      .filter((name) => name !== 'codebook.json' && name !== 'datapackage.json')
      .map((name) => readFileSync(join(home(), 'ut', name), 'utf8'));

    for (const { code } of seen) expect(code).toBe(0);
    const told = [...seen.map(({ stdout }) => stdout), ...files].join('\n');
    expect(told).not.toMatch(/Hemligt|elderly/);
    expect(told).toContain('"blind": 1');
    expect(files.join('\n')).toContain('codings still blind to each other (1): agreement 1');

    await json('code', 'Prov', '--reviewer', 'Bo', 'bo.csv', '--submit');
    expect((await run('disagreements', 'Prov')).stdout).toContain('elderly');
  });

  it('codes with one reviewer where one is wanted', async () => {
    writeFiles(home(), { 'a.txt': 'Avtal', 'k.csv': 'agreement,variable,value\n1,start,2024\n' });
    await json('new', 'Prov', '--coders', '1', '--name', 'Åtta');
    await json('add', 'Prov', 'a.txt');
    await json('reviewers', 'Prov', '--add', 'Anna');
    await json('code', 'Prov', '--reviewer', 'Anna', 'k.csv', '--submit');

    expect(await json('settle', 'Prov')).toEqual({ agreements: 1, decisions: 1, apart: 0 });
    await json('export', 'Prov', 'ut');

    expect(readFileSync(join(home(), 'ut', 'decisions.csv'), 'utf8')).toContain(',single-coded,');
    expect(readFileSync(join(home(), 'ut', 'README.md'), 'utf8')).toContain('# Åtta: dataset');
    expect(dataPackageProblems(join(home(), 'ut'))).toEqual([]);
  });

  it('writes the same bytes from the same project, wherever it lies and in any language', async () => {
    await codedProject();
    await json('decide', 'Prov', '--by', 'Anna Berg', 'beslut.csv');

    await json('export', 'Prov', 'ut');
    const elsewhere = { cwd: home(), env: { TZ: 'Pacific/Auckland', LC_ALL: 'tr_TR.UTF-8' } };
    const { code } = await runWith(['export', 'Prov', 'borta/ut'], elsewhere);

    expect(code).toBe(0);
    for (const name of readdirSync(join(home(), 'ut'))) {
      const [here, there] = ['ut', 'borta/ut'].map((folder) =>
        readFileSync(join(home(), folder, name)),
      );
      expect({ name, same: here?.equals(there ?? Buffer.alloc(0)) }).toEqual({ name, same: true });
    }
  });
});

describe('naming a project', () => {
  it('adds the suffix and says where, and takes both spellings afterwards', async () => {
    const made = await run('new', 'mapp/Åre avtal');

    expect(made.stdout).toBe(`Made "Åre avtal" in ${join(home(), 'mapp', 'Åre avtal.samsyn')}\n`);
    for (const spelling of ['mapp/Åre avtal', 'mapp/Åre avtal.samsyn', 'mapp/Åre avtal.samsyn/']) {
      expect((await run('agreements', spelling)).stdout).toBe('0 agreements.\n');
    }
    expect(await json('new', 'x.samsyn')).toEqual({ project: join(home(), 'x.samsyn') });
  });
});

describe('samsyn similar', () => {
  it('lists other scans and drafts of one agreement, and not what shares a template', async () => {
    for (const { name, bytes } of await alikeFiles()) writeFiles(home(), { [`in/${name}`]: bytes });
    await json('new', 'Lika');
    await json('add', 'Lika', 'in');

    const { pairs } = await json<{ pairs: { a: { file: string }; b: { file: string } }[] }>(
      'similar',
      'Lika',
    );
    const { code, stdout } = await run('similar', 'Lika');

    expect(new Set(pairs.map(({ a, b }) => `${a.file} – ${b.file}`))).toEqual(
      new Set([
        'avtal 1.txt – utkast till avtal 1.txt',
        'avtal 1.txt – skanning av avtal 1.pdf',
        'skanning av avtal 1.pdf – utkast till avtal 1.txt',
      ]),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('3 pairs; 3 nobody has said anything of.');
  });
});

describe('the commands of the README', () => {
  it('do the main job from first to last, as they are written there', async () => {
    const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');
    const [, block = ''] = /in the terminal\n\n```sh\n([^`]+)```/.exec(readme) ?? [];
    writeFiles(home(), {
      'avtal/ett.txt': 'Avtal mellan Solna stad och Ada. Det gäller tills vidare.',
      'avtal/två.txt': 'Avtal om läxhjälp. Vidare gäller det tills parterna säger upp det.',
      'kodning-a.csv': `${columns}1,end,open-ended,,,,tills vidare,1\n2,target_group,all,,,,,\n`,
      'kodning-b.csv': `${columns}1,end,2026,,,,,\n2,target_group,all,,,,,\n`,
      'beslut.csv': 'agreement,variable,value,missing,rationale\n1,end,open-ended,,Tills vidare\n',
    });
    const program = `"${process.execPath}" "${file()}"`;
    const { stdout } = await promisify(execFile)(
      'bash',
      ['-e', '-c', block.replaceAll('npm run samsyn --', program)],
      { cwd: home(), env: { ...process.env, HOME: home() } },
    );

    expect(block.split('\n').length).toBeGreaterThan(12);
    expect(stdout).toMatch(/ett\.txt, page 1\n.*tills vidare/);
    expect(stdout).toContain('1 page in 1 document.');
    expect(stdout).toContain('Nothing is wrong');
  });
});
