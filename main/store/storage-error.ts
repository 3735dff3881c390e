import { AppError, isAppError } from '../../shared/domain/app-error';
import { isDamagedDatabase, systemCode } from '../system-code';

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL']);
const denied = new Set(['EACCES', 'EPERM', 'EROFS']);

/** The error to show for one that the disk or SQLite gave while writing; our own pass through. */
export function storageError(error: unknown, folder: string): Error {
  if (isAppError(error)) return error;
  if (!(error instanceof Error)) return new Error(String(error));
  const code = systemCode(error) ?? '';
  if (full.has(code)) {
    return new AppError(
      'disk-full',
      `There is no room left where "${folder}" lies. Nothing of this step was saved and nothing earlier was lost: make room, then do it again.`,
      { folder },
    );
  }
  if (denied.has(code) || /^SQLITE_(READONLY|CANTOPEN)/.test(code)) {
    return new AppError(
      'not-writable',
      `"${folder}" cannot be written to. Nothing of this step was saved: check the folder's permissions, then do it again.`,
      { folder },
    );
  }
  if (code.startsWith('SQLITE_')) {
    return new AppError(
      'storage-failed',
      `The project in "${folder}" could not be written (${code}: ${error.message}). Nothing of this step was saved. Check the disk, then run "samsyn verify".`,
      { folder, code },
    );
  }
  return error;
}

/** What an error means that came while a project was opened: as `storageError`, or the file is damaged. */
export function openingError(error: unknown, folder: string): Error {
  if (isDamagedDatabase(error)) return projectDamaged(folder, systemCode(error) ?? '');
  // A column that does not parse.
  if (error instanceof SyntaxError || (error instanceof Error && error.name === 'ZodError')) {
    return projectDamaged(folder, 'it holds an entry that cannot be read');
  }
  return storageError(error, folder);
}

export function projectDamaged(folder: string, reason: string): AppError {
  return new AppError(
    'project-damaged',
    `project.db in "${folder}" is damaged (${reason}). Nothing was changed. The journal folder holds a second copy of every entry: move project.db to another place, keep it, and open the project again; it is then made anew from the copy.`,
    { folder },
  );
}
