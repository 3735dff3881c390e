import { dirname } from 'node:path';

import { type AppError, isAppError } from '../../shared/domain/app-error';
import type { DocumentId } from '../../shared/domain/ids';
import type { BlobStore, StagedBlob } from './blob-store';
import { checkKind } from './check-kind';
import { type CandidateFile, collectFiles } from './collect-files';
import { documentError, DocumentErrorCode, keepingError } from './errors';
import type { PageCache } from './page-cache';
import {
  type Prepared,
  type PrepareDeps,
  type Reading,
  type Seen,
  abandon,
  abandonAttached,
  dropPages,
  prepareFile,
} from './prepare';
import type { ReadSummary } from './read-summary';
import type { ReaderHost } from './reader-host';

/** A document that has come in: its bytes are kept and its pages are read. */
export interface ReceivedDocument extends ReadSummary {
  readonly sha256: DocumentId;
  readonly fileName: string;
  readonly size: number;
  /** The mail that it came with; `null` for a file of its own. */
  readonly attachedTo: string | null;
  /** It was opened with a password. */
  readonly locked: boolean;
}

/** What the import needs of the store. `Added` and `Known` are whatever it wants to tell about them. */
export interface ImportStore<Added, Known> {
  /** The document with these bytes, where there is one already. */
  knownAs(sha256: DocumentId): Known | null;
  /**
   * Enters a new document, and after it those that came attached to it, durably and all or none.
   * Called one at a time, in the order of the files.
   */
  received(documents: readonly ReceivedDocument[]): readonly Added[] | Promise<readonly Added[]>;
}

/** What a file is called and where it lies; for an attachment, the file it came in. */
interface Names {
  readonly fileName: string;
  readonly path: string;
  /** The mail that it came with; `null` for a file of its own. */
  readonly attachedTo: string | null;
}

/** Where an attachment can be had again: in the bytes of a mail of the project. */
export interface AttachmentPlace {
  readonly mail: DocumentId;
  /** Of the attachment's own bytes. */
  readonly sha256: DocumentId;
}

export interface ImportFailure extends Names {
  /** For an attachment whose mail came in; `null` for a file of its own. */
  readonly attachment: AttachmentPlace | null;
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export interface ImportSummary<Added, Known> {
  readonly added: { document: ReceivedDocument; added: Added; attachedTo: string | null }[];
  /** Files with bytes that are there already: from before, or from earlier in the same import. */
  readonly known: (Names & { sameAs: Known | Added })[];
  readonly failed: ImportFailure[];
  /** Hidden and system files that were passed over. */
  skipped: number;
  /** Pictures that only decorate the text of a mail. */
  passedOver: number;
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
  const {
    paths,
    store,
    reader,
    blobs,
    pages,
    onProgress,
    signal,
    atOnce = 2,
    password = null,
    attachedTo = null,
  } = options;
  const summary: ImportSummary<Added, Known> = {
    added: [],
    known: [],
    failed: [],
    skipped: 0,
    passedOver: 0,
    cancelled: false,
  };
  const projectFolder = dirname(blobs.folder);
  let done = 0;
  let files: CandidateFile[] = [];
  const isCancelled = (): boolean => signal?.aborted === true;
  const tell = (state: ImportStep<Added, Known>['state'], current: string | null) =>
    onProgress?.({ state, done, total: files.length, current, summary });
  const fail = (names: Names, error: AppError, attachment: AttachmentPlace | null = null) => {
    const { code, message, details } = error;
    summary.failed.push({ ...names, code, message, details, attachment });
  };

  tell('collecting', null);
  await blobs.removeUnfinished();
  try {
    const collected = await collectFiles(paths, { signal });
    files = collected.files;
    summary.skipped = collected.skipped;
    for (const { error, ...problem } of collected.problems) fail({ ...problem, attachedTo }, error);
  } catch (error) {
    if (!isCancelled()) throw error;
    summary.cancelled = true;
    return summary;
  }

  const seen = new Map<DocumentId, Seen<Added>>();
  const deps: PrepareDeps<Added> = {
    reader,
    blobs,
    pages,
    signal,
    seen,
    isKnown: (sha256) => store.knownAs(sha256) !== null,
    password,
  };

  async function prepare(file: CandidateFile): Promise<Prepared> {
    await checkKind(file);
    const staged = await blobs.stage(file.path, file.fileName, signal);
    return prepareFile(deps, staged, file.fileName);
  }

  async function enter(file: CandidateFile, prepared: Prepared): Promise<void> {
    const { staged } = prepared;
    const { sha256 } = staged;
    const known = store.knownAs(sha256);
    const first = seen.get(sha256);
    if (prepared.kind === 'new') {
      if (known === null) {
        await enterNew(file, staged, prepared.reading);
        return;
      }
      // Another file with these bytes has taken its attachments along.
      await abandonAttached(deps, prepared.reading);
    }
    if (isAppError(first?.outcome)) {
      await staged.discard();
      throw renamed(first.outcome, file.fileName);
    }
    const sameAs = known ?? first?.outcome ?? null;
    if (sameAs === null) {
      await enterNew(file, staged, await readByAnother(staged, file.fileName));
      return;
    }
    await mend(blobs, staged);
    summary.known.push({ ...namesOf(file, attachedTo), sameAs });
  }

  /** A file whose turn is later began to read the same bytes: this one has its turn first, and takes the reading over. */
  async function readByAnother(staged: StagedBlob, fileName: string): Promise<Reading> {
    const reading = seen.get(staged.sha256)?.reading;
    if (reading == null) throw new Error(`Nothing known about ${staged.sha256}, which was seen`);
    try {
      return await reading;
    } catch (error) {
      await staged.discard();
      const told = keepingError(error, fileName, projectFolder);
      throw isAppError(told) ? renamed(told, fileName) : told;
    }
  }

  /** A file that is new comes in with all that is attached to it, in one step. */
  async function enterNew(
    file: CandidateFile,
    staged: StagedBlob,
    reading: Reading,
  ): Promise<void> {
    const { fileName } = file;
    const entering: Entering[] = [{ fileName, attachedTo, staged, reading }];
    const told: ((added: readonly Added[]) => void)[] = [];
    await collect(file, { fileName, staged, reading }, { entering, told });
    const kept: DocumentId[] = [];
    try {
      for (const each of entering) {
        const { isNew } = await each.staged.keep();
        if (isNew) kept.push(each.staged.sha256);
      }
      const documents = entering.map(documentOf);
      const added = await store.received(documents);
      for (const [index, document] of documents.entries()) {
        const one = added[index];
        if (one === undefined) throw new Error('The store did not tell what a document became');
        const mine = seen.get(document.sha256);
        if (mine !== undefined) mine.outcome = one;
        summary.added.push({
          document,
          added: one,
          attachedTo: entering[index]?.attachedTo ?? null,
        });
        summary.passedOver += entering[index]?.reading.passedOver ?? 0;
      }
      for (const tellOf of told) tellOf(added);
    } catch (error) {
      if (isAppError(error)) for (const sha256 of kept) await blobs.remove(sha256);
      for (const each of entering) {
        dropPages(deps, each.staged.sha256);
        await each.staged.discard();
        const mine = seen.get(each.staged.sha256);
        if (mine !== undefined && isAppError(error)) mine.outcome = error;
      }
      throw error;
    }
  }

  /** Goes through what is attached to a file: what is new comes in with it, the rest is to be told. */
  async function collect(
    file: CandidateFile,
    mail: Omit<Entering, 'attachedTo'>,
    into: { entering: Entering[]; told: ((added: readonly Added[]) => void)[] },
  ): Promise<void> {
    for (const { fileName, sha256, result } of mail.reading.attachments) {
      const names = { ...namesOf(file, mail.fileName), fileName };
      const place = sha256 === null ? null : { mail: mail.staged.sha256, sha256 };
      if (isAppError(result)) {
        into.told.push(() => fail(names, result, place));
        continue;
      }
      const { staged } = result;
      const known = store.knownAs(staged.sha256);
      const already = into.entering.findIndex((each) => each.staged.sha256 === staged.sha256);
      if (known !== null || already >= 0) {
        if (result.kind === 'new') await abandonAttached(deps, result.reading);
        if (known === null) await staged.discard();
        else await mend(blobs, staged);
        into.told.push((added) => {
          const sameAs = known ?? added[already];
          if (sameAs !== undefined) summary.known.push({ ...names, sameAs });
        });
        continue;
      }
      try {
        const outcome = result.kind === 'seen' ? seen.get(staged.sha256)?.outcome : null;
        if (isAppError(outcome)) {
          await staged.discard();
          throw renamed(outcome, fileName);
        }
        const its = result.kind === 'new' ? result.reading : await readByAnother(staged, fileName);
        into.entering.push({ fileName, attachedTo: mail.fileName, staged, reading: its });
        await collect(file, { fileName, staged, reading: its }, into);
      } catch (error) {
        if (!isAppError(error)) throw error;
        into.told.push(() => fail(names, error, place));
      }
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
        if (isCancelled()) await abandon(deps, prepared);
        else await enter(file, prepared);
      } catch (error) {
        if (isAppError(error)) fail(namesOf(file, attachedTo), error);
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

interface Entering {
  readonly fileName: string;
  readonly attachedTo: string | null;
  readonly staged: StagedBlob;
  readonly reading: Reading;
}

function documentOf({ fileName, attachedTo, staged, reading }: Entering): ReceivedDocument {
  const { sha256, size } = staged;
  const { locked } = reading;
  return { ...reading.summary, sha256, size, fileName, attachedTo, locked };
}

const namesOf = ({ fileName, path }: CandidateFile, attachedTo: string | null): Names => ({
  fileName,
  path,
  attachedTo,
});

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
