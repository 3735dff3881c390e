import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Reply } from '../../../shared/ipc/contract';
import type {
  AnswerResults,
  PassageHit,
  PassageResults,
} from '../../../shared/domain/search-views';
import { createAppStore, tellChange } from '../../../renderer/store';
import { agreementId, apiDouble, documentId, later, ok, refused } from './api-double';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const NO_ANSWERS: AnswerResults = { hits: [], total: 0, isMore: false };

function aHit(page: number, parts: Partial<PassageHit> = {}): PassageHit {
  return {
    agreement: agreementId(1),
    number: 1,
    document: documentId,
    fileName: 'Avtal.pdf',
    format: 'pdf',
    stage: 'uncoded',
    page,
    pageCount: 200,
    excerpt: [{ text: `sida ${page}`, isMarked: true }],
    passage: {
      document: documentId,
      page,
      start: 0,
      end: 4,
      quote: 'sida',
      prefix: '',
      suffix: '',
    },
    opensIn: 'coding',
    furtherPages: 0,
    ...parts,
  };
}

function results(parts: Partial<PassageResults> = {}): PassageResults {
  return {
    hits: [],
    total: 0,
    pages: 0,
    documents: 0,
    isMore: false,
    waitingPages: 0,
    waitingDocuments: 0,
    ...parts,
  };
}

/** A store whose passages are answered when the test wants it, by text. */
function aStore() {
  const asked: string[] = [];
  const answers = new Map<string, (value: Reply<PassageResults>) => void>();
  const store = createAppStore(
    apiDouble({
      search: {
        passages: ({ text }) => {
          asked.push(text);
          const reply = later<Reply<PassageResults>>();
          answers.set(text, reply.resolve);
          return reply.promise;
        },
        answers: () => Promise.resolve(ok(NO_ANSWERS)),
      },
      agreements: { list: () => Promise.resolve(ok({ total: 0, rows: [] })) },
    }),
  );
  const reply = async (text: string, value: Reply<PassageResults>): Promise<void> => {
    answers.get(text)?.(value);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { store, asked, reply };
}

describe('searching while typing', () => {
  it('asks once the keys rest', async () => {
    const { store, asked } = aStore();
    for (const text of ['sa', 'sam', 'samv']) store.getState().typeSearch(text);
    await vi.advanceTimersByTimeAsync(200);

    expect(asked).toEqual(['samv']);
    expect(store.getState().search.state).toBe('searching');
  });

  it('drops what comes for a text that is no longer there', async () => {
    const { store, reply } = aStore();
    store.getState().typeSearch('gammalt');
    await vi.advanceTimersByTimeAsync(200);
    store.getState().typeSearch('nytt');
    await vi.advanceTimersByTimeAsync(200);
    await reply('nytt', ok(results({ pages: 2 })));
    await reply('gammalt', ok(results({ pages: 9 })));

    const { found, state } = store.getState().search;
    expect([state, found?.passages?.pages]).toEqual(['ready', 2]);
  });

  it('is still searching when what was typed before is found while the keys rest', async () => {
    const { store, reply } = aStore();
    store.getState().typeSearch('gammalt');
    await vi.advanceTimersByTimeAsync(200);
    store.getState().typeSearch('nytt');
    await reply('gammalt', ok(results({ pages: 9 })));

    const { found, state } = store.getState().search;
    expect([state, found?.passages ?? null]).toEqual(['searching', null]);
  });

  it('keeps what was found until something else is', async () => {
    const { store, reply } = aStore();
    store.getState().typeSearch('ett');
    await vi.advanceTimersByTimeAsync(200);
    await reply('ett', ok(results({ pages: 1 })));
    store.getState().typeSearch('ett annat');
    await vi.advanceTimersByTimeAsync(200);

    expect(store.getState().search.found?.passages?.pages).toBe(1);
  });

  it('asks nothing for one letter, and an agreement’s number is enough', async () => {
    const { store, asked } = aStore();
    store.getState().typeSearch('a');
    await vi.advanceTimersByTimeAsync(200);
    const afterLetter = [...asked];
    store.getState().typeSearch('7');
    await vi.advanceTimersByTimeAsync(200);

    expect(afterLetter).toEqual([]);
    expect(asked).toEqual(['7']);
  });

  it('says why it failed', async () => {
    const { store, reply } = aStore();
    store.getState().typeSearch('ord');
    await vi.advanceTimersByTimeAsync(200);
    await reply('ord', refused('no-project'));

    expect(store.getState().search).toMatchObject({
      state: 'failed',
      problem: { code: 'no-project' },
    });
  });

  it('asks again while pages still wait to be indexed, as long as it is open', async () => {
    const { store, asked, reply } = aStore();
    store.getState().openSearch();
    store.getState().typeSearch('ord');
    await vi.advanceTimersByTimeAsync(200);
    await reply('ord', ok(results({ waitingPages: 5 })));
    await vi.advanceTimersByTimeAsync(1000);
    const whileOpen = asked.length;
    await reply('ord', ok(results({ waitingPages: 2 })));
    store.getState().closeSearch();
    await vi.advanceTimersByTimeAsync(5000);

    expect(whileOpen).toBe(2);
    expect(asked).toHaveLength(2);
  });

  it('shows nothing that another reviewer found', async () => {
    const { store, reply } = aStore();
    store.getState().typeSearch('ord');
    await vi.advanceTimersByTimeAsync(200);
    await reply('ord', ok(results({ pages: 1 })));
    tellChange(store, { topic: 'reviewers', agreement: null, command: null });

    expect(store.getState().search).toMatchObject({ text: '', found: null, state: 'idle' });
  });
});

describe('what was found', () => {
  it('opens in the agreement at the passage', () => {
    const { store } = aStore();
    store.getState().openSearch();
    const hit = aHit(3, { opensIn: 'disagreements' });
    store.getState().openPassage(hit);

    const { route, documents, search } = store.getState();
    expect(route).toEqual({ screen: 'disagreements', agreement: hit.agreement });
    expect(documents.sought).toEqual(hit.passage);
    expect(search.isOpen).toBe(false);
  });

  it('has the keys until one goes elsewhere, also when it does not open', async () => {
    const store = createAppStore(
      apiDouble({ codings: { open: () => Promise.resolve(refused('agreement-gone')) } }),
    );
    const state = store.getState;
    state().openFoundAgreement(agreementId(2));
    await state().openCoding(agreementId(2));
    state().goTo('coding', agreementId(2));
    const here = state().search.arrivesAt;
    state().goTo('agreements');
    state().goTo('coding', agreementId(2));

    expect(here).toBe(agreementId(2));
    expect(state().search.arrivesAt).toBeNull();
  });

  it('is listed page by page, fetched as it is looked at', async () => {
    const offsets: number[] = [];
    const store = createAppStore(
      apiDouble({
        search: {
          passages: ({ offset, limit }) => {
            offsets.push(offset);
            const hits = Array.from({ length: limit }, (_, at) => aHit(offset + at + 1));
            return Promise.resolve(ok(results({ hits, total: 200, pages: 200 })));
          },
        },
      }),
    );
    await store.getState().showAllHits('ord');
    store.getState().lookAtHits(0, 20);
    store.getState().lookAtHits(120, 130);
    await vi.advanceTimersByTimeAsync(0);

    const { all } = store.getState().search;
    expect(offsets).toEqual([0, 100]);
    expect([all.rows[0]?.page, all.rows[60], all.rows[125]?.page]).toEqual([1, undefined, 126]);
    expect(store.getState().route.screen).toBe('search');
  });
});
