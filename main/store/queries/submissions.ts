import { z } from 'zod';

import { AgreementId, type EntryId, ReplicaId, ReviewerId } from '../../../shared/domain/ids';
import { SubmittedAnswer, entryIdOf } from '../../../shared/domain/journal';
import { type Db, prepared } from '../connection';

/** A coding as it was handed in. */
export interface Submission {
  readonly id: EntryId;
  readonly agreement: AgreementId;
  readonly reviewer: ReviewerId;
  readonly submittedAt: string;
  readonly codebookVersion: number;
  readonly answers: SubmittedAnswer[];
}

interface SubmissionRow {
  agreement: string;
  reviewer: string;
  codebook_version: number;
  answers: string;
  submitted_at: string;
  replica: string;
  n: number;
}

const columns = 'agreement, reviewer, codebook_version, answers, submitted_at, replica, n';

const source = `${columns
  .split(', ')
  .map((name) => `s.${name}`)
  .join(', ')} FROM submissions s LEFT JOIN reviewers r ON r.id = s.reviewer`;
/** As they joined the project, so that whoever stands first does so everywhere. */
const byReviewer = 'r.lamport, r.replica, r.n, s.reviewer';

/** The codings of an agreement that are handed in, by reviewer. Blinding is the caller's to observe. */
export function listSubmissions(db: Db, agreement: string): Submission[] {
  return prepared(
    db,
    `SELECT ${source} WHERE s.agreement = ? AND s.submitted = 1 ORDER BY ${byReviewer}`,
  )
    .all(agreement)
    .map((row) => toSubmission(row as SubmissionRow));
}

function toSubmission(row: SubmissionRow): Submission {
  return {
    id: entryIdOf({ replica: ReplicaId.parse(row.replica), n: row.n }),
    agreement: AgreementId.parse(row.agreement),
    reviewer: ReviewerId.parse(row.reviewer),
    submittedAt: row.submitted_at,
    codebookVersion: row.codebook_version,
    answers: z.array(SubmittedAnswer).parse(JSON.parse(row.answers)),
  };
}
