import { dirname } from 'node:path';

import { type AppError, isAppError } from '../../shared/domain/app-error';
import type { DocumentId } from '../../shared/domain/ids';
import { AttachedFiles, type FoundAttachment } from './attached-files';
import type { BlobStore, StagedBlob } from './blob-store';
import { checkKind, isMailKind } from './check-kind';
import { documentError, keepingError } from './errors';
import type { PageCache } from './page-cache';
import type { ReadSummary } from './read-summary';
import type { ReaderHost } from './reader-host';

/** How deep mails in mails are read: one that is attached to a mail is at 2. */
export const DEEPEST_MAIL = 5;
/** Attachments of a file with all that is attached to them. */
const MOST_IN_ALL = 200;

/** What reading a file gave: its pages are in the cache, and its attachments are read, too. */
export interface Reading {
  readonly summary: ReadSummary;
  readonly attachments: readonly Attached[];
  /** Pictures that only decorate the text of a mail. */
  readonly passedOver: number;
  /** It was opened with a password. */
  readonly locked: boolean;
}

interface Attached {
  readonly fileName: string;
  /** Its bytes; `null` where they did not come. */
  readonly sha256: DocumentId | null;
  readonly result: Prepared | AppError;
}

/** How a file came out. The store is not told before its turn. */
export type Prepared =
  | { readonly kind: 'new'; readonly staged: StagedBlob; readonly reading: Reading }
  /** Bytes that are known, or that another file of the import has: that one reads them. */
  | { readonly kind: 'seen'; readonly staged: StagedBlob };

/**
 * Bytes seen in this import: the reading of them, and what became of them once one of their files
 * has had its turn.
 */
interface Seen<Added> {
  reading: Promise<Reading> | null;
  outcome: Added | AppError | null;
}

export interface PrepareDeps<Added> {
  readonly reader: Pick<ReaderHost, 'read'>;
  readonly blobs: BlobStore;
  readonly pages: PageCache;
  readonly signal: AbortSignal | undefined;
  readonly isKnown: (sha256: DocumentId) => boolean;
  readonly seen: Map<DocumentId, Seen<Added>>;
  /** For files that ask for a password; `null` where there is none to try. */
  readonly password: string | null;
}

/** What a file may still bring along. */
interface Budget {
  left: number;
}

/**
 * Reads a file that was copied, and what is attached to it, unless another file with the same bytes
 * does or did. What fails is the file's own; an attachment that fails is listed with the reason.
 */
export function prepareFile<Added>(
  deps: PrepareDeps<Added>,
  staged: StagedBlob,
  fileName: string,
): Promise<Prepared> {
  return prepare(deps, { staged, fileName, depth: 1, budget: { left: MOST_IN_ALL } });
}

interface Given {
  readonly staged: StagedBlob;
  readonly fileName: string;
  readonly depth: number;
  readonly budget: Budget;
}

async function prepare<Added>(deps: PrepareDeps<Added>, given: Given): Promise<Prepared> {
  const { staged, fileName } = given;
  const { seen, isKnown, blobs } = deps;
  let mine: Seen<Added> | null = null;
  try {
    if (seen.has(staged.sha256) || isKnown(staged.sha256)) return { kind: 'seen', staged };
    mine = { outcome: null, reading: null };
    seen.set(staged.sha256, mine);
    mine.reading = read(deps, given);
    return { kind: 'new', staged, reading: await mine.reading };
  } catch (error) {
    await staged.discard();
    if (mine === null) throw error;
    dropPages(deps, staged.sha256);
    const told = keepingError(error, fileName, dirname(blobs.folder));
    if (isAppError(told)) mine.outcome = told;
    throw told;
  }
}

async function read<Added>(deps: PrepareDeps<Added>, given: Given): Promise<Reading> {
  const { staged, fileName } = given;
  const files = new AttachedFiles(deps.blobs);
  const attempt = async (password: string | undefined) => {
    const writer = deps.pages.receive(staged.sha256);
    const { signal } = deps;
    const options = {
      onPage: writer.add,
      onDrawing: writer.draw,
      attachments: files,
      signal,
      password,
    };
    const summary = await deps.reader.read(staged.path, fileName, options);
    writer.finish(summary);
    return summary;
  };
  try {
    let locked = false;
    const summary = await attempt(undefined).catch((error: unknown) => {
      const asks = isAppError(error) && error.code === 'pdf-encrypted';
      if (!asks || deps.password === null) throw error;
      locked = true;
      return attempt(deps.password);
    });
    const attachments = await prepareAll(deps, files.taken(), given);
    return { summary, attachments, passedOver: files.passedOver, locked };
  } catch (error) {
    await files.discard();
    throw error;
  }
}

async function prepareAll<Added>(
  deps: PrepareDeps<Added>,
  found: readonly FoundAttachment[],
  { depth, budget }: Given,
): Promise<Attached[]> {
  const prepared: Attached[] = [];
  try {
    for (const { fileName, content } of found) {
      deps.signal?.throwIfAborted();
      const given = { fileName, depth: depth + 1, budget };
      const sha256 = isAppError(content) ? null : content.sha256;
      prepared.push({ fileName, sha256, result: await prepareAttached(deps, content, given) });
    }
    return prepared;
  } catch (error) {
    for (const { result } of prepared) if (!isAppError(result)) await abandon(deps, result);
    throw error;
  }
}

async function prepareAttached<Added>(
  deps: PrepareDeps<Added>,
  content: StagedBlob | AppError,
  given: Omit<Given, 'staged'>,
): Promise<Prepared | AppError> {
  if (isAppError(content)) return content;
  const { fileName, depth, budget } = given;
  try {
    budget.left -= 1;
    if (budget.left < 0) {
      throw documentError('too-many-attachments', fileName, { limit: MOST_IN_ALL });
    }
    const kind = await checkKind({ path: content.path, fileName, size: content.size });
    if (depth > DEEPEST_MAIL && isMailKind(kind)) {
      throw documentError('mail-too-deep', fileName, { limit: DEEPEST_MAIL });
    }
    return await prepare(deps, { ...given, staged: content });
  } catch (error) {
    await content.discard();
    if (!isAppError(error)) throw error;
    return error.code === 'pdf-encrypted'
      ? documentError('pdf-encrypted', fileName, { context: 'attached' })
      : error;
  }
}

type Leavings = Pick<PrepareDeps<never>, 'pages' | 'blobs' | 'isKnown'>;

/** Removes all that was prepared of a file that does not come in. */
export async function abandon(deps: Leavings, prepared: Prepared): Promise<void> {
  if (prepared.kind === 'new') {
    const { sha256 } = prepared.staged;
    if (!deps.isKnown(sha256)) dropPages(deps, sha256);
    await abandonAttached(deps, prepared.reading);
  }
  await prepared.staged.discard();
}

/** The same for what is attached to a file. */
export async function abandonAttached(deps: Leavings, { attachments }: Reading): Promise<void> {
  for (const { result } of attachments) if (!isAppError(result)) await abandon(deps, result);
}

/**
 * Takes away the pages of a document that does not come in. Where even that finds no room they
 * stay, and nobody asks for them: they are made anew if the document comes again.
 */
export function dropPages(
  { pages, blobs }: Pick<PrepareDeps<never>, 'pages' | 'blobs'>,
  sha256: DocumentId,
): void {
  try {
    pages.forget(sha256);
  } catch (error) {
    if (!isAppError(keepingError(error, sha256, dirname(blobs.folder)))) throw error;
  }
}
