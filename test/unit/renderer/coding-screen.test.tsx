// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, expect, it } from 'vitest';

import { CodingScreen } from '../../../renderer/features/coding/CodingScreen';
import { type AppStore, createAppStore } from '../../../renderer/store';
import type { AgreementId } from '../../../shared/domain/ids';
import { agreementId, apiDouble, ok, refused } from './api-double';
import { forget, show } from './render';

afterEach(forget);

/** The screen of somebody who had handed in all, with what is next from now on. */
async function aScreen(next: readonly (AgreementId | null)[]) {
  const left = [...next];
  const opened: AgreementId[] = [];
  const store = createAppStore(
    apiDouble({
      codings: {
        next: () => {
          const agreement = left.shift() ?? null;
          return Promise.resolve(ok(agreement === null ? null : { agreement }));
        },
        open: ({ agreement }) => {
          opened.push(agreement);
          return Promise.resolve(refused('not-here'));
        },
      },
    }),
  );
  store.setState({ coding: { ...store.getState().coding, state: 'none-left' } });
  await show(store, <CodingScreen />);
  return { store, opened };
}

const toCode = (store: AppStore, ownTotal: number): Promise<void> =>
  act(async () => {
    store.setState({
      counts: {
        state: 'ready',
        problem: null,
        value: {
          agreements: ownTotal + 2,
          documents: ownTotal + 2,
          ownSubmitted: 2,
          ownTotal: ownTotal + 2,
          disputedAgreements: 0,
          openDisagreements: 0,
          settledAgreements: 0,
          doubleCoded: 0,
          openPairs: 0,
        },
      },
    });
    await Promise.resolve();
  });

it('opens the next agreement when some come in after all were handed in', async () => {
  const { store, opened } = await aScreen([agreementId(3)]);
  await toCode(store, 0);
  const before = document.body.textContent;
  await toCode(store, 1);

  expect(before).toContain('Alla avtal är inlämnade');
  expect(opened).toEqual([agreementId(3)]);
});

it('does not ask again and again for what is counted and cannot be opened', async () => {
  const { store, opened } = await aScreen([null, agreementId(4)]);
  await toCode(store, 1);
  const before = document.body.textContent;
  await toCode(store, 2);

  expect(before).toContain('Alla avtal är inlämnade');
  expect(opened).toEqual([agreementId(4)]);
});
