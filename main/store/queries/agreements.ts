import type { z } from 'zod';

import { AgreementRow, type AgreementQuery } from '../../../shared/domain/views';
import { type Db, prepared } from '../connection';
import { allOf, isNamed, isStage, ownCoding, ownIs, seenStage } from './agreement-conditions';

interface Row {
  id: string;
  number: number;
  opened_at: string;
  file_name: string;
  format: string | null;
  pages: number;
  documents: number;
  submitted: number;
  stage: string;
  disputed: number;
  own: 'none' | 'draft' | 'submitted';
  related: string | null;
}

/** The closest relation of agreement `st` to another; 'same-agreement' sorts after 'another-version'. */
const related = `(SELECT max(c.relation) FROM documents mine
  JOIN (SELECT a AS one, b AS other, relation FROM comparisons
    UNION ALL SELECT b, a, relation FROM comparisons) c ON c.one = mine.id
  JOIN documents theirs ON theirs.id = c.other
  WHERE mine.agreement = st.agreement AND theirs.agreement <> st.agreement
    AND c.relation IN ('same-agreement', 'another-version'))`;

/** Everything a row shows; joined only to the agreements that are shown. */
const columns = `st.agreement AS id, st.number, st.opened_at, st.file_name, st.submitted, st.stage,
  st.disputed, st.documents, st.pages, d.format, ${ownCoding} AS own, ${related} AS related`;
const firstDocument = `LEFT JOIN documents d ON d.id = (SELECT id FROM documents
  WHERE agreement = st.agreement ORDER BY position, lamport, replica, n LIMIT 1)`;

const sorts = {
  number: 'st.number',
  fileName: 'st.name_key',
  receivedAt: 'st.opened_at',
} as const;

/** A page of the agreement list as one reviewer may see it, and how many there are in all. */
export function listAgreements(
  db: Db,
  query: AgreementQuery,
  reviewer: string | null,
): { total: number; rows: AgreementRow[] } {
  const me = reviewer ?? '';
  const isByStage = query.stage !== null || query.sort === 'stage';
  const stage = isByStage ? seenStage(db, me) : { sql: 'st.stage', parameters: [] };
  const wanted = allOf([
    isNamed(query.search),
    query.stage === null ? null : isStage(stage, query.stage),
    query.own === null ? null : ownIs(query.own, me),
  ]);
  const by = query.sort === 'stage' ? stage : { sql: sorts[query.sort], parameters: [] };
  const direction = query.descending ? 'DESC' : 'ASC';
  const order = [by.sql, ...(query.sort === 'number' ? [] : ['st.number']), 'st.agreement']
    .map((column) => `${column} ${direction}`)
    .join(', ');
  const { total } = prepared(
    db,
    `SELECT count(*) AS total FROM agreement_states st WHERE ${wanted.sql}`,
  ).get(...wanted.parameters) as { total: number };
  // CROSS: the page first, then what belongs to its rows; SQLite would walk all agreements in their order.
  const rows = prepared(
    db,
    `SELECT ${columns} FROM (
       SELECT agreement FROM agreement_states st WHERE ${wanted.sql} ORDER BY ${order} LIMIT ? OFFSET ?
     ) page CROSS JOIN agreement_states st ON st.agreement = page.agreement ${firstDocument}
     ORDER BY ${order}`,
  ).all(
    ...[me, me],
    ...[...wanted.parameters, ...by.parameters, query.limit, query.offset],
    ...by.parameters,
  );
  return { total, rows: rows.map((row) => toAgreementRow(row as Row)) };
}

/** One agreement's row, or `null`. */
export function findAgreement(
  db: Db,
  agreement: string,
  reviewer: string | null,
): AgreementRow | null {
  const row = prepared(
    db,
    `SELECT ${columns} FROM agreement_states st ${firstDocument}
     WHERE st.agreement = ?`,
  ).get(reviewer ?? '', reviewer ?? '', agreement);
  return row === undefined ? null : toAgreementRow(row as Row);
}

/** What an agreement's hits show of it, as one reviewer may know it. */
const AgreementInHit = AgreementRow.pick({
  id: true,
  number: true,
  stage: true,
  submitted: true,
  own: true,
});
export type AgreementInHit = z.output<typeof AgreementInHit>;

/** The same as `findAgreement` tells, and nothing besides: it is asked for every hit of a search. */
export function findAgreementInHit(
  db: Db,
  agreement: string,
  reviewer: string | null,
): AgreementInHit | null {
  const row = prepared(db, inHit).get(reviewer ?? '', reviewer ?? '', agreement) as
    | Pick<Row, 'id' | 'number' | 'stage' | 'submitted' | 'own'>
    | undefined;
  return row === undefined ? null : AgreementInHit.parse({ ...row, stage: stageIn(row) });
}

const inHit = `SELECT st.agreement AS id, st.number, st.stage, st.submitted, ${ownCoding} AS own
  FROM agreement_states st WHERE st.agreement = ?`;

/** The highest agreement number given so far. */
export function highestNumber(db: Db): number {
  const row = prepared(db, 'SELECT max(number) AS number FROM agreements').get();
  return (row as { number: number | null }).number ?? 0;
}

/** Who goes on with a coding of one's own is not told how far the others have come. */
function stageIn({ own: begun, stage }: Pick<Row, 'own' | 'stage'>): string {
  return begun === 'draft' ? 'coding' : stage;
}

function toAgreementRow(row: Row): AgreementRow {
  return AgreementRow.parse({
    id: row.id,
    number: row.number,
    fileName: row.file_name,
    format: row.format,
    pageCount: row.pages,
    documents: row.documents,
    receivedAt: row.opened_at,
    submitted: row.submitted,
    stage: stageIn(row),
    disagreements: row.own === 'draft' ? 0 : row.disputed,
    own: row.own,
    related: row.related,
  });
}
