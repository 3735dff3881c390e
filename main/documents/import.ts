import { dirname } from 'node:path';

import { type AppError, isAppError } from '../../shared/domain/app-error';
import type { DocumentId } from '../../shared/domain/ids';
import type { BlobStore, StagedBlob } from './blob-store';
import { checkKind } from './check-kind';
import { type CandidateFile, collectFiles } from './collect-files';
import { documentError, DocumentErrorCode, keepingError } from './errors';
import type { PageCache } from './page-cache';
import type { ReadSummary } from './read-summary';
import type { ReaderHost } from './reader-host';

/** A document that has come in: its bytes are kept and its pages are read. */
export interface ReceivedDocument extends ReadSummary {
  readonly sha256: DocumentId;
  readonly fileName: string;
  readonly size: number;
}

/** What the import needs of the store. `Added` and `Known` are whatever it wants to tell about them. */
export interface ImportStore<Added, Known> {
  /** The document with these bytes, where there is one already. */
  knownAs(sha256: DocumentId): Known | null;
  /** Enters a new document, durably. Called one at a time, in the order of the files. */
  received(document: ReceivedDocument): Added | Promise<Added>;
}

export interface ImportFailure {
  readonly fileName: string;
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface ImportSummary<Added, Known> {
  readonly added: { document: ReceivedDocument; added: Added }[];
  /** Files with bytes that are there already: from before, or from earlier in the same import. */
  readonly known: { fileName: string; path: string; sameAs: Known | Added }[];
  readonly failed: ImportFailure[];
  /** Hidden and system files that were passed over. */
  skipped: number;
  cancelled: boolean;
}

export interface ImportStep<Added, Known> {
  readonly state: 'collecting' | 'reading';
  readonly done: number;
  readonly total: number;
  /** The file that is being read. */
  readonly current: string | null;
  /** What has come of it so far; grows from step to step. */
  readonly summary: ImportSummary<Added, Known>;
}

export interface ImportOptions<Added, Known> {
  /** Files and folders. */
  readonly paths: readonly string[];
  readonly store: ImportStore<Added, Known>;
  readonly reader: Pick<ReaderHost, 'read'>;
  readonly blobs: BlobStore;
  readonly pages: PageCache;
  readonly onProgress?: (step: ImportStep<Added, Known>) => void;
  readonly signal?: AbortSignal;
  /** Files in preparation at a time; more than the reader has processes brings little. */
  readonly atOnce?: number;
}

/** How a file came out. The store is not told before its turn. */
type Prepared =
  | { kind: 'new'; staged: StagedBlob; summary: ReadSummary }
  | { kind: 'seen'; staged: StagedBlob };

/**
 * Adds files to a project: copy and hash, recognise what is known by its bytes, read the pages in
 * the reader, then keep the bytes and tell the store.
 *
 * What is read is the copy that was hashed, not the file, which may change meanwhile. Files are
 * prepared `atOnce`, but enter the store in their order, so the same files always get the same
 * numbers. A file that fails costs itself: it is listed and leaves nothing behind. Cancelling keeps
 * what was added and starts nothing more. One import at a time in a project: what an earlier one left
 * half-copied when the power went is cleared away first.
 *
 * Rejects with `too-many-files` and with errors that nobody could expect.
 */
export async function importFiles<Added, Known>(
  options: ImportOptions<Added, Known>,
): Promise<ImportSummary<Added, Known>> {
  const { paths, store, reader, blobs, pages, onProgress, signal, atOnce = 2 } = options;
  const summary: ImportSummary<Added, Known> = {
    added: [],
    known: [],
    failed: [],
    skipped: 0,
    cancelled: false,
  };
  const projectFolder = dirname(blobs.folder);
  let done = 0;
  let files: CandidateFile[] = [];
  const isCancelled = (): boolean => signal?.aborted === true;
  const tell = (state: ImportStep<Added, Known>['state'], current: string | null) =>
    onProgress?.({ state, done, total: files.length, current, summary });
  const fail = ({ fileName, path }: { fileName: string; path: string }, error: AppError) => {
    const { code, message, details } = error;
    summary.failed.push({ fileName, path, code, message, details });
  };

  tell('collecting', null);
  await blobs.removeUnfinished();
  try {
    const collected = await collectFiles(paths, { signal });
    files = collected.files;
    summary.skipped = collected.skipped;
    for (const { error, ...problem } of collected.problems) fail(problem, error);
  } catch (error) {
    if (!isCancelled()) throw error;
    summary.cancelled = true;
    return summary;
  }

  /**
   * Bytes seen in this import: the reading of them, and what became of them once one of their files
   * has had its turn.
   */
  interface Seen {
    reading: Promise<ReadSummary> | null;
    outcome: Added | AppError | null;
  }
  const seen = new Map<DocumentId, Seen>();

  async function prepare(file: CandidateFile): Promise<Prepared> {
    await checkKind(file);
    const staged = await blobs.stage(file.path, file.fileName, signal);
    let mine: Seen | null = null;
    try {
      if (seen.has(staged.sha256) || store.knownAs(staged.sha256) !== null) {
        return { kind: 'seen', staged };
      }
      mine = { outcome: null, reading: null };
      seen.set(staged.sha256, mine);
      const writer = pages.receive(staged.sha256);
      mine.reading = reader.read(staged.path, file.fileName, { onPage: writer.add, signal });
      const read = await mine.reading;
      writer.finish(read);
      return { kind: 'new', staged, summary: read };
    } catch (error) {
      await staged.discard();
      if (mine !== null) {
        dropPages(staged.sha256);
        const told = keepingError(error, file.fileName, projectFolder);
        if (isAppError(told)) mine.outcome = told;
        throw told;
      }
      throw error;
    }
  }

  /**
   * Takes away the pages of a document that does not come in. Where even that finds no room they
   * stay, and nobody asks for them: they are made anew if the document comes again.
   */
  function dropPages(sha256: DocumentId): void {
    try {
      pages.forget(sha256);
    } catch (error) {
      if (!isAppError(keepingError(error, sha256, projectFolder))) throw error;
    }
  }

  async function enter(file: CandidateFile, prepared: Prepared): Promise<void> {
    const { staged } = prepared;
    const { sha256 } = staged;
    const known = store.knownAs(sha256);
    const first = seen.get(sha256);
    if (prepared.kind === 'new' && known === null) {
      await enterNew(file, staged, prepared.summary);
      return;
    }
    if (isAppError(first?.outcome)) {
      await staged.discard();
      throw renamed(first.outcome, file.fileName);
    }
    const sameAs = known ?? first?.outcome ?? null;
    if (sameAs === null) {
      await enterNew(file, staged, await readByAnother(file, staged));
      return;
    }
    await mend(blobs, staged);
    summary.known.push({ fileName: file.fileName, path: file.path, sameAs });
  }

  /** A later file with the same bytes began to be read first: this one has its turn first, and takes the reading over. */
  async function readByAnother(file: CandidateFile, staged: StagedBlob): Promise<ReadSummary> {
    const reading = seen.get(staged.sha256)?.reading;
    if (reading == null) throw new Error(`Nothing known about ${staged.sha256}, which was seen`);
    try {
      return await reading;
    } catch (error) {
      await staged.discard();
      const told = keepingError(error, file.fileName, projectFolder);
      throw isAppError(told) ? renamed(told, file.fileName) : told;
    }
  }

  async function enterNew(
    file: CandidateFile,
    staged: StagedBlob,
    read: ReadSummary,
  ): Promise<void> {
    const { sha256, size } = staged;
    const document = { ...read, sha256, size, fileName: file.fileName };
    const mine = seen.get(sha256);
    try {
      const { isNew } = await staged.keep();
      try {
        const added = await store.received(document);
        if (mine !== undefined) mine.outcome = added;
        summary.added.push({ document, added });
      } catch (error) {
        if (isNew && isAppError(error)) await blobs.remove(sha256);
        throw error;
      }
    } catch (error) {
      dropPages(sha256);
      if (mine !== undefined && isAppError(error)) mine.outcome = error;
      throw error;
    }
  }

  let next = 0;
  let turn = Promise.resolve();
  let broken = false;
  async function lane(): Promise<void> {
    while (next < files.length && !broken && !isCancelled()) {
      const file = files[next];
      next += 1;
      if (file === undefined) return;
      const before = turn;
      let end = (): void => undefined;
      turn = new Promise((resolve) => {
        end = resolve;
      });
      try {
        tell('reading', file.fileName);
        const prepared = await prepare(file).catch(async (error: unknown) => {
          await before;
          throw error;
        });
        await before;
        if (isCancelled()) await abandon(prepared);
        else await enter(file, prepared);
      } catch (error) {
        if (isAppError(error)) fail(file, error);
        else if (!isCancelled()) {
          broken = true;
          throw error;
        }
      } finally {
        if (!isCancelled()) done += 1;
        end();
      }
      tell('reading', null);
    }
  }

  async function abandon({ kind, staged }: Prepared): Promise<void> {
    if (kind === 'new') dropPages(staged.sha256);
    await staged.discard();
  }

  const lanes = await Promise.allSettled(Array.from({ length: atOnce }, () => lane()));
  for (const result of lanes) if (result.status === 'rejected') throw result.reason;
  summary.cancelled = isCancelled();
  return summary;
}

/** A known document that comes again also mends: its bytes are put back where they are gone or changed. */
async function mend(blobs: BlobStore, staged: StagedBlob): Promise<void> {
  try {
    await blobs.verify(staged.sha256);
    await staged.discard();
  } catch (error) {
    if (!isAppError(error)) throw error;
    await blobs.remove(staged.sha256);
    await staged.keep();
  }
}

/** The same complaint about another file with the same bytes. */
function renamed(error: AppError, fileName: string): AppError {
  const code = DocumentErrorCode.safeParse(error.code);
  return code.success ? documentError(code.data, fileName, error.details) : error;
}
