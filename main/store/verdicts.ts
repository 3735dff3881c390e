import { mayReadCodings } from '../../shared/domain/blinding';
import type { Variable } from '../../shared/domain/codebook';
import { foldForSearch, swedishSortKey } from '../../shared/domain/sort-key';
import { isInForce } from '../../shared/domain/decision';
import { openCounts, stageOf } from '../../shared/domain/stage';
import { standingOf } from '../../shared/domain/standing';
import type { Steps } from '../../shared/domain/steps';
import type { VerdictKind } from '../../shared/domain/views';
import { type Db, prepared } from './connection';
import { listSettling } from './queries/decisions';
import { findCodebook, findProject } from './queries/project';
import { listSubmissions } from './queries/submissions';

/** What verdicts depend on beside the agreement itself. */
interface Rules {
  readonly codersWanted: number;
  readonly variables: readonly Variable[];
}

function rulesOf(db: Db): Rules {
  return {
    codersWanted: findProject(db)?.codersWanted ?? 2,
    variables: findCodebook(db)?.variables ?? [],
  };
}

/**
 * Works out an agreement's verdicts and stage from its registers, and writes them.
 *
 * A function of the tables alone: whatever order entries came in, the last refresh sees the same.
 */
export function refreshAgreement(db: Db, agreement: string): void {
  prepared(db, 'DELETE FROM verdicts WHERE agreement = ?').run(agreement);
  // Mentioned by entries that came before the one that opens it, it is not there until then.
  prepared(db, 'DELETE FROM agreement_states WHERE agreement = ?').run(agreement);
  writeState(db, agreement, rulesOf(db));
}

/** The same for every agreement, in steps. */
export function* refreshAllSteps(db: Db): Steps<void> {
  db.exec('DELETE FROM agreement_states');
  db.exec('DELETE FROM verdicts');
  writeStatesWithoutSubmission(db);
  yield;
  const rules = rulesOf(db);
  const submitted = db
    .prepare('SELECT DISTINCT agreement FROM submissions WHERE submitted = 1')
    .pluck()
    .all() as string[];
  for (const agreement of submitted) {
    writeState(db, agreement, rules);
    yield;
  }
}

const stateColumns = `agreement, number, file_name, folded_name, name_key, opened_at, stage,
  submitted, revealed, disputed, differing, agreed_open, settled, documents, pages`;
const firstFileName = `(SELECT file_name FROM documents WHERE agreement = a.id
  ORDER BY position, lamport, replica, n LIMIT 1)`;
const documentCount = '(SELECT count(*) FROM documents WHERE agreement = a.id)';
const pageCount = '(SELECT coalesce(sum(page_count), 0) FROM documents WHERE agreement = a.id)';

/** Agreements that nobody has handed in have no verdicts, and there may be very many: one statement. */
function writeStatesWithoutSubmission(db: Db): void {
  const counts = openCounts([]);
  const stage = (started: boolean) => stageOf({ started, revealed: false, counts });
  db.function('folded_for_search', { deterministic: true }, (name) => foldForSearch(String(name)));
  db.function('swedish_sort_key', { deterministic: true }, (name) => swedishSortKey(String(name)));
  prepared(
    db,
    `INSERT INTO agreement_states (${stateColumns})
     SELECT id, number, name, folded_for_search(name), swedish_sort_key(name), opened_at, stage,
       0, 0, 0, 0, 0, 0, documents, pages
     FROM (SELECT a.id, a.number, coalesce(${firstFileName}, '') AS name, a.opened_at,
         ${documentCount} AS documents, ${pageCount} AS pages,
         CASE WHEN EXISTS (SELECT 1 FROM answers w WHERE w.agreement = a.id AND w.coded = 1)
           THEN ? ELSE ? END AS stage
       FROM agreements a WHERE NOT EXISTS (
         SELECT 1 FROM submissions s WHERE s.agreement = a.id AND s.submitted = 1))`,
  ).run(stage(true), stage(false));
}

function writeState(db: Db, agreement: string, rules: Rules): void {
  const title = findTitle(db, agreement);
  if (title === undefined) return;
  const fileName = title.file_name ?? '';
  const submissions = listSubmissions(db, agreement);
  // The reviewers' own drafts matter to who may read, not to whether the codings are revealed at all.
  const revealed = mayReadCodings({
    submitted: submissions.length,
    codersWanted: rules.codersWanted,
    ownDraft: false,
  });
  const verdicts = revealed ? verdictsOf(db, agreement, submissions, rules.variables) : [];
  const counts = openCounts(verdicts);
  const stage = stageOf({ started: hasBegun(db, agreement, submissions.length), revealed, counts });

  for (const { variable, verdict, settled } of verdicts) {
    prepared(
      db,
      'INSERT INTO verdicts (agreement, variable, verdict, settled) VALUES (?, ?, ?, ?)',
    ).run(agreement, variable, verdict, settled ? 1 : 0);
  }
  prepared(
    db,
    `INSERT INTO agreement_states (${stateColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    agreement,
    title.number,
    fileName,
    foldForSearch(fileName),
    swedishSortKey(fileName),
    title.opened_at,
    stage,
    submissions.length,
    revealed ? 1 : 0,
    counts.disputed,
    counts.differing,
    counts.agreedOpen,
    counts.settled,
    title.documents,
    title.pages,
  );
}

function verdictsOf(
  db: Db,
  agreement: string,
  submissions: ReturnType<typeof listSubmissions>,
  variables: readonly Variable[],
): { variable: string; verdict: VerdictKind; settled: boolean }[] {
  const decisions = new Map(listSettling(db, agreement).map((each) => [each.variable, each]));
  return variables
    .map((variable) => ({
      variable: variable.id,
      verdict: standingOf(variable, submissions).verdict,
      settled: isInForce(variable, decisions.get(variable.id), submissions),
    }))
    .filter((each) => each.verdict !== 'not-coded' || each.settled);
}

interface Title {
  number: number;
  opened_at: string;
  file_name: string | null;
  documents: number;
  pages: number;
}

/** Number and documents of an agreement, or nothing. */
function findTitle(db: Db, agreement: string): Title | undefined {
  return prepared(
    db,
    `SELECT number, opened_at, ${firstFileName} AS file_name, ${documentCount} AS documents,
       ${pageCount} AS pages
     FROM agreements a WHERE id = ?`,
  ).get(agreement) as Title | undefined;
}

function hasBegun(db: Db, agreement: string, submitted: number): boolean {
  if (submitted > 0) return true;
  return (
    prepared(db, 'SELECT 1 FROM answers WHERE agreement = ? AND coded = 1 LIMIT 1').get(
      agreement,
    ) !== undefined
  );
}
