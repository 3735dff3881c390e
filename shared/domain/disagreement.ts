import { type Actor, foldName } from './actor';
import { isCoded, OPEN_ENDED, type Renewal, type SettledAnswer, type Value } from './answer';
import { assertNever } from './assert-never';
import type { Variable } from './codebook';
import { compareAnswers } from './comparison';
import type { PartialDate } from './partial-date';

/** What one reviewer said in a submitted coding; `null` when the variable was not coded in it. */
interface ReviewerAnswer<Reviewer extends string = string> {
  reviewer: Reviewer;
  answer: SettledAnswer | null;
}

/** An answer and everyone who gave it, in the order of the codings. */
export interface Reading<Reviewer extends string = string> {
  answer: SettledAnswer;
  reviewers: Reviewer[];
}

/**
 * How the submitted codings of one agreement stand on one variable.
 *
 * - `not-coded`: nobody answered it; there is nothing to settle.
 * - `single`: one reviewer answered it, so there is nothing to compare with.
 * - `agreed`: two or more answered the same; `settled` is what the one step that settles all
 *   agreed variables records as *unanimous*.
 * - `text-differs`: everyone gave a text, and the wordings differ. No disagreement, but somebody has
 *   to choose the wording; `proposal` is the fullest.
 * - `disputed`: at least two answers disagree.
 */
type Verdict<Reviewer extends string = string> =
  | { kind: 'not-coded' }
  | { kind: 'single'; reading: Reading<Reviewer> }
  | { kind: 'agreed'; settled: SettledAnswer; readings: Reading<Reviewer>[] }
  | { kind: 'text-differs'; proposal: SettledAnswer; readings: Reading<Reviewer>[] }
  | { kind: 'disputed'; readings: Reading<Reviewer>[] };

/**
 * The verdict on one variable from the answers of all submitted codings; every pair must be the same
 * for it to be agreed. What is not coded is no answer: a variable that one of two reviewers left out
 * is `single`, not disputed. The order of the answers never changes the kind of the verdict.
 */
export function verdictOf<Reviewer extends string>(
  variable: Variable,
  answers: readonly ReviewerAnswer<Reviewer>[],
): Verdict<Reviewer> {
  const given = answers.flatMap(({ reviewer, answer }) =>
    answer !== null && isCoded(answer)
      ? [{ reviewer, answer: { value: answer.value, missing: answer.missing } }]
      : [],
  );
  const [first, second] = given;
  if (first === undefined) return { kind: 'not-coded' };
  if (second === undefined) {
    return { kind: 'single', reading: { answer: first.answer, reviewers: [first.reviewer] } };
  }

  const readings = readingsOf(variable, given);
  const said = given.map(({ answer }) => answer);
  if (!everyPair(said, (a, b) => compareAnswers(variable, a, b).same)) {
    return { kind: 'disputed', readings };
  }
  if (first.answer.value?.type === 'text' && readings.length > 1) {
    return { kind: 'text-differs', proposal: fullest(said, first.answer), readings };
  }
  return { kind: 'agreed', settled: commonAnswer(said, first.answer), readings };
}

/**
 * Groups the answers in which nothing differs, not even what is only shown: each group is one line
 * on the screen. What belongs together has its answer from the first who gave it.
 */
function readingsOf<Reviewer extends string>(
  variable: Variable,
  given: readonly { reviewer: Reviewer; answer: SettledAnswer }[],
): Reading<Reviewer>[] {
  const readings: Reading<Reviewer>[] = [];
  for (const { reviewer, answer } of given) {
    const known = readings.find(
      (reading) => compareAnswers(variable, reading.answer, answer).difference === null,
    );
    if (known) known.reviewers.push(reviewer);
    else readings.push({ answer, reviewers: [reviewer] });
  }
  return readings;
}

/**
 * The answer that answers which are all the same have in common. It claims what every one of them
 * says and no more, so that *unanimous* is true of it:
 *
 * - a date has the coarsest of their precisions, the most precise date that all share;
 * - secondary categories and the numbers of a renewal stay when everyone gave them;
 * - an actor, which is the same by id, has its name from the first answer, and the units that
 *   everyone gave.
 */
function commonAnswer(answers: readonly SettledAnswer[], first: SettledAnswer): SettledAnswer {
  if (first.value === null) return first;
  const values = answers.flatMap(({ value }) => (value === null ? [] : [value]));
  return { value: commonValue(values, first.value), missing: null };
}

function commonValue(values: readonly Value[], first: Value): Value {
  switch (first.type) {
    case 'text':
      return first;
    case 'category': {
      const sets = values.flatMap((value) => (value.type === 'category' ? [value.secondary] : []));
      const secondary = first.secondary.filter((id) => sets.every((set) => set.includes(id)));
      return { ...first, secondary };
    }
    case 'date': {
      const dates = values.flatMap((value) => (value.type === 'date' ? [value.date] : []));
      return { type: 'date', date: coarsest(dates, first.date) };
    }
    case 'end': {
      if (first.end === OPEN_ENDED) return first;
      const dates = values.flatMap((value) =>
        value.type === 'end' && value.end !== OPEN_ENDED ? [value.end] : [],
      );
      return { type: 'end', end: coarsest(dates, first.end) };
    }
    case 'renewal': {
      const renewals = values.flatMap((value) => (value.type === 'renewal' ? [value.renewal] : []));
      return { type: 'renewal', renewal: commonRenewal(renewals, first.renewal) };
    }
    case 'actors': {
      const sets = values.flatMap((value) => (value.type === 'actors' ? [value.actors] : []));
      return { type: 'actors', actors: commonActors(sets, first.actors) };
    }
    default:
      return assertNever(first);
  }
}

function coarsest(dates: readonly PartialDate[], first: PartialDate): PartialDate {
  return dates.reduce((shortest, date) => (date.length < shortest.length ? date : shortest), first);
}

function commonRenewal(renewals: readonly Renewal[], first: Renewal): Renewal {
  const unlessOneIsSilent = <T>(part: T | null, parts: readonly (T | null)[]) =>
    parts.includes(null) ? null : part;
  const ceilings = renewals.map(({ ceiling }) => ceiling);
  const dates = ceilings.flatMap((ceiling) => (typeof ceiling === 'string' ? [ceiling] : []));
  return {
    kind: first.kind,
    periodMonths: unlessOneIsSilent(
      first.periodMonths,
      renewals.map(({ periodMonths }) => periodMonths),
    ),
    noticeMonths: unlessOneIsSilent(
      first.noticeMonths,
      renewals.map(({ noticeMonths }) => noticeMonths),
    ),
    ceiling: unlessOneIsSilent(
      typeof first.ceiling === 'string' ? coarsest(dates, first.ceiling) : first.ceiling,
      ceilings,
    ),
  };
}

function commonActors(sets: readonly (readonly Actor[])[], first: readonly Actor[]): Actor[] {
  return [...new Set(first.map(({ id }) => id))].flatMap((id) => {
    const own = first.filter((actor) => actor.id === id);
    const others = sets.map((set) => new Set(set.flatMap(unitOf(id))));
    const shared = own.filter(({ unit }) => others.every((units) => units.has(foldedUnit(unit))));
    return shared.length > 0 ? shared : own.slice(0, 1).map((actor) => ({ ...actor, unit: null }));
  });
}

const foldedUnit = (unit: string | null): string => foldName(unit ?? '');

const unitOf =
  (id: string) =>
  (actor: Actor): string[] =>
    actor.id === id ? [foldedUnit(actor.unit)] : [];

function fullest(answers: readonly SettledAnswer[], first: SettledAnswer): SettledAnswer {
  const length = ({ value }: SettledAnswer) => (value?.type === 'text' ? value.text.length : 0);
  return answers.reduce((best, answer) => (length(answer) > length(best) ? answer : best), first);
}

function everyPair<T>(items: readonly T[], holds: (a: T, b: T) => boolean): boolean {
  return items.every((a, at) => items.slice(at + 1).every((b) => holds(a, b)));
}
