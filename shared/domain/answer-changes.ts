import type { Actor } from './actor';
import type { Answer, MissingKind, Value } from './answer';
import { canonicalJson } from './canonical-json';
import type { Category, Variable } from './codebook';
import { RENEWAL_KINDS, withKind } from './typed-renewal';

/** What a reviewer does to an answer, as functions from one answer to the next. */

/** The answer with that value; a kind of missing gives way to it. `null` takes the value away. */
export function withValue(answer: Answer, value: Value | null): Answer {
  return { ...answer, value, missing: value === null ? answer.missing : null };
}

/** The answer with that kind of missing; the value gives way to it. */
export function withMissing(answer: Answer, missing: MissingKind | null): Answer {
  return { ...answer, missing, value: missing === null ? answer.value : null };
}

type CategoryValue = Extract<Value, { type: 'category' }>;

const categoryValue = (value: Value | null): CategoryValue | null =>
  value?.type === 'category' ? value : null;

/** Chooses a category; one that was secondary is so no longer, and the other secondary ones stay. */
export function chooseCategory(value: Value | null, category: Category): CategoryValue {
  const secondary = categoryValue(value)?.secondary ?? [];
  return {
    type: 'category',
    category: category.id,
    secondary: secondary.filter((id) => id !== category.id),
  };
}

/**
 * Notes a category as secondary or takes that back, in codebook order. Unchanged while there is no
 * overriding category, for the overriding one itself, and where the variable has none.
 */
export function toggleSecondary(
  variable: Variable,
  value: Value | null,
  category: Category,
): Value | null {
  const chosen = categoryValue(value);
  if (chosen === null || !variable.secondary || chosen.category === category.id) return value;
  const wanted = chosen.secondary.includes(category.id)
    ? chosen.secondary.filter((id) => id !== category.id)
    : [...chosen.secondary, category.id];
  const inOrder = variable.categories.map(({ id }) => id).filter((id) => wanted.includes(id));
  return { ...chosen, secondary: inOrder };
}

/**
 * The value that a digit key chooses: the category or kind of renewal at that place, from 1. `null`
 * where there is none, and for variables that are not chosen from a list.
 */
export function valueAtPlace(
  variable: Variable,
  before: Value | null,
  place: number,
): Value | null {
  if (variable.type === 'category') {
    const category = variable.categories[place - 1];
    return category === undefined ? null : chooseCategory(before, category);
  }
  const kind = variable.type === 'renewal' ? RENEWAL_KINDS[place - 1] : undefined;
  if (kind === undefined) return null;
  const renewal = before?.type === 'renewal' ? before.renewal : null;
  return { type: 'renewal', renewal: withKind(renewal, kind) };
}

/** The actors with one more; one that is there already is not added again. */
export function addActor(actors: readonly Actor[], actor: Actor): Actor[] {
  const isThere = actors.some(({ id, unit }) => id === actor.id && unit === actor.unit);
  return isThere ? [...actors] : [...actors, actor];
}

/** The value that a list of actors is; none when it is empty. */
export function actorsValue(actors: readonly Actor[]): Value | null {
  return actors.length === 0 ? null : { type: 'actors', actors: [...actors] };
}

/** Whether two answers say the same, so that recording the second would record nothing new. */
export function sameAnswer(a: Answer, b: Answer): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
