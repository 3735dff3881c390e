/** The code that the system or SQLite gave an error (`ENOENT`, `SQLITE_BUSY` …), or `null`. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
}

/** Whether an error says that there is no file of that name. */
export function isAbsence(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(systemCode(error) ?? '');
}

/** Whether an error says that a database is damaged, or none. */
export function isDamagedDatabase(error: unknown): boolean {
  return /^SQLITE_(?:CORRUPT|NOTADB)/.test(systemCode(error) ?? '');
}
