import { type Actor, foldName, sameActors } from './actor';
import { isCoded, type MissingKind, OPEN_ENDED, type Renewal, type SettledAnswer } from './answer';
import type { Value } from './answer';
import type { Variable } from './codebook';
import type { CategoryId } from './ids';
import { type DatePrecision, type PartialDate, precisionOf, sameDate } from './partial-date';

/**
 * What two answers to the same variable differ in. Some differences are shown without being a
 * disagreement: those of kind `precision`, `secondary`, `units`, `renewal-detail` and `text`.
 */
type Difference =
  | { kind: 'missing'; a: MissingKind | null; b: MissingKind | null }
  | { kind: 'category'; a: CategoryId; b: CategoryId }
  | { kind: 'secondary'; onlyA: CategoryId[]; onlyB: CategoryId[] }
  | { kind: 'actors'; onlyA: Actor[]; onlyB: Actor[] }
  | { kind: 'units'; actors: string[] }
  | { kind: 'date'; from: DatePrecision }
  | { kind: 'precision'; a: DatePrecision; b: DatePrecision }
  | { kind: 'open-ended'; openEnded: 'a' | 'b' }
  | { kind: 'renewal'; parts: RenewalPart[] }
  | { kind: 'renewal-detail'; parts: RenewalPart[] }
  | { kind: 'text' };

type RenewalPart = 'kind' | 'periodMonths' | 'noticeMonths' | 'ceiling';

interface Comparison {
  /** False: a disagreement, which somebody has to settle. */
  same: boolean;
  /** What to show; may be there also when `same`. `null` when nothing differs. */
  difference: Difference | null;
}

const alike: Comparison = { same: true, difference: null };
const shown = (difference: Difference): Comparison => ({ same: true, difference });
const disagree = (difference: Difference): Comparison => ({ same: false, difference });

/**
 * Compares two answers to one variable.
 *
 * - A value against a kind of missing, and two different kinds of missing, disagree.
 * - Single choice: by category; secondary ones are shown.
 * - Actors: as sets of ids, whatever they were called; units are shown.
 * - Dates: at the coarser precision (`2024` and `2024-03-01` are the same). Open-ended is no date.
 * - Renewal: in kind, and in each number that both state.
 * - Text: never a disagreement; a difference in more than case, space, quotes, kinds of dash and
 *   closing punctuation is shown.
 *
 * Symmetric, and every answer is the same as itself; but not transitive, since `2024` is the same as
 * two days that are not the same as each other. Throws when an answer is not coded: that is no
 * answer at all, and the caller has left it out.
 */
export function compareAnswers(variable: Variable, a: SettledAnswer, b: SettledAnswer): Comparison {
  if (!isCoded(a) || !isCoded(b)) {
    throw new TypeError(`An answer to ${variable.id} that is not coded cannot be compared`);
  }
  if (a.value === null || b.value === null) {
    return a.value === null && b.value === null && a.missing === b.missing
      ? alike
      : disagree({ kind: 'missing', a: a.missing, b: b.missing });
  }
  return compareValues(a.value, b.value);
}

function compareValues(a: Value, b: Value): Comparison {
  if (a.type === 'category' && b.type === 'category') return compareCategories(a, b);
  if (a.type === 'actors' && b.type === 'actors') return compareActors(a.actors, b.actors);
  if (a.type === 'date' && b.type === 'date') return compareDates(a.date, b.date);
  if (a.type === 'end' && b.type === 'end') return compareEnds(a.end, b.end);
  if (a.type === 'renewal' && b.type === 'renewal') return compareRenewals(a.renewal, b.renewal);
  if (a.type === 'text' && b.type === 'text') {
    return foldName(a.text) === foldName(b.text) ? alike : shown({ kind: 'text' });
  }
  throw new TypeError(`Values of type ${a.type} and ${b.type} do not answer the same variable`);
}

type CategoryValue = Extract<Value, { type: 'category' }>;

function compareCategories(a: CategoryValue, b: CategoryValue): Comparison {
  if (a.category !== b.category) {
    return disagree({ kind: 'category', a: a.category, b: b.category });
  }
  const onlyA = a.secondary.filter((id) => !b.secondary.includes(id));
  const onlyB = b.secondary.filter((id) => !a.secondary.includes(id));
  return onlyA.length + onlyB.length === 0 ? alike : shown({ kind: 'secondary', onlyA, onlyB });
}

function compareActors(a: readonly Actor[], b: readonly Actor[]): Comparison {
  if (!sameActors(a, b)) {
    const without = (these: readonly Actor[], those: readonly Actor[]) =>
      these.filter((actor) => !those.some(({ id }) => id === actor.id));
    return disagree({ kind: 'actors', onlyA: without(a, b), onlyB: without(b, a) });
  }
  const ids = [...new Set(a.map(({ id }) => id))];
  const actors = ids.filter((id) => unitsOf(a, id) !== unitsOf(b, id));
  return actors.length === 0 ? alike : shown({ kind: 'units', actors });
}

function unitsOf(actors: readonly Actor[], id: string): string {
  const units = actors.filter((actor) => actor.id === id).map(({ unit }) => foldName(unit ?? ''));
  return [...new Set(units)].sort().join('\n');
}

function compareDates(a: PartialDate, b: PartialDate): Comparison {
  if (a === b) return alike;
  if (sameDate(a, b)) {
    return shown({ kind: 'precision', a: precisionOf(a), b: precisionOf(b) });
  }
  const sameUpTo = (length: number) => a.slice(0, length) === b.slice(0, length);
  return disagree({ kind: 'date', from: !sameUpTo(4) ? 'year' : !sameUpTo(7) ? 'month' : 'day' });
}

type End = Extract<Value, { type: 'end' }>['end'];

function compareEnds(a: End, b: End): Comparison {
  if (a === OPEN_ENDED || b === OPEN_ENDED) {
    return a === b
      ? alike
      : disagree({ kind: 'open-ended', openEnded: a === OPEN_ENDED ? 'a' : 'b' });
  }
  return compareDates(a, b);
}

const renewalNumbers = ['periodMonths', 'noticeMonths', 'ceiling'] as const;

function compareRenewals(a: Renewal, b: Renewal): Comparison {
  if (a.kind !== b.kind) return disagree({ kind: 'renewal', parts: ['kind'] });
  const differing = renewalNumbers.filter((part) => a[part] !== b[part]);
  const contradicted = differing.filter(
    (part) => a[part] !== null && b[part] !== null && !sameCeiling(a[part], b[part]),
  );
  if (contradicted.length > 0) return disagree({ kind: 'renewal', parts: contradicted });
  return differing.length === 0 ? alike : shown({ kind: 'renewal-detail', parts: differing });
}

function sameCeiling(a: Renewal['ceiling'], b: Renewal['ceiling']): boolean {
  return typeof a === 'string' && typeof b === 'string' ? sameDate(a, b) : a === b;
}
