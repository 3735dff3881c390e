// @vitest-environment happy-dom
import axe from 'axe-core';
import { act } from 'react';
import { afterEach, expect, it } from 'vitest';

import { SearchOpener } from '../../../renderer/features/search/SearchOpener';
import { createAppStore, type AppStore } from '../../../renderer/store';
import { DocumentId } from '../../../shared/domain/ids';
import type { PassageHit } from '../../../shared/domain/search-views';
import { agreementId, apiDouble, documentId, ok } from './api-double';
import { forget, key, one, show, type } from './render';

afterEach(forget);

const hit: PassageHit = {
  agreement: agreementId(12),
  number: 12,
  document: documentId,
  fileName: 'Avtal <b>Åre</b>.pdf',
  format: 'pdf',
  stage: 'uncoded',
  page: 3,
  pageCount: 9,
  excerpt: [
    { text: 'om ', isMarked: false },
    { text: '<img src=x>', isMarked: true },
  ],
  passage: {
    document: documentId,
    page: 3,
    start: 0,
    end: 4,
    quote: 'ord',
    prefix: '',
    suffix: '',
  },
  opensIn: 'coding',
  furtherPages: 2,
};

/** Every search finds these hits, or those for `found` alone. */
function aStore(hits: readonly PassageHit[], found?: string): AppStore {
  return createAppStore(
    apiDouble({
      search: {
        passages: ({ text }) => {
          const those = found === undefined || found === text ? hits : [];
          return Promise.resolve(
            ok({
              hits: [...those],
              total: those.length,
              pages: those.length * 3,
              documents: those.length,
              isMore: false,
              waitingPages: 0,
              waitingDocuments: 0,
            }),
          );
        },
        answers: () => Promise.resolve(ok({ hits: [], total: 0, isMore: false })),
      },
      agreements: { list: () => Promise.resolve(ok({ total: 0, rows: [] })) },
    }),
  );
}

async function typed(text: string): Promise<void> {
  await type(one<HTMLInputElement>('[role=combobox]'), text);
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 150));
  });
}

it('opens by key, and Enter opens the hit that the arrow keys came to', async () => {
  const store = aStore([
    hit,
    { ...hit, document: DocumentId.parse('e'.repeat(64)), agreement: agreementId(13) },
  ]);
  await show(store, <SearchOpener />);
  await key('k', { ctrlKey: true, code: 'KeyK' });
  await typed('ord');
  await key('ArrowDown');
  const selected = one('[role=option][aria-selected=true]').id;
  const active = one('[role=combobox]').getAttribute('aria-activedescendant');
  await key('Enter');

  expect(active).toBe(selected);
  expect(store.getState().route).toEqual({ screen: 'coding', agreement: agreementId(13) });
  expect(document.querySelector('[role=combobox]')).toBeNull();
});

it('marks what was found, and shows documents’ words as words', async () => {
  await show(aStore([hit]), <SearchOpener />);
  await key('k', { ctrlKey: true, code: 'KeyK' });
  await typed('ord');

  expect(one('mark').textContent).toBe('<img src=x>');
  expect(document.querySelector('[role=listbox] img, [role=listbox] b')).toBeNull();
  expect(one('[role=status]').textContent).toBe('Textställen: 3 sidor i 1 dokument');
});

it('says that nothing was found and offers what finds something, which can be chosen', async () => {
  const store = aStore([hit], 'sällsynt ordföljd');
  await show(store, <SearchOpener />);
  await key('k', { ctrlKey: true, code: 'KeyK' });
  await typed('"sällsynt ordföljd"');
  const said = one('[role=status]').textContent;
  const offered = [...document.querySelectorAll('[role=option]')].map((each) => each.textContent);
  await key('Enter');

  expect(said).toBe('Inga träffar på ”sällsynt ordföljd”');
  expect(offered).toEqual(['Sök orden var för sig: sällsynt ordföljd']);
  expect(store.getState().search.text).toBe('sällsynt ordföljd');
});

it('offers nothing that leads nowhere, and says what to do', async () => {
  await show(aStore([hit], 'ord'), <SearchOpener />);
  await key('k', { ctrlKey: true, code: 'KeyK' });
  await typed('xyzzyqwvåä');

  expect(one('[role=status]').textContent).toBe(
    'Inga träffar på ”xyzzyqwvåä”. Se efter hur det stavas, eller pröva ett annat ord.',
  );
  expect(document.querySelectorAll('[role=option]')).toHaveLength(0);
});

it('has names and roles for those who do not see it', async () => {
  await show(aStore([hit]), <SearchOpener />);
  await key('k', { ctrlKey: true, code: 'KeyK' });
  await typed('ord');
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
  });

  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
