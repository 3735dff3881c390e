import { expect, it } from 'vitest';

import { otherWays } from '../../../shared/domain/search-other-ways';
import { withoutQuotes } from '../../../shared/domain/search-query';

const ways = (typed: string): string[] =>
  otherWays(typed).map(({ kind, text }) => `${kind}: ${text}`);

it('tries one word without å, ä and ö, and its beginnings from the longest', () => {
  expect(ways('Förskolan')).toEqual(['plain: forskolan', 'shorter: förskol', 'shorter: försk']);
});

it('tries the words of a phrase apart, then each alone, the longest first', () => {
  expect(ways('"samverkan om barn"')).toEqual([
    'apart: samverkan om barn',
    'fewer: samverkan',
    'fewer: barn',
  ]);
});

it('tries nothing where nothing was typed, or no more than a short word', () => {
  expect([ways(''), ways('  '), ways('barn'), ways('-barn')]).toEqual([[], [], [], []]);
});

it('is named without the quotation marks it stands in', () => {
  expect(['"barn och unga"', '”barn”', 'barn "och" unga', '"', '""'].map(withoutQuotes)).toEqual([
    'barn och unga',
    'barn',
    'barn "och" unga',
    '"',
    '""',
  ]);
});
