import { type Db, prepared } from './connection';

/** What belongs to this copy of the project alone and never travels. */
export function readLocal(db: Db, key: string): string | null {
  const row = prepared(db, 'SELECT value FROM local WHERE key = ?').get(key);
  return (row as { value: string } | undefined)?.value ?? null;
}

export function writeLocal(db: Db, key: string, value: string): void {
  prepared(db, 'INSERT OR REPLACE INTO local (key, value) VALUES (?, ?)').run(key, value);
}
