import { openForQueries } from './connection';
import type { ReadProject } from './project-store';

/**
 * Hands out the project as it is now, on a connection of its own: whatever is written while the work
 * goes on is not seen by it. What it came to is returned when the connection is closed again.
 *
 * The work may take its time; the project must not be closed before it is done.
 */
export async function withSnapshot<T>(
  { db: current, folder }: ReadProject,
  work: (then: ReadProject) => Promise<T>,
): Promise<T> {
  const db = openForQueries(current.name);
  try {
    db.exec('BEGIN');
    // A transaction sees the state of its first reading, not of its beginning.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return await work({ db, folder });
  } finally {
    db.close();
  }
}
