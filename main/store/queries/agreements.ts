import { AgreementId, DocumentId } from '../../../shared/domain/ids';
import {
  AgreementRow,
  type AgreementQuery,
  DocumentView,
  type ProjectCounts,
} from '../../../shared/domain/views';
import { type Db, prepared } from '../connection';

interface Row {
  id: string;
  number: number;
  opened_at: string;
  file_name: string | null;
  format: string | null;
  page_count: number | null;
  submitted: number | null;
  stage: string | null;
  disputed: number | null;
  own: 'none' | 'draft' | 'submitted';
}

/** The reviewer's own coding of agreement `a`: handed in, begun or not begun. Takes the reviewer twice. */
const own = `CASE
  WHEN EXISTS (SELECT 1 FROM submissions s WHERE s.agreement = a.id AND s.reviewer = ? AND s.submitted = 1)
    THEN 'submitted'
  WHEN EXISTS (SELECT 1 FROM answers w WHERE w.agreement = a.id AND w.reviewer = ? AND w.answer IS NOT NULL)
    THEN 'draft'
  ELSE 'none' END`;

const firstDocument = `LEFT JOIN documents d ON d.id =
  (SELECT id FROM documents WHERE agreement = a.id ORDER BY lamport, replica, n LIMIT 1)`;

const columns = `a.id, a.number, a.opened_at, d.file_name, d.format, d.page_count,
  st.submitted, st.stage, st.disputed, ${own} AS own`;
const source = `agreements a ${firstDocument} LEFT JOIN agreement_states st ON st.agreement = a.id`;

const sorts = {
  number: 'a.number',
  fileName: 'd.file_name COLLATE NOCASE',
  stage: 'st.stage',
  receivedAt: 'a.opened_at',
} as const;

/** A page of the agreement list as one reviewer may see it, and how many there are in all. */
export function listAgreements(
  db: Db,
  query: AgreementQuery,
  reviewer: string | null,
): { total: number; rows: AgreementRow[] } {
  const conditions: string[] = [];
  const parameters: (string | number)[] = [];
  if (query.search.trim() !== '') {
    const search = query.search.trim();
    conditions.push(`(d.file_name LIKE ? ESCAPE '\\' OR a.number = ?)`);
    parameters.push(
      `%${search.replace(/[\\%_]/g, '\\$&')}%`,
      /^\d{1,9}$/.test(search) ? Number(search) : -1,
    );
  }
  if (query.stage !== null) {
    conditions.push('st.stage = ?');
    parameters.push(query.stage);
  }
  if (query.own !== null) {
    conditions.push(`${own} = ?`);
    parameters.push(reviewer ?? '', reviewer ?? '', query.own);
  }
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const total = (
    prepared(
      db,
      // Counting all needs no join; only what is filtered by does.
      `SELECT count(*) AS total FROM ${conditions.length === 0 ? 'agreements a' : source} ${where}`,
    ).get(...parameters) as { total: number }
  ).total;
  const direction = query.descending ? 'DESC' : 'ASC';
  const rows = prepared(
    db,
    `SELECT ${columns} FROM ${source} ${where}
     ORDER BY ${sorts[query.sort]} ${direction}, a.number ${direction}, a.id ${direction} LIMIT ? OFFSET ?`,
  ).all(reviewer ?? '', reviewer ?? '', ...parameters, query.limit, query.offset);
  return { total, rows: rows.map((row) => toAgreementRow(row as Row)) };
}

/** One agreement's row, or `null`. */
export function findAgreement(
  db: Db,
  agreement: string,
  reviewer: string | null,
): AgreementRow | null {
  const row = prepared(db, `SELECT ${columns} FROM ${source} WHERE a.id = ?`).get(
    reviewer ?? '',
    reviewer ?? '',
    agreement,
  );
  return row === undefined ? null : toAgreementRow(row as Row);
}

/** The documents of an agreement, in the order they came. */
export function listDocumentsOf(db: Db, agreement: string): DocumentView[] {
  return prepared(
    db,
    `SELECT id, file_name AS fileName, size, format, page_count AS pageCount
     FROM documents WHERE agreement = ? ORDER BY lamport, replica, n`,
  )
    .all(agreement)
    .map((row) => DocumentView.parse(row));
}

/** A document and the agreement it belongs to, or `null`. */
export function findDocument(
  db: Db,
  document: string,
): (DocumentView & { agreement: AgreementId; number: number | null }) | null {
  const row = prepared(
    db,
    `SELECT d.id, d.file_name AS fileName, d.size, d.format, d.page_count AS pageCount,
       d.agreement, a.number
     FROM documents d LEFT JOIN agreements a ON a.id = d.agreement WHERE d.id = ?`,
  ).get(document) as
    | ({ agreement: string; number: number | null } & Record<string, unknown>)
    | undefined;
  if (row === undefined) return null;
  return {
    ...DocumentView.parse(row),
    agreement: AgreementId.parse(row.agreement),
    number: row.number,
  };
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

/** Every document's id, in order. */
export function listDocumentIds(db: Db): DocumentId[] {
  return prepared(db, 'SELECT id FROM documents ORDER BY id')
    .all()
    .map((row) => DocumentId.parse((row as { id: string }).id));
}

/** Agreements that a name may mean: an id, a number, or a document's file name (any case). */
export function findAgreementsByName(db: Db, name: string): AgreementId[] {
  const wanted = name.trim().normalize('NFC');
  const byId = prepared(db, 'SELECT id FROM agreements WHERE id = ?').all(wanted);
  const byNumber = /^#?0*\d{1,9}$/.test(wanted)
    ? prepared(db, 'SELECT id FROM agreements WHERE number = ? ORDER BY id').all(
        Number(wanted.replace('#', '')),
      )
    : [];
  const byFile = prepared(
    db,
    `SELECT DISTINCT d.agreement AS id FROM documents d JOIN agreements a ON a.id = d.agreement
     WHERE d.file_name = ? COLLATE NOCASE ORDER BY a.number`,
  ).all(wanted);
  const found = [byId, byNumber, byFile].find((rows) => rows.length > 0) ?? [];
  return found.map((row) => AgreementId.parse((row as { id: string }).id));
}

/** The next agreement for a reviewer to code: after the given number and around, not handed in, not full. */
export function findNextToCode(
  db: Db,
  reviewer: string,
  afterNumber: number,
  codersWanted: number,
): AgreementId | null {
  const open = `NOT EXISTS (SELECT 1 FROM submissions s
      WHERE s.agreement = a.id AND s.reviewer = ? AND s.submitted = 1)
    AND (coalesce((SELECT submitted FROM agreement_states st WHERE st.agreement = a.id), 0) < ?
      OR EXISTS (SELECT 1 FROM answers w
        WHERE w.agreement = a.id AND w.reviewer = ? AND w.answer IS NOT NULL))`;
  for (const [comparison, bound] of [
    ['>', afterNumber],
    ['<=', afterNumber],
  ] as const) {
    const row = prepared(
      db,
      `SELECT a.id FROM agreements a WHERE a.number ${comparison} ? AND ${open}
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
export function countProject(db: Db, reviewer: string | null, codersWanted: number): ProjectCounts {
  const states = prepared(
    db,
    `SELECT count(*) AS agreements,
       coalesce(sum(st.revealed), 0) AS doubleCoded,
       coalesce(sum(st.disputed > 0), 0) AS disputedAgreements,
       coalesce(sum(st.disputed), 0) AS openDisagreements,
       coalesce(sum(st.stage = 'settled'), 0) AS settledAgreements
     FROM agreements a LEFT JOIN agreement_states st ON st.agreement = a.id`,
  ).get() as Omit<ProjectCounts, 'documents' | 'ownSubmitted' | 'ownTotal'>;
  const documents = prepared(db, 'SELECT count(*) AS n FROM documents').get() as { n: number };
  const ownSubmitted = prepared(
    db,
    'SELECT count(*) AS n FROM submissions WHERE reviewer = ? AND submitted = 1',
  ).get(reviewer ?? '') as { n: number };
  // Agreements that others have already coded as often as wanted are not theirs to code.
  const full = prepared(
    db,
    `SELECT count(*) AS n FROM agreement_states st WHERE st.revealed = 1 AND st.submitted >= ?
       AND NOT EXISTS (SELECT 1 FROM submissions s
         WHERE s.agreement = st.agreement AND s.reviewer = ? AND s.submitted = 1)`,
  ).get(codersWanted, reviewer ?? '') as { n: number };
  return {
    ...states,
    documents: documents.n,
    ownSubmitted: ownSubmitted.n,
    ownTotal: states.agreements - full.n,
  };
}

function toAgreementRow(row: Row): AgreementRow {
  return AgreementRow.parse({
    id: row.id,
    number: row.number,
    fileName: row.file_name ?? '',
    format: row.format,
    pageCount: row.page_count ?? 0,
    receivedAt: row.opened_at,
    submitted: row.submitted ?? 0,
    stage: row.stage ?? 'uncoded',
    disagreements: row.own === 'draft' ? 0 : (row.disputed ?? 0),
    own: row.own,
  });
}
