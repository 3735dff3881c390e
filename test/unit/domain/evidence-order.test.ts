import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Passage } from '../../../shared/domain/evidence';
import {
  compareInReading,
  inReadingOrder,
  stepThrough,
} from '../../../shared/domain/evidence-order';
import { DocumentId } from '../../../shared/domain/ids';

const [main, annex, other] = ['a', 'b', 'c'].map((letter) => DocumentId.parse(letter.repeat(64)));
const documents = [annex, main].filter((id) => id !== undefined);

const at = (
  document: DocumentId | undefined,
  page: number,
  start: number,
  end: number,
): Passage => ({
  document: document ?? DocumentId.parse('d'.repeat(64)),
  page,
  start,
  end,
  quote: 'x',
  prefix: '',
  suffix: '',
});

const passages = fc.array(
  fc
    .tuple(
      fc.constantFrom(main, annex, other),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
    )
    .map(([document, page, start, length]) => ({
      passage: at(document, page, start, start + length),
    })),
  { maxLength: 10 },
);

describe('evidence in the order of reading', () => {
  it('goes document by document, page by page, place by place', () => {
    const evidence = [
      { id: 'main 2', passage: at(main, 2, 0, 4) },
      { id: 'elsewhere', passage: at(other, 1, 0, 4) },
      { id: 'main 1, later', passage: at(main, 1, 30, 34) },
      { id: 'annex 9', passage: at(annex, 9, 0, 4) },
      { id: 'main 1, longer', passage: at(main, 1, 3, 12) },
      { id: 'main 1, shorter', passage: at(main, 1, 3, 8) },
    ];

    expect(inReadingOrder(evidence, documents).map(({ id }) => id)).toEqual([
      'annex 9',
      'main 1, shorter',
      'main 1, longer',
      'main 1, later',
      'main 2',
      'elsewhere',
    ]);
  });

  it('is the same order from whichever order one begins', () => {
    fc.assert(
      fc.property(passages, (evidence) => {
        const once = inReadingOrder(evidence, documents);
        const backwards = inReadingOrder(evidence.toReversed(), documents);

        expect(backwards.map(({ passage }) => passage)).toEqual(once.map(({ passage }) => passage));
        for (const [index, { passage }] of once.slice(1).entries()) {
          const before = once[index]?.passage ?? passage;
          expect(compareInReading(before, passage, documents)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

describe('stepThrough', () => {
  const items = [{ id: 'one' }, { id: 'two' }, { id: 'three' }];

  it('begins at the end that one comes from, and stops at the ends', () => {
    expect(stepThrough(items, null, 1)?.id).toBe('one');
    expect(stepThrough(items, 'gone', -1)?.id).toBe('three');
    expect(stepThrough(items, 'two', 1)?.id).toBe('three');
    expect(stepThrough(items, 'three', 1)?.id).toBe('three');
    expect(stepThrough([], 'one', 1)).toBeUndefined();
  });
});
