import { MissingKind, Renewal, type Value } from '../../shared/domain/answer';
import { formatValue } from '../../shared/domain/answer-text';
import { assertNever } from '../../shared/domain/assert-never';
import type { Variable } from '../../shared/domain/codebook';
import { DecisionOrigin } from '../../shared/domain/journal';

/** What a cell holds before it is written; `null` is an empty cell. */
export type Cell = string | number | boolean | null;

/** A column as Table Schema describes it. */
export interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean' | 'datetime';
  readonly title: string;
  readonly description: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly unique?: boolean;
    readonly minimum?: number;
    readonly enum?: readonly string[];
    /** Holds for the whole cell. */
    readonly pattern?: string;
  };
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
}

/** A column of `agreements.csv` and what it takes from a settled value. */
export interface ValueColumn {
  readonly field: Field;
  readonly cellOf: (value: Value) => Cell;
}

const PARTIAL_DATE = String.raw`\d{4}(-\d{2}(-\d{2})?)?`;

export const missingField = (name: string, title: string): Field => ({
  name,
  type: 'string',
  title,
  description: 'Why there is no value. Empty when there is one, or when nothing was said.',
  constraints: { enum: MissingKind.options },
});

export const originField = (name: string, title: string, required: boolean): Field => ({
  name,
  type: 'string',
  title,
  description:
    'How the value came about: unanimous (all who answered said the same), adjudicated (somebody decided), consensus (those who coded it decided together), single-coded (one coding was asked for), verified, imported.',
  constraints: { ...(required ? { required } : {}), enum: DecisionOrigin.options },
});

/** The columns that hold a variable's value: one with the variable's own name, and its parts. */
export function valueColumns(variable: Variable): ValueColumn[] {
  const own = (rest: Pick<Field, 'description' | 'constraints'>): ValueColumn => ({
    field: { name: variable.id, type: 'string', title: variable.label.en, ...rest },
    cellOf: formatValue,
  });
  const part = (
    name: string,
    rest: Omit<Field, 'name' | 'title'>,
    cellOf: (value: Value) => Cell,
  ): ValueColumn => ({
    field: {
      name: `${variable.id}_${name}`,
      title: `${variable.label.en}: ${name.replaceAll('_', ' ')}`,
      ...rest,
    },
    cellOf,
  });
  switch (variable.type) {
    case 'public-actors':
    case 'civil-actors':
      return [
        own({
          description:
            'Names with "; " between them, the board or office that signed in parentheses after its actor. A name that holds ; ( ) or a quotation mark stands in quotation marks, which are doubled inside it.',
        }),
        part(
          'ids',
          {
            type: 'string',
            description:
              'Who the actors are, in the same order: municipality:<code>, region:<code>, or name:<the name in lower case> for one that no register knows.',
          },
          (value) => (value.type === 'actors' ? joinSet(value.actors.map(({ id }) => id)) : null),
        ),
      ];
    case 'text':
      return [own({ description: variable.hint.en })];
    case 'date':
      return [
        own({
          description: `${variable.hint.en}; ISO 8601, as precise as the agreement is`,
          constraints: { pattern: `(${PARTIAL_DATE})` },
        }),
      ];
    case 'end-date':
      return [
        own({
          description: `${variable.hint.en}; ISO 8601, as precise as the agreement is, or open-ended`,
          constraints: { pattern: `(open-ended|${PARTIAL_DATE})` },
        }),
      ];
    case 'renewal':
      return [
        own({
          description:
            'Text form of the renewal: its kind, and in parentheses what the agreement states of period and notice (months) and ceiling.',
        }),
        ...renewalParts(part),
      ];
    case 'category': {
      const ids = variable.categories.map(({ id }) => id);
      const main: ValueColumn = {
        ...own({
          description: 'Id of the category; see codebook.json.',
          constraints: { enum: ids },
        }),
        cellOf: (value) => (value.type === 'category' ? value.category : null),
      };
      if (!variable.secondary) return [main];
      const one = `(${ids.join('|')})`;
      const secondary = part(
        'secondary',
        {
          type: 'string',
          description: 'Ids of categories noted beside the overriding one, with "; " between them.',
          constraints: { pattern: `(${one}(; ${one})*)` },
        },
        (value) => (value.type === 'category' ? value.secondary.join('; ') || null : null),
      );
      return [main, secondary];
    }
    default:
      return assertNever(variable.type);
  }
}

function renewalParts(
  part: (
    name: string,
    rest: Omit<Field, 'name' | 'title'>,
    cellOf: (value: Value) => Cell,
  ) => ValueColumn,
): ValueColumn[] {
  const of = (read: (renewal: Renewal) => Cell) => (value: Value) =>
    value.type === 'renewal' ? read(value.renewal) : null;
  const months = { type: 'integer', constraints: { minimum: 1 } } as const;
  return [
    part(
      'kind',
      {
        type: 'string',
        description: 'How the agreement goes on after its end.',
        constraints: { enum: Renewal.shape.kind.options },
      },
      of(({ kind }) => kind),
    ),
    part(
      'period',
      { ...months, description: 'For how many months at a time.' },
      of(({ periodMonths }) => periodMonths),
    ),
    part(
      'notice',
      { ...months, description: 'Months of notice.' },
      of(({ noticeMonths }) => noticeMonths),
    ),
    part(
      'ceiling',
      {
        type: 'string',
        description:
          'How many times at most (a number up to 1000), or until when (a date, year 1800 or later).',
        constraints: { pattern: String.raw`([1-9]\d{0,2}|1000|${PARTIAL_DATE})` },
      },
      of(({ ceiling }) => (ceiling === null ? null : String(ceiling))),
    ),
  ];
}

/** A set in one cell: `; ` between; what holds `;` or a quotation mark is quoted, marks doubled. */
export function joinSet(items: readonly string[]): string | null {
  if (items.length === 0) return null;
  return items
    .map((item) => (/[;"]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item))
    .join('; ');
}
