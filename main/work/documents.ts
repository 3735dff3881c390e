import { AppError } from '../../shared/domain/app-error';
import type { AgreementId } from '../../shared/domain/ids';
import type { ImportProgress } from '../../shared/ipc/shapes';
import {
  type ImportOptions,
  type ImportStep,
  type ImportStore,
  type ImportSummary,
  type ReceivedDocument,
  importFiles,
} from '../documents/import';
import { type Deps, openProjectOf } from '../handlers/deps';
import { newAgreementId } from '../ids';
import type { ProjectStore } from '../store/project-store';
import { findDocument, highestNumber } from '../store/queries/agreements';

/** The agreement that a file became, or turned out to belong to. */
export interface Placed {
  readonly fileName: string;
  readonly agreement: AgreementId;
  readonly number: number | null;
}

/** Imports files into a project: each new document opens an agreement of its own with the next number. */
export function importInto(
  store: ProjectStore,
  options: Omit<ImportOptions<Placed, Placed>, 'store'> & { now: () => string },
): Promise<ImportSummary<Placed, Placed>> {
  const { now, ...rest } = options;
  return importFiles({ ...rest, store: agreementsIn(store, now) });
}

function agreementsIn(store: ProjectStore, now: () => string): ImportStore<Placed, Placed> {
  return {
    knownAs: (sha256) => {
      const known = findDocument(store.db, sha256);
      if (known === null) return null;
      return { fileName: known.fileName, agreement: known.agreement, number: known.number };
    },
    received: (document) => receive(store, document, now()),
  };
}

function receive(store: ProjectStore, document: ReceivedDocument, at: string): Placed {
  const agreement = newAgreementId();
  const number = highestNumber(store.db) + 1;
  const { sha256, fileName, size, format, pageCount } = document;
  store.append(
    [
      { kind: 'agreement.opened', payload: { agreement, number } },
      {
        kind: 'document.received',
        payload: { document: sha256, agreement, fileName, size, format, pageCount },
      },
    ],
    { reviewer: null, at },
  );
  return { fileName, agreement, number };
}

/** How often the window is told how far an import has come. */
const TELL_EVERY_MS = 150;

/**
 * Starts adding files to the open project and returns; `progress` tells how far it has come.
 *
 * Throws `import-under-way` while another is being added, and `read-only`.
 */
export function addFiles(deps: Deps, paths: readonly string[]): void {
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
  if (project.importing !== null && isUnderWay(project.importing.progress)) {
    throw new AppError(
      'import-under-way',
      'Files are already being added. Wait until they are in, or cancel that first.',
    );
  }
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
  };
  let toldAt = 0;
  const tell = () => deps.publish({ topic: 'documents', agreement: null, command: null });
  const end = (progress: ImportProgress) => {
    ended = progress;
    tell();
  };
  importing.finished = importInto(store, {
    paths,
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
    .then((summary) => end(endOf(importing.progress, summary)))
    .catch((error: unknown) => end(broken(importing.progress, error)))
    .finally(() => project.comparer.startSoon(200));
  project.importing = importing;
  tell();
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

function listsOf(summary: ImportSummary<Placed, Placed>) {
  return {
    added: summary.added.map(({ added }) => ({
      fileName: added.fileName,
      agreement: added.agreement,
      number: added.number ?? 0,
    })),
    known: summary.known.map(({ fileName, sameAs }) => ({
      fileName,
      sameAs: sameAs.fileName,
      number: sameAs.number,
    })),
    failed: summary.failed.map(({ fileName, code, message, details }) => ({
      fileName,
      code,
      message,
      details: { ...details },
    })),
    skipped: summary.skipped,
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
        code: known?.code ?? 'unexpected',
        message: error instanceof Error ? error.message : String(error),
        details: { ...known?.details },
      },
    ],
  };
}
