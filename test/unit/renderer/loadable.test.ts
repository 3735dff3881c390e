import { describe, expect, it } from 'vitest';

import { createLoader, IDLE, type Loadable } from '../../../renderer/store/loadable';
import type { Reply } from '../../../shared/ipc/contract';
import { later, ok, refused } from './api-double';

function aLoader() {
  const asked: ReturnType<typeof later<Reply<string>>>[] = [];
  const state = { now: IDLE as Loadable<string>, owner: 'a' };
  const load = createLoader<string>({
    ask: () => {
      const answer = later<Reply<string>>();
      asked.push(answer);
      return answer.promise;
    },
    read: () => state.now,
    write: (next) => {
      state.now = next;
    },
    belongsTo: () => state.owner,
  });
  return { load, asked, state };
}

describe('asking for something', () => {
  it('asks once more, and only once, when it changed meanwhile', async () => {
    const { load, asked, state } = aLoader();

    const done = load();
    void load();
    void load();
    asked[0]?.resolve(ok('before'));
    await Promise.resolve();
    await Promise.resolve();
    asked[1]?.resolve(ok('after'));
    await done;

    expect(asked).toHaveLength(2);
    expect(state.now).toEqual({ state: 'ready', value: 'after', problem: null });
  });

  it('drops an answer that belongs to another project', async () => {
    const { load, asked, state } = aLoader();

    const done = load();
    state.owner = 'b';
    state.now = IDLE;
    asked[0]?.resolve(ok('of a'));
    await done;

    expect(state.now).toEqual(IDLE);
  });

  it('keeps what was shown when it is refused', async () => {
    const { load, asked, state } = aLoader();
    const first = load();
    asked[0]?.resolve(ok('shown'));
    await first;

    const second = load();
    asked[1]?.resolve(refused('disk-full'));
    await second;

    expect(state.now).toMatchObject({
      state: 'failed',
      value: 'shown',
      problem: { code: 'disk-full' },
    });
  });
});
