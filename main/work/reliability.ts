import { reliabilityOf } from '../../shared/domain/reliability/reliability';
import type { VariableReliability } from '../../shared/domain/reliability/types';
import type { Reviewer } from '../../shared/domain/reviewer';
import { answersTo } from '../../shared/domain/standing';
import { codebookOf } from '../handlers/deps';
import type { ProjectStore } from '../store/project-store';
import { listReviewers } from '../store/queries/project';
import { type Submission, listRevealedSubmissions } from '../store/queries/submissions';

/** Reliability of every variable, from the codings as they were handed in, before any decision. */
export interface ReliabilitySummary {
  /** Agreements that two reviewers or more have coded and that are revealed. */
  readonly agreements: number;
  /** Those whose codings went into it, by name. */
  readonly reviewers: Reviewer[];
  readonly codebookVersion: number;
  /** In codebook order. */
  readonly variables: VariableReliability[];
}

export function summariseReliability(store: ProjectStore): ReliabilitySummary {
  const codebook = codebookOf(store);
  const doubleCoded = [...byAgreement(listRevealedSubmissions(store.db)).values()].filter(
    (submissions) => submissions.length >= 2,
  );
  const coders = new Set(doubleCoded.flat().map((submission) => submission.reviewer));
  return {
    agreements: doubleCoded.length,
    reviewers: listReviewers(store.db).filter((reviewer) => coders.has(reviewer.id)),
    codebookVersion: codebook.version,
    variables: codebook.variables.map((variable) =>
      reliabilityOf(
        variable,
        doubleCoded.flatMap((submissions) => {
          const [first] = submissions;
          if (first === undefined) return [];
          return [{ agreement: first.agreement, answers: answersTo(variable, submissions) }];
        }),
      ),
    ),
  };
}

function byAgreement(submissions: readonly Submission[]): Map<string, Submission[]> {
  const grouped = new Map<string, Submission[]>();
  for (const submission of submissions) {
    const known = grouped.get(submission.agreement);
    if (known === undefined) grouped.set(submission.agreement, [submission]);
    else known.push(submission);
  }
  return grouped;
}
