import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { openDatabase } from '../../main/store/connection';
import { pngOf, textCanvas } from '../../scripts/sample/writers/pictures';
import { writeFiles } from '../support/bad-files';
import { cliAtHome } from '../support/cli';

/** The terminal's single steps: reading scans, turning proposals on, giving reviewers other names. */

const { home, run, json } = cliAtHome();

/** How many entries the journal holds. */
function entries(): number {
  const db = openDatabase(join(home(), 'Prov.samsyn', 'project.db'), { fileMustExist: true });
  try {
    return Number(db.prepare('SELECT count(*) FROM journal').pluck().get());
  } finally {
    db.close();
  }
}

describe('samsyn recognise', () => {
  const scan = () =>
    pngOf(
      textCanvas(['Överenskommelse om partnerskap', 'Avtalet gäller tills vidare.'], {
        width: 700,
        height: 160,
      }),
    );

  it('reads the pages that have no text, once, so that they can be searched', async () => {
    writeFiles(home(), { 'skannat.png': scan(), 'text.txt': 'Avtal om äldre' });
    await json('new', 'Prov');
    await json('add', 'Prov', 'skannat.png', 'text.txt');

    expect(await json('recognise', 'Prov')).toEqual({
      read: 1,
      waiting: 0,
      hardToRead: 0,
      failed: [],
    });
    const again = await run('recognise', 'Prov');
    expect(again).toEqual({
      code: 0,
      stdout: 'Read 0 pages; 0 failed; 0 still wait; 0 are hard to read.\n',
      stderr: '',
    });
    const { stdout } = await run('search', 'Prov', 'partnerskap');
    expect(stdout).toContain('skannat.png');
  });

  it('names the pages that cannot be read, gives 1, and takes them once more when asked', async () => {
    writeFiles(home(), { 'skannat.png': scan() });
    await json('new', 'Prov');
    await json('add', 'Prov', 'skannat.png');
    const [folder = ''] = readdirSync(join(home(), 'Prov.samsyn', 'documents'));
    const [file = ''] = readdirSync(join(home(), 'Prov.samsyn', 'documents', folder));
    const original = join(home(), 'Prov.samsyn', 'documents', folder, file);
    renameSync(original, join(home(), 'undan'));

    const failed = await run('recognise', 'Prov', '--json');
    expect(failed.code).toBe(1);
    expect(JSON.parse(failed.stdout)).toMatchObject({
      read: 0,
      failed: [{ file: 'skannat.png', number: 1, page: 1, code: expect.any(String) }],
    });
    expect(failed.stderr).toMatch(/^skannat\.png: .+\n$/);
    renameSync(join(home(), 'undan'), original);
    expect(await json('recognise', 'Prov')).toMatchObject({ read: 0, failed: [] });
    expect(await json('recognise', 'Prov', '--retry')).toMatchObject({ read: 1, failed: [] });
  });
});

describe('samsyn proposals', () => {
  it('tells that they are off where reliability is measured, until somebody turns them on', async () => {
    await json('new', 'Prov');
    const before = entries();

    expect((await run('proposals', 'Prov')).stdout).toMatch(/^Proposals are off: /);
    const on = await json('proposals', 'Prov', '--in-sample', 'on');
    expect(on).toMatchObject({ shown: true, inSample: true });
    expect(entries()).toBe(before + 1);
    expect((await run('proposals', 'Prov')).stdout).toMatch(/^Proposals are shown, also /);
    expect(await json('proposals', 'Prov', '--in-sample', 'off')).toMatchObject({ shown: false });
    expect(entries()).toBe(before + 2);
  });

  it('tells that they are shown where each agreement is coded once', async () => {
    await json('new', 'Prov', '--coders', '1');

    expect((await run('proposals', 'Prov')).stdout).toMatch(/^Proposals are shown: .* once/);
  });
});

describe('samsyn reviewers', () => {
  it('gives a reviewer another name, whatever case the old one is written in', async () => {
    await json('new', 'Prov');
    const { reviewers } = await json<{ reviewers: { id: string; name: string }[] }>(
      'reviewers',
      'Prov',
      '--add',
      'Anna Berg',
    );
    const [anna] = reviewers;
    const before = entries();

    expect(await json('reviewers', 'Prov', '--rename', 'ANNA BERG', '--to', 'Anna Öst')).toEqual({
      reviewers: [{ id: anna?.id, name: 'Anna Öst' }],
    });
    expect(entries()).toBe(before + 1);
    // The name that they have is no change.
    await json('reviewers', 'Prov', '--rename', 'Anna Öst', '--to', 'Anna Öst');
    expect(entries()).toBe(before + 1);
  });
});
