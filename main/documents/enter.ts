import { dirname } from 'node:path';

import { type AppError, isAppError } from '../../shared/domain/app-error';
import type { DocumentId } from '../../shared/domain/ids';
import type { BlobStore, StagedBlob } from './blob-store';
import { checkKind, isMailKind } from './check-kind';
import type { CandidateFile } from './collect-files';
import { documentError, DocumentErrorCode, keepingError } from './errors';
import {
  failureOf,
  type ImportStore,
  type ImportSummary,
  namesOf,
  type ReceivedDocument,
} from './import-summary';
import { keepText } from './kept-text';
import {
  type Prepared,
  type PrepareDeps,
  type Reading,
  abandonAttached,
  dropPages,
} from './prepare';
import { attachmentsThatWait } from './take-attachment';

/** What entering files needs besides what preparing them does. */
export interface EnterDeps<Added, Known> extends PrepareDeps<Added> {
  readonly store: ImportStore<Added, Known>;
  /** Where what became of the files is told. */
  readonly summary: ImportSummary<Added, Known>;
  /** The mail that the files were taken from; `null` for files of their own. */
  readonly attachedTo: string | null;
}

/** A document on its way into the project. */
interface Entering {
  readonly fileName: string;
  readonly attachedTo: string | null;
  readonly staged: StagedBlob;
  readonly reading: Reading;
}

/** A file with all that is new of what is attached to it, and what is to be told of the rest. */
interface Party<Added> {
  readonly entering: Entering[];
  readonly told: ((added: readonly Added[]) => void)[];
}

/**
 * Gives a prepared file its turn: what is new is kept and told to the store with all that is attached
 * to it, in one step; what is known mends the document that is there. Rejects with the file's error,
 * and then nothing of it stays.
 */
export async function enter<Added, Known>(
  deps: EnterDeps<Added, Known>,
  file: CandidateFile,
  prepared: Prepared,
): Promise<void> {
  const { store, seen, summary, attachedTo } = deps;
  const { staged } = prepared;
  const known = store.knownAs(staged.sha256);
  const first = seen.get(staged.sha256);
  if (prepared.kind === 'new') {
    if (known === null) {
      await enterNew(deps, file, staged, prepared.reading);
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
    await enterNew(deps, file, staged, await readByAnother(deps, staged, file.fileName));
    return;
  }
  await mend(deps.blobs, staged);
  summary.known.push({ ...namesOf(file, attachedTo), sameAs });
  // From before, and not from another file of this import, which has told it.
  if (first === undefined) await offerAgain(deps, file, staged.sha256);
}

/**
 * What is attached to a known mail and still waits for its password is told once more. A mail that
 * cannot be read this time is known all the same: then nothing more is told.
 */
async function offerAgain<Added, Known>(
  deps: EnterDeps<Added, Known>,
  file: CandidateFile,
  id: DocumentId,
): Promise<void> {
  const { failed } = deps.summary;
  const mail = { ...file, id, path: deps.blobs.pathOf(id) };
  try {
    if (!isMailKind(await checkKind(mail))) return;
    for (const each of await attachmentsThatWait(deps, mail)) {
      if (failed.some(({ attachment }) => attachment?.sha256 === each.sha256)) continue;
      const error = documentError('pdf-encrypted', each.fileName, { context: 'attached' });
      const names = { ...namesOf(file, each.mailName), fileName: each.fileName };
      failed.push(failureOf(names, error, { mail: each.mail, sha256: each.sha256 }));
    }
  } catch (error) {
    if (!isAppError(error)) throw error;
  }
}

/** A file whose turn is later began to read the same bytes: this one has its turn first, and takes the reading over. */
async function readByAnother<Added>(
  { seen, blobs }: PrepareDeps<Added>,
  staged: StagedBlob,
  fileName: string,
): Promise<Reading> {
  const reading = seen.get(staged.sha256)?.reading;
  if (reading == null) throw new Error(`Nothing known about ${staged.sha256}, which was seen`);
  try {
    return await reading;
  } catch (error) {
    await staged.discard();
    const told = keepingError(error, fileName, dirname(blobs.folder));
    throw isAppError(told) ? renamed(told, fileName) : told;
  }
}

async function enterNew<Added, Known>(
  deps: EnterDeps<Added, Known>,
  file: CandidateFile,
  staged: StagedBlob,
  reading: Reading,
): Promise<void> {
  const its: Entering = { fileName: file.fileName, attachedTo: deps.attachedTo, staged, reading };
  const party: Party<Added> = { entering: [its], told: [] };
  await collectAttached(deps, file, its, party);
  const kept: DocumentId[] = [];
  try {
    for (const each of party.entering) {
      const { isNew } = await each.staged.keep();
      if (isNew) kept.push(each.staged.sha256);
      const { locked } = each.reading;
      await keepText(deps, { id: each.staged.sha256, fileName: each.fileName, locked });
    }
    const added = await deps.store.received(party.entering.map(documentOf));
    for (const [index, each] of party.entering.entries()) tellAdded(deps, each, added[index]);
    for (const tellOf of party.told) tellOf(added);
  } catch (error) {
    if (isAppError(error)) for (const sha256 of kept) await deps.blobs.remove(sha256);
    for (const each of party.entering) {
      dropPages(deps, each.staged.sha256);
      await each.staged.discard();
      const mine = deps.seen.get(each.staged.sha256);
      if (mine !== undefined && isAppError(error)) mine.outcome = error;
    }
    throw error;
  }
}

function tellAdded<Added, Known>(
  { seen, summary }: EnterDeps<Added, Known>,
  entering: Entering,
  added: Added | undefined,
): void {
  if (added === undefined) throw new Error('The store did not tell what a document became');
  const { staged, attachedTo, reading } = entering;
  const mine = seen.get(staged.sha256);
  if (mine !== undefined) mine.outcome = added;
  summary.added.push({ document: documentOf(entering), added, attachedTo });
  summary.passedOver += reading.passedOver;
}

/** Goes through what is attached to a file: what is new comes in with it, the rest is to be told. */
async function collectAttached<Added, Known>(
  deps: EnterDeps<Added, Known>,
  file: CandidateFile,
  mail: Entering,
  party: Party<Added>,
): Promise<void> {
  const { store, summary, seen } = deps;
  const { entering, told } = party;
  for (const { fileName, sha256, result } of mail.reading.attachments) {
    const names = { ...namesOf(file, mail.fileName), fileName };
    const place = sha256 === null ? null : { mail: mail.staged.sha256, sha256 };
    const fail = (error: AppError) =>
      told.push(() => summary.failed.push(failureOf(names, error, place)));
    if (isAppError(result)) {
      fail(result);
      continue;
    }
    const { staged } = result;
    const known = store.knownAs(staged.sha256);
    const already = entering.findIndex((each) => each.staged.sha256 === staged.sha256);
    if (known !== null || already >= 0) {
      if (result.kind === 'new') await abandonAttached(deps, result.reading);
      if (known === null) await staged.discard();
      else await mend(deps.blobs, staged);
      told.push((added) => {
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
      const reading =
        result.kind === 'new' ? result.reading : await readByAnother(deps, staged, fileName);
      const its: Entering = { fileName, attachedTo: mail.fileName, staged, reading };
      entering.push(its);
      await collectAttached(deps, file, its, party);
    } catch (error) {
      if (!isAppError(error)) throw error;
      fail(error);
    }
  }
}

function documentOf({ fileName, attachedTo, staged, reading }: Entering): ReceivedDocument {
  const { sha256, size } = staged;
  const { locked } = reading;
  return { ...reading.summary, sha256, size, fileName, attachedTo, locked };
}

/** A known document that comes again also mends: its bytes are put back where they are gone or changed. */
async function mend(blobs: BlobStore, staged: StagedBlob): Promise<void> {
  try {
    await blobs.verify(staged.sha256);
    await staged.discard();
  } catch (error) {
    if (!isAppError(error)) throw error;
    await blobs.replace(staged);
  }
}

/** The same complaint about another file with the same bytes. */
function renamed(error: AppError, fileName: string): AppError {
  const code = DocumentErrorCode.safeParse(error.code);
  return code.success ? documentError(code.data, fileName, error.details) : error;
}
