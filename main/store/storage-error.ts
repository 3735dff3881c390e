import { AppError, isAppError } from '../../shared/domain/app-error';

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL']);
const denied = new Set(['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY']);

/** The error to show for one that the disk or SQLite gave while writing; our own pass through. */
export function storageError(error: unknown, folder: string): Error {
  if (isAppError(error)) return error;
  if (!(error instanceof Error)) return new Error(String(error));
  const code = 'code' in error ? String(error.code) : '';
  if (full.has(code)) {
    return new AppError(
      'disk-full',
      `There is no room left where "${folder}" lies. Nothing of this step was saved and nothing earlier was lost: make room, then do it again.`,
      { folder },
    );
  }
  if (denied.has(code)) {
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
