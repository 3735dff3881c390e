import { open } from 'node:fs/promises';

import type { CandidateFile } from './collect-files';
import { documentError, readingError } from './errors';
import { type FileKind, foreignByName, HEAD_LENGTH, kindOf, notAText } from './file-kind';
import { SIZE_LIMITS } from './read-summary';

/** What a file that can perhaps be read is. */
type ReadableKind = Exclude<FileKind['kind'], 'empty' | 'foreign'>;

/** Whether it is a mail: of any program, or of Outlook. */
export const isMailKind = (kind: ReadableKind): boolean => kind === 'eml' || kind === 'cfb';

/** Refuses by the first bytes what no reader can read, before anything is copied; else tells what it is. */
export async function checkKind({ path, fileName, size }: CandidateFile): Promise<ReadableKind> {
  let head: Uint8Array;
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_LENGTH), 0, HEAD_LENGTH, 0);
      head = buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw readingError(error, fileName);
  }
  const found = kindOf(head, fileName);
  if (found.kind === 'empty') throw documentError('file-empty', fileName);
  if (found.kind === 'foreign') {
    throw documentError('file-not-supported', fileName, {
      context: foreignByName(found.as, fileName),
    });
  }
  const mismatch = found.kind === 'text' ? notAText(fileName) : null;
  if (mismatch !== null) {
    throw documentError(mismatch.code, fileName, mismatch.details);
  }
  const limit = SIZE_LIMITS[found.kind];
  const megabytes = Math.ceil(size / 1_000_000);
  if (megabytes > limit) throw documentError('file-too-large', fileName, { megabytes, limit });
  return found.kind;
}
