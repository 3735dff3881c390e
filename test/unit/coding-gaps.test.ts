import { expect, it } from 'vitest';

import { EMPTY_ANSWER } from '../../shared/domain/answer';
import { IOP_CODEBOOK } from '../../shared/domain/codebook-iop';
import { findGaps } from '../../shared/domain/coding-gaps';
import { VariableId } from '../../shared/domain/ids';

const id = (text: string) => VariableId.parse(text);
const gaps = (answers: Parameters<typeof findGaps>[1]) =>
  findGaps(IOP_CODEBOOK, answers).map((variable) => variable.id);

it('finds every required variable without an answer, in codebook order', () => {
  expect(gaps(new Map())).toEqual([
    'public_actors',
    'civil_actors',
    'purpose',
    'start',
    'end',
    'target_group',
    'intervention_area',
  ]);
});

it('takes a kind of missing for an answer, and a note or a doubt for none', () => {
  const found = gaps(
    new Map([
      [id('start'), { ...EMPTY_ANSWER, missing: 'not_stated' as const }],
      [id('end'), { ...EMPTY_ANSWER, unsure: true, note: 'Page 4 is blurred' }],
    ]),
  );

  expect(found).not.toContain('start');
  expect(found).toContain('end');
});
