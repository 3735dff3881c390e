import { describe, expect, it } from 'vitest';

import {
  differentRows,
  shownRows,
  stepThrough,
  templatePieces,
} from '../../../renderer/features/duplicates/pair-rows';
import type { DifferenceRow, PieceKind } from '../../../shared/domain/similarity/difference';

const rows: DifferenceRow[] = (['same', 'slip', 'changed', 'same', 'same', 'only'] as const).map(
  (kind: PieceKind) => ({ kind, a: [], b: [], pageA: 1, pageB: 1 }),
);

describe('the rows of a difference', () => {
  it('are all shown, or those alike counted', () => {
    const kinds = (onlyDifferences: boolean, slips: boolean): (string | number)[] =>
      shownRows(rows, { onlyDifferences, slips }).map((each) =>
        each.kind === 'gap' ? each.count : each.row.kind,
      );

    expect(kinds(false, false)).toEqual(['same', 'slip', 'changed', 'same', 'same', 'only']);
    expect(kinds(true, false)).toEqual([2, 'changed', 2, 'only']);
    expect(kinds(true, true)).toEqual([1, 'slip', 'changed', 2, 'only']);
  });

  it('are stepped through from end to end', () => {
    const places = differentRows(rows, false);

    expect(places).toEqual([2, 5]);
    expect(stepThrough(places, null, 1)).toBe(2);
    expect(stepThrough(places, 2, 1)).toBe(5);
    expect(stepThrough(places, 5, 1)).toBe(5);
    expect(stepThrough(places, null, -1)).toBe(5);
    expect(stepThrough([], null, 1)).toBeNull();
  });
});

describe('a paragraph held against its template', () => {
  it('is cut into what the template gave and what is its own, words alone', () => {
    const text = '3. Avtalet gäller från 2024-01-01, dock längst två år.';
    const place = (words: string) => ({
      start: 100 + text.indexOf(words),
      end: 100 + text.indexOf(words) + words.length,
    });
    const pieces = templatePieces(
      [{ kind: 'same', text, start: 100 }],
      [place('Avtalet gäller från'), place('dock längst')],
    );

    expect(pieces.filter(({ isTemplate }) => !isTemplate).map((each) => each.text)).toEqual([
      '2024-01-01',
      'två år',
    ]);
    expect(pieces.map((each) => each.text).join('')).toBe(text);
  });
});
