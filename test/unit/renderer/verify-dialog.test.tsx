// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';

import { finding } from '../../../main/store/findings';
import { VerifyDialog } from '../../../renderer/features/settings/VerifyDialog';
import { createAppStore } from '../../../renderer/store';
import type { VerifyReport } from '../../../shared/ipc/shapes';
import { apiDouble, ok } from './api-double';
import { forget, show } from './render';

afterEach(forget);

async function linesOf(problems: VerifyReport['problems']): Promise<string[]> {
  const report = { ok: false, entries: 11, replicas: 1, documents: 2, problems };
  const store = createAppStore(apiDouble({ projects: { verify: async () => ok(report) } }));
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
