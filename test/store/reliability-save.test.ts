import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { saveReliabilityTable } from '../../main/work/reliability';
import { anApplication, type TestApplication } from '../support/application';

let application: TestApplication;
let chosen: string | null;
let proposed: string[];

beforeEach(async () => {
  proposed = [];
  application = anApplication({
    dialogs: {
      chooseTable: (fileName) => {
        proposed.push(fileName);
        return Promise.resolve(chosen);
      },
    },
  });
  await application.ask('projects', 'create', { name: 'P', parent: application.home });
  const { id } = await application.ask<{ id: string }>('reviewers', 'add', { name: 'Anna' });
  await application.ask('reviewers', 'choose', { reviewer: id });
});
afterEach(() => application.close());

const save = (proposals = 'all') => application.call('reliability', 'saveTable', { proposals });
/** A folder where the table is to lie, with one of an earlier day. */
function withEarlierTable(): { folder: string; path: string } {
  const folder = join(application.home, 'tables');
  mkdirSync(folder);
  const path = join(folder, 'reliability.csv');
  writeFileSync(path, 'earlier');
  return { folder, path };
}

describe('saving the table of reliability', () => {
  it('writes it where the person says, over what is there, and proposes a name for what it holds', async () => {
    const { folder, path } = withEarlierTable();
    chosen = path;

    expect(await save()).toEqual({ ok: true, value: path });
    expect(await save('without')).toEqual({ ok: true, value: path });
    expect(readFileSync(path, 'utf8')).toContain('public_actors');
    expect(readdirSync(folder)).toEqual(['reliability.csv']);
    expect(proposed).toEqual(['reliability.csv', 'reliability-without-proposals.csv']);
  });

  it('writes nothing when the person changes their mind', async () => {
    const { folder, path } = withEarlierTable();
    chosen = null;

    expect(await save()).toEqual({ ok: true, value: null });
    expect(readdirSync(folder)).toEqual(['reliability.csv']);
    expect(readFileSync(path, 'utf8')).toBe('earlier');
  });

  it('refuses the project folder and leaves it as it was', async () => {
    const project = join(application.home, 'P.samsyn');
    const before = readdirSync(project);
    for (const place of [project, join(project, 'journal')]) {
      chosen = join(place, 'reliability.csv');
      expect(await save()).toMatchObject({ ok: false, error: { code: 'copy-inside-project' } });
    }

    expect(readdirSync(project)).toEqual(before);
  });

  it('says that a folder cannot be written to, and leaves the earlier table', async () => {
    const { folder, path } = withEarlierTable();
    chosen = path;
    await chmod(application.home, 0o755);
    await chmod(folder, 0o555);
    const reply = await withoutRights(() => save());
    await chmod(folder, 0o755);

    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'not-writable', details: { folder } },
    });
    expect(readFileSync(path, 'utf8')).toBe('earlier');
    expect(readdirSync(folder)).toEqual(['reliability.csv']);
  });

  it('says that the disk is full', async () => {
    const { folder, path } = withEarlierTable();
    chosen = path;
    // The kernel's own device that is always full: the error is a real one.
    const attempt = saveReliabilityTable(application.application.deps, 'all', (_path, table) =>
      writeFile('/dev/full', table),
    );

    await expect(attempt).rejects.toMatchObject({ code: 'disk-full', details: { folder } });
    expect(readFileSync(path, 'utf8')).toBe('earlier');
  });
});

/** Acts as somebody without rights, also where root runs the tests. */
async function withoutRights<T>(act: () => Promise<T>): Promise<T> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    return await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
