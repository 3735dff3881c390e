import fc from 'fast-check';

import { type Actor, actorByName } from '../../../shared/domain/actor';
import {
  MissingKind,
  type Renewal,
  type SettledAnswer,
  Value,
} from '../../../shared/domain/answer';
import { type Variable, variableOf } from '../../../shared/domain/codebook';
import { IOP_CODEBOOK } from '../../../shared/domain/codebook-iop';
import { type PartialDate, parsePartialDate } from '../../../shared/domain/partial-date';

/** The built-in codebook's variable with that id. */
function variable(id: string): Variable {
  const found = variableOf(IOP_CODEBOOK, id);
  if (found === undefined) throw new Error(`The codebook has no ${id}`);
  return found;
}

export const targetGroup = variable('target_group');
export const area = variable('intervention_area');
export const start = variable('start');
export const end = variable('end');
export const renewal = variable('renewal');
export const purpose = variable('purpose');
export const publicActors = variable('public_actors');
export const civilActors = variable('civil_actors');

export function date(text: string): PartialDate {
  const parsed = parsePartialDate(text);
  if (parsed === null) throw new Error(`${text} is no date`);
  return parsed;
}

const given = (value: unknown): SettledAnswer => ({ value: Value.parse(value), missing: null });

export const missing = (kind: MissingKind): SettledAnswer => ({ value: null, missing: kind });
export const said = (category: string, ...secondary: string[]) =>
  given({ type: 'category', category, secondary });
export const on = (text: string) => given({ type: 'date', date: text });
export const until = (text: string) => given({ type: 'end', end: text });
export const wrote = (text: string) => given({ type: 'text', text });
export const actors = (...list: (Actor | string)[]) =>
  given({
    type: 'actors',
    actors: list.map((actor) => (typeof actor === 'string' ? actorByName(actor) : actor)),
  });
export const renews = (parts: Partial<Renewal>) =>
  given({
    type: 'renewal',
    renewal: {
      kind: 'automatic',
      periodMonths: null,
      noticeMonths: null,
      ceiling: null,
      ...parts,
    },
  });

const twoDigits = (n: number) => String(n).padStart(2, '0');

/** Any partial date, of any precision. */
export const anyDate = fc
  .record({
    year: fc.integer({ min: 1990, max: 2035 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    precision: fc.constantFrom(4, 7, 10),
  })
  .map(({ year, month, day, precision }) =>
    date(`${year}-${twoDigits(month)}-${twoDigits(day)}`.slice(0, precision)),
  );

/** Names as people and attackers write them. */
export const anyName = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc
      .array(
        fc.constantFrom('Rädda', 'Barnen', 'Borås', ';', '(', ')', '"', ',', '-', "'", '0184', '='),
        { minLength: 1, maxLength: 7 },
      )
      .map((parts) => parts.join(' ')),
  )
  .map((name) => name.normalize('NFC').replace(/\s+/g, ' ').trim())
  .filter((name) => name !== '' && name.length <= 250);

/** Without renewal there are no lengths. */
const withoutLengths = (parts: Renewal): Renewal =>
  parts.kind === 'none'
    ? { kind: 'none', periodMonths: null, noticeMonths: null, ceiling: null }
    : parts;

export const anyRenewal: fc.Arbitrary<Renewal> = fc
  .record<Renewal>({
    kind: fc.constantFrom('none', 'automatic', 'by_agreement'),
    periodMonths: fc.option(fc.integer({ min: 1, max: 1200 })),
    noticeMonths: fc.option(fc.integer({ min: 1, max: 1200 })),
    ceiling: fc.option(fc.oneof(fc.integer({ min: 1, max: 1000 }), anyDate)),
  })
  .map(withoutLengths);

/** Any answer to a variable: mostly few distinct values, so that reviewers often meet. */
export function anyAnswer(to: Variable): fc.Arbitrary<SettledAnswer> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...MissingKind.options).map(missing) },
    { weight: 4, arbitrary: anyValue(to).map((value) => ({ value, missing: null })) },
  );
}

export function anyValue(to: Variable): fc.Arbitrary<Value> {
  switch (to.type) {
    case 'public-actors':
    case 'civil-actors':
      return fc
        .uniqueArray(
          fc.record({
            name: fc.constantFrom('Solna', 'Boden', 'Rädda Barnen', 'Ada'),
            unit: fc.constantFrom(null, 'Socialnämnden', 'Kansliet'),
          }),
          { minLength: 1, maxLength: 3, selector: ({ name }) => name },
        )
        .map((list) =>
          Value.parse({
            type: 'actors',
            actors: list.map(({ name, unit }) => actorByName(name, unit)),
          }),
        );
    case 'text':
      return fc
        .constantFrom('Att stödja unga.', 'att  stödja unga', 'Att ge unga stöd och en trygg plats')
        .map((text) => ({ type: 'text', text }));
    case 'date':
      return fewDates.map((day) => ({ type: 'date', date: day }));
    case 'end-date':
      return fc
        .oneof(fewDates, fc.constant('open-ended' as const))
        .map((day) => ({ type: 'end', end: day }));
    case 'renewal':
      return fc
        .record({
          kind: fc.constantFrom('none' as const, 'automatic' as const),
          periodMonths: fc.constantFrom(null, 12, 24),
          noticeMonths: fc.constantFrom(null, 3),
          ceiling: fc.constantFrom(null, 2, date('2030'), date('2030-06')),
        })
        .map((parts) => ({ type: 'renewal', renewal: withoutLengths(parts) }));
    case 'category':
      return fc
        .shuffledSubarray(
          to.categories.map(({ id }) => id),
          { minLength: 1, maxLength: to.secondary ? 3 : 1 },
        )
        .map(([category, ...secondary]) => Value.parse({ type: 'category', category, secondary }));
  }
}

const fewDates = fc
  .constantFrom('2023', '2024', '2024-03', '2024-04', '2024-03-01', '2024-03-02')
  .map(date);

/** Every variable of the built-in codebook, one at a time. */
export const anyVariable = fc.constantFrom(...IOP_CODEBOOK.variables);
