// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';

import { StagePill, type StagePillProps } from '../../../renderer/features/agreements/StagePill';
import { createAppStore } from '../../../renderer/store';
import { apiDouble } from './api-double';
import { forget, one, show } from './render';

afterEach(forget);

async function pillOf(row: StagePillProps['row']): Promise<string[]> {
  await show(createAppStore(apiDouble({})), <StagePill row={row} />);
  const pill = one('span');
  return [pill.textContent ?? '', pill.title];
}

describe('the stage of an agreement', () => {
  it('is one’s own coding where the others have all submitted, and says why it goes on', async () => {
    expect(await pillOf({ stage: 'coding', own: 'draft', submitted: 2 })).toEqual([
      'Kodas av dig',
      'Andra har lämnat in sina kodningar. Hur det står till mellan dem ser du när du själv har lämnat in.',
    ]);
  });

  it('is being coded where somebody else does', async () => {
    expect(await pillOf({ stage: 'coding', own: 'none', submitted: 1 })).toEqual(['Kodas', '']);
  });

  it('is what it has come to for those who may know', async () => {
    expect(await pillOf({ stage: 'to-settle', own: 'submitted', submitted: 2 })).toEqual([
      'Att fastställa',
      '',
    ]);
  });
});
