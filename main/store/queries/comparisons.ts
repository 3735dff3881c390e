import { DocumentRelation } from '../../../shared/domain/comparison-of-documents';
import { type AgreementId, DocumentId } from '../../../shared/domain/ids';
import { RelatedAgreement } from '../../../shared/ipc/comparison-shapes';
import { type Db, prepared } from '../connection';

/** What was said of a pair, and by whom. */
export interface Said {
  readonly a: DocumentId;
  readonly b: DocumentId;
  readonly relation: DocumentRelation;
  readonly note: string;
  readonly reviewer: string | null;
  readonly at: string;
}

interface Row {
  a: string;
  b: string;
  relation: string;
  note: string;
  reviewer: string | null;
  at: string;
}

const columns = `c.a, c.b, c.relation, c.note, r.name AS reviewer, c.compared_at AS at
  FROM comparisons c LEFT JOIN reviewers r ON r.id = c.reviewer`;

/** All pairs that something is said of, the latest word first. */
export function listSaid(db: Db): Said[] {
  return prepared(
    db,
    `SELECT ${columns} WHERE c.relation IS NOT NULL ORDER BY c.lamport DESC, c.replica DESC, c.n DESC`,
  )
    .all()
    .map((row) => toSaid(row as Row));
}

/** What is said of one pair, in the order of `pairOf`; `null` where nothing is. */
export function findSaid(db: Db, a: DocumentId, b: DocumentId): Said | null {
  const row = prepared(
    db,
    `SELECT ${columns} WHERE c.a = ? AND c.b = ? AND c.relation IS NOT NULL`,
  ).get(a, b);
  return row === undefined ? null : toSaid(row as Row);
}

/** The keys of all pairs that something is said of: `a/b`. */
export function listSaidKeys(db: Db): Set<string> {
  const rows = prepared(
    db,
    "SELECT a || '/' || b AS pair FROM comparisons WHERE relation IS NOT NULL",
  ).all() as { pair: string }[];
  return new Set(rows.map(({ pair }) => pair));
}

/** The agreements that somebody said are the same as this one, or another version, closest first. */
export function listRelated(db: Db, agreement: AgreementId): RelatedAgreement[] {
  return prepared(
    db,
    `SELECT theirs.agreement, st.number, st.file_name AS fileName, c.relation, c.a, c.b
     FROM documents mine
     JOIN (SELECT a AS one, b AS other, relation, a, b FROM comparisons
       UNION ALL SELECT b, a, relation, a, b FROM comparisons) c ON c.one = mine.id
     JOIN documents theirs ON theirs.id = c.other
     JOIN agreement_states st ON st.agreement = theirs.agreement
     WHERE mine.agreement = ? AND theirs.agreement <> mine.agreement
       AND c.relation IN ('same-agreement', 'another-version')
     ORDER BY c.relation DESC, st.number, theirs.agreement, c.a, c.b`,
  )
    .all(agreement)
    .map((row) => RelatedAgreement.parse(row));
}

/** Which agreement a document belongs to; `null` where it is not in the project. */
export function agreementOfDocument(db: Db, document: DocumentId): AgreementId | null {
  // Not plucked: the statement is shared with others that ask the same.
  const found = prepared(db, 'SELECT agreement FROM documents WHERE id = ?').get(document);
  return (found as { agreement: AgreementId } | undefined)?.agreement ?? null;
}

function toSaid({ a, b, relation, ...rest }: Row): Said {
  return {
    a: DocumentId.parse(a),
    b: DocumentId.parse(b),
    relation: DocumentRelation.parse(relation),
    ...rest,
  };
}
