// @vitest-environment happy-dom
import axe from 'axe-core';
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';

import { DuplicatesScreen } from '../../../renderer/features/duplicates/DuplicatesScreen';
import { type AppStore, createAppStore } from '../../../renderer/store';
import { ready } from '../../../renderer/store/loadable';
import type { DocumentRelation } from '../../../shared/domain/comparison-of-documents';
import { DocumentId } from '../../../shared/domain/ids';
import { comparedText } from '../../../shared/domain/similarity/compared-text';
import type { PairRow } from '../../../shared/ipc/comparison-shapes';
import { agreementId, anna, apiDouble, ok, refused } from './api-double';
import { button, forget, key, show } from './render';

const side = (number: number, fileName: string): PairRow['a'] => ({
  document: {
    id: DocumentId.parse(String(number).padStart(64, '0')),
    fileName,
    size: 10,
    format: 'pdf',
    pageCount: 1,
    role: 'main',
    locked: false,
  },
  agreement: agreementId(number),
  number,
  uncoded: true,
});
const aPair = (number: number, parts: Partial<PairRow> = {}): PairRow => ({
  a: side(number, `avtal ${number}.pdf`),
  b: side(number + 50, `kopia av ${number}.pdf`),
  figures: { text: 0.8, own: 0.8, within: 0.9, names: 1, score: 0.85 },
  reasons: [
    { kind: 'text', share: 0.9 },
    { kind: 'longer', longer: 'b', times: 1.5 },
    { kind: 'common-text' },
    { kind: 'same', what: 'organisation', a: ['212000-0142'], b: [] },
    { kind: 'different', what: 'sum', a: ['310000'], b: ['320000'] },
  ],
  said: null,
  ...parts,
});
const text = (words: string) => comparedText([{ number: 1, text: words, blocks: [] }]);
const a = text('Avtal om lokal.\n\nBidraget är 310 000 kronor.\n\nParterna är överens.');
const b = text('Avtal om lokal.\n\nBidraget är 320 000 kronor.\n\nParterna är övcrens.');

let store: AppStore;
let pairs: PairRow[];

async function open({ refuses = false, isSomeone = true } = {}) {
  pairs = [aPair(1), aPair(2), aPair(3)];
  const find = (id: string): PairRow => pairs.find((each) => each.a.document.id === id) ?? aPair(1);
  const put = (id: string, said: PairRow['said']): PairRow => {
    pairs = pairs.map((each) => (each.a.document.id === id ? { ...each, said } : each));
    return find(id);
  };
  store = createAppStore(
    apiDouble({
      comparisons: {
        list: async (query) =>
          ok({
            rows: pairs.filter(({ said }) => (said === null) === (query.show === 'open')),
            open: pairs.filter(({ said }) => said === null).length,
            decided: pairs.filter(({ said }) => said !== null).length,
            progress: { state: 'done', done: 3, total: 3 },
          }),
        open: async (input) => ok({ pair: find(input.a), a, b }),
        say: async ({ a: one, relation, note = '' }) =>
          refuses
            ? refused('disk-full')
            : ok(put(one, { relation, note, reviewer: 'Anna', at: '2026-01-01T00:00:00Z' })),
        takeBack: async (input) => ok(put(input.a, null)),
      },
    }),
  );
  store.setState({
    reviewers: ready({
      all: [],
      current: isSomeone ? { id: anna, name: 'Anna', colour: 1 } : null,
    }),
  });
  await show(store, <DuplicatesScreen />);
  await act(async () => {
    await store.getState().openPair(aPair(1).a.document.id, aPair(1).b.document.id);
  });
}

afterEach(forget);

const said = (): (DocumentRelation | null)[] => pairs.map((pair) => pair.said?.relation ?? null);

describe('the side-by-side view', () => {
  it('has a name for everything, and nothing that axe finds fault with', async () => {
    await open();
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });

    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(document.body.textContent).toContain('Olika belopp: 310\u00a0000 / 320\u00a0000');
  });
});

describe('what a person says', () => {
  it('is said by a digit, changed by another, and undone step by step', async () => {
    await open();
    await key('1');
    expect(said()).toEqual(['same-agreement', null, null]);
    await key('3');
    expect(said()).toEqual(['unrelated', null, null]);

    await key('z', { ctrlKey: true });
    expect(said()).toEqual(['same-agreement', null, null]);
    await key('z', { ctrlKey: true });
    expect(said()).toEqual([null, null, null]);
  });

  it('stays in view, and the next pair is the one that took its place', async () => {
    await open();
    await act(async () => {
      await store.getState().stepPair(1);
    });
    await key('2');
    await act(async () => {
      await store.getState().loadPairs();
    });
    expect(store.getState().comparisons.view.value?.pair.a.number).toBe(2);

    await act(async () => {
      await store.getState().stepPair(1);
    });
    expect(store.getState().comparisons.view.value?.pair.a.number).toBe(3);
  });

  it('is told as not kept when it was refused', async () => {
    await open({ refuses: true });
    await key('1');

    expect(said()).toEqual([null, null, null]);
    expect(document.querySelector('footer')?.textContent).toContain('inget utrymme kvar');
    expect(store.getState().comparisons.steps).toEqual([]);
  });

  it('asks who is coding first', async () => {
    await open({ isSomeone: false });
    await key('1');

    expect(said()).toEqual([null, null, null]);
    expect(store.getState().dialog).toBe('who');
    expect(button(/Samma avtal/).hasAttribute('disabled')).toBe(true);
  });
});
