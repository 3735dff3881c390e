import { foldForSearch } from '../../../shared/domain/sort-key';
import type { AgreementRow, AgreementStage } from '../../../shared/domain/views';
import type { Db } from '../connection';
import { begunCodings, listBlindTo } from './codings';

/** A piece of SQL about an agreement `st` of `agreement_states`, and what its question marks stand for. */
interface SqlPart {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** All of the conditions that there are; none lets every agreement through. */
export function allOf(conditions: readonly (SqlPart | null)[]): SqlPart {
  const wanted = conditions.filter((each) => each !== null);
  return {
    sql: ['true', ...wanted.map(({ sql }) => sql)].join(' AND '),
    parameters: wanted.flatMap(({ parameters }) => parameters),
  };
}

/** The reviewer's own coding: handed in, begun or not begun. A column; takes the reviewer twice. */
export const ownCoding = `CASE
  WHEN EXISTS (SELECT 1 FROM submissions s
    WHERE s.agreement = st.agreement AND s.reviewer = ? AND s.submitted = 1) THEN 'submitted'
  WHEN EXISTS (SELECT 1 FROM ${begunCodings} w
    WHERE w.agreement = st.agreement AND w.reviewer = ?) THEN 'draft'
  ELSE 'none' END`;

const submitted = `st.agreement IN
  (SELECT agreement FROM submissions WHERE reviewer = ? AND submitted = 1)`;
const begun = `st.agreement IN (SELECT agreement FROM ${begunCodings} WHERE reviewer = ?)`;

/** The same as a condition on many agreements: the reviewer's own are listed once, by an index. */
export function ownIs(own: AgreementRow['own'], reviewer: string): SqlPart {
  switch (own) {
    case 'submitted':
      return { sql: submitted, parameters: [reviewer] };
    case 'draft':
      return { sql: `NOT ${submitted} AND ${begun}`, parameters: [reviewer, reviewer] };
    case 'none':
      return { sql: `NOT ${submitted} AND NOT ${begun}`, parameters: [reviewer, reviewer] };
  }
}

/**
 * How far the agreement has come as a reviewer may know it, a column: whether the others agree about one that
 * this reviewer goes on with blind is not told.
 */
export function seenStage(db: Db, reviewer: string): SqlPart {
  const blind = listBlindTo(db, reviewer).map(({ agreement }) => agreement);
  // Nearly always there is none: then it is the column, which is in an index.
  if (blind.length === 0) return { sql: 'st.stage', parameters: [] };
  const sql = `iif(st.agreement IN (SELECT value FROM json_each(?)), 'coding', st.stage)`;
  return { sql, parameters: [JSON.stringify(blind)] };
}

/** `stage` is what `seenStage` gives. */
export const isStage = (stage: SqlPart, wanted: AgreementStage): SqlPart => ({
  sql: `${stage.sql} = ?`,
  parameters: [...stage.parameters, wanted],
});

/** The name as it is typed by those who have no å, ä and ö. */
const plainName = `replace(replace(replace(st.folded_name, 'å', 'a'), 'ä', 'a'), 'ö', 'o')`;

/**
 * That a typed text names the agreement by its number, or by words that its name has in any order;
 * words without å, ä and ö also find those with. `null` for no text.
 */
export function isNamed(typed: string): SqlPart | null {
  const text = foldForSearch(typed).trim();
  if (text === '') return null;
  const words = text.split(/\s+/).slice(0, 8);
  const isForgiving = !/[åäö]/.test(text);
  const named = words.map(() => `${isForgiving ? plainName : 'st.folded_name'} LIKE ? ESCAPE '\\'`);
  return {
    sql: `((${named.join(' AND ')}) OR st.number = ?)`,
    parameters: [
      ...words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`),
      /^#?\d{1,9}$/.test(text) ? Number(text.replace('#', '')) : -1,
    ],
  };
}
