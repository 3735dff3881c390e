// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';

import { finding } from '../../../main/store/findings';
import { VerifyDialog } from '../../../renderer/features/settings/VerifyDialog';
import { createAppStore } from '../../../renderer/store';
import type { Reply } from '../../../shared/ipc/contract';
import type { VerifyReport } from '../../../shared/ipc/shapes';
import { apiDouble, later, ok, refused } from './api-double';
import { forget, show } from './render';

afterEach(forget);

async function linesOf(problems: VerifyReport['problems']): Promise<string[]> {
  const report = { ok: false, entries: 11, replicas: 1, documents: 2, problems };
  const store = createAppStore(
    apiDouble({
      projects: { verify: async () => ok(report), stopVerifying: async () => ok(null) },
    }),
  );
  await show(store, <VerifyDialog />);
  await act(async () => Promise.resolve());
  return [...document.querySelectorAll('li')].map((line) => line.textContent ?? '');
}

describe('what the check of a project found', () => {
  it('is said in the language of the window', async () => {
    const lines = await linesOf([
      { check: 'chain', ...finding('entry-altered', { n: 5, replica: 'ab12' }) },
      { check: 'copy', ...finding('copy-completed', { file: 'journal/ab12.ndjson', count: 1 }) },
    ]);

    expect(lines).toEqual([
      'Loggens kedja: post 5 av ab12 är inte vad dess kontrollsumma säger',
      'Loggens andra kopia: journal/ab12.ndjson saknade 1 post; den är skriven på nytt från project.db',
    ]);
  });

  it('says of a document what to do, and where it lies', async () => {
    const path = 'documents/0a/0a1b';
    const lines = await linesOf([
      {
        check: 'documents',
        code: 'document-missing',
        message: '“ett.txt” is not in the project.',
        details: { file: 'ett.txt', path },
      },
    ]);

    expect(lines[0]).toMatch(
      /^Dokumenten: ”ett.txt” finns inte kvar i projektmappen\..*\(documents/,
    );
  });

  it('says what main says of what a newer version found', async () => {
    const lines = await linesOf([
      { check: 'tables', code: 'not-known-here', message: 'the moon is full', details: {} },
    ]);

    expect(lines).toEqual(['Tabellerna: the moon is full']);
  });
});

describe('a check that nobody waits for any more', () => {
  it('is ended when the dialog closes, and what it says then is not shown the next time', async () => {
    const first = later<Reply<VerifyReport>>();
    const second = later<Reply<VerifyReport>>();
    const answers = [first, second];
    const asked: string[] = [];
    const store = createAppStore(
      apiDouble({
        projects: {
          verify: () => {
            asked.push('verify');
            return answers.shift()?.promise ?? Promise.reject(new Error('Asked once more'));
          },
          stopVerifying: async () => {
            asked.push('stop');
            return ok(null);
          },
        },
      }),
    );

    await show(store, <VerifyDialog />);
    forget();
    await show(store, <VerifyDialog />);
    await act(async () => first.resolve(refused('work-stopped')));

    expect(asked).toEqual(['verify', 'stop', 'verify']);
    expect(store.getState().verification.state).toBe('loading');
    await act(async () =>
      second.resolve(ok({ ok: true, entries: 1, replicas: 1, documents: 0, problems: [] })),
    );
    expect(document.querySelector('[role=status]')?.textContent).toBe('Allt stämmer');
  });
});
