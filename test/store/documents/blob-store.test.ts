import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

import { BlobStore } from '../../../main/documents/blob-store';
import { noise, temporaryFolder, writeFiles } from '../../support/bad-files';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function aProject(files: Record<string, string | Uint8Array> = { 'avtal.pdf': noise(3_000_000) }) {
  const folder = temporaryFolder();
  folders.push(folder);
  const paths = writeFiles(folder, files);
  return { project: join(folder, 'P.samsyn'), paths, path: paths[0] ?? '', folder };
}

/** All files below a folder, with their paths from it. */
function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

describe('keeping received bytes', () => {
  it('puts them under their hash, unchanged and not to be changed', async () => {
    const { project, path } = aProject();
    const blobs = new BlobStore(project);
    const hash = createHash('sha256').update(readFileSync(path)).digest('hex');

    const staged = await blobs.stage(path, 'avtal.pdf');
    expect(staged).toMatchObject({ sha256: hash, size: 3_000_000 });
    expect(await staged.keep()).toEqual({ isNew: true });

    expect(filesIn(project)).toEqual([join('documents', hash.slice(0, 2), hash)]);
    expect(readFileSync(blobs.pathOf(hash)).equals(readFileSync(path))).toBe(true);
    expect(statSync(blobs.pathOf(hash)).mode & 0o222).toBe(0);
    await blobs.verify(hash);
  });

  it('keeps the same bytes once', async () => {
    const { project, path } = aProject();
    const blobs = new BlobStore(project);

    await (await blobs.stage(path, 'a')).keep();
    expect(await (await blobs.stage(path, 'b')).keep()).toEqual({ isNew: false });
    expect(filesIn(project)).toHaveLength(1);
  });

  it('is not part of the project until it is kept', async () => {
    const { project, path } = aProject();
    const blobs = new BlobStore(project);
    const staged = await blobs.stage(path, 'a');

    expect(await blobs.has(staged.sha256)).toBe(false);
    await staged.discard();
    expect(filesIn(project)).toEqual([]);
  });

  it('clears away what a crash left half-done, and nothing else', async () => {
    const { project, path } = aProject();
    const blobs = new BlobStore(project);
    await (await blobs.stage(path, 'a')).keep();
    await blobs.stage(path, 'a');
    expect(filesIn(project)).toHaveLength(2);

    await blobs.removeUnfinished();

    expect(filesIn(project)).toHaveLength(1);
  });

  it('leaves nothing behind on a full disk, and says so', async () => {
    const { project, path } = aProject();
    // The kernel's own device that is always full: the error is a real one.
    const blobs = new BlobStore(project, async (target) => {
      writeFileSync(target, 'half');
      return open('/dev/full', 'w');
    });

    await expect(blobs.stage(path, 'avtal.pdf')).rejects.toMatchObject({
      name: 'AppError',
      code: 'disk-full',
      details: { file: 'avtal.pdf', folder: project },
    });
    expect(filesIn(project)).toEqual([]);
  });

  it('tells a file that is gone, a folder, and a project folder that is in the way', async () => {
    const { project, folder, path } = aProject({
      'avtal.pdf': 'x',
      'i vägen.samsyn/documents': 'x',
    });

    await expect(
      new BlobStore(project).stage(join(folder, 'borta'), 'borta'),
    ).rejects.toMatchObject({ code: 'file-vanished' });
    await expect(new BlobStore(project).stage(folder, 'mapp')).rejects.toMatchObject({
      code: 'file-unreadable',
    });
    await expect(
      new BlobStore(join(folder, 'i vägen.samsyn')).stage(path, 'avtal.pdf'),
    ).rejects.toMatchObject({ code: 'not-writable' });
  });

  it('refuses a file that grows while it is copied', async () => {
    const { project, path } = aProject();
    const blobs = new BlobStore(project, async (target) => {
      appendFileSync(path, 'mer');
      return open(target, 'wx');
    });

    await expect(blobs.stage(path, 'avtal.pdf')).rejects.toMatchObject({ code: 'file-changed' });
    expect(filesIn(project)).toEqual([]);
  });

  it('stops copying when it is cancelled, and leaves nothing', async () => {
    const { project, path } = aProject();
    const controller = new AbortController();
    controller.abort(new Error('avbrutet'));

    await expect(new BlobStore(project).stage(path, 'a', controller.signal)).rejects.toThrow(
      'avbrutet',
    );
    expect(filesIn(project)).toEqual([]);
  });
});

describe('looking after kept bytes', () => {
  it('notices a single changed byte, and bytes that are gone', async () => {
    const { project, path } = aProject();
    const blobs = new BlobStore(project);
    const staged = await blobs.stage(path, 'a');
    await staged.keep();
    const kept = blobs.pathOf(staged.sha256);
    const bytes = readFileSync(kept);
    bytes[1_500_000] = (bytes[1_500_000] ?? 0) ^ 1;
    chmodSync(kept, 0o600);
    writeFileSync(kept, bytes);

    await expect(blobs.verify(staged.sha256, 'avtal.pdf')).rejects.toMatchObject({
      code: 'document-altered',
      details: { file: 'avtal.pdf' },
    });
    await blobs.remove(staged.sha256);
    await expect(blobs.verify(staged.sha256, 'avtal.pdf')).rejects.toMatchObject({
      code: 'document-missing',
    });
  });

  it.each(['../../etc/passwd', 'A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}/..`, ''])(
    'makes no path of anything but a hash: %j',
    (name) => {
      expect(() => new BlobStore('/p').pathOf(name)).toThrow(/Invalid string/);
    },
  );
});
