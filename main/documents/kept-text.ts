import { z, ZodError } from 'zod';

import { isAppError } from '../../shared/domain/app-error';
import { Page } from '../../shared/domain/page';
import { Slices } from '../slices';
import type { BlobStore } from './blob-store';
import { documentError } from './errors';
import { PackedWords, packWords } from './packed-words';
import type { PageCache } from './page-cache';
import { ReadSummary } from './read-summary';

/**
 * The text of documents that open only with a password, kept beside their bytes.
 *
 * What the cache holds can be read again from the received file, but for these: the password is kept
 * nowhere. So their pages lie with the document, a line each after one that tells what it is, and a
 * cache that is empty takes them from there. Only text and where its words stand; nothing of the file.
 */
const KeptSummary = ReadSummary.extend({
  /** To be raised when lines come to mean something else; those of another form are not read. */
  form: z.literal(1),
});

const KeptPage = Page.extend({
  words: z
    .array(z.int32())
    .transform((numbers) => Int32Array.from(numbers))
    .pipe(PackedWords),
});

interface Kept {
  readonly blobs: BlobStore;
  readonly pages: PageCache;
}

/** A document as it is asked for; `locked`: it opens only with a password. */
export interface StoredDocument {
  readonly id: string;
  readonly fileName: string;
  readonly locked: boolean;
}

/**
 * Keeps what the cache holds of a document that was read with its password, durably. Of others nothing
 * is kept.
 *
 * Errors: `text-missing` where the cache has lost it, or part of it, so that what was kept before
 * stays; `disk-full`, `not-writable`.
 */
export async function keepText({ blobs, pages }: Kept, document: StoredDocument): Promise<void> {
  if (!document.locked) return;
  await blobs.keepText(document.id, document.fileName, linesOfText(pages, document));
}

async function* linesOfText(
  pages: PageCache,
  { id, fileName }: StoredDocument,
): AsyncGenerator<string> {
  const slices = new Slices();
  const summary = pages.summaryOf(id);
  if (summary === null) throw documentError('text-missing', fileName);
  const head: z.input<typeof KeptSummary> = { form: 1, ...summary };
  yield JSON.stringify(head);
  const pictures = new Set(pages.scannedPagesOf(id).map(({ page }) => page));
  for (let number = 1; number <= summary.pageCount; number += 1) {
    const [page] = pages.pagesOf(id, number, number);
    if (page === undefined) throw documentError('text-missing', fileName);
    const kept: z.input<typeof KeptPage> = {
      ...page,
      words: [...packWords(page.words)],
      ...(pictures.has(number) && { isPicture: true }),
    };
    yield JSON.stringify(kept);
    await slices.rest();
  }
}

/**
 * Puts the kept text of a document into the cache. False where there is none, or none that can be used
 * (`BlobStore.verifyText` tells why): then its password has to be asked for. A document that opens
 * without one says itself what it holds, whatever lies beside it.
 */
export async function takeKeptText(
  { blobs, pages }: Kept,
  document: StoredDocument,
): Promise<boolean> {
  if (!document.locked) return false;
  let taken: { summary: ReadSummary; writer: ReturnType<PageCache['receive']> } | null = null;
  let count = 0;
  try {
    for await (const line of blobs.linesOfText(document.id, document.fileName)) {
      const said: unknown = JSON.parse(line);
      if (taken === null) {
        const summary = KeptSummary.parse(said);
        taken = { summary, writer: pages.receive(document.id) };
      } else {
        const page = KeptPage.parse(said);
        count += 1;
        if (page.number !== count) throw documentError('text-altered', document.fileName);
        taken.writer.add(page);
      }
    }
    if (taken !== null && count !== taken.summary.pageCount) {
      throw documentError('text-altered', document.fileName);
    }
  } catch (error) {
    if (!isAppError(error) && !(error instanceof SyntaxError) && !(error instanceof ZodError)) {
      throw error;
    }
    if (taken !== null) pages.forget(document.id);
    return false;
  }
  if (taken === null) return false;
  const { format, pageCount, notices } = taken.summary;
  taken.writer.finish({ format, pageCount, notices });
  return true;
}
