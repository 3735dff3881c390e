import { isAppError } from '../../shared/domain/app-error';
import type { BlobStore } from './blob-store';
import { checkKind } from './check-kind';
import { type CandidateFile, collectFiles } from './collect-files';
import { enter, type EnterDeps } from './enter';
import {
  failureOf,
  namesOf,
  type ImportStep,
  type ImportStore,
  type ImportSummary,
} from './import-summary';
import type { PageCache } from './page-cache';
import { type Prepared, type PrepareDeps, abandon, prepareFile } from './prepare';
import type { ReaderHost } from './reader-host';

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
  /** Tried where a PDF asks for one; it is not kept anywhere. */
  readonly password?: string | null;
  /** The mail that the files were taken from. */
  readonly attachedTo?: string | null;
}

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
  const { password = null, attachedTo = null } = options;
  const summary: ImportSummary<Added, Known> = {
    added: [],
    known: [],
    failed: [],
    skipped: 0,
    passedOver: 0,
    cancelled: false,
  };
  let done = 0;
  let files: CandidateFile[] = [];
  const isCancelled = (): boolean => signal?.aborted === true;
  const tell = (state: ImportStep<Added, Known>['state'], current: string | null) =>
    onProgress?.({ state, done, total: files.length, current, summary });

  tell('collecting', null);
  await blobs.removeUnfinished();
  try {
    const collected = await collectFiles(paths, { signal });
    files = collected.files;
    summary.skipped = collected.skipped;
    for (const { error, ...problem } of collected.problems) {
      summary.failed.push(failureOf({ ...problem, attachedTo }, error));
    }
  } catch (error) {
    if (!isCancelled()) throw error;
    summary.cancelled = true;
    return summary;
  }

  const deps: EnterDeps<Added, Known> = {
    ...{ reader, blobs, pages, signal, password, store, summary, attachedTo },
    seen: new Map(),
    isKnown: (sha256) => store.knownAs(sha256) !== null,
  };

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
        const prepared = await copyAndPrepare(deps, file).catch(async (error: unknown) => {
          await before;
          throw error;
        });
        await before;
        if (isCancelled()) await abandon(deps, prepared);
        else await enter(deps, file, prepared);
      } catch (error) {
        if (isAppError(error)) summary.failed.push(failureOf(namesOf(file, attachedTo), error));
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

  const lanes = await Promise.allSettled(Array.from({ length: atOnce }, () => lane()));
  for (const result of lanes) if (result.status === 'rejected') throw result.reason;
  summary.cancelled = isCancelled();
  return summary;
}

async function copyAndPrepare<Added>(
  deps: PrepareDeps<Added>,
  file: CandidateFile,
): Promise<Prepared> {
  await checkKind(file);
  const staged = await deps.blobs.stage(file.path, file.fileName, deps.signal);
  return prepareFile(deps, staged, file.fileName);
}
