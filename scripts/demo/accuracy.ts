import { matcher } from '../../main/work/public-bodies';
import { actorByName } from '../../shared/domain/actor';
import type { SettledAnswer, Value } from '../../shared/domain/answer';
import { parseMissing, parseValue } from '../../shared/domain/answer-text';
import { type Variable, variableOf } from '../../shared/domain/codebook';
import { IOP_CODEBOOK } from '../../shared/domain/codebook-iop';
import { compareAnswers } from '../../shared/domain/comparison';
import { restoreCell } from '../../shared/domain/csv-safety';
import { PartialDate } from '../../shared/domain/partial-date';
import type { Truth } from '../sample/truth';

export interface Accuracy {
  readonly variable: string;
  readonly label: string;
  readonly right: number;
  readonly of: number;
  /** Files whose settled value is not the true one. */
  readonly wrong: readonly string[];
}

type Row = Readonly<Record<string, string>>;

/**
 * How many settled values of `agreements.csv` say what the documents say, variable by variable; the
 * same as far as the codebook calls two answers the same. Texts are left out: they have no one truth.
 */
export function accuracyOf(rows: readonly Row[], truths: readonly Truth[]): Accuracy[] {
  const byFile = new Map(truths.map((truth) => [truth.fileName, truth]));
  return IOP_CODEBOOK.variables
    .filter(({ type }) => type !== 'text')
    .map((variable) => {
      const wrong: string[] = [];
      let of = 0;
      for (const row of rows) {
        // What is attached to a mail follows it.
        const [file = ''] = (row['files'] ?? '').split('; ');
        const truth = byFile.get(file);
        if (truth === undefined) throw new Error(`There is no truth about "${row['files']}"`);
        const expected = trueAnswer(variable, truth);
        const settled = settledIn(row, variable);
        if (expected === null && settled === null) continue;
        of += 1;
        const same =
          expected !== null && settled !== null && compareAnswers(variable, settled, expected).same;
        if (!same) wrong.push(truth.fileName);
      }
      return {
        variable: variable.id,
        label: variable.label.en,
        right: of - wrong.length,
        of,
        wrong,
      };
    });
}

function settledIn(row: Row, variable: Variable): SettledAnswer | null {
  const text = restoreCell(row[variable.id] ?? '');
  if (text === '') {
    const missing = parseMissing(row[`${variable.id}_missing`] ?? '');
    return missing === null ? null : { value: null, missing };
  }
  const parsed = parseValue(variable, text, matcher());
  if (!parsed.ok) throw new Error(`${variable.id} in agreements.csv: ${parsed.reason}`);
  return { value: parsed.value, missing: null };
}

/** `null` where the agreement gives nothing to answer. */
function trueAnswer({ id, type }: Variable, truth: Truth): SettledAnswer | null {
  const known = (value: Value): SettledAnswer => ({ value, missing: null });
  const notStated: SettledAnswer = { value: null, missing: 'not_stated' };
  switch (id) {
    case 'public_actors':
      return known({
        type: 'actors',
        actors: truth.parties.flatMap((party) =>
          party.role === 'public' ? [{ id: party.publicBody, name: party.name, unit: null }] : [],
        ),
      });
    case 'civil_actors':
      return known({
        type: 'actors',
        actors: truth.parties.flatMap((party) =>
          party.role === 'civil' ? [actorByName(party.name)] : [],
        ),
      });
    case 'start':
      return truth.start === null
        ? notStated
        : known({ type: 'date', date: PartialDate.parse(truth.start) });
    case 'end':
      if (truth.end === null) return notStated;
      return known({
        type: 'end',
        end: truth.end === 'open-ended' ? truth.end : PartialDate.parse(truth.end),
      });
    case 'renewal':
      return known({ type: 'renewal', renewal: truth.renewal });
    case 'terminated':
      return truth.terminated === null
        ? null
        : known({ type: 'date', date: PartialDate.parse(truth.terminated) });
    case 'target_group':
    case 'intervention_area': {
      const category = id === 'target_group' ? truth.targetGroup : truth.interventionArea;
      const found = variableOf(IOP_CODEBOOK, id)?.categories.find((each) => each.id === category);
      if (found === undefined) throw new Error(`The codebook has no ${category}`);
      return known({ type: 'category', category: found.id, secondary: [] });
    }
    default:
      throw new Error(`The sample collection tells no truth about ${id} (${type})`);
  }
}
