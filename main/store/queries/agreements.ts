import type { z } from 'zod';

import type { Positioned } from '../../../shared/domain/document-place';
import { AgreementId, DocumentId } from '../../../shared/domain/ids';
import { foldForSearch } from '../../../shared/domain/sort-key';
import {
  AgreementRow,
  type AgreementQuery,
  DocumentView,
  MovedDocument,
  type ProjectCounts,
} from '../../../shared/domain/views';
import { type Db, prepared } from '../connection';
import { begunCodings, listBlindTo } from './codings';

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

/** The reviewer's own coding of agreement `st`: handed in, begun or not begun. Takes the reviewer twice. */
const own = `CASE
  WHEN EXISTS (SELECT 1 FROM submissions s
    WHERE s.agreement = st.agreement AND s.reviewer = ? AND s.submitted = 1) THEN 'submitted'
  WHEN EXISTS (SELECT 1 FROM ${begunCodings} w
    WHERE w.agreement = st.agreement AND w.reviewer = ?) THEN 'draft'
  ELSE 'none' END`;

/** The same as a condition on many agreements: the reviewer's own are listed once, by an index. */
const ownSubmitted = `st.agreement IN
  (SELECT agreement FROM submissions WHERE reviewer = ? AND submitted = 1)`;
const ownBegun = `st.agreement IN
  (SELECT agreement FROM ${begunCodings} WHERE reviewer = ?)`;
const ownConditions = {
  submitted: { sql: ownSubmitted, takes: 1 },
  draft: { sql: `NOT ${ownSubmitted} AND ${ownBegun}`, takes: 2 },
  none: { sql: `NOT ${ownSubmitted} AND NOT ${ownBegun}`, takes: 2 },
} as const;

/** The closest relation of agreement `st` to another; 'same-agreement' sorts after 'another-version'. */
const related = `(SELECT max(c.relation) FROM documents mine
  JOIN (SELECT a AS one, b AS other, relation FROM comparisons
    UNION ALL SELECT b, a, relation FROM comparisons) c ON c.one = mine.id
  JOIN documents theirs ON theirs.id = c.other
  WHERE mine.agreement = st.agreement AND theirs.agreement <> st.agreement
    AND c.relation IN ('same-agreement', 'another-version'))`;

/** Everything a row shows; joined only to the agreements that are shown. */
const columns = `st.agreement AS id, st.number, st.opened_at, st.file_name, st.submitted, st.stage,
  st.disputed, st.documents, st.pages, d.format, ${own} AS own, ${related} AS related`;
const firstDocument = `LEFT JOIN documents d ON d.id = (SELECT id FROM documents
  WHERE agreement = st.agreement ORDER BY position, lamport, replica, n LIMIT 1)`;

const sorts = {
  number: 'st.number',
  fileName: 'st.name_key',
  receivedAt: 'st.opened_at',
} as const;

/**
 * How far agreement `st` has come as a reviewer may know it: whether the others agree about one that
 * this reviewer goes on with blind is not told.
 */
function seenStage(db: Db, reviewer: string): { sql: string; parameters: string[] } {
  const blind = listBlindTo(db, reviewer).map(({ agreement }) => agreement);
  // Nearly always there is none: then it is the column, which is in an index.
  if (blind.length === 0) return { sql: 'st.stage', parameters: [] };
  const sql = `iif(st.agreement IN (SELECT value FROM json_each(?)), 'coding', st.stage)`;
  return { sql, parameters: [JSON.stringify(blind)] };
}

/** A page of the agreement list as one reviewer may see it, and how many there are in all. */
export function listAgreements(
  db: Db,
  query: AgreementQuery,
  reviewer: string | null,
): { total: number; rows: AgreementRow[] } {
  const me = reviewer ?? '';
  const conditions = ['true'];
  const parameters: (string | number)[] = [];
  const search = nameCondition(query.search);
  if (search !== null) {
    conditions.push(search.sql);
    parameters.push(...search.parameters);
  }
  const isByStage = query.stage !== null || query.sort === 'stage';
  const stage = isByStage ? seenStage(db, me) : { sql: 'st.stage', parameters: [] };
  if (query.stage !== null) {
    conditions.push(`${stage.sql} = ?`);
    parameters.push(...stage.parameters, query.stage);
  }
  if (query.own !== null) {
    const { sql, takes } = ownConditions[query.own];
    conditions.push(sql);
    for (let taken = 0; taken < takes; taken += 1) parameters.push(me);
  }
  const where = conditions.join(' AND ');
  const direction = query.descending ? 'DESC' : 'ASC';
  const by = query.sort === 'stage' ? stage : { sql: sorts[query.sort], parameters: [] };
  const order = [by.sql, ...(query.sort === 'number' ? [] : ['st.number']), 'st.agreement']
    .map((column) => `${column} ${direction}`)
    .join(', ');
  const { total } = prepared(
    db,
    `SELECT count(*) AS total FROM agreement_states st WHERE ${where}`,
  ).get(...parameters) as { total: number };
  // CROSS: the page first, then what belongs to its rows; SQLite would walk all agreements in their order.
  const rows = prepared(
    db,
    `SELECT ${columns} FROM (
       SELECT agreement FROM agreement_states st WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?
     ) page CROSS JOIN agreement_states st ON st.agreement = page.agreement ${firstDocument}
     ORDER BY ${order}`,
  ).all(
    ...[me, me],
    ...[...parameters, ...by.parameters, query.limit, query.offset],
    ...by.parameters,
  );
  return { total, rows: rows.map((row) => toAgreementRow(row as Row)) };
}

/** The name as it is typed by those who have no å, ä and ö. */
const plainName = `replace(replace(replace(st.folded_name, 'å', 'a'), 'ä', 'a'), 'ö', 'o')`;

/**
 * Condition on agreements `st` that a text names them by their number, or by words that their name has
 * in any order; words without å, ä and ö also find those with. `null` for no text.
 */
function nameCondition(typed: string): { sql: string; parameters: (string | number)[] } | null {
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

const inHit = `SELECT st.agreement AS id, st.number, st.stage, st.submitted, ${own} AS own
  FROM agreement_states st WHERE st.agreement = ?`;

/** Of a document `d`, all that a `DocumentView` shows. */
const documentColumns = `d.id, d.file_name, d.size, d.format, d.page_count, d.role, d.locked`;

/** The documents of an agreement, in their order. */
export function listDocumentsOf(db: Db, agreement: string): DocumentView[] {
  return prepared(
    db,
    `SELECT ${documentColumns} FROM documents d
     WHERE d.agreement = ? ORDER BY d.position, d.lamport, d.replica, d.n`,
  )
    .all(agreement)
    .map((row) => toDocument(row as DocumentRow));
}

/** The positions of an agreement's documents, in their order. */
export function listPositionsOf(db: Db, agreement: string): Positioned<DocumentId>[] {
  return prepared(
    db,
    `SELECT id, position FROM documents
     WHERE agreement = ? ORDER BY position, lamport, replica, n`,
  )
    .all(agreement)
    .map((row) => {
      const { id, position } = row as { id: string; position: number };
      return { document: DocumentId.parse(id), position };
    });
}

const placedDocument = `SELECT ${documentColumns}, d.agreement, a.number
  FROM documents d LEFT JOIN agreements a ON a.id = d.agreement`;

/** A document and the agreement it belongs to, or `null`. */
export function findDocument(db: Db, document: string): MovedDocument | null {
  const row = prepared(db, `${placedDocument} WHERE d.id = ?`).get(document);
  return row === undefined ? null : toPlaced(row as PlacedRow);
}

/** Those of the documents that have come in and belong to an agreement; asked for in one go. */
export function knownAmong(db: Db, documents: ReadonlySet<string>): ReadonlySet<string> {
  const known = prepared(
    db,
    'SELECT id FROM documents WHERE id IN (SELECT value FROM json_each(?))',
  )
    .pluck()
    .all(JSON.stringify([...documents])) as string[];
  return new Set(known);
}

/** Documents that were received in an agreement and belong to another one now. */
export function listMovedAway(db: Db, agreement: string): MovedDocument[] {
  return prepared(
    db,
    `${placedDocument} WHERE d.received_in = ? AND d.received_in <> d.agreement
     ORDER BY a.number, d.position, d.id`,
  )
    .all(agreement)
    .map((row) => toPlaced(row as PlacedRow));
}

/** Those of the documents that are not in the agreement, in the order of their ids. */
export function listElsewhere(
  db: Db,
  agreement: string,
  documents: Iterable<DocumentId>,
): MovedDocument[] {
  return [...new Set(documents)].sort().flatMap((each) => {
    const found = findDocument(db, each);
    return found === null || found.agreement === agreement ? [] : [found];
  });
}

/** Every document with the name it came by, in the order of their ids. */
export function listDocuments(db: Db): { id: DocumentId; fileName: string }[] {
  return prepared(db, 'SELECT id, file_name AS fileName FROM documents ORDER BY id')
    .all()
    .map((row) => {
      const { id, fileName } = row as { id: string; fileName: string };
      return { id: DocumentId.parse(id), fileName };
    });
}

/** Every document, or those among these, in the order of the agreements and of their places in them. */
export function listDocumentsInOrder(
  db: Db,
  among?: readonly string[],
): { id: DocumentId; locked: boolean }[] {
  const condition = among === undefined ? '? IS NULL' : 'd.id IN (SELECT value FROM json_each(?))';
  return prepared(
    db,
    `SELECT d.id, d.locked FROM documents d LEFT JOIN agreements a ON a.id = d.agreement
     WHERE ${condition} ORDER BY a.number, d.position, d.lamport, d.replica, d.n`,
  )
    .all(among === undefined ? null : JSON.stringify(among))
    .map((row) => {
      const { id, locked } = row as { id: string; locked: number };
      return { id: DocumentId.parse(id), locked: locked === 1 };
    });
}

/** The documents of these agreements, each with the one it belongs to. */
export function listDocumentsIn(
  db: Db,
  agreements: readonly AgreementId[],
): { id: DocumentId; agreement: AgreementId }[] {
  return prepared(
    db,
    `SELECT id, agreement FROM documents WHERE agreement IN (SELECT value FROM json_each(?))`,
  )
    .all(JSON.stringify(agreements))
    .map((row) => {
      const { id, agreement } = row as { id: string; agreement: string };
      return { id: DocumentId.parse(id), agreement: AgreementId.parse(agreement) };
    });
}

/** Every document's id, in order. */
export function listDocumentIds(db: Db): DocumentId[] {
  return prepared(db, 'SELECT id FROM documents ORDER BY id')
    .all()
    .map((row) => DocumentId.parse((row as { id: string }).id));
}

/**
 * Finds the agreements that a name may mean: an id, a number, or a document's file name (any case).
 *
 * File names are gone through once, when the first name asks for it: the finder is for one table,
 * and does not see what is added later.
 */
export function agreementFinder(db: Db): (name: string) => AgreementId[] {
  let byFoldedName: Map<string, string[]> | null = null;
  const idsOf = (sql: string, parameter: string | number) =>
    (prepared(db, sql).all(parameter) as { id: string }[]).map(({ id }) => id);
  const ways: ((wanted: string) => readonly string[])[] = [
    (wanted) => idsOf('SELECT id FROM agreements WHERE id = ?', wanted),
    (wanted) =>
      /^#?0*\d{1,9}$/.test(wanted)
        ? idsOf(
            'SELECT id FROM agreements WHERE number = ? ORDER BY id',
            Number(wanted.replace('#', '')),
          )
        : [],
    (wanted) =>
      idsOf(
        `SELECT a.id FROM agreements a JOIN documents d ON d.agreement = a.id
         WHERE d.file_name = ? GROUP BY a.id ORDER BY a.number, a.id`,
        wanted,
      ),
    (wanted) => {
      byFoldedName ??= agreementsByFoldedName(db);
      return byFoldedName.get(foldForSearch(wanted)) ?? [];
    },
  ];
  return (name) => {
    const wanted = name.trim().normalize('NFC');
    for (const way of ways) {
      const found = way(wanted);
      if (found.length > 0) return found.map((id) => AgreementId.parse(id));
    }
    return [];
  };
}

/** SQLite knows no case but that of ASCII; file names here have å, ä and ö. */
function agreementsByFoldedName(db: Db): Map<string, string[]> {
  const rows = prepared(
    db,
    `SELECT d.agreement AS id, d.file_name AS fileName FROM documents d
     JOIN agreements a ON a.id = d.agreement ORDER BY a.number, a.id`,
  ).all() as { id: string; fileName: string }[];
  const found = new Map<string, string[]>();
  for (const { id, fileName } of rows) {
    const name = foldForSearch(fileName);
    const known = found.get(name);
    if (known === undefined) found.set(name, [id]);
    else if (known.at(-1) !== id) known.push(id);
  }
  return found;
}

/** Agreements `a` whose documents have not all been moved elsewhere. */
const hasDocuments = 'EXISTS (SELECT 1 FROM documents d WHERE d.agreement = a.id)';

/**
 * The next agreement for a reviewer to code: after the given number and around, not handed in, not
 * full, and not without documents.
 */
export function findNextToCode(
  db: Db,
  reviewer: string,
  afterNumber: number,
  codersWanted: number,
): AgreementId | null {
  const open = `NOT EXISTS (SELECT 1 FROM submissions s
      WHERE s.agreement = a.id AND s.reviewer = ? AND s.submitted = 1)
    AND (coalesce((SELECT submitted FROM agreement_states st WHERE st.agreement = a.id), 0) < ?
      OR EXISTS (SELECT 1 FROM ${begunCodings} w
        WHERE w.agreement = a.id AND w.reviewer = ?))`;
  for (const [comparison, bound] of [
    ['>', afterNumber],
    ['<=', afterNumber],
  ] as const) {
    const row = prepared(
      db,
      `SELECT a.id FROM agreements a WHERE a.number ${comparison} ? AND ${open} AND ${hasDocuments}
       ORDER BY a.number, a.id LIMIT 1`,
    ).get(bound, reviewer, codersWanted, reviewer);
    if (row !== undefined) return AgreementId.parse((row as { id: string }).id);
  }
  return null;
}

/** The highest agreement number given so far. */
export function highestNumber(db: Db): number {
  const row = prepared(db, 'SELECT max(number) AS number FROM agreements').get();
  return (row as { number: number | null }).number ?? 0;
}

/** The counts that the navigation shows, for one reviewer. */
export function countProject(
  db: Db,
  reviewer: string | null,
  codersWanted: number,
): Omit<ProjectCounts, 'openPairs'> {
  const stages = prepared(
    db,
    `SELECT stage, count(*) AS agreements, sum(revealed) AS revealed,
       sum(disputed > 0) AS disputedAgreements, sum(disputed) AS disputed
     FROM agreement_states GROUP BY stage`,
  ).all() as {
    stage: string;
    agreements: number;
    revealed: number;
    disputedAgreements: number;
    disputed: number;
  }[];
  const sum = (count: (row: (typeof stages)[number]) => number) =>
    stages.reduce((total, row) => total + count(row), 0);
  const count = (sql: string, ...parameters: (string | number)[]) =>
    (prepared(db, sql).get(...parameters) as { n: number }).n;

  const agreements = sum((row) => row.agreements);
  // Not theirs to code: what others have coded as often as wanted, and what has no documents left.
  const full = count(
    `SELECT count(*) AS n FROM agreement_states st
     WHERE ((st.revealed = 1 AND st.submitted >= ?) OR st.documents = 0) AND NOT ${ownSubmitted}`,
    codersWanted,
    reviewer ?? '',
  );
  // What the others disagree on in agreements of which this reviewer has a draft is blind to them.
  const blind = prepared(
    db,
    `SELECT coalesce(sum(disputed > 0), 0) AS agreements, coalesce(sum(disputed), 0) AS disputed,
       coalesce(sum(stage = 'settled'), 0) AS settled
     FROM agreement_states st WHERE st.revealed = 1 AND ${ownConditions.draft.sql}`,
  ).get(reviewer ?? '', reviewer ?? '') as {
    agreements: number;
    disputed: number;
    settled: number;
  };
  return {
    agreements,
    documents: count('SELECT count(*) AS n FROM documents'),
    ownSubmitted: count(
      'SELECT count(*) AS n FROM submissions WHERE reviewer = ? AND submitted = 1',
      reviewer ?? '',
    ),
    ownTotal: agreements - full,
    disputedAgreements: sum((row) => row.disputedAgreements) - blind.agreements,
    openDisagreements: sum((row) => row.disputed) - blind.disputed,
    settledAgreements: sum((row) => (row.stage === 'settled' ? row.agreements : 0)) - blind.settled,
    doubleCoded: sum((row) => row.revealed),
  };
}

interface DocumentRow {
  id: string;
  file_name: string;
  size: number;
  format: string;
  page_count: number;
  role: string;
  locked: 0 | 1;
}
type PlacedRow = DocumentRow & { agreement: string; number: number | null };

function toDocument(row: DocumentRow): DocumentView {
  return DocumentView.parse({
    id: row.id,
    fileName: row.file_name,
    size: row.size,
    format: row.format,
    pageCount: row.page_count,
    role: row.role,
    locked: row.locked === 1,
  });
}

function toPlaced(row: PlacedRow): MovedDocument {
  return MovedDocument.parse({
    ...toDocument(row),
    agreement: row.agreement,
    number: row.number,
  });
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
