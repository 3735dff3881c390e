import { z } from 'zod';

import { Actor } from './actor';
import type { Variable } from './codebook';
import { CategoryId } from './ids';
import { PartialDate } from './partial-date';

/** Why there is no value; *not coded yet* is none of them but the absence of an answer. */
export const MissingKind = z.enum([
  'not_stated',
  'illegible',
  'page_missing',
  'not_applicable',
  'cannot_decide',
]);
export type MissingKind = z.output<typeof MissingKind>;

/** How an agreement goes on after its end. Lengths in months; `ceiling` is how many times at most, or until when. */
export const Renewal = z.object({
  kind: z.enum(['none', 'automatic', 'by_agreement']),
  periodMonths: z.int().positive().max(1200).nullable(),
  noticeMonths: z.int().positive().max(1200).nullable(),
  ceiling: z.union([z.int().positive().max(1000), PartialDate]).nullable(),
});
export type Renewal = z.output<typeof Renewal>;

export const OPEN_ENDED = 'open-ended';

export const Value = z.discriminatedUnion('type', [
  z.object({ type: z.literal('actors'), actors: z.array(Actor).min(1).max(200) }),
  z.object({ type: z.literal('text'), text: z.string().trim().min(1).max(20_000) }),
  z.object({ type: z.literal('date'), date: PartialDate }),
  z.object({ type: z.literal('end'), end: z.union([PartialDate, z.literal(OPEN_ENDED)]) }),
  z.object({ type: z.literal('renewal'), renewal: Renewal }),
  z.object({
    type: z.literal('category'),
    category: CategoryId,
    secondary: z.array(CategoryId).max(20),
  }),
]);
export type Value = z.output<typeof Value>;

/** One reviewer's answer to one variable: a value or a kind of missing, never both; perhaps neither yet. */
export const Answer = z
  .object({
    value: Value.nullable(),
    missing: MissingKind.nullable(),
    unsure: z.boolean(),
    note: z.string().max(20_000),
  })
  .refine((answer) => answer.value === null || answer.missing === null);
export type Answer = z.output<typeof Answer>;

/** What counts in the end: an answer without its reviewer's doubts. */
export type SettledAnswer = Pick<Answer, 'value' | 'missing'>;

export const EMPTY_ANSWER: Answer = { value: null, missing: null, unsure: false, note: '' };

/** True when the variable has been coded: a value or a kind of missing was given. */
export function isCoded(answer: SettledAnswer): boolean {
  return answer.value !== null || answer.missing !== null;
}

/** True when nothing at all was said: such an answer is the same as none. */
export function isEmpty(answer: Answer): boolean {
  return !isCoded(answer) && !answer.unsure && answer.note === '';
}

const valueTypes = {
  'public-actors': 'actors',
  'civil-actors': 'actors',
  text: 'text',
  date: 'date',
  'end-date': 'end',
  renewal: 'renewal',
  category: 'category',
} as const satisfies Record<Variable['type'], Value['type']>;

/** Without renewal there are no lengths: `none` stands alone. */
export function isPossibleRenewal({ kind, ...lengths }: Renewal): boolean {
  return kind !== 'none' || Object.values(lengths).every((length) => length === null);
}

/**
 * Whether the value is of the kind that the variable asks for, names only categories it has, and does
 * not contradict itself.
 */
export function fitsVariable(variable: Variable, value: Value): boolean {
  if (value.type !== valueTypes[variable.type]) return false;
  if (value.type === 'renewal') return isPossibleRenewal(value.renewal);
  if (value.type !== 'category') return true;
  const has = (id: string) => variable.categories.some((category) => category.id === id);
  return (
    has(value.category) &&
    value.secondary.every(has) &&
    (variable.secondary || value.secondary.length === 0) &&
    !value.secondary.includes(value.category) &&
    new Set(value.secondary).size === value.secondary.length
  );
}
