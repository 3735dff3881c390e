import { isCoded } from '../../shared/domain/answer';
import { assertNever } from '../../shared/domain/assert-never';
import { type Entry, type EntryOrder, Happening } from '../../shared/domain/journal';
import { type Db, prepared } from './connection';
import { refreshAgreement, refreshAllAgreements } from './verdicts';

/** What entries touched that still has to be worked out anew. */
export interface Touched {
  /** Agreements whose verdicts and stage must be computed again. */
  readonly agreements: Set<string>;
  /** The codebook or the number of codings wanted changed: every agreement is touched. */
  everything: boolean;
}

export const nothingTouched = (): Touched => ({ agreements: new Set(), everything: false });

const kinds = new Set<string>(Happening.options.map((option) => option.shape.kind.value));

/**
 * Writes one entry into the tables. Each row is a register: it takes the entry only when that is
 * later, by `(lamport, replica, n)`, than the one it holds. So entries may come in any order and
 * more than once. Call `refresh` with what was touched before the transaction ends.
 */
export function apply(db: Db, entry: Entry, touched: Touched): void {
  const read = readHappening(entry);
  if (typeof read === 'string') {
    prepared(db, 'INSERT OR REPLACE INTO set_aside (replica, n, reason) VALUES (?, ?, ?)').run(
      entry.replica,
      entry.n,
      read,
    );
    return;
  }
  project(db, entry, read, touched);
}

/** Computes anew what depends on several registers, for all that was touched. */
export function refresh(db: Db, touched: Touched): void {
  if (touched.everything) refreshAllAgreements(db);
  else for (const agreement of touched.agreements) refreshAgreement(db, agreement);
}

/** What an entry says happened, or why it cannot be applied. */
function readHappening(entry: Entry): Happening | 'unknown-kind' | 'invalid' | 'erased' {
  if (!kinds.has(entry.kind)) return 'unknown-kind';
  if (entry.payload === null) return 'erased';
  const parsed = Happening.safeParse(entry);
  return parsed.success ? parsed.data : 'invalid';
}

type Cell = string | number | null;

/** Upserts a register: the row with this key takes the columns if the entry is later than what it holds. */
function write(
  db: Db,
  table: string,
  key: Record<string, Cell>,
  columns: Record<string, Cell>,
  order: EntryOrder,
): void {
  const row: Record<string, Cell> = {
    ...key,
    ...columns,
    lamport: order.lamport,
    replica: order.replica,
    n: order.n,
  };
  const names = Object.keys(row);
  const set = names.filter((name) => !(name in key)).map((name) => `${name} = excluded.${name}`);
  prepared(
    db,
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
     ON CONFLICT (${Object.keys(key).join(', ')}) DO UPDATE SET ${set.join(', ')}
     WHERE (excluded.lamport, excluded.replica, excluded.n) > (${table}.lamport, ${table}.replica, ${table}.n)`,
  ).run(...Object.values(row));
}

function project(db: Db, entry: Entry, happening: Happening, touched: Touched): void {
  const { kind, payload } = happening;
  switch (kind) {
    case 'project.created':
      write(
        db,
        'project',
        { key: 'project' },
        { id: payload.id, name: payload.name, coders_wanted: payload.codersWanted },
        entry,
      );
      touched.everything = true;
      return;
    case 'codebook.adopted':
      write(
        db,
        'codebook',
        { key: 'codebook' },
        { version: payload.codebook.version, body: JSON.stringify(payload.codebook) },
        entry,
      );
      touched.everything = true;
      return;
    case 'reviewer.added':
      write(
        db,
        'reviewers',
        { id: payload.id },
        { name: payload.name, colour: payload.colour },
        entry,
      );
      return;
    case 'agreement.opened':
      write(
        db,
        'agreements',
        { id: payload.agreement },
        { number: payload.number, opened_at: entry.at },
        entry,
      );
      touched.agreements.add(payload.agreement);
      return;
    case 'document.received':
      // A document that moves changes both the agreement it leaves and the one it comes to.
      for (const row of prepared(db, 'SELECT agreement FROM documents WHERE id = ?').all(
        payload.document,
      )) {
        touched.agreements.add((row as { agreement: string }).agreement);
      }
      write(
        db,
        'documents',
        { id: payload.document },
        {
          agreement: payload.agreement,
          file_name: payload.fileName,
          size: payload.size,
          format: payload.format,
          page_count: payload.pageCount,
          received_at: entry.at,
        },
        entry,
      );
      touched.agreements.add(payload.agreement);
      return;
    case 'answer.recorded':
      write(
        db,
        'answers',
        { agreement: payload.agreement, reviewer: payload.reviewer, variable: payload.variable },
        {
          answer: payload.answer === null ? null : JSON.stringify(payload.answer),
          coded: payload.answer !== null && isCoded(payload.answer) ? 1 : 0,
        },
        entry,
      );
      touched.agreements.add(payload.agreement);
      return;
    case 'evidence.attached':
    case 'evidence.removed':
      write(
        db,
        'evidence',
        {
          agreement: payload.agreement,
          reviewer: payload.reviewer,
          variable: payload.variable,
          id: payload.evidence,
        },
        { passage: kind === 'evidence.attached' ? JSON.stringify(payload.passage) : null },
        entry,
      );
      return;
    case 'coding.submitted':
    case 'coding.reopened':
      write(
        db,
        'submissions',
        { agreement: payload.agreement, reviewer: payload.reviewer },
        {
          submitted: kind === 'coding.submitted' ? 1 : 0,
          codebook_version: kind === 'coding.submitted' ? payload.codebookVersion : 0,
          answers: kind === 'coding.submitted' ? JSON.stringify(payload.answers) : '[]',
          submitted_at: entry.at,
        },
        entry,
      );
      touched.agreements.add(payload.agreement);
      return;
    case 'decision.settled':
      write(
        db,
        'decisions',
        { agreement: payload.agreement, variable: payload.variable },
        {
          settled: 1,
          value: payload.value === null ? null : JSON.stringify(payload.value),
          missing: payload.missing,
          origin: payload.origin,
          rationale: payload.rationale,
          decided_by: JSON.stringify(payload.decidedBy),
          settles: JSON.stringify(payload.settles),
          settled_at: entry.at,
        },
        entry,
      );
      touched.agreements.add(payload.agreement);
      return;
    case 'decision.withdrawn':
      write(
        db,
        'decisions',
        { agreement: payload.agreement, variable: payload.variable },
        {
          settled: 0,
          value: null,
          missing: null,
          origin: '',
          rationale: '',
          decided_by: '[]',
          settles: '[]',
          settled_at: entry.at,
        },
        entry,
      );
      touched.agreements.add(payload.agreement);
      return;
    default:
      assertNever(kind);
  }
}
