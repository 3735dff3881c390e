import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { AgreementId, DocumentId, ReviewerId } from '../../shared/domain/ids';
import type { PassageResults } from '../../shared/domain/search-views';
import { BlobStore } from '../../main/documents/blob-store';
import { forkWithNode } from '../../main/documents/fork-with-node';
import { openPageCache, type PageCache } from '../../main/documents/page-cache';
import { createReaderHost } from '../../main/documents/reader-host';
import { recordAnswer, submitCoding } from '../../main/work/codings';
import { settle, withdraw } from '../../main/work/disagreements';
import { importInto } from '../../main/work/documents';
import { searchPassages } from '../../main/work/search';
import { searchAnswers } from '../../main/work/search-answers';
import { startIndexing } from '../../main/work/search-indexing';
import { ids } from '../support/entries';
import { aProject, anAnswer, category, handIn, now, type TestProject } from '../support/project';
import { bundleReader } from '../support/reader-bundle';

let project: TestProject;
let pages: PageCache;
let first: AgreementId;

beforeEach(() => {
  project = aProject();
  pages = openPageCache(project.folder);
  [first = ids.agreement('1')] = project.agreements;
});
afterEach(() => {
  pages.close();
  project.close();
});

function put(document: DocumentId, ...texts: string[]): void {
  const writer = pages.receive(document);
  for (const [at, text] of texts.entries()) {
    writer.add({ number: at + 1, width: 0, height: 0, text, words: [], blocks: [] });
  }
  writer.finish({ format: 'pdf', pageCount: texts.length, notices: [] });
  while (pages.indexSome(1000)) {
    // Until nothing waits.
  }
}

function passages(
  text: string,
  { reviewer = project.anna, byDocument = false, offset = 0, limit = 10 } = {},
): PassageResults {
  return searchPassages(
    { store: project.store, pages, waitingDocuments: 0, reviewer },
    { text, byDocument, offset, limit },
  );
}

/** What a reviewer finds among the answers: `1 purpose settled: …`. */
async function answers(text: string, reviewer: ReviewerId | null): Promise<string[]> {
  const { signal } = new AbortController();
  const { store } = project;
  const { hits } = await searchAnswers({ store, reviewer, language: 'sv', signal }, text);
  return hits.map(
    ({ number, variable, source, excerpt }) =>
      `${number} ${variable} ${source}: ${excerpt.map((part) => part.text).join('')}`,
  );
}

describe('passages', () => {
  it('are shown with the words around them, where they stand, and in which agreement', () => {
    put(ids.document('1'), 'Inget här.', 'Avtalet gäller från\n2024 för mål-\ngruppen äldre.');

    const [hit] = passages('"målgruppen äldre"').hits;

    expect(hit).toMatchObject({
      agreement: first,
      number: 1,
      fileName: 'avtal 1.pdf',
      page: 2,
      opensIn: 'coding',
      furtherPages: 0,
      passage: { page: 2, quote: 'mål-\ngruppen äldre', prefix: expect.stringContaining('för ') },
    });
    expect(hit?.excerpt).toEqual([
      { text: 'Avtalet gäller från 2024 för ', isMarked: false },
      { text: 'målgruppen äldre', isMarked: true },
      { text: '.', isMarked: false },
    ]);
  });

  it('are shown as text, whatever stands in the document', () => {
    put(ids.document('1'), '<img src=x onerror=alert(1)> avtal </script>');

    expect(
      passages('avtal')
        .hits[0]?.excerpt.map(({ text }) => text)
        .join(''),
    ).toBe('<img src=x onerror=alert(1)> avtal </script>');
  });

  it('come one for each document, with how many pages more it has, or page by page', () => {
    put(ids.document('1'), 'skola', 'skola skola skola', 'annat');
    put(ids.document('2'), 'skola');

    const grouped = passages('skola ', { byDocument: true });
    const first3 = passages('skola ', { offset: 0, limit: 2 });
    const rest = passages('skola ', { offset: 2, limit: 2 });

    expect(
      grouped.hits.map(({ number, page, furtherPages }) => [number, page, furtherPages]),
    ).toEqual([
      [1, 2, 1],
      [2, 1, 0],
    ]);
    expect([grouped.total, grouped.pages, grouped.documents]).toEqual([2, 3, 2]);
    expect(
      [...first3.hits, ...rest.hits].map(({ number, page }) => `${number}/${page}`).toSorted(),
    ).toEqual(['1/1', '1/2', '2/1']);
    expect(first3.total).toBe(3);
  });

  it('of a document that did not come in are not counted', () => {
    put(ids.document('9'), 'skola');

    expect(passages('skola')).toMatchObject({ hits: [], total: 0, pages: 0 });
  });

  it('open in the reading view where the agreement is no longer for this reviewer to code', () => {
    put(ids.document('1'), 'skola');
    const { anna, bo } = project;
    const third = ids.reviewer('third');
    handIn(project.step(first, anna), { target_group: category('all') });
    handIn(project.step(first, bo), { target_group: category('all') });

    expect(passages('skola', { reviewer: anna }).hits[0]?.opensIn).toBe('coding');
    expect(passages('skola', { reviewer: third }).hits[0]?.opensIn).toBe('disagreements');
  });
});

describe('answers', () => {
  it('are found by the words that people read, in value, note and without dots', async () => {
    const { anna } = project;
    recordAnswer(project.step(first, anna), 'target_group', {
      ...anAnswer({ value: category('elderly') }),
      note: 'Se bilagan',
    });

    expect(await answers('aldre', anna)).toEqual(['1 target_group own: Äldre · Se bilagan']);
    expect(await answers('bilag', anna)).toHaveLength(1);
    expect(await answers('bilagan -äldre', anna)).toEqual([]);
    expect(await answers('elderly', anna)).toEqual([]);
  });

  it('of another reviewer are never found, handed in or not', async () => {
    const { anna, bo } = project;
    recordAnswer(project.step(first, anna), 'target_group', {
      ...anAnswer({ value: category('elderly') }),
      note: 'hemlig tanke',
    });
    const before = [
      await answers('äldre', bo),
      await answers('hemlig', bo),
      await answers('äldre', null),
    ];
    submitCoding(project.step(first, anna));
    const after = [
      await answers('äldre', bo),
      await answers('hemlig', bo),
      await answers('äldre', null),
    ];

    expect([...before, ...after].flat()).toEqual([]);
    expect(await answers('hemlig', anna)).toHaveLength(1);
  });

  it('that are settled are found by value and rationale, but not by whom they are blind to', async () => {
    const { store, anna, bo } = project;
    const third = ids.reviewer('third');
    handIn(project.step(first, anna), { target_group: category('elderly') });
    handIn(project.step(first, bo), { target_group: category('all') });
    const decision = settle(
      store,
      first,
      {
        variable: 'target_group',
        value: category('elderly'),
        missing: null,
        rationale: 'Paragraf fyra avgör',
        decidedBy: [anna],
      },
      anna,
    );
    store.append([decision], { reviewer: anna, at: now });
    const settled = '1 target_group settled: Äldre · Paragraf fyra avgör';
    const seen = await answers('paragraf', third);
    recordAnswerUnchecked(third);
    const blind = await answers('paragraf', third);
    const annas = await answers('paragraf', anna);
    store.append([withdraw(store, first, 'target_group', anna)], { reviewer: anna, at: now });

    expect(seen).toEqual([settled]);
    expect(blind).toEqual([]);
    expect(annas).toEqual([settled]);
    expect(await answers('paragraf', anna)).toEqual([]);
  });

  it('beyond two hundred are only said to be more', async () => {
    const many = aProject({ agreements: 210 });
    try {
      many.store.append(
        many.agreements.map((agreement) => ({
          kind: 'answer.recorded',
          payload: {
            agreement,
            variable: ids.variable('purpose'),
            reviewer: many.anna,
            answer: anAnswer({ value: { type: 'text', text: 'samma syfte' } }),
          },
        })),
        { reviewer: many.anna, at: now },
      );
      const { store, anna } = many;
      const { signal } = new AbortController();
      const result = await searchAnswers(
        { store, reviewer: anna, language: 'sv', signal },
        'syfte',
      );

      expect([result.total, result.isMore]).toEqual([200, true]);
    } finally {
      many.close();
    }
  });
});

/** A draft that a reviewer had begun before the others' codings were revealed. */
function recordAnswerUnchecked(reviewer: ReviewerId): void {
  project.store.append(
    [
      {
        kind: 'answer.recorded',
        payload: {
          agreement: first,
          variable: ids.variable('purpose'),
          reviewer,
          answer: anAnswer({ note: 'påbörjad' }),
        },
      },
    ],
    { reviewer, at: now },
  );
}

describe('an open project', () => {
  let home: string;
  let reader: ReturnType<typeof createReaderHost>;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'samsyn-search-'));
    reader = createReaderHost({ fork: forkWithNode(await bundleReader(home)), processes: 1 });
  });
  afterAll(() => {
    reader.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('is searchable again by itself after its cache was deleted', async () => {
    const { store, folder } = project;
    const file = join(home, 'läxhjälp.txt');
    writeFileSync(file, 'Avtal om läxhjälp i Järva.');
    const blobs = new BlobStore(folder);
    await importInto(store, { paths: [file], reader, blobs, pages, now: () => now });
    pages.close();
    for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `cache.db${end}`), { force: true });
    pages = openPageCache(folder);
    const before = passages('läxhjälp');
    const indexing = startIndexing({ store, blobs, pages, reader }, () => false, {
      beforeReading: 0,
    });
    try {
      const end = Date.now() + 10_000;
      while (passages('läxhjälp').pages === 0 && Date.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }

      expect(before.pages).toBe(0);
      expect(passages('läxhjälp').hits[0]?.fileName).toBe('läxhjälp.txt');
    } finally {
      indexing.stop();
    }
  });
});
