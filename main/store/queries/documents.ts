import type { Positioned } from '../../../shared/domain/document-place';
import { AgreementId, DocumentId } from '../../../shared/domain/ids';
import { DocumentView, MovedDocument } from '../../../shared/domain/views';
import { type Db, prepared } from '../connection';

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
export function listDocuments(db: Db): { id: DocumentId; fileName: string; locked: boolean }[] {
  return prepared(db, 'SELECT id, file_name AS fileName, locked FROM documents ORDER BY id')
    .all()
    .map((row) => {
      const { id, fileName, locked } = row as { id: string; fileName: string; locked: 0 | 1 };
      return { id: DocumentId.parse(id), fileName, locked: locked === 1 };
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
