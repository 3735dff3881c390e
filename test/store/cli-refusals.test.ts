import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { openDatabase } from '../../main/store/connection';
import { openProject } from '../../main/store/open-project';
import { writeFiles } from '../support/bad-files';
import { type Cli, type CliOptions, bundleCli } from '../support/cli';
import { dataPackageProblems } from '../support/data-package';

/** What the terminal refuses, and that it leaves everything as it was. */

let cli: Cli;
let pristine: string;
let home: string;

beforeAll(async () => {
  cli = await bundleCli();
  pristine = mkdtempSync(join(tmpdir(), 'samsyn-pristine-'));
  writeFiles(pristine, {
    'ett.txt': 'Avtal ett',
    'k.csv': 'agreement,variable,value\n1,start,2024\n',
    'bad.csv': 'agreement,variable,value\n1,start,2024\n1,end,vet ej\n',
    'd.csv': 'agreement,variable,value,rationale\n1,end,2025,Därför\n',
    'other/x.txt': '',
  });
  for (const args of [
    ['new', 'Prov'],
    ['add', 'Prov', 'ett.txt'],
    ['reviewers', 'Prov', '--add', 'Anna', '--add', 'Bo'],
  ]) {
    expect((await cli.run(args, { cwd: pristine })).code).toBe(0);
  }
}, 120_000);
afterAll(() => {
  cli.remove();
  rmSync(pristine, { recursive: true, force: true });
});
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'samsyn-refused-'));
  cpSync(pristine, home, { recursive: true });
});
afterEach(() => {
  chmodSync(join(home, 'Prov.samsyn'), 0o755);
  rmSync(home, { recursive: true, force: true });
});

const project = () => join(home, 'Prov.samsyn');
const run = (args: readonly string[], options: Partial<CliOptions> = {}) =>
  cli.run(args, { cwd: home, ...options });

function entries(): number {
  const db = openDatabase(join(project(), 'project.db'), { fileMustExist: true });
  try {
    return Number(db.prepare('SELECT count(*) FROM journal').pluck().get());
  } finally {
    db.close();
  }
}

/** The SQLite of set-up lies in a folder of one's own: a copy that other people may load. */
function bindingForAll(): Record<string, string> {
  const binding = process.env['SAMSYN_SQLITE_BINDING'];
  if (!binding) return {};
  const copy = join(home, 'binding.node');
  copyFileSync(binding, copy);
  chmodSync(copy, 0o755);
  return { SAMSYN_SQLITE_BINDING: copy };
}

describe('a command line that is not understood', () => {
  it.each([
    [[], 'no command is given'],
    [['gör'], 'unknown command "gör"'],
    [['--fel', 'agreements', 'Prov'], 'unknown option "--fel"'],
    [['help', 'gör'], 'unknown command "gör"'],
    [['agreements'], 'an argument is missing'],
    [['agreements', ''], 'an argument is empty'],
    [['agreements', 'Prov', 'mera'], '"mera" is one argument too many'],
    [['agreements', 'Prov', '--all'], "unknown option '--all'"],
    [['new', 'P', '--coders', 'två'], '--coders takes a number from 1 to 20, not "två"'],
    [['new', 'P', '--coders', '0'], '--coders takes a number from 1 to 20, not "0"'],
    [['new', 'P', '--name', ' '], 'a project name has 1 to 120 characters'],
    [['new', 'P', '--coders'], "option '--coders <value>' argument missing"],
    [['add', 'Prov'], 'an argument is missing'],
    [['reviewers', 'Prov', '--add', ''], 'a reviewer name has 1 to 120 characters'],
    [['code', 'Prov', 'k.csv'], '--reviewer NAME is missing'],
    [['code', 'Prov', '--reviewer', 'Anna'], 'an argument is missing'],
    [
      ['code', 'Prov', 'k.csv', '--reviewer', 'Anna', '--submit=1'],
      "option '--submit' does not take an argument",
    ],
    [['decide', 'Prov', 'd.csv'], '--by NAME is missing'],
    [['decide', 'Prov', 'd.csv', '--by', ','], '--by names nobody'],
    [['export', 'Prov'], 'an argument is missing'],
    [['verify'], 'an argument is missing'],
    [['recognise'], 'an argument is missing'],
    [['recognise', 'Prov', 'mera'], '"mera" is one argument too many'],
    [['recognise', 'Prov', '--dpi', '300'], "unknown option '--dpi'"],
    [['proposals'], 'an argument is missing'],
    [['proposals', 'Prov', '--in-sample', 'kanske'], '--in-sample takes on or off'],
    [['proposals', 'Prov', '--in-sample'], "option '--in-sample <value>' argument missing"],
    [['reviewers', 'Prov', '--rename', 'Anna'], '--rename NAME and --to NAME go together'],
    [['reviewers', 'Prov', '--to', 'Cy'], '--rename NAME and --to NAME go together'],
    [
      ['reviewers', 'Prov', '--rename', 'Anna', '--to', ' '],
      'a reviewer name has 1 to 120 characters',
    ],
    [
      ['reviewers', 'Prov', '--add', 'Cy', '--rename', 'Anna', '--to', 'Eva'],
      '--add and --rename are two steps: one at a time',
    ],
  ])('%j gives 2, the reason and the usage', async (args, reason) => {
    const { code, stdout, stderr } = await run(args);

    const [first, second] = stderr.split('\n');
    expect({ code, stdout, first }).toEqual({ code: 2, stdout: '', first: `samsyn: ${reason}` });
    expect(second).toMatch(/^usage: samsyn /);
    expect(readdirSync(home)).not.toContain('P.samsyn');
  });

  it.each([
    [['help'], /samsyn decide <project>/],
    [['--help'], /samsyn decide <project>/],
    [['help', 'decide'], /^samsyn decide .*\n\n[^]*--only-table/],
    [['decide', '--help'], /^samsyn decide /],
    [['code', '-h'], /^samsyn code /],
    [['--version'], /^\d+\.\d+\.\d+\n$/],
  ])('%j gives help', async (args, text) => {
    const { code, stdout, stderr } = await run(args);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(text);
  });
});

describe('what is refused', () => {
  it.each([
    ['a project that is there', ['new', 'Prov'], 'folder-taken', /exists already/],
    [
      'a path without a project',
      ['agreements', 'Nej'],
      'not-a-project',
      /There is no project at ".*Nej"/,
    ],
    ['a folder that is none', ['verify', 'other'], 'not-a-project', /it has no project\.db/],
    [
      'a reviewer that nobody knows',
      ['code', 'Prov', '--reviewer', 'Cy', 'k.csv'],
      'reviewer-unknown',
      /There are: Anna, Bo\./,
    ],
    [
      'a decider that nobody knows',
      ['decide', 'Prov', '--by', 'Anna,Cy', 'd.csv'],
      'reviewer-unknown',
      /called "Cy"/,
    ],
    [
      'a name that is taken',
      ['reviewers', 'Prov', '--add', 'Cy', '--add', 'ANNA'],
      'reviewer-name-taken',
      /already a reviewer called "ANNA"/,
    ],
    ['a project to read that is none', ['recognise', 'Nej'], 'not-a-project', /no project at/],
    ['a rule of no project', ['proposals', 'Nej'], 'not-a-project', /no project at/],
    [
      'another name for nobody',
      ['reviewers', 'Prov', '--rename', 'Cy', '--to', 'Eva'],
      'reviewer-unknown',
      /There are: Anna, Bo\./,
    ],
    [
      'another name that is taken',
      ['reviewers', 'Prov', '--rename', 'Anna', '--to', 'BO'],
      'reviewer-name-taken',
      /already a reviewer called "BO"/,
    ],
    [
      'a table that is not there',
      ['code', 'Prov', '--reviewer', 'Anna', 'nej.csv'],
      'table-unreadable',
      /There is no file/,
    ],
    [
      'a table with a bad row',
      ['code', 'Prov', '--reviewer', 'Anna', 'bad.csv', '--submit'],
      'table-rejected',
      /^bad\.csv, line 3, column value: "vet ej" is no date/m,
    ],
    [
      'a decision on blind codings',
      ['decide', 'Prov', '--by', 'Anna', 'd.csv'],
      'table-rejected',
      /^d\.csv, line 2, column agreement: .*still blind/m,
    ],
    [
      'a folder with other files',
      ['export', 'Prov', 'other'],
      'export-folder-not-empty',
      /holds other files \(x\.txt\)/,
    ],
    [
      'the project as a place for the dataset',
      ['export', 'Prov', 'Prov.samsyn/ut'],
      'export-inside-project',
      /lies inside the project/,
    ],
  ])('%s gives 1 and the reason, and writes nothing', async (_what, args, code, reason) => {
    const before = entries();

    const told = await run(args);
    const machine = await run([...args, '--json']);

    expect({ code: told.code, stdout: told.stdout }).toEqual({ code: 1, stdout: '' });
    expect(told.stderr).toMatch(reason);
    expect(machine.code).toBe(1);
    expect(JSON.parse(machine.stdout)).toMatchObject({
      error: { code, message: expect.stringMatching(reason) },
    });
    expect(entries()).toBe(before);
    expect(readdirSync(home).sort()).toEqual(readdirSync(pristine).sort());
  });

  it('gives every problem of a table to programs, with line and column', async () => {
    const { stdout } = await run(['code', 'Prov', '--reviewer', 'Anna', 'bad.csv', '--json']);

    expect(JSON.parse(stdout)).toMatchObject({
      error: {
        problems: [{ line: 3, column: 'value', code: 'row-invalid', message: expect.any(String) }],
      },
    });
  });

  it('a project that another process holds, naming it', async () => {
    const store = openProject(project(), {
      program: 'Samsyn',
      now: '2026-01-01T00:00:00.000Z',
    });
    try {
      for (const args of [
        ['agreements', 'Prov'],
        ['add', 'Prov', 'ett.txt'],
        ['verify', 'Prov'],
      ]) {
        const { code, stdout, stderr } = await run(args);

        expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
        expect(stderr).toContain(`already open in Samsyn (process ${process.pid} on `);
      }
    } finally {
      store.close();
    }
    expect((await run(['agreements', 'Prov'])).code).toBe(0);
  });

  it('to write into a project that can only be read, and reads it', async () => {
    chmodSync(home, 0o755);
    const asNobody = process.getuid?.() === 0 ? { uid: 65_534, env: bindingForAll() } : {};
    chmodSync(project(), 0o555);
    chmodSync(join(project(), 'project.db'), 0o444);
    const open = join(home, 'open');
    mkdirSync(open);
    chmodSync(open, 0o777);
    const before = readFileSync(join(project(), 'project.db'));

    const outcomes = [];
    for (const args of [
      ['agreements', 'Prov', '--json'],
      ['verify', 'Prov', '--json'],
      ['export', 'Prov', 'open/ut', '--json'],
      ['code', 'Prov', '--reviewer', 'Anna', 'k.csv'],
      ['add', 'Prov', 'k.csv'],
      ['reviewers', 'Prov', '--add', 'Cy'],
      ['proposals', 'Prov', '--in-sample', 'on'],
      ['settle', 'Prov'],
      ['decide', 'Prov', '--by', 'Anna', 'd.csv'],
      ['export', 'Prov', 'Prov.samsyn-ut'],
    ]) {
      const { code, stderr } = await run(args, asNobody);
      outcomes.push([args[0], code, stderr.split(':')[0]]);
    }

    const readOnly = expect.stringMatching(/is open for reading only$/);
    const notWritable = expect.stringMatching(
      /cannot be written to\. Nothing of this step was saved$/,
    );
    expect(outcomes).toEqual([
      ['agreements', 0, ''],
      ['verify', 0, ''],
      ['export', 0, ''],
      ['code', 1, readOnly],
      ['add', 1, readOnly],
      ['reviewers', 1, readOnly],
      ['proposals', 1, readOnly],
      ['settle', 1, readOnly],
      ['decide', 1, readOnly],
      ...(process.getuid?.() === 0 ? [['export', 1, notWritable]] : [['export', 0, '']]),
    ]);
    expect(readFileSync(join(project(), 'project.db')).equals(before)).toBe(true);
    expect(dataPackageProblems(join(open, 'ut'))).toEqual([]);
  });

  it('a project from a newer version', async () => {
    const db = openDatabase(join(project(), 'project.db'));
    db.pragma('user_version = 9999');
    db.close();

    const { code, stderr } = await run(['agreements', 'Prov']);

    expect(code).toBe(1);
    expect(stderr).toMatch(/newer version of Samsyn .*Update Samsyn/);
  });
});

describe('a full disk', () => {
  // Blocks of 1024 bytes that a file may have at most; writing beyond is EFBIG, as ENOSPC would be.
  const limited = (blocks: number): Partial<CliOptions> => {
    const hook = join(home, 'hook.cjs');
    writeFileSync(hook, "process.on('SIGXFSZ', () => {});");
    return { under: `ulimit -f ${blocks}`, env: { NODE_OPTIONS: `--require ${hook}` } };
  };
  const sizeOf = (file: string) => Math.ceil(readFileSync(file).length / 1024);
  const verified = async () => (await run(['verify', 'Prov', '--json'])).stdout;

  it('keeps a table of codings from being applied, and nothing earlier is lost', async () => {
    // Larger than all there is so far, so that the journal's copy is what does not fit.
    const note = 'å'.repeat(20_000);
    const dates = ['start', 'end', 'terminated'].map((each) => `1,${each},2024,${note}\n`);
    const texts = ['public_actors', 'civil_actors', 'purpose'].map(
      (each) => `1,${each},Solna stad,${note}\n`,
    );
    writeFileSync(
      join(home, 'stor.csv'),
      ['agreement,variable,value,note\n', ...dates, ...texts].join(''),
    );
    const before = entries();

    const outcome = await run(
      ['code', 'Prov', '--reviewer', 'Anna', 'stor.csv'],
      limited(sizeOf(join(project(), 'project.db')) + 4),
    );

    expect(outcome).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /There is no room left where .* lies\. Nothing of this step was saved/,
      ),
    });
    expect(entries()).toBe(before);
    expect(JSON.parse(await verified())).toMatchObject({ ok: true });
    expect((await run(['code', 'Prov', '--reviewer', 'Anna', 'stor.csv'])).code).toBe(0);
  });

  it('leaves the former dataset whole', async () => {
    const note = 'x'.repeat(20_000);
    writeFileSync(
      join(home, 'stor.csv'),
      `agreement,variable,value,note\n1,start,2024,${note}\n1,purpose,x,${note}\n1,end,2025,${note}\n`,
    );
    for (const name of ['Anna', 'Bo']) {
      const args = ['code', 'Prov', '--reviewer', name, 'stor.csv', '--submit'];
      expect((await run(args)).code).toBe(0);
    }
    expect((await run(['export', 'Prov', 'ut'])).code).toBe(0);
    const contents = () =>
      readdirSync(join(home, 'ut')).map((name) => readFileSync(join(home, 'ut', name), 'latin1'));
    const before = contents();
    expect((await run(['settle', 'Prov'])).code).toBe(0);

    const outcome = await run(['export', 'Prov', 'ut'], limited(60));
    const first = await run(['export', 'Prov', 'nytt'], limited(60));

    const noRoom = expect.stringMatching(/There is no room left where ".*(ut|nytt)" lies/);
    expect(outcome).toEqual({ code: 1, stdout: '', stderr: noRoom });
    expect(first).toEqual({ code: 1, stdout: '', stderr: noRoom });
    expect(contents()).toEqual(before);
    expect(readdirSync(home)).not.toContain('nytt');
    expect(readdirSync(home).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('fails the documents that do not fit, and adds the others', async () => {
    writeFiles(home, {
      'in/liten.txt': 'Avtal',
      'in/stor.txt': `Avtal ${'mycket text '.repeat(40_000)}`,
    });

    const { code, stderr } = await run(['add', 'Prov', 'in'], limited(300));

    expect(code).toBe(1);
    expect(stderr).toMatch(/“stor\.txt”|stor\.txt/);
    const { stdout } = await run(['agreements', 'Prov', '--json']);
    expect(stdout).toContain('liten.txt');
    expect(stdout).not.toContain('stor.txt');
    expect(JSON.parse(await verified())).toMatchObject({ ok: true, documents: 2 });
  });
});

describe('what could go wrong on the way', () => {
  it('stops adding when told to, and what was added stays', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, at) => [`in/${at}.txt`, `Avtal nummer ${at}`]),
    );
    writeFiles(home, many);

    const { code, stdout, stderr } = await run(['add', 'Prov', 'in', '--json'], {
      started: (kill) => void setTimeout(() => kill('SIGTERM'), 1500),
    });

    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'Stopped before the end. What was added stays.\n',
    });
    const { added } = JSON.parse(stdout) as { added: unknown[] };
    expect(added.length).toBeLessThan(400);
    const listed = JSON.parse((await run(['agreements', 'Prov', '--json'])).stdout) as {
      agreements: unknown[];
    };
    expect(listed.agreements).toHaveLength(added.length + 1);
    expect((await run(['verify', 'Prov'])).code).toBe(0);
    expect(
      readdirSync(join(project(), 'documents')).filter((name) => name.startsWith('.')),
    ).toEqual([]);
  });

  it('shows file names without letting them steer the terminal', async () => {
    writeFiles(home, { '\u001b[31mröd\u0007\n.txt': 'Avtal två' });
    await run(['add', 'Prov', '\u001b[31mröd\u0007\n.txt']);

    const { stdout } = await run(['agreements', 'Prov']);

    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\u0007');
    expect(stdout.trimEnd().split('\n')).toHaveLength(4);
    expect(stdout).toContain('\uFFFD[31mröd\uFFFD\uFFFD.txt');
  });

  it('finds damage, names it and gives 1', async () => {
    const document = readdirSync(join(project(), 'documents'), { recursive: true })
      .map(String)
      .find((name) => /[0-9a-f]{64}$/.test(name));
    chmodSync(join(project(), 'documents', document ?? ''), 0o644);
    writeFileSync(join(project(), 'documents', document ?? ''), 'Avtal ett!');

    const { code, stdout, stderr } = await run(['verify', 'Prov', '--json']);

    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: [{ check: 'documents' }] });
    expect(stderr).toMatch(/^documents: .*ett\.txt/);
  });

  it('reports a database beyond opening instead of breaking off', async () => {
    const file = join(project(), 'project.db');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x5a, 0, 4096));

    const { code, stdout, stderr } = await run(['verify', 'Prov', '--json']);

    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: [{ check: 'sqlite' }] });
    expect(stderr).toMatch(/^sqlite: project\.db .* is damaged/);
  });
});
