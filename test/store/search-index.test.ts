import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { parseSearch } from '../../shared/domain/search-query';
import { openPageCache, type PageCache } from '../../main/documents/page-cache';
import { openPlainDatabase } from '../../main/store/connection';
import { temporaryFolder } from '../support/bad-files';

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

function cacheIn(folder: string): PageCache {
  const cache = openPageCache(folder);
  caches.push(cache);
  return cache;
}

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

/** Puts a document's pages into the cache, as a reader would. */
function put(cache: PageCache, sha256: string, ...texts: string[]): void {
  const writer = cache.receive(sha256);
  for (const [at, text] of texts.entries()) {
    writer.add({ number: at + 1, width: 0, height: 0, text, words: [], blocks: [] });
  }
  writer.finish({ format: 'text', pageCount: texts.length, notices: [] });
}

function index(cache: PageCache): void {
  while (cache.indexSome(1000)) {
    // Until nothing waits.
  }
}

/** The pages a query finds, as `a1`. */
function found(cache: PageCache, query: string): string[] {
  return cache
    .find(parseSearch(query))
    .pages.map(({ sha256, number }) => `${sha256.charAt(0)}${number}`);
}

function aCache(...texts: string[]): PageCache {
  const cache = cacheIn(aFolder());
  put(cache, A, ...texts);
  index(cache);
  return cache;
}

describe('the full-text index', () => {
  it('keeps å, ä and ö apart where they are typed', () => {
    const cache = aCache('ett får', 'mycket far', 'för fort', 'for you');

    expect(found(cache, 'får ')).toEqual(['a1']);
    expect(found(cache, 'för ')).toEqual(['a3']);
  });

  it('forgives when they are not typed, after what is spelt as typed', () => {
    const cache = aCache('ett får', 'mycket far', 'färd', 'far iväg');

    expect(found(cache, 'far ').slice(0, 2).toSorted()).toEqual(['a2', 'a4']);
    expect(found(cache, 'far ').slice(2)).toEqual(['a1']);
    expect(found(cache, 'far')).toHaveLength(4);
  });

  it('takes no notice of case and other accents', () => {
    const cache = aCache('IDÉBURET', 'Ideburet', 'MÜLLER');

    expect(found(cache, 'idéburet').toSorted()).toEqual(['a1', 'a2']);
    expect(found(cache, 'muller')).toEqual(['a3']);
  });

  it('finds what begins with the last word while it is typed', () => {
    const cache = aCache('överenskommelsen gäller', 'över en åker', 'samverkan');

    expect(found(cache, 'överens')).toEqual(['a1']);
    expect(found(cache, 'overens')).toEqual(['a1']);
    expect(found(cache, 'över').toSorted()).toEqual(['a1', 'a2']);
    expect(found(cache, 'över ')).toEqual(['a2']);
    expect(found(cache, 'sa')).toEqual(['a3']);
  });

  it('finds phrases, all of several words, and nothing that is left out', () => {
    const cache = aCache(
      'idéburet offentligt partnerskap',
      'offentligt idéburet partnerskap',
      'partnerskap med idrott',
    );

    expect(found(cache, '"idéburet offentligt"')).toEqual(['a1']);
    expect(found(cache, 'partnerskap idéburet ').toSorted()).toEqual(['a1', 'a2']);
    expect(found(cache, 'partnerskap -offentligt')).toEqual(['a3']);
  });

  it('finds a word that a line end divides, whole and in parts', () => {
    const cache = aCache('bedriva verksam-\nhet', 'ett IOP-\navtal', 'hälso-\noch sjukvård');

    expect(found(cache, 'verksamhet')).toEqual(['a1']);
    expect(found(cache, 'IOP-avtal')).toEqual(['a2']);
    expect(found(cache, '"hälso och sjukvård"')).toEqual(['a3']);
  });

  it('ranks the page with most of it first', () => {
    const many = 'barn '.repeat(10);
    const cache = aCache(`barn ${'annat '.repeat(200)}`, `${many} ${'annat '.repeat(20)}`);

    expect(found(cache, 'barn ')).toEqual(['a2', 'a1']);
  });

  it('looks at no more than a thousand pages, and says so', () => {
    const cache = aCache(...Array.from({ length: 1005 }, (_, at) => `vanligt ord ${at}`));
    const result = cache.find(parseSearch('vanligt'));

    expect([result.pages.length, result.isMore]).toEqual([1000, true]);
    expect(result.pages[0]).toEqual({ sha256: A, number: 1 });
  });

  it('gives more than a thousand pages document by document, in whichever order they were read', () => {
    const cache = cacheIn(aFolder());
    const writers = { [A]: cache.receive(A), [B]: cache.receive(B) };
    const read = (sha256: string, from: number, to: number) => {
      for (let number = from; number <= to; number += 1) {
        const text = `vanligt ord ${number}`;
        writers[sha256]?.add({ number, width: 0, height: 0, text, words: [], blocks: [] });
      }
    };
    read(B, 1, 8);
    read(B, 301, 600);
    read(A, 1, 100);
    read(B, 9, 300);
    read(A, 101, 500);
    for (const writer of Object.values(writers)) {
      writer.finish({ format: 'pdf', pageCount: 600, notices: [] });
    }
    index(cache);
    const pages = found(cache, 'vanligt');

    expect(pages).toHaveLength(1000);
    expect(pages.slice(0, 600)).toEqual(Array.from({ length: 600 }, (_, at) => `b${at + 1}`));
    expect(pages.slice(600)).toEqual(Array.from({ length: 400 }, (_, at) => `a${at + 1}`));
  });
});

describe('keeping the index up to date', () => {
  it('finds pages once they are indexed, and tells how many wait', () => {
    const cache = cacheIn(aFolder());
    put(cache, A, 'ett', 'två');
    const before = cache.find(parseSearch('två '));
    index(cache);

    expect([before.pages, before.waiting]).toEqual([[], 2]);
    expect(found(cache, 'två ')).toEqual(['a2']);
    expect(cache.find(parseSearch('två ')).waiting).toBe(0);
  });

  it('finds what a page says after it was read anew, and not what it said before', () => {
    const cache = aCache('det gamla ordet', 'kvar');
    put(cache, A, 'det nya ordet', 'kvar');
    const between = found(cache, 'gamla ');
    index(cache);

    expect(between).toEqual([]);
    expect(found(cache, 'gamla ')).toEqual([]);
    expect(found(cache, 'nya ')).toEqual(['a1']);
    expect(found(cache, 'kvar ')).toEqual(['a2']);
  });

  it('notices pages that are replaced or changed one by one, whoever does it', () => {
    const folder = aFolder();
    const cache = cacheIn(folder);
    put(cache, A, 'första', 'andra', 'tredje');
    index(cache);
    const db = openPlainDatabase(join(folder, 'cache.db'));
    db.exec(`UPDATE page SET text = 'ändrad' WHERE number = 1;
      INSERT OR REPLACE INTO page (sha256, number, width, height, text, words, blocks)
        VALUES ('${A}', 2, 0, 0, 'ersatt', x'', '[]');
      DELETE FROM page WHERE number = 3;`);
    db.close();
    index(cache);

    expect(['första', 'andra', 'tredje'].flatMap((word) => found(cache, `${word} `))).toEqual([]);
    expect(found(cache, 'ändrad ')).toEqual(['a1']);
    expect(found(cache, 'ersatt ')).toEqual(['a2']);
  });

  it('leaves nothing of a document that is forgotten', () => {
    const folder = aFolder();
    const cache = cacheIn(folder);
    put(cache, A, 'hemligt ord');
    put(cache, B, 'annat ord');
    index(cache);
    cache.forget(A);
    const between = found(cache, 'ord ');
    index(cache);
    cache.close();
    const db = openPlainDatabase(join(folder, 'cache.db'));
    const left = db
      .prepare("SELECT rowid FROM search_words WHERE search_words MATCH 'hemligt'")
      .all();
    db.close();
    caches.pop();

    expect(between).toEqual(['b1']);
    expect(left).toEqual([]);
  });

  it('shows nothing of a document of which pages are still to come', () => {
    const cache = cacheIn(aFolder());
    const writer = cache.receive(A);
    writer.add({ number: 1, width: 0, height: 0, text: 'halvläst', words: [], blocks: [] });
    index(cache);
    const between = found(cache, 'halvläst ');
    writer.finish({ format: 'pdf', pageCount: 1, notices: [] });

    expect(between).toEqual([]);
    expect(found(cache, 'halvläst ')).toEqual(['a1']);
  });

  it('is built anew in an older cache, and goes on where it was stopped', () => {
    const folder = aFolder();
    const first = cacheIn(folder);
    put(first, A, ...Array.from({ length: 60 }, (_, at) => `sida${at} ord`));
    index(first);
    first.close();
    const db = openPlainDatabase(join(folder, 'cache.db'));
    db.exec("UPDATE search_state SET version = 'older'; DROP TABLE search_spelling");
    db.close();

    const second = cacheIn(folder);
    const waiting = second.find(parseSearch('ord')).waiting;
    second.indexSome(0);
    second.close();
    const third = cacheIn(folder);
    const left = third.find(parseSearch('ord')).waiting;
    index(third);
    const all = third.find(parseSearch('ord')).pages.length;
    caches.splice(0, 2);

    expect(waiting).toBe(60);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(60);
    expect(all).toBe(60);
  });

  it('is sound after many changes', () => {
    const folder = aFolder();
    const cache = cacheIn(folder);
    for (let round = 0; round < 30; round += 1) {
      put(cache, round % 2 === 0 ? A : B, `runda ${round}`, `åter ${round % 7}`, 'alltid');
      if (round % 3 === 0) cache.indexSome(0);
    }
    index(cache);
    cache.close();
    caches.pop();
    const db = openPlainDatabase(join(folder, 'cache.db'));
    db.exec("INSERT INTO search_words (search_words) VALUES ('integrity-check')");
    const count = db
      .prepare("SELECT count(*) FROM search_words WHERE search_words MATCH 'alltid'")
      .pluck()
      .get();
    db.close();

    expect(count).toBe(2);
  });
});
