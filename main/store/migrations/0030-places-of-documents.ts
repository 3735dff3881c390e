import type { Db } from '../connection';

/**
 * Where each document belongs: to which agreement, at which position, as what.
 *
 * `placements` holds what people decided. `documents` carries what follows from it: the agreement
 * that a document belongs to now, beside the one that it was received in.
 */
export function up(db: Db): void {
  db.exec(`
    CREATE TABLE placements (
      document TEXT NOT NULL PRIMARY KEY,
      agreement TEXT NOT NULL,
      position REAL NOT NULL,
      role TEXT NOT NULL,
      lamport INTEGER NOT NULL, replica TEXT NOT NULL, n INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE documents ADD COLUMN received_in TEXT NOT NULL DEFAULT '';
    ALTER TABLE documents ADD COLUMN position REAL NOT NULL DEFAULT 0;
    ALTER TABLE documents ADD COLUMN role TEXT NOT NULL DEFAULT 'main';
    -- Read with a password that was not kept: its text cannot be read again without it.
    ALTER TABLE documents ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1));
    UPDATE documents SET received_in = agreement, position = lamport,
      role = CASE format WHEN 'email' THEN 'email' ELSE 'main' END;
    DROP INDEX documents_by_agreement;
    CREATE INDEX documents_by_agreement ON documents (agreement, position, lamport, replica, n);
    CREATE INDEX documents_moved_away ON documents (received_in) WHERE received_in <> agreement;

    ALTER TABLE agreement_states ADD COLUMN documents INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE agreement_states ADD COLUMN pages INTEGER NOT NULL DEFAULT 0;
    UPDATE agreement_states SET
      documents = (SELECT count(*) FROM documents d WHERE d.agreement = agreement_states.agreement),
      pages = (SELECT coalesce(sum(d.page_count), 0) FROM documents d
        WHERE d.agreement = agreement_states.agreement);
  `);
}
