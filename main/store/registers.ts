import type { EntryOrder } from '../../shared/domain/journal';
import { type Db, prepared } from './connection';

type Cell = string | number | null;

/** A row for a table of registers, to be written with the entry that it comes from. */
export interface RegisterRow {
  readonly upsert: string;
  readonly cells: readonly Cell[];
}

/** Makes rows of a table: the row with this key takes the columns if its entry is later than the one whose they are. */
function register<Column extends string>(
  table: string,
  key: readonly Column[],
  columns: readonly Column[],
): (row: Readonly<Record<NoInfer<Column>, Cell>>) => RegisterRow {
  const ordered = ['lamport', 'replica', 'n'];
  const own = [...key, ...columns];
  const names = [...own, ...ordered];
  const set = [...columns, ...ordered].map((name) => `${name} = excluded.${name}`);
  const upsert = `INSERT INTO ${table} (${names.join(', ')})
    VALUES (${names.map(() => '?').join(', ')})
    ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${set.join(', ')}
    WHERE (excluded.lamport, excluded.replica, excluded.n) > (${table}.lamport, ${table}.replica, ${table}.n)`;
  return (row) => ({ upsert, cells: own.map((column) => row[column]) });
}

/** The tables that entries are written into, each a maker of its rows. */
export const registers = {
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

/** Writes a row, unless the one that is there comes from a later entry. */
export function writeRow(
  db: Db,
  { upsert, cells }: RegisterRow,
  { lamport, replica, n }: EntryOrder,
): void {
  prepared(db, upsert).run(...cells, lamport, replica, n);
}
