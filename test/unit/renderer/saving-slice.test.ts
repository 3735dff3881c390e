import { describe, expect, it } from 'vitest';

import { createAppStore } from '../../../renderer/store';
import { saveState } from '../../../renderer/store/saving-slice';
import { AgreementId, VariableId } from '../../../shared/domain/ids';
import { watchWrites, type WriteChange } from '../../../renderer/store/saving-slice';
import type { Api } from '../../../shared/ipc/contract';
import { aCoding, apiDouble, later, ok, refused } from './api-double';

const agreement = AgreementId.parse('a1');
const answer = { value: null, missing: 'not_stated', unsure: false, note: '' } as const;
const record = (api: Api, variable: string) =>
  api.codings.recordAnswer({ agreement, variable: VariableId.parse(variable), answer });

function setUp(parts: Parameters<typeof apiDouble>[0]) {
  const store = createAppStore(apiDouble({}));
  const api = watchWrites(apiDouble(parts), (change: WriteChange) =>
    store.getState().writeChanged(change),
  );
  return { api, state: () => saveState(store.getState().saving), store };
}

describe('the save indicator', () => {
  it('says saving until every call that writes is answered', async () => {
    const first = later<ReturnType<typeof ok<ReturnType<typeof aCoding>>>>();
    const { api, state } = setUp({ codings: { recordAnswer: () => first.promise } });

    const writing = record(api, 'purpose');
    const during = state();
    first.resolve(ok(aCoding()));
    await writing;

    expect([during.kind, state().kind]).toEqual(['saving', 'saved']);
  });

  it('says why something is not saved', async () => {
    const { api, state } = setUp({ codings: { recordAnswer: async () => refused('disk-full') } });

    await record(api, 'purpose');

    expect(state()).toMatchObject({ kind: 'unsaved', problem: { code: 'disk-full' } });
  });

  it('does not say saved because something else was saved', async () => {
    const { api, state } = setUp({
      codings: {
        recordAnswer: async ({ variable }) =>
          variable === 'purpose' ? refused('disk-full') : ok(aCoding()),
      },
    });

    await record(api, 'purpose');
    await record(api, 'start');

    expect(state().kind).toBe('unsaved');
  });

  it('says saved again when the same answer was saved', async () => {
    let isFull = true;
    const { api, state } = setUp({
      codings: { recordAnswer: async () => (isFull ? refused('disk-full') : ok(aCoding())) },
    });

    await record(api, 'purpose');
    isFull = false;
    await record(api, 'purpose');

    expect(state().kind).toBe('saved');
  });

  it('forgets a refused step at the next that succeeds', async () => {
    const { api, state } = setUp({
      codings: {
        submit: async () => refused('coding-empty'),
        recordAnswer: async () => ok(aCoding()),
      },
    });

    await api.codings.submit({ agreement });
    const afterRefusal = state().kind;
    await record(api, 'purpose');

    expect([afterRefusal, state().kind]).toEqual(['unsaved', 'saved']);
  });

  it('leaves a refused name to its dialog', async () => {
    const { api, state } = setUp({
      reviewers: { add: async () => refused('reviewer-name-taken') },
    });

    await api.reviewers.add({ name: 'Anna' });

    expect(state().kind).toBe('saved');
  });

  it('does not count calls that only read', async () => {
    const told: WriteChange[] = [];
    const api = watchWrites(apiDouble({ codings: { open: async () => ok(aCoding()) } }), (change) =>
      told.push(change),
    );

    await api.codings.open({ agreement });

    expect(told).toEqual([]);
  });

  it('is quiet once the person has read why', async () => {
    const { api, state, store } = setUp({
      codings: { recordAnswer: async () => refused('disk-full') },
    });

    await record(api, 'purpose');
    store.getState().dismissUnsaved();

    expect(state().kind).toBe('saved');
  });
});
