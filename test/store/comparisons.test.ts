import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { Random } from '../../scripts/sample/random';
import type { PairFilter } from '../../shared/ipc/comparison-shapes';
import { BlobStore } from '../../main/documents/blob-store';
import { openPageCache, type PageCache } from '../../main/documents/page-cache';
import { tablesThatDiffer } from '../../main/store/rebuild';
import { listAgreements } from '../../main/store/queries/agreements';
import { listRelated } from '../../main/store/queries/comparisons';
import { AgreementQuery } from '../../shared/domain/views';
import { Comparer } from '../../main/work/comparer';
import { listPairs, openPair, say, takeBack, templateOf } from '../../main/work/comparisons';
import { aFilling, aTemplate, filledIn, scanned } from '../support/alike-texts';
import { ids } from '../support/entries';
import { aProject, now, type TestProject } from '../support/project';

let project: TestProject;
let pages: PageCache;
let comparer: Comparer;

/** Documents 1–5 are of one template, 6 is another scan of 1, and 7 is a word too short to compare. */
function texts(): string[] {
  const random = new Random(2);
  const template = aTemplate(random);
  const five = Array.from({ length: 5 }, () => filledIn(template, aFilling(random)));
  return [...five, scanned(five[0] ?? '', random), 'Bilaga'];
}

function receive(document: string, text: string): void {
  const writer = pages.receive(ids.document(document));
  writer.add({ number: 1, width: 0, height: 0, text, words: [], blocks: [] });
  writer.finish({ format: 'text', pageCount: 1, notices: [] });
}

const compared = () => ({
  store: project.store,
  pages,
  blobs: new BlobStore(project.folder),
  reader: { read: () => Promise.reject(new Error('Nothing has to be read')) },
});

const list = (show: PairFilter) => listPairs(compared(), { show, offset: 0, limit: 100 });

beforeEach(async () => {
  project = aProject({ agreements: 7 });
  pages = openPageCache(project.folder);
  texts().forEach((text, at) => receive(String(at + 1), text));
  comparer = new Comparer({
    ...compared(),
    onFault: (error) => {
      throw error;
    },
  });
  await comparer.run();
});
afterEach(async () => {
  await comparer.stop();
  pages.close();
  project.close();
});

const one = ids.document('1');
const six = ids.document('6');

function speak(relation: 'same-agreement' | 'another-version' | 'unrelated', note = ''): void {
  const { store, anna } = project;
  store.append([say(store, { one: six, other: one, relation, note })], { reviewer: anna, at: now });
}

describe('looking for documents that are alike', () => {
  it('finds the other scan, and none that only have the template in common', () => {
    const { rows, open, decided } = list('open');

    expect(rows.map(({ a, b }) => [a.number, b.number])).toEqual([[1, 6]]);
    expect({ open, decided }).toEqual({ open: 1, decided: 0 });
    expect(comparer.progress).toMatchObject({ state: 'done' });
  });

  it('compares a document that comes later with all that were there', async () => {
    const { store } = project;
    store.append(
      [
        { kind: 'agreement.opened', payload: { agreement: ids.agreement('8'), number: 8 } },
        {
          kind: 'document.received',
          payload: {
            document: ids.document('8'),
            agreement: ids.agreement('8'),
            fileName: 'igen.txt',
            size: 9,
            format: 'text',
            pageCount: 1,
          },
        },
      ],
      { reviewer: null, at: now },
    );
    receive('8', scanned(texts()[2] ?? '', new Random(77), 2));
    await comparer.run();

    expect(list('open').rows.map(({ a, b }) => [a.number, b.number])).toEqual([
      [3, 8],
      [1, 6],
    ]);
  });

  it('compares anew a document that was read anew with another text', async () => {
    receive('6', 'En helt annan text, som inte liknar någon av de andra det minsta.');
    await comparer.run();

    expect(list('open').rows).toEqual([]);
  });

  it('does nothing the second time', async () => {
    let told = 0;
    const again = new Comparer({ ...compared(), onChange: () => (told += 1) });
    await again.run();
    const before = told;
    await again.run();

    expect(told).toBe(before);
    expect(list('open').open).toBe(1);
  });

  it('gives the same pairs when the cache was lost', async () => {
    const before = list('open');
    pages.use(undefined, (db) => {
      db.exec('DROP TABLE similar_state');
    });
    pages.close();
    pages = openPageCache(project.folder);
    const fresh = new Comparer(compared());
    await fresh.run();

    expect(list('open')).toEqual(before);
  });

  it('stops without a fault when the project is closed meanwhile', async () => {
    const other = new Comparer({
      ...compared(),
      onFault: (error) => {
        throw error;
      },
    });
    const running = other.run();
    await other.stop();

    await expect(running).resolves.toBeUndefined();
  });

  it('does not propose documents of one agreement to each other', () => {
    const { store } = project;
    store.append(
      [
        {
          kind: 'document.received',
          payload: {
            document: six,
            agreement: ids.agreement('1'),
            fileName: 'samma.pdf',
            size: 1000,
            format: 'pdf',
            pageCount: 3,
          },
        },
      ],
      { reviewer: null, at: now },
    );

    expect(list('open').open).toBe(0);
  });
});

describe('what a person says of a pair', () => {
  it('is kept with who said it, and the pair is not proposed again', () => {
    speak('unrelated', 'Två olika år');

    expect(list('open').open).toBe(0);
    expect(list('decided').rows.map(({ said }) => said)).toEqual([
      { relation: 'unrelated', note: 'Två olika år', reviewer: 'Anna', at: now },
    ]);
  });

  it('can be changed, and taken back', () => {
    const { store, anna } = project;
    speak('unrelated');
    speak('another-version');
    expect(list('decided').rows[0]?.said?.relation).toBe('another-version');

    store.append(takeBack(store, one, six), { reviewer: anna, at: now });

    expect(list('decided').decided).toBe(0);
    expect(list('open').open).toBe(1);
    expect(takeBack(store, one, six)).toEqual([]);
  });

  it('is told in both agreements, unless they are unrelated', () => {
    const { store } = project;
    const marked = () =>
      listAgreements(store.db, AgreementQuery.parse({}), null)
        .rows.filter(({ related }) => related !== null)
        .map(({ number, related }) => [number, related]);
    speak('another-version');

    expect(marked()).toEqual([
      [1, 'another-version'],
      [6, 'another-version'],
    ]);
    expect(listRelated(store.db, ids.agreement('6'))).toEqual([
      {
        agreement: ids.agreement('1'),
        number: 1,
        fileName: 'avtal 1.pdf',
        relation: 'another-version',
        a: one,
        b: six,
      },
    ]);
    speak('unrelated');
    expect(marked()).toEqual([]);
  });

  it('is computed from the journal alone', () => {
    speak('same-agreement');

    expect(tablesThatDiffer(project.store.db)).toEqual([]);
  });

  it('is refused of a document and itself, and of one that is not there', () => {
    const { store } = project;
    const of = (other: typeof one) => () =>
      say(store, { one, other, relation: 'unrelated', note: '' });

    expect(of(one)).toThrow(expect.objectContaining({ code: 'same-document' }));
    expect(of(ids.document('99'))).toThrow(expect.objectContaining({ code: 'document-unknown' }));
  });
});

describe('two documents side by side', () => {
  it('come with their texts, in whichever order they are asked for', async () => {
    const there = await openPair(compared(), one, six);
    const back = await openPair(compared(), six, one);

    expect(back).toEqual(there);
    expect(there.a.text).toContain('Avtal mellan kommunen');
    expect(there.pair.figures?.score).toBeGreaterThan(0.3);
  });
});

describe('the template of a document', () => {
  it('is what most of those written alike have, and not what was filled in', async () => {
    const { others, ranges } = await templateOf(compared(), one);
    const text = texts()[0] ?? '';
    const isTemplate = (passage: string): boolean => {
      const at = text.indexOf(passage);
      return ranges.some(({ start, end }) => start <= at && at + passage.length <= end);
    };

    expect(new Set(others.map(({ number }) => number))).toEqual(new Set([2, 3, 4, 5]));
    expect(isTemplate('Avtalet gäller från')).toBe(true);
    const association = /föreningen (\p{L}+ \p{L}+),/u.exec(text)?.[1] ?? '';
    expect(isTemplate(association)).toBe(false);
  });
});
