import { isAppError } from '../../shared/domain/app-error';
import { systemCode } from '../system-code';
import type { StoredDocument } from '../documents/kept-text';
import { type PageSource, readPages } from '../documents/read-pages';
import type { ProjectStore } from '../store/project-store';
import { listDocuments } from '../store/queries/documents';

/** Keeps the full-text index of an open project up to date behind everything else. */
export interface SearchIndexing {
  /** Documents whose pages are to be read anew before they can be found, as after the cache was deleted. */
  readonly waitingDocuments: number;
  stop(): void;
}

/** Milliseconds of indexing, and of rest after it so that whatever else there is has its turn. */
const SLICE = 8;
const REST = 12;
/** Milliseconds until one looks again when nothing waited. */
const IDLE = 400;
/** After an error of the disk. */
const TROUBLE = 30_000;
/** How long after opening missing pages are read anew: what is looked at first comes first. */
const BEFORE_READING = 4_000;
/** Pages that are read anew where they can be kept in memory only. */
const MOST_IN_MEMORY = 5_000;

/**
 * Starts indexing. Pages that come or change are noticed by themselves, a little later; documents that
 * have no pages in the cache are read anew one at a time. `isBusy`: while it is, nothing is read anew.
 */
export function startIndexing(
  source: PageSource & { readonly store: ProjectStore },
  isBusy: () => boolean,
  { beforeReading = BEFORE_READING }: { beforeReading?: number } = {},
): SearchIndexing {
  let isStopped = false;
  let timer = setTimeout(step, IDLE);
  timer.unref();
  const again = (milliseconds: number): void => {
    if (isStopped) return;
    timer = setTimeout(step, milliseconds);
    timer.unref();
  };
  function step(): void {
    try {
      again(source.pages.indexSome(SLICE) ? REST : IDLE);
    } catch (error) {
      // No room, or in use elsewhere: what waits stays waiting.
      if (systemCode(error) === null) throw error;
      again(TROUBLE);
    }
  }

  let missing: readonly StoredDocument[] = [];
  let read = 0;
  const reading = setTimeout(() => void findMissing(), beforeReading);
  reading.unref();
  async function findMissing(): Promise<void> {
    if (isStopped) return;
    if (isBusy()) {
      setTimeout(() => void findMissing(), beforeReading).unref();
      return;
    }
    missing = listDocuments(source.store.db).filter(({ id }) => !source.pages.hasDocument(id));
    await readNext();
  }
  async function readNext(): Promise<void> {
    const document = missing[0];
    const isFull = source.store.readOnlyReason !== null && read > MOST_IN_MEMORY;
    if (isStopped || document === undefined || isFull) return;
    try {
      await readPages(source, document, 1, 1);
      if (!isStopped) read += source.pages.pageCount(document.id) ?? 0;
    } catch (error) {
      // Missing or unreadable: whoever opens it is told. A project that was closed is read no further.
      if (!isStopped && !isAppError(error) && systemCode(error) === null) throw error;
    }
    missing = missing.slice(1);
    await readNext();
  }

  return {
    get waitingDocuments() {
      return missing.length;
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      clearTimeout(reading);
    },
  };
}
