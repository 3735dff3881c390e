import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Actor, actorByName, foldName, sameActors } from '../../../shared/domain/actor';
import { anyName } from './builders';

describe('folding a name', () => {
  it.each([
    ['Rädda  Barnen', 'rädda barnen'],
    ['RÄDDA BARNEN.', 'rädda barnen'],
    ['Ra\u0308dda Barnen', 'rädda barnen'],
    ['Föreningen ”Ada”', 'föreningen ada'],
    ['Enskede–Årsta', 'enskede-årsta'],
    ['Stads\u00admissionen', 'stadsmissionen'],
    ['Jouren,\n Borås ;', 'jouren, borås'],
  ])('makes %j into %j', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('keeps å, ä and ö as letters of their own', () => {
    expect(foldName('Håbo')).not.toBe(foldName('Habo'));
  });

  const awkward = fc
    .array(
      fc.constantFrom('e', 'I', 'İ', '\u0301', '\u0307', '\u200b', '\u00ad', '"', '´', '.', ' '),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join(''));

  it('is the same the second time', () => {
    fc.assert(
      fc.property(fc.oneof(anyName, awkward, fc.string({ unit: 'binary' })), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('an actor by name', () => {
  it('is a valid actor with a readable name', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(Actor.safeParse(actorByName(name)).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(actorByName('  Rädda\n Barnen ', 'Kansliet')).toEqual({
      id: 'name:rädda barnen',
      name: 'Rädda Barnen',
      unit: 'Kansliet',
    });
  });
});

describe('two sets of actors', () => {
  const sets = fc.array(
    fc.constantFrom('Ada', 'ADA', 'Bojen', 'Qjouren').map((name) => actorByName(name)),
    { maxLength: 4 },
  );

  it('are the same whatever the order, the spelling and the repetitions', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        const ids = (set: Actor[]) => new Set(set.map(({ id }) => id));
        const equal = ids(a).size === ids(b).size && [...ids(a)].every((id) => ids(b).has(id));
        expect(sameActors(a, b)).toBe(equal);
        expect(sameActors(a, [...a, ...a].toReversed())).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('are not told apart by unit', () => {
    expect(sameActors([actorByName('Ada', 'X')], [actorByName('Ada')])).toBe(true);
  });
});
