import type { z } from 'zod';

import type { AgreementId } from '../../shared/domain/ids';
import { type CodedUnit, reliabilityOf } from '../../shared/domain/reliability/reliability';
import { answersTo } from '../../shared/domain/standing';
import type { contract } from '../../shared/ipc/contract';
import { codebookOf } from '../handlers/deps';
import type { ProjectStore } from '../store/project-store';
import { listReviewers } from '../store/queries/project';
import { type Submission, listRevealedSubmissions } from '../store/queries/submissions';

export type ReliabilitySummary = z.output<typeof contract.reliability.summarise.output>;

/**
 * How well the codings agree, variable by variable: over the agreements whose codings are revealed
 * and that two or more have coded, from the codings as they were handed in. What is settled later
 * changes none of it.
 */
export function summariseReliability(store: ProjectStore): ReliabilitySummary {
  const codebook = codebookOf(store);
  const byAgreement = new Map<AgreementId, Submission[]>();
  for (const submission of listRevealedSubmissions(store.db)) {
    const others = byAgreement.get(submission.agreement) ?? [];
    byAgreement.set(submission.agreement, [...others, submission]);
  }
  const doubleCoded = [...byAgreement].filter(([, submissions]) => submissions.length >= 2);
  const readers = new Set(
    doubleCoded.flatMap(([, submissions]) => submissions.map(({ reviewer }) => reviewer)),
  );
  return {
    agreements: doubleCoded.length,
    reviewers: listReviewers(store.db).filter(({ id }) => readers.has(id)),
    codebookVersion: codebook.version,
    variables: codebook.variables.map((variable) =>
      reliabilityOf(
        variable,
        doubleCoded.map(([agreement, submissions]): CodedUnit => ({
          agreement,
          answers: answersTo(variable, submissions),
        })),
      ),
    ),
  };
}
