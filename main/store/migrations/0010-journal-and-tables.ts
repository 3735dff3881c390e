import type { Db } from '../connection';

/**
 * The journal, and the tables computed from it.
 *
 * Every computed row carries the order `(lamport, replica, n)` of the entry that wrote it: the
 * highest wins, so the order in which entries arrive does not matter.
 */
export function up(db: Db): void {
  db.exec(`
    CREATE TABLE journal (
      replica TEXT NOT NULL,
      n INTEGER NOT NULL CHECK (n > 0),
      lamport INTEGER NOT NULL CHECK (lamport > 0),
      reviewer TEXT,
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      at TEXT NOT NULL,
      payload_hash TEXT NOT NULL,
      previous_hash TEXT NOT NULL,
      hash TEXT NOT NULL,
      PRIMARY KEY (replica, n)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX journal_by_order ON journal (lamport, replica, n);
    CREATE INDEX journal_by_subject ON journal (subject, lamport, replica, n);

    CREATE TABLE payloads (
      replica TEXT NOT NULL,
      n INTEGER NOT NULL,
      salt TEXT NOT NULL,
      body TEXT,
      PRIMARY KEY (replica, n),
      FOREIGN KEY (replica, n) REFERENCES journal (replica, n)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE local (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE project (
      key TEXT NOT NULL PRIMARY KEY CHECK (key = 'project'),
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      coders_wanted INTEGER NOT NULL,
      lamport INTEGER NOT NULL, replica TEXT NOT NULL, n INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE codebook (
      key TEXT NOT NULL PRIMARY KEY CHECK (key = 'codebook'),
      version INTEGER NOT NULL,
      body TEXT NOT NULL,
      lamport INTEGER NOT NULL, replica TEXT NOT NULL, n INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE reviewers (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL,
      colour INTEGER NOT NULL,
      lamport INTEGER NOT NULL, replica TEXT NOT NULL, n INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE agreements (
      id TEXT NOT NULL PRIMARY KEY,
      number INTEGER NOT NULL,
      opened_at TEXT NOT NULL,
      lamport INTEGER NOT NULL, replica TEXT NOT NULL, n INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX agreements_by_number ON agreements (number, id);

    CREATE TABLE documents (
      id TEXT NOT NULL PRIMARY KEY,
      agreement TEXT NOT NULL,
      file_name TEXT NOT NULL,
      size INTEGER NOT NULL,
      format TEXT NOT NULL,
      page_count INTEGER NOT NULL,
      received_at TEXT NOT NULL,
      lamport INTEGER NOT NULL, replica TEXT NOT NULL, n INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX documents_by_agreement ON documents (agreement, lamport, replica, n);
    CREATE INDEX documents_by_name ON documents (file_name);

    CREATE TABLE answers (
      agreement TEXT NOT NULL,
      variable TEXT NOT NULL,
      reviewer TEXT NOT NULL,
      answer TEXT,
      coded INTEGER NOT NULL CHECK (coded IN (0, 1)),
      lamport INTEGER NOT NULL, replica TEXT NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (agreement, reviewer, variable)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX answers_by_reviewer ON answers (reviewer, agreement);

    CREATE TABLE evidence (
      agreement TEXT NOT NULL,
      reviewer TEXT NOT NULL,
      variable TEXT NOT NULL,
      id TEXT NOT NULL,
      passage TEXT,
      lamport INTEGER NOT NULL, replica TEXT NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (agreement, reviewer, variable, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX evidence_by_reviewer ON evidence (reviewer, agreement);

    CREATE TABLE submissions (
      agreement TEXT NOT NULL,
      reviewer TEXT NOT NULL,
      submitted INTEGER NOT NULL CHECK (submitted IN (0, 1)),
      codebook_version INTEGER NOT NULL,
      answers TEXT NOT NULL,
      submitted_at TEXT NOT NULL,
      lamport INTEGER NOT NULL, replica TEXT NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (agreement, reviewer)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX submissions_by_reviewer ON submissions (reviewer, submitted, agreement);

    CREATE TABLE decisions (
      agreement TEXT NOT NULL,
      variable TEXT NOT NULL,
      settled INTEGER NOT NULL CHECK (settled IN (0, 1)),
      value TEXT,
      missing TEXT,
      origin TEXT NOT NULL,
      rationale TEXT NOT NULL,
      decided_by TEXT NOT NULL,
      settles TEXT NOT NULL,
      settled_at TEXT NOT NULL,
      lamport INTEGER NOT NULL, replica TEXT NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (agreement, variable)
    ) STRICT, WITHOUT ROWID;

    -- Computed from the tables above whenever one of them changes for an agreement.
    CREATE TABLE verdicts (
      agreement TEXT NOT NULL,
      variable TEXT NOT NULL,
      verdict TEXT NOT NULL,
      settled INTEGER NOT NULL CHECK (settled IN (0, 1)),
      PRIMARY KEY (agreement, variable)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE agreement_states (
      agreement TEXT NOT NULL PRIMARY KEY,
      -- Of the agreement and its first document, kept here so that the list sorts by an index.
      number INTEGER NOT NULL,
      file_name TEXT NOT NULL,
      -- The name as it is searched for and as it is sorted: SQLite knows no å, ä and ö.
      folded_name TEXT NOT NULL,
      name_key TEXT NOT NULL,
      opened_at TEXT NOT NULL,
      stage TEXT NOT NULL,
      submitted INTEGER NOT NULL,
      revealed INTEGER NOT NULL CHECK (revealed IN (0, 1)),
      disputed INTEGER NOT NULL,
      differing INTEGER NOT NULL,
      agreed_open INTEGER NOT NULL,
      settled INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX states_by_number ON agreement_states (number, agreement);
    CREATE INDEX states_by_name ON agreement_states (name_key, number, agreement);
    CREATE INDEX states_by_opening ON agreement_states (opened_at, number, agreement);
    CREATE INDEX states_by_stage ON agreement_states (stage, number, agreement, revealed, disputed);
    CREATE INDEX states_revealed ON agreement_states (number, agreement) WHERE revealed = 1;

    -- Entries that could not be applied: kinds from a newer version, and invalid payloads.
    CREATE TABLE set_aside (
      replica TEXT NOT NULL,
      n INTEGER NOT NULL,
      reason TEXT NOT NULL CHECK (reason IN ('unknown-kind', 'invalid', 'erased')),
      PRIMARY KEY (replica, n)
    ) STRICT, WITHOUT ROWID;
  `);
}

/** Tables that `rebuild` computes from the journal, each with the columns that order its rows. */
export const computedTables = {
  project: 'key',
  codebook: 'key',
  reviewers: 'id',
  agreements: 'id',
  documents: 'id',
  placements: 'document',
  answers: 'agreement, reviewer, variable',
  evidence: 'agreement, reviewer, variable, id',
  submissions: 'agreement, reviewer',
  decisions: 'agreement, variable',
  verdicts: 'agreement, variable',
  agreement_states: 'agreement',
  set_aside: 'replica, n',
} as const;
