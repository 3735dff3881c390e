import { describe, expect, it } from 'vitest';

import { createAppStore, tellChange } from '../../../renderer/store';
import { aWorld, anAgreement, windowApi } from '../../support/window-api';

const many = (count: number) => Array.from({ length: count }, (_, at) => anAgreement(at + 1));
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

function setUp(count: number) {
  const world = aWorld({ agreements: many(count) });
  const store = createAppStore(windowApi(world));
  const offsets = (): unknown[] =>
    world.asked
      .filter(({ call }) => call === 'agreements.list')
      .map(({ input }) => (input as { offset: number }).offset);
  return { world, store, offsets, list: () => store.getState().agreements };
}

describe('the list of agreements', () => {
  it('fetches the first stretch and how many there are', async () => {
    const { store, list, offsets } = setUp(100_000);

    await store.getState().loadAgreements();

    expect(list().total).toBe(100_000);
    expect(list().rows[0]?.number).toBe(1);
    expect(offsets()).toEqual([0]);
  });

  it('fetches what comes into view, once', async () => {
    const { store, list, offsets } = setUp(100_000);
    await store.getState().loadAgreements();

    store.getState().lookAtAgreements(50_180, 50_220);
    await settled();
    store.getState().lookAtAgreements(50_190, 50_230);
    await settled();
    store.getState().lookAtAgreements(50_280, 50_320);
    await settled();

    expect(list().rows[50_219]?.number).toBe(50_220);
    expect(offsets()).toEqual([0, 50_100, 50_200, 50_300]);
  });

  it('asks anew for what is in view when something changed, and forgets the rest', async () => {
    const { store, world, list, offsets } = setUp(1000);
    await store.getState().loadAgreements();
    store.getState().lookAtAgreements(400, 430);
    await settled();

    world.agreements = world.agreements.map((row) => ({ ...row, submitted: 2 }));
    tellChange(store, { topic: 'codings', agreement: null, command: null });
    await settled();

    expect(list().rows[410]?.submitted).toBe(2);
    expect(list().rows[0]).toBeUndefined();
    expect(offsets()).toEqual([0, 400, 400]);
  });

  it('answers a burst of changes with two calls', async () => {
    const { store, offsets } = setUp(50);
    await store.getState().loadAgreements();

    for (let at = 0; at < 100; at += 1) {
      tellChange(store, { topic: 'agreements', agreement: null, command: null });
    }
    await settled();

    expect(offsets()).toHaveLength(3);
  });

  it('begins from the top with another filter, also while an answer to the one before is awaited', async () => {
    const { store, list, world } = setUp(300);
    world.agreements[250] = anAgreement(251, { fileName: 'Solna stad.pdf' });
    await store.getState().loadAgreements();
    store.getState().lookAtAgreements(200, 230);

    store.getState().filterAgreements({ search: 'solna' });
    await settled();

    expect(list().total).toBe(1);
    expect(Object.values(list().rows).map(({ number }) => number)).toEqual([251]);
    expect(list().window.from).toBe(0);
  });

  it('keeps what it shows when asking fails, and says why', async () => {
    const { store, world, list } = setUp(10);
    await store.getState().loadAgreements();
    const problem = { code: 'storage-failed', message: 'No', details: {} };
    world.refusals.set('agreements.list', problem);

    tellChange(store, { topic: 'agreements', agreement: null, command: null });
    await settled();

    expect(list()).toMatchObject({ state: 'failed', problem, total: 10 });
    expect(list().rows[9]?.number).toBe(10);
  });

  it('asks nothing while nobody looks at it', async () => {
    const { store, offsets } = setUp(10);

    tellChange(store, { topic: 'agreements', agreement: null, command: null });
    await settled();

    expect(offsets()).toEqual([]);
  });
});
