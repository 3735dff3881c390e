import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isAppError } from '../../shared/domain/app-error';
import type { DocumentId } from '../../shared/domain/ids';
import { AttachedFiles, type FoundAttachment } from './attached-files';
import { attachmentName } from './attachment-name';
import { checkKind, isMailKind } from './check-kind';
import { documentError } from './errors';
import type { AttachmentPlace } from './import-summary';
import { DEEPEST_MAIL } from './prepare';
import type { PageSource } from './read-pages';

type MailSource = Pick<PageSource, 'reader' | 'blobs'> & { signal?: AbortSignal | undefined };

/** A mail, and where its bytes lie. */
interface MailFile {
  readonly path: string;
  readonly fileName: string;
}

/**
 * Takes an attachment out of its mail, which is read again from the bytes that the project keeps,
 * and hands over where it lies, for as long as `take` runs.
 *
 * Errors: `document-missing`, `document-altered`, those of reading, the reason of the signal, and whatever `take` rejects with.
 */
export async function withAttachment<T>(
  source: MailSource,
  { mail, sha256 }: AttachmentPlace,
  mailName: string,
  take: (path: string) => Promise<T>,
): Promise<T> {
  await source.blobs.verify(mail, mailName);
  const file = { path: source.blobs.pathOf(mail), fileName: mailName };
  return withAttachments(source, file, async (found) => {
    for (const { fileName, content } of found) {
      if (isAppError(content) || content.sha256 !== sha256) continue;
      const folder = await mkdtemp(join(tmpdir(), 'samsyn-'));
      try {
        // The name comes from the reader, which is not trusted with where a file is put.
        const path = join(folder, attachmentName(fileName, ''));
        await copyFile(content.path, path);
        return await take(path);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
    throw documentError('reader-crashed', mailName, { reason: 'the attachment came out no more' });
  });
}

/** An attachment that waits for its password. */
export interface WaitingAttachment extends AttachmentPlace {
  readonly fileName: string;
  readonly mailName: string;
}

/**
 * What is attached to a mail of the project, or to mails that are attached to it, is not in the
 * project and asks for a password.
 *
 * Errors: those of reading the mail, and the reason of the signal.
 */
export function attachmentsThatWait(
  source: MailSource & { isKnown: (sha256: DocumentId) => boolean },
  mail: MailFile & { readonly id: DocumentId },
  depth = 1,
): Promise<WaitingAttachment[]> {
  return withAttachments(source, mail, async (found) => {
    const waiting: WaitingAttachment[] = [];
    for (const { fileName, content } of found) {
      if (isAppError(content)) continue;
      const { sha256 } = content;
      const file = { path: content.path, fileName, size: content.size };
      if (source.isKnown(sha256)) {
        const isMail = isMailKind(await checkKind(file));
        if (isMail && depth < DEEPEST_MAIL) {
          waiting.push(...(await attachmentsThatWait(source, { ...file, id: sha256 }, depth + 1)));
        }
      } else if (await asksForPassword(source, file)) {
        waiting.push({ fileName, sha256, mail: mail.id, mailName: mail.fileName });
      }
    }
    return waiting;
  });
}

/** Reads a mail for what is attached to it, which lies there as long as `look` runs. */
async function withAttachments<T>(
  { reader, blobs, signal }: MailSource,
  { path, fileName }: MailFile,
  look: (found: readonly FoundAttachment[]) => Promise<T>,
): Promise<T> {
  const attachments = new AttachedFiles(blobs);
  try {
    const onPage = (): void => undefined;
    await reader.read(path, fileName, { onPage, attachments, signal });
    return await look(attachments.taken());
  } finally {
    await attachments.discard();
  }
}

async function asksForPassword(
  { reader, signal }: MailSource,
  file: { readonly path: string; readonly fileName: string; readonly size: number },
): Promise<boolean> {
  try {
    if ((await checkKind(file)) !== 'pdf') return false;
    await reader.read(file.path, file.fileName, { onPage: () => undefined, signal });
    return false;
  } catch (error) {
    if (!isAppError(error)) throw error;
    // What else is wrong with it was told when the mail came in.
    return error.code === 'pdf-encrypted';
  }
}
