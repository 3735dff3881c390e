import { AppError } from '../../shared/domain/app-error';
import type { AgreementId } from '../../shared/domain/ids';
import type { Happening } from '../../shared/domain/journal';
import type { ImportProgress } from '../../shared/ipc/shapes';
import { importFiles, type ImportOptions } from '../documents/import';
import type {
  ImportFailure,
  ImportStep,
  ImportStore,
  ImportSummary,
  ReceivedDocument,
} from '../documents/import-summary';
import { type Deps, type OpenProject, openProjectOf } from '../handlers/deps';
import { newAgreementId } from '../ids';
import type { ProjectStore } from '../store/project-store';
import { highestNumber } from '../store/queries/agreements';
import { findDocument, listPositionsOf } from '../store/queries/documents';
import { agreementIn } from './agreements';

/** The agreement that a file became, or turned out to belong to. */
export interface Placed {
  readonly fileName: string;
  readonly agreement: AgreementId;
  readonly number: number | null;
}

export interface ImportIntoOptions extends Omit<ImportOptions<Placed, Placed>, 'store'> {
  readonly now: () => string;
  /** The agreement that the files come to; `null` makes one of each. */
  readonly agreement?: AgreementId | null;
}

/**
 * Imports files into a project: each new document opens an agreement of its own with the next
 * number, or comes last in the agreement that is given. What is attached to a mail comes to the same
 * agreement.
 *
 * Throws `agreement-unknown`.
 */
export function importInto(
  store: ProjectStore,
  options: ImportIntoOptions,
): Promise<ImportSummary<Placed, Placed>> {
  const { now, agreement = null, ...rest } = options;
  if (agreement !== null) agreementIn(store, agreement, null);
  return importFiles({ ...rest, store: agreementsIn(store, { now, agreement }) });
}

function agreementsIn(
  store: ProjectStore,
  { now, agreement }: { now: () => string; agreement: AgreementId | null },
): ImportStore<Placed, Placed> {
  return {
    knownAs: (sha256) => {
      const known = findDocument(store.db, sha256);
      if (known === null) return null;
      return { fileName: known.fileName, agreement: known.agreement, number: known.number };
    },
    received: (documents) => receive(store, documents, { at: now(), agreement }),
  };
}

function receive(
  store: ProjectStore,
  documents: readonly ReceivedDocument[],
  { at, agreement: given }: { at: string; agreement: AgreementId | null },
): Placed[] {
  const agreement = given ?? newAgreementId();
  const number =
    given === null ? highestNumber(store.db) + 1 : agreementIn(store, given, null).number;
  const opened: Happening[] =
    given === null ? [{ kind: 'agreement.opened', payload: { agreement, number } }] : [];
  // The first document of an agreement of its own stands where it comes; others stand after it.
  const last = listPositionsOf(store.db, agreement).at(-1)?.position ?? 0;
  const isAlone = given === null && documents.length === 1;
  const received = documents.map((document, index): Happening => {
    const { sha256, fileName, size, format, pageCount, attachedTo, locked } = document;
    return {
      kind: 'document.received',
      payload: {
        document: sha256,
        agreement,
        fileName,
        size,
        format,
        pageCount,
        ...(!isAlone && { position: last + 1 + index }),
        ...(attachedTo !== null && format !== 'email' && { role: 'annex' as const }),
        ...(locked && { locked }),
      },
    };
  });
  store.append([...opened, ...received], { reviewer: null, at });
  return documents.map(({ fileName }) => ({ fileName, agreement, number }));
}

/** How often the window is told how far an import has come. */
const TELL_EVERY_MS = 150;

/**
 * Starts adding files to the open project and returns; `progress` tells how far it has come.
 *
 * Throws `import-under-way` while another is being added, `read-only` and `agreement-unknown`.
 */
export function addFiles(
  deps: Deps,
  paths: readonly string[],
  agreement: AgreementId | null = null,
): void {
  const project = openProjectOf(deps);
  const { store } = project;
  if (store.readOnlyReason !== null) {
    throw new AppError(
      'read-only',
      `This project is open for reading only: ${store.readOnlyReason}`,
      {
        reason: store.readOnlyReason,
      },
    );
  }
  refuseIfUnderWay(project);
  if (agreement !== null) agreementIn(store, agreement, null);
  const controller = new AbortController();
  let last: ImportStep<Placed, Placed> | null = null;
  let ended: ImportProgress | null = null;
  const importing = {
    // Made when it is asked for: its lists are long, and a step is taken for every file.
    get progress(): ImportProgress {
      return ended ?? (last === null ? beginning() : progressOf(last));
    },
    controller,
    finished: Promise.resolve(),
    /** Files that asked for a password, by ticket. */
    locked: new Map<string, ImportFailure>(),
    agreement,
    replace: (progress: ImportProgress) => end(progress),
    isUnlocking: false,
  };
  let toldAt = 0;
  const tell = () => {
    deps.publish({ topic: 'documents', agreement: null, command: null });
    // What has come in so far may hold pages to read; importing never waits for it.
    project.recognition.wake();
  };
  const end = (progress: ImportProgress) => {
    ended = progress;
    tell();
    if (agreement !== null) deps.publish({ topic: 'agreements', agreement, command: null });
  };
  importing.finished = importInto(store, {
    paths,
    agreement,
    reader: deps.reader,
    blobs: project.blobs,
    pages: project.pages,
    signal: controller.signal,
    now: deps.now,
    onProgress: (step) => {
      last = step;
      if (Date.now() - toldAt < TELL_EVERY_MS) return;
      toldAt = Date.now();
      tell();
    },
  })
    .then((summary) => {
      for (const [index, failure] of summary.failed.entries()) {
        if (failure.code === 'pdf-encrypted') importing.locked.set(`${index}`, failure);
      }
      end(endOf(importing.progress, summary));
    })
    .catch((error: unknown) => end(broken(importing.progress, error)))
    .finally(() => project.comparer.startSoon(200));
  project.importing = importing;
  tell();
}

/** Throws `import-under-way` while files are added, or one is opened with its password. */
export function refuseIfUnderWay({ importing }: OpenProject): void {
  if (importing === null || !(isUnderWay(importing.progress) || importing.isUnlocking)) return;
  throw new AppError(
    'import-under-way',
    'Files are already being added. Wait until they are in, or cancel that first.',
  );
}

export function isUnderWay({ state }: ImportProgress): boolean {
  return state === 'collecting' || state === 'reading';
}

function beginning(): ImportProgress {
  return {
    state: 'collecting',
    done: 0,
    total: 0,
    current: null,
    added: [],
    known: [],
    failed: [],
    skipped: 0,
    passedOver: 0,
  };
}

function progressOf({
  state,
  done,
  total,
  current,
  summary,
}: ImportStep<Placed, Placed>): ImportProgress {
  return { state, done, total, current, ...listsOf(summary) };
}

function endOf(last: ImportProgress, summary: ImportSummary<Placed, Placed>): ImportProgress {
  return {
    ...last,
    ...listsOf(summary),
    state: summary.cancelled ? 'cancelled' : 'done',
    current: null,
  };
}

/** What came of an import, as the window is told. */
export function listsOf(summary: ImportSummary<Placed, Placed>) {
  return {
    added: summary.added.map(({ added, attachedTo }) => ({
      fileName: added.fileName,
      attachedTo,
      agreement: added.agreement,
      number: added.number ?? 0,
    })),
    known: summary.known.map(({ fileName, attachedTo, sameAs }) => ({
      fileName,
      attachedTo,
      sameAs: sameAs.fileName,
      number: sameAs.number,
    })),
    failed: summary.failed.map(({ fileName, attachedTo, code, message, details }, index) => ({
      fileName,
      attachedTo,
      code,
      message,
      details: { ...details },
      ticket: code === 'pdf-encrypted' ? `${index}` : null,
    })),
    skipped: summary.skipped,
    passedOver: summary.passedOver,
  };
}

/** An import that ended by an error of its own: it is listed like a file that failed, with its words. */
function broken(last: ImportProgress, error: unknown): ImportProgress {
  const known = error instanceof AppError ? error : null;
  return {
    ...last,
    state: 'done',
    current: null,
    failed: [
      ...last.failed,
      {
        fileName: last.current ?? '',
        attachedTo: null,
        code: known?.code ?? 'unexpected',
        message: error instanceof Error ? error.message : String(error),
        details: { ...known?.details },
      },
    ],
  };
}
