import { isAppError } from '../../shared/domain/app-error';
import { canonicalJson } from '../../shared/domain/canonical-json';
import type { ReviewerId } from '../../shared/domain/ids';
import type { Happening } from '../../shared/domain/journal';
import type { ProjectStore } from '../store/project-store';
import { hasDraft } from '../store/queries/codings';
import { listDecisions } from '../store/queries/decisions';
import { settle, settleAgreed } from '../work/disagreements';
import { answerOfRow, textOfRow } from './row-answer';
import { type SubjectReader, subjectReader } from './row-subjects';
import { type TableProblems, type TableRow, readTable } from './tables';

const shape = {
  required: ['agreement', 'variable', 'value'],
  optional: ['missing', 'rationale'],
};

/** What a table of decisions came to. */
interface DecisionsApplied {
  /** Rows that settled something anew; what was settled the same already is not counted. */
  readonly decisions: number;
  /** Values that were settled because all who answered agree. */
  readonly unanimous: number;
  /** Agreements in which anything was settled. */
  readonly agreements: number;
}

type Settled = Extract<Happening, { kind: 'decision.settled' }>;

/**
 * Applies a table of decisions, and with `settleUnanimous` settles in the same step everything that
 * the codings agree on: all of it, or nothing. Applying the same table again changes nothing.
 *
 * Throws a `TableError` with everything that is wrong, and what `readTable` and the store throw.
 */
export function applyDecisions(
  store: ProjectStore,
  path: string,
  deciding: { decidedBy: readonly ReviewerId[]; settleUnanimous: boolean; at: string },
): DecisionsApplied {
  const { decidedBy, settleUnanimous, at } = deciding;
  const { rows, problems } = readTable(path, shape);
  const named = new Map<string, { line: number; settled: Settled }>();
  const subjectOf = subjectReader(store, problems);
  for (const row of rows) {
    const settled = readDecisionRow(store, row, subjectOf, decidedBy, problems);
    if (settled === null) continue;
    const key = keyOf(settled);
    const earlier = named.get(key);
    if (earlier === undefined) named.set(key, { line: row.line, settled });
    else if (!sayTheSame(earlier.settled, settled)) {
      problems.add(
        row.line,
        'value',
        `line ${earlier.line} decides ${settled.payload.variable} of the same agreement otherwise`,
      );
    }
  }
  problems.refuseIfAny();

  const decisions = [...named.values()]
    .map(({ settled }) => settled)
    .filter((settled) => !standsAlready(store, settled));
  const unanimous = settleUnanimous
    ? settleAgreed(store, null, null).filter(
        (happening) =>
          happening.kind === 'decision.settled' &&
          !named.has(keyOf(happening)) &&
          !decidedBy.some((each) => hasDraft(store.db, happening.payload.agreement, each)),
      )
    : [];
  const happenings = [...decisions, ...unanimous];
  store.append(happenings, { reviewer: decidedBy[0] ?? null, at });
  return {
    decisions: decisions.length,
    unanimous: unanimous.length,
    agreements: new Set(
      happenings.map(({ payload }) => ('agreement' in payload ? payload.agreement : null)),
    ).size,
  };
}

const columnsOfErrors: Readonly<Record<string, string>> = {
  'coding-blind': 'agreement',
  'decision-empty': 'value',
  'value-does-not-fit': 'value',
  'rationale-missing': 'rationale',
};

function readDecisionRow(
  store: ProjectStore,
  row: TableRow,
  subjectOf: SubjectReader,
  decidedBy: readonly ReviewerId[],
  problems: TableProblems,
): Settled | null {
  const subject = subjectOf(row);
  const rationale = textOfRow(row, 'rationale', problems);
  if (subject === null) return null;
  const { agreement, variable } = subject;
  const answer = answerOfRow(variable, row, problems);
  if (answer === null) return null;
  // Nobody decides on an agreement whose codings they must not see yet.
  const viewer = decidedBy.find((reviewer) => hasDraft(store.db, agreement, reviewer)) ?? null;
  try {
    const choice = { variable: variable.id, ...answer, rationale, decidedBy };
    const happening = settle(store, agreement, choice, viewer);
    if (happening.kind !== 'decision.settled') throw new Error('Settling settles');
    return happening;
  } catch (error) {
    const column = isAppError(error) ? (columnsOfErrors[error.code] ?? null) : null;
    problems.addError(row.line, column, error);
    return null;
  }
}

function keyOf({ payload }: Happening): string {
  return 'agreement' in payload && 'variable' in payload
    ? `${payload.agreement}/${payload.variable}`
    : '';
}

function sayTheSame(a: Settled, b: Settled): boolean {
  return canonicalJson(a.payload) === canonicalJson(b.payload);
}

/** True when exactly this is settled, for the same reason and by the same people. */
function standsAlready(store: ProjectStore, { payload }: Settled): boolean {
  const { value, missing, origin, rationale, decidedBy } = payload;
  const standing = listDecisions(store.db, payload.agreement).find(
    ({ variable }) => variable === payload.variable,
  );
  if (standing === undefined) return false;
  const same = (each: object) => canonicalJson(each);
  return (
    same({ value, missing, origin, rationale, decidedBy }) ===
    same({
      value: standing.value,
      missing: standing.missing,
      origin: standing.origin,
      rationale: standing.rationale,
      decidedBy: standing.decidedBy,
    })
  );
}
