import type { Page } from '../../shared/domain/page';
import type { BlobStore } from './blob-store';
import type { DrawnPart } from './drawn-parts';
import { keepText, type StoredDocument, takeKeptText } from './kept-text';
import type { PageCache } from './page-cache';
import type { ReaderHost } from './reader-host';

export interface PageSource {
  readonly reader: Pick<ReaderHost, 'read'>;
  readonly blobs: BlobStore;
  readonly pages: PageCache;
}

interface Job {
  readonly withPassword: boolean;
  readonly done: Promise<void>;
}

/** The last readings under way, so that two who ask for one document at the same time wait for one reading. */
const underWay = new WeakMap<PageCache, Map<string, Job>>();

/**
 * Pages of a document, from the cache, or else first from the text that was kept of it, or read anew
 * from its bytes.
 *
 * Errors: `document-missing`, and those of reading.
 */
export async function readPages(
  source: PageSource,
  document: StoredDocument,
  from: number,
  to: number,
): Promise<Page[]> {
  if (!source.pages.hasDocument(document.id)) await readAnew(source, document);
  return source.pages.pagesOf(document.id, from, to);
}

/** How a document is drawn: as the parts of a PDF, or (`null`) as it was received. Errors as `readPages`. */
export async function readDrawing(
  source: PageSource,
  document: StoredDocument,
): Promise<DrawnPart[] | null> {
  if (!source.pages.hasDocument(document.id)) await readAnew(source, document);
  return source.pages.drawingOf(document.id);
}

/**
 * Reads a document anew that asks for a password. The text is kept, unless the project is open for
 * reading only; the password is kept nowhere.
 *
 * Errors: `pdf-password-wrong`, those of `readPages` and of `keepText`.
 */
export async function unlockPages(
  source: PageSource,
  document: StoredDocument,
  { password, isReadOnly }: { password: string; isReadOnly: boolean },
): Promise<void> {
  if (!source.pages.hasDocument(document.id)) await readAnew(source, document, password);
  if (!isReadOnly) await keepText(source, document);
}

function readAnew(source: PageSource, document: StoredDocument, password?: string): Promise<void> {
  const jobs = underWay.get(source.pages) ?? new Map<string, Job>();
  underWay.set(source.pages, jobs);
  const known = jobs.get(document.id);
  const withPassword = password !== undefined;
  // With a password each is a reading of its own, and may fail as no other does.
  if (known !== undefined && !known.withPassword && !withPassword) return known.done;
  const done = (async () => {
    // Else its end could take away what comes in here; how it ends is told where it was asked for.
    await Promise.allSettled([known?.done]);
    if (source.pages.hasDocument(document.id)) return;
    if (!withPassword && (await takeKeptText(source, document))) return;
    await source.blobs.verify(document.id, document.fileName);
    const writer = source.pages.receive(document.id);
    const path = source.blobs.pathOf(document.id);
    const options = { onPage: writer.add, onDrawing: writer.draw, password };
    writer.finish(await source.reader.read(path, document.fileName, options));
  })().finally(() => {
    if (jobs.get(document.id)?.done === done) jobs.delete(document.id);
  });
  jobs.set(document.id, { withPassword, done });
  return done;
}
