import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isAppError } from '../../shared/domain/app-error';
import { AttachedFiles } from './attached-files';
import { attachmentName } from './attachment-name';
import { documentError } from './errors';
import type { AttachmentPlace } from './import-summary';
import type { PageSource } from './read-pages';

/**
 * Takes an attachment out of its mail, which is read again from the bytes that the project keeps,
 * and hands over where it lies, for as long as `take` runs.
 *
 * Errors: `document-missing`, `document-altered`, those of reading, the reason of the signal, and whatever `take` rejects with.
 */
export async function withAttachment<T>(
  {
    reader,
    blobs,
    signal,
  }: Pick<PageSource, 'reader' | 'blobs'> & { signal?: AbortSignal | undefined },
  { mail, sha256 }: AttachmentPlace,
  mailName: string,
  take: (path: string) => Promise<T>,
): Promise<T> {
  await blobs.verify(mail, mailName);
  const attachments = new AttachedFiles(blobs);
  const folder = await mkdtemp(join(tmpdir(), 'samsyn-'));
  try {
    await reader.read(blobs.pathOf(mail), mailName, {
      onPage: () => undefined,
      attachments,
      signal,
    });
    for (const { fileName, content } of attachments.taken()) {
      if (isAppError(content) || content.sha256 !== sha256) continue;
      // The name comes from the reader, which is not trusted with where a file is put.
      const path = join(folder, attachmentName(fileName, ''));
      await copyFile(content.path, path);
      return await take(path);
    }
    throw documentError('reader-crashed', mailName, { reason: 'the attachment came out no more' });
  } finally {
    await attachments.discard();
    await rm(folder, { recursive: true, force: true });
  }
}
