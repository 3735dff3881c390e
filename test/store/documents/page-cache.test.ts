import {
  mkdirSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

import type { Page } from '../../../shared/domain/page';
import { openPageCache, type PageCache } from '../../../main/documents/page-cache';
import { openPlainDatabase } from '../../../main/store/connection';
import { temporaryFolder } from '../../support/bad-files';

const folders: string[] = [];
const caches: PageCache[] = [];
afterEach(() => {
  for (const cache of caches.splice(0)) cache.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function aFolder(): string {
  const folder = temporaryFolder();
  folders.push(folder);
  return folder;
}

function cacheIn(folder: string, options: { readOnly?: boolean } = {}): PageCache {
  const cache = openPageCache(folder, options);
  caches.push(cache);
  return cache;
}

const ID = 'a'.repeat(64);

function aPage(number: number): Page {
  return {
    number,
    width: 595.5,
    height: 842,
    text: `Sida ${number} 🤝`,
    words: [{ start: 0, end: 4, x: 72.25, y: 10, w: 20, h: 11 }],
    blocks: [{ kind: 'heading', level: 2, start: 0, end: 6 }],
  };
}

function fill(cache: PageCache, count: number): void {
  const writer = cache.receive(ID);
  for (let number = 1; number <= count; number += 1) writer.add(aPage(number));
  writer.finish({ format: 'pdf', pageCount: count, notices: [] });
}

describe('the page cache', () => {
  it('gives pages back as they came, also after it was closed', () => {
    const folder = aFolder();
    fill(cacheIn(folder), 5);

    const again = cacheIn(folder);
    expect(again.pagesOf(ID, 2, 3)).toEqual([aPage(2), aPage(3)]);
    expect(again.pageCount(ID)).toBe(5);
    expect(again.summaryOf(ID)).toEqual({ format: 'pdf', pageCount: 5, notices: [] });
  });

  it('has a document only when all its pages have come', () => {
    const cache = cacheIn(aFolder());
    const writer = cache.receive(ID);
    writer.add(aPage(1));

    expect(cache.hasDocument(ID)).toBe(false);
    expect(cache.pagesOf(ID, 1, 1)).toEqual([]);
    writer.finish({ format: 'pdf', pageCount: 1, notices: ['no-text'] });
    expect(cache.hasDocument(ID)).toBe(true);
    cache.forget(ID);
    expect(cache.hasDocument(ID)).toBe(false);
  });

  it('takes pages that come a second time', () => {
    const cache = cacheIn(aFolder());
    const writer = cache.receive(ID);
    for (const number of [1, 2, 1, 2, 3]) writer.add(aPage(number));
    writer.finish({ format: 'pdf', pageCount: 3, notices: [] });

    expect(cache.pagesOf(ID, 1, 99).map((page) => page.number)).toEqual([1, 2, 3]);
  });

  it('starts empty after it was deleted', () => {
    const folder = aFolder();
    const cache = cacheIn(folder);
    fill(cache, 1);
    cache.close();
    for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `cache.db${end}`), { force: true });

    expect(cacheIn(folder).hasDocument(ID)).toBe(false);
  });

  it('sets a file aside that is no database, and starts empty', () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'cache.db'), 'this is not a database'.repeat(500));

    const cache = cacheIn(folder);
    fill(cache, 1);

    expect(cache.hasDocument(ID)).toBe(true);
    expect(readFileSync(join(folder, 'cache.db.damaged'), 'utf8')).toContain('not a database');
  });

  it('starts empty when a database turns out damaged in the middle of things', () => {
    const folder = aFolder();
    const file = join(folder, 'cache.db');
    const first = cacheIn(folder);
    fill(first, 400);
    first.close();
    // The second half is overwritten; what is looked at when it is opened is still sound.
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xab, bytes.length / 2));

    const cache = cacheIn(folder);
    expect(cache.pagesOf(ID, 1, 400)).toEqual([]);
    fill(cache, 2);
    expect(cache.pagesOf(ID, 1, 400)).toEqual([aPage(1), aPage(2)]);
  });

  it('starts empty when the file was cut off', () => {
    const folder = aFolder();
    const file = join(folder, 'cache.db');
    const first = cacheIn(folder);
    fill(first, 400);
    first.close();
    truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096);

    const cache = cacheIn(folder);
    expect(cache.pagesOf(ID, 1, 400)).toEqual([]);
    expect(cache.hasDocument(ID)).toBe(false);
  });

  it('starts empty when another version of the program made it', () => {
    const folder = aFolder();
    const other = openPlainDatabase(join(folder, 'cache.db'));
    other.exec('CREATE TABLE page (something TEXT); PRAGMA user_version = 99;');
    other.close();

    const cache = cacheIn(folder);
    fill(cache, 1);
    expect(cache.pagesOf(ID, 1, 1)).toEqual([aPage(1)]);
  });

  it('keeps pages in memory where its file cannot be used', () => {
    const folder = aFolder();
    mkdirSync(join(folder, 'cache.db'));

    const cache = cacheIn(folder);

    fill(cache, 2);
    expect(cache.pagesOf(ID, 1, 2)).toEqual([aPage(1), aPage(2)]);
  });

  it('writes nothing into a project that is open for reading only', () => {
    const folder = aFolder();
    const cache = cacheIn(folder, { readOnly: true });
    fill(cache, 1);

    expect(cache.pagesOf(ID, 1, 1)).toEqual([aPage(1)]);
    expect(existsSync(join(folder, 'cache.db'))).toBe(false);
  });
});
