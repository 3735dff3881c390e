import type { Actor } from '../../shared/domain/actor';
import type { Value } from '../../shared/domain/answer';
import type { Fact, Truth } from '../../scripts/sample';
import { endAfter, addDays } from '../../scripts/sample/dates';
import { skeleton } from '../../shared/domain/detector/ocr';

/** The variables that the detector speaks of. */
export const VARIABLES = [
  'public_actors',
  'civil_actors',
  'purpose',
  'start',
  'end',
  'renewal',
  'target_group',
] as const;
export type MeasuredVariable = (typeof VARIABLES)[number];

/** Whether the document states the variable at all, so that silence would be a miss. */
export function isStated(truth: Truth, variable: MeasuredVariable): boolean {
  switch (variable) {
    case 'start':
    case 'end':
      return truth[variable] !== null;
    case 'renewal':
      // An agreement that says nothing of renewal has none, and nothing is to be found.
      return truth.evidence.some(({ fact }: { fact: Fact }) => fact === 'renewal');
    default:
      return true;
  }
}

/**
 * Whether a value is what the document says. Names and sentences may differ as far as a scan makes
 * them: nine tenths of their letter pairs shared (Dice). A ceiling by date is right when it is the
 * day that the number of times leads to.
 */
export function isRight(truth: Truth, variable: MeasuredVariable, value: Value): boolean {
  switch (variable) {
    case 'public_actors':
      return (
        value.type === 'actors' &&
        sameSet(
          value.actors.map(({ id }) => id),
          truth.parties.flatMap((party) => (party.role === 'public' ? [party.publicBody] : [])),
        )
      );
    case 'civil_actors':
      return value.type === 'actors' && sameNames(value.actors, truth);
    case 'purpose':
      return value.type === 'text' && alike(value.text, truth.purpose);
    case 'start':
      return value.type === 'date' && value.date === truth.start;
    case 'end':
      return value.type === 'end' && value.end === truth.end;
    case 'target_group':
      return value.type === 'category' && value.category === truth.targetGroup;
    case 'renewal': {
      if (value.type !== 'renewal') return false;
      const { kind, periodMonths, noticeMonths, ceiling } = truth.renewal;
      const told = value.renewal;
      return (
        told.kind === kind &&
        told.periodMonths === periodMonths &&
        told.noticeMonths === noticeMonths &&
        (told.ceiling === ceiling || told.ceiling === ceilingDay(truth))
      );
    }
  }
}

function ceilingDay({ renewal, end }: Truth): string | null {
  const { ceiling, periodMonths } = renewal;
  if (typeof ceiling !== 'number' || periodMonths === null || end?.length !== 10) return null;
  return endAfter(addDays(end, 1), periodMonths * ceiling);
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const sorted = (ids: readonly string[]) => [...new Set(ids)].sort().join('\n');
  return sorted(one) === sorted(other);
}

function sameNames(actors: readonly Actor[], truth: Truth): boolean {
  const wanted = truth.parties.flatMap((party) => (party.role === 'civil' ? [party.name] : []));
  return (
    actors.length === wanted.length &&
    actors.every(({ name }) => wanted.some((each) => alike(name, each)))
  );
}

/** Dice's coefficient over pairs of letters, of at least nine tenths. */
function alike(one: string, other: string): boolean {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  let shared = 0;
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0);
  const size = (pairs: Map<string, number>) => [...pairs.values()].reduce((sum, n) => sum + n, 0);
  return (2 * shared) / (size(a) + size(b)) >= 0.9;
}

function pairsOf(text: string): Map<string, number> {
  const letters =
    skeleton(text).replaceAll(' ', '') + skeleton(text.slice(400)).replaceAll(' ', '');
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = letters.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
