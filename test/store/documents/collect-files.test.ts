import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

import { collectFiles } from '../../../main/documents/collect-files';
import { largeFolder, strangeNames, temporaryFolder, writeFiles } from '../../support/bad-files';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function aFolder(files: Record<string, string> = {}): string {
  const folder = temporaryFolder();
  folders.push(folder);
  writeFiles(folder, files);
  return folder;
}

const names = (collected: Awaited<ReturnType<typeof collectFiles>>) =>
  collected.files.map((file) => file.fileName);

describe('collecting files', () => {
  it('goes through folders in Swedish order, with numbers by value', async () => {
    const folder = aFolder({
      'öst.txt': '',
      'avtal 10.txt': '',
      'avtal 2.txt': '',
      'zebra.txt': '',
      'ära/inne.txt': '',
      'ålder.txt': '',
    });

    expect(names(await collectFiles([folder]))).toEqual([
      'avtal 2.txt',
      'avtal 10.txt',
      'zebra.txt',
      'ålder.txt',
      'inne.txt',
      'öst.txt',
    ]);
  });

  it('keeps the order in which paths are given, and a file that is given twice', async () => {
    const folder = aFolder({ 'b.txt': '', 'a.txt': '' });
    const [b, a] = [join(folder, 'b.txt'), join(folder, 'a.txt')];

    expect(names(await collectFiles([b, a, b]))).toEqual(['b.txt', 'a.txt', 'b.txt']);
  });

  it('takes any name as it is, and shows it composed', async () => {
    const decomposed = 'Ånge o\u0308verenskommelse.txt';
    const folder = aFolder(Object.fromEntries([...strangeNames, decomposed].map((n) => [n, 'x'])));
    const collected = await collectFiles([folder]);

    expect(new Set(names(collected))).toEqual(
      new Set([...strangeNames, decomposed].map((name) => name.normalize('NFC'))),
    );
    expect(collected.files.some((file) => file.path.endsWith(decomposed))).toBe(true);
    expect(collected.problems).toEqual([]);
  });

  it('passes over hidden and system files in folders, but not when they are named', async () => {
    const folder = aFolder({
      '.DS_Store': '',
      '.git/config': '',
      'Thumbs.db': '',
      '~$avtal.docx': '',
      'avtal.docx': '',
    });

    expect(await collectFiles([folder])).toMatchObject({
      files: [{ fileName: 'avtal.docx' }],
      skipped: 4,
    });
    expect(names(await collectFiles([join(folder, 'Thumbs.db')]))).toEqual(['Thumbs.db']);
  });

  it('goes through 10,000 files and links in circles once, without stalling', async () => {
    const folder = largeFolder(10_000);
    folders.push(folder);
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const began = performance.now();

    const collected = await collectFiles([folder]);
    const took = performance.now() - began;
    clearInterval(beat);

    expect(collected.files).toHaveLength(10_000);
    expect(new Set(collected.files.map((file) => file.path)).size).toBe(10_000);
    expect(collected.skipped).toBe(20);
    expect(collected.problems).toMatchObject([{ fileName: 'själv' }]);
    // In one go it would stall for as long as it takes.
    expect(longest).toBeLessThan(took / 2);
  });

  it('follows links to folders, but goes through none of them twice', async () => {
    const folder = aFolder({ 'riktig/avtal.txt': '' });
    mkdirSync(join(folder, 'annan'));
    symlinkSync(join(folder, 'riktig'), join(folder, 'annan', 'länk'));

    expect(names(await collectFiles([join(folder, 'annan'), join(folder, 'riktig')]))).toEqual([
      'avtal.txt',
    ]);
  });

  it('names a path that is not there, and goes on', async () => {
    const folder = aFolder({ 'avtal.txt': '' });
    const collected = await collectFiles([join(folder, 'borta.pdf'), folder]);

    expect(names(collected)).toEqual(['avtal.txt']);
    expect(collected.problems).toMatchObject([
      { fileName: 'borta.pdf', error: { code: 'file-vanished' } },
    ]);
  });

  it('names a folder that may not be listed, and goes on', async () => {
    const folder = aFolder({ 'stängd/hemlig.txt': '', 'öppen.txt': '' });
    const collected = await asNobody(folder, () => collectFiles([folder]));

    expect(names(collected)).toEqual(['öppen.txt']);
    expect(collected.problems).toMatchObject([
      { fileName: 'stängd', error: { code: 'folder-unreadable', details: { reason: 'EACCES' } } },
    ]);
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    controller.abort(new Error('avbrutet'));

    await expect(collectFiles([aFolder()], { signal: controller.signal })).rejects.toThrow(
      'avbrutet',
    );
  });
});

/** Runs something with the folder "stängd" closed, as a person to whom that means something: not as root. */
async function asNobody<T>(folder: string, act: () => Promise<T>): Promise<T> {
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'stängd'), 0o000);
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(join(folder, 'stängd'), 0o755);
  }
}
