import { type Answer, isCoded } from '../../shared/domain/answer';
import { assertNever } from '../../shared/domain/assert-never';
import { roleWhenReceived } from '../../shared/domain/document-place';
import type { Passage } from '../../shared/domain/evidence';
import { type Entry, type EntryOrder, Happening } from '../../shared/domain/journal';
import { type Steps, toItsEnd } from '../../shared/domain/steps';
import { type Db, prepared } from './connection';
import { refreshAgreement, refreshAllSteps } from './verdicts';

/** What entries touched that still has to be worked out anew. */
interface Touched {
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
  toItsEnd(refreshSteps(db, touched));
}

/** The same in steps. */
export function* refreshSteps(db: Db, touched: Touched): Steps<void> {
  if (touched.everything) {
    yield* refreshAllSteps(db);
    return;
  }
  for (const agreement of touched.agreements) {
    refreshAgreement(db, agreement);
    yield;
  }
}

/** What an entry says happened, or why it cannot be applied. */
function readHappening(entry: Entry): Happening | 'unknown-kind' | 'invalid' | 'erased' {
  if (!kinds.has(entry.kind)) return 'unknown-kind';
  if (entry.payload === null) return 'erased';
  const parsed = Happening.safeParse(entry);
  return parsed.success ? parsed.data : 'invalid';
}

type Cell = string | number | null;

/** A table whose rows are registers. */
interface Register<Column extends string> {
  readonly upsert: string;
  readonly columns: readonly Column[];
}

/** The row with this key takes the columns if the entry is later than the one whose they are. */
function register<Column extends string>(
  table: string,
  key: readonly Column[],
  columns: readonly Column[],
): Register<Column> {
  const ordered = ['lamport', 'replica', 'n'];
  const names = [...key, ...columns, ...ordered];
  const set = [...columns, ...ordered].map((name) => `${name} = excluded.${name}`);
  return {
    columns: [...key, ...columns],
    upsert: `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
      ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${set.join(', ')}
      WHERE (excluded.lamport, excluded.replica, excluded.n) > (${table}.lamport, ${table}.replica, ${table}.n)`,
  };
}

const registers = {
  project: register('project', ['key'], ['id', 'name', 'coders_wanted']),
  codebook: register('codebook', ['key'], ['version', 'body']),
  reviewers: register('reviewers', ['id'], ['name', 'colour']),
  agreements: register('agreements', ['id'], ['number', 'opened_at']),
  documents: register(
    'documents',
    ['id'],
    [
      'agreement',
      'file_name',
      'size',
      'format',
      'page_count',
      'received_at',
      'received_in',
      'position',
      'role',
      'locked',
    ],
  ),
  placements: register('placements', ['document'], ['agreement', 'position', 'role']),
  answers: register('answers', ['agreement', 'reviewer', 'variable'], ['answer', 'coded']),
  evidence: register('evidence', ['agreement', 'reviewer', 'variable', 'id'], ['passage']),
  submissions: register(
    'submissions',
    ['agreement', 'reviewer'],
    ['submitted', 'codebook_version', 'answers', 'submitted_at'],
  ),
  decisions: register(
    'decisions',
    ['agreement', 'variable'],
    ['settled', 'value', 'missing', 'origin', 'rationale', 'decided_by', 'settles', 'settled_at'],
  ),
  proposalRules: register('proposal_rules', ['key'], ['in_reliability_sample']),
  proposalsShown: register(
    'proposals_shown',
    ['agreement', 'reviewer', 'offer'],
    ['detector_version', 'offered', 'shown_at'],
  ),
  proposalsTaken: register('proposals_taken', ['agreement', 'reviewer', 'variable'], ['proposal']),
  comparisons: register('comparisons', ['a', 'b'], ['relation', 'note', 'reviewer', 'compared_at']),
};

function write<Column extends string>(
  db: Db,
  { upsert, columns }: Register<Column>,
  row: Readonly<Record<NoInfer<Column>, Cell>>,
  { lamport, replica, n }: EntryOrder,
): void {
  prepared(db, upsert).run(...columns.map((column) => row[column]), lamport, replica, n);
}

function project(db: Db, entry: Entry, happening: Happening, touched: Touched): void {
  const { kind, payload } = happening;
  switch (kind) {
    case 'project.created':
      write(
        db,
        registers.project,
        { key: 'project', id: payload.id, name: payload.name, coders_wanted: payload.codersWanted },
        entry,
      );
      touched.everything = true;
      return;
    case 'codebook.adopted':
      write(
        db,
        registers.codebook,
        {
          key: 'codebook',
          version: payload.codebook.version,
          body: JSON.stringify(payload.codebook),
        },
        entry,
      );
      touched.everything = true;
      return;
    case 'reviewer.added':
    case 'reviewer.renamed':
      write(
        db,
        registers.reviewers,
        { id: payload.id, name: payload.name, colour: payload.colour },
        entry,
      );
      return;
    case 'agreement.opened':
      write(
        db,
        registers.agreements,
        { id: payload.agreement, number: payload.number, opened_at: entry.at },
        entry,
      );
      touched.agreements.add(payload.agreement);
      return;
    case 'document.received':
      touchAgreementOf(db, payload.document, touched);
      write(
        db,
        registers.documents,
        {
          id: payload.document,
          agreement: payload.agreement,
          file_name: payload.fileName,
          size: payload.size,
          format: payload.format,
          page_count: payload.pageCount,
          received_at: entry.at,
          received_in: payload.agreement,
          position: payload.position ?? entry.lamport,
          role: payload.role ?? roleWhenReceived(payload.format),
          locked: payload.locked === true ? 1 : 0,
        },
        entry,
      );
      settlePlace(db, payload.document);
      touchAgreementOf(db, payload.document, touched);
      return;
    case 'document.placed':
      touchAgreementOf(db, payload.document, touched);
      write(
        db,
        registers.placements,
        {
          document: payload.document,
          agreement: payload.agreement,
          position: payload.position,
          role: payload.role,
        },
        entry,
      );
      settlePlace(db, payload.document);
      touchAgreementOf(db, payload.document, touched);
      return;
    case 'answer.recorded':
      writeAnswer(db, entry, payload);
      touched.agreements.add(payload.agreement);
      return;
    case 'proposal.taken':
    case 'proposal.returned':
      writeAnswer(db, entry, payload);
      for (const each of payload.evidence) {
        writeEvidence(db, entry, {
          ...payload,
          evidence: typeof each === 'string' ? each : each.id,
          passage: typeof each === 'string' ? null : each.passage,
        });
      }
      write(
        db,
        registers.proposalsTaken,
        {
          agreement: payload.agreement,
          reviewer: payload.reviewer,
          variable: payload.variable,
          proposal: kind === 'proposal.taken' ? payload.proposal : null,
        },
        entry,
      );
      touched.agreements.add(payload.agreement);
      return;
    case 'proposals.allowed':
      write(
        db,
        registers.proposalRules,
        { key: 'project', in_reliability_sample: payload.inReliabilitySample ? 1 : 0 },
        entry,
      );
      return;
    case 'proposals.shown':
      write(
        db,
        registers.proposalsShown,
        {
          agreement: payload.agreement,
          reviewer: payload.reviewer,
          offer: payload.offer,
          detector_version: payload.detectorVersion,
          offered: JSON.stringify(payload.offered),
          shown_at: entry.at,
        },
        entry,
      );
      return;
    case 'evidence.attached':
    case 'evidence.removed':
      writeEvidence(db, entry, {
        ...payload,
        passage: kind === 'evidence.attached' ? payload.passage : null,
      });
      return;
    case 'coding.submitted':
    case 'coding.reopened':
      write(
        db,
        registers.submissions,
        {
          agreement: payload.agreement,
          reviewer: payload.reviewer,
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
        registers.decisions,
        {
          agreement: payload.agreement,
          variable: payload.variable,
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
        registers.decisions,
        {
          agreement: payload.agreement,
          variable: payload.variable,
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
    case 'documents.compared':
    case 'comparison.withdrawn':
      write(
        db,
        registers.comparisons,
        {
          a: payload.a,
          b: payload.b,
          relation: kind === 'documents.compared' ? payload.relation : null,
          note: kind === 'documents.compared' ? payload.note : '',
          reviewer: entry.reviewer,
          compared_at: entry.at,
        },
        entry,
      );
      return;
    default:
      assertNever(kind);
  }
}

interface Coded {
  readonly agreement: string;
  readonly reviewer: string;
  readonly variable: string;
}

function writeAnswer(db: Db, entry: Entry, coded: Coded & { answer: Answer | null }): void {
  const { agreement, reviewer, variable, answer } = coded;
  write(
    db,
    registers.answers,
    {
      agreement,
      reviewer,
      variable,
      answer: answer === null ? null : JSON.stringify(answer),
      coded: answer !== null && isCoded(answer) ? 1 : 0,
    },
    entry,
  );
}

function writeEvidence(
  db: Db,
  entry: Entry,
  coded: Coded & { evidence: string; passage: Passage | null },
): void {
  const { agreement, reviewer, variable, evidence, passage } = coded;
  write(
    db,
    registers.evidence,
    {
      agreement,
      reviewer,
      variable,
      id: evidence,
      passage: passage === null ? null : JSON.stringify(passage),
    },
    entry,
  );
}

/** A document that moves changes both the agreement it leaves and the one it comes to. */
function touchAgreementOf(db: Db, document: string, touched: Touched): void {
  const row = prepared(db, 'SELECT agreement FROM documents WHERE id = ?').get(document);
  if (row !== undefined) touched.agreements.add((row as { agreement: string }).agreement);
}

/**
 * Lets a document stand where somebody placed it. What was placed before it was received waits for
 * it; being received anew does not take it away from where it was placed.
 */
function settlePlace(db: Db, document: string): void {
  prepared(
    db,
    `UPDATE documents SET agreement = p.agreement, position = p.position, role = p.role
     FROM placements p WHERE p.document = documents.id AND documents.id = ?`,
  ).run(document);
}
