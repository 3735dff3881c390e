import type { Db } from '../connection';

/** What reviewers were shown of the detector's proposals, what they took, and whether they may. */
export function up(db: Db): void {
  db.exec(`
    CREATE TABLE proposal_rules (
      key TEXT NOT NULL PRIMARY KEY,
      in_reliability_sample INTEGER NOT NULL CHECK (in_reliability_sample IN (0, 1)),
      lamport INTEGER NOT NULL, replica TEXT NOT NULL, n INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE proposals_shown (
      agreement TEXT NOT NULL,
      reviewer TEXT NOT NULL,
      offer TEXT NOT NULL,
      detector_version INTEGER NOT NULL,
      offered TEXT NOT NULL,
      shown_at TEXT NOT NULL,
      lamport INTEGER NOT NULL, replica TEXT NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (agreement, reviewer, offer)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE proposals_taken (
      agreement TEXT NOT NULL,
      reviewer TEXT NOT NULL,
      variable TEXT NOT NULL,
      -- NULL when the step was taken back.
      proposal TEXT,
      lamport INTEGER NOT NULL, replica TEXT NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (agreement, reviewer, variable)
    ) STRICT, WITHOUT ROWID;
  `);
}

/** As `computedTables` of the first migration. */
export const proposalTables = {
  proposal_rules: 'key',
  proposals_shown: 'agreement, reviewer, offer',
  proposals_taken: 'agreement, reviewer, variable',
} as const;
