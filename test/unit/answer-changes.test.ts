import { describe, expect, it } from 'vitest';

import { actorByName } from '../../shared/domain/actor';
import { EMPTY_ANSWER } from '../../shared/domain/answer';
import {
  actorsValue,
  addActor,
  chooseCategory,
  sameAnswer,
  toggleSecondary,
} from '../../shared/domain/answer-changes';
import { type Category, categoryOf } from '../../shared/domain/codebook';
import { area, targetGroup } from './domain/builders';

function category(id: string): Category {
  const found = categoryOf(area, id) ?? categoryOf(targetGroup, id);
  if (found === undefined) throw new Error(`No category ${id}`);
  return found;
}

describe('choosing a category', () => {
  it('keeps the secondary ones but for the one that is now the overriding', () => {
    const first = chooseCategory(null, category('safety'));
    const both = toggleSecondary(area, first, category('other'));
    const three = toggleSecondary(area, both, category('disability'));

    expect(three).toEqual({
      type: 'category',
      category: 'safety',
      secondary: ['disability', 'other'],
    });
    expect(chooseCategory(three, category('other'))).toEqual({
      type: 'category',
      category: 'other',
      secondary: ['disability'],
    });
  });

  it('takes a secondary one back when it is given again', () => {
    const first = chooseCategory(null, category('safety'));
    const both = toggleSecondary(area, first, category('other'));

    expect(toggleSecondary(area, both, category('other'))).toEqual(first);
  });

  it('notes nothing as secondary without an overriding one, or where the variable has none', () => {
    const adults = chooseCategory(null, category('adults'));

    expect(toggleSecondary(area, null, category('other'))).toBeNull();
    expect(toggleSecondary(targetGroup, adults, category('elderly'))).toBe(adults);
    expect(
      toggleSecondary(area, chooseCategory(null, category('other')), category('other')),
    ).toEqual(chooseCategory(null, category('other')));
  });
});

describe('actors', () => {
  it('are added once, and once for each board that signed', () => {
    const actors = [
      actorByName('Solna stad'),
      actorByName('SOLNA STAD'),
      actorByName('Solna stad', 'Socialnämnden'),
    ];

    expect(actors.reduce(addActor, [] as typeof actors)).toHaveLength(2);
  });

  it('are no value when there is none', () => {
    expect(actorsValue([])).toBeNull();
  });
});

it('tells two answers apart by what they say, not by the order of their parts', () => {
  const a = { ...EMPTY_ANSWER, value: chooseCategory(null, category('safety')) };
  const b = {
    note: '',
    unsure: false,
    missing: null,
    value: { secondary: [], category: a.value.category, type: 'category' as const },
  };

  expect(sameAnswer(a, b)).toBe(true);
  expect(sameAnswer(a, { ...a, unsure: true })).toBe(false);
});
