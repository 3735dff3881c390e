import { z, ZodError } from 'zod';

import { isAppError } from '../../shared/domain/app-error';
import { Page } from '../../shared/domain/page';
import type { BlobStore } from './blob-store';
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

/** Pages that are taken from the cache at a time. */
const AT_ONCE = 50;

/**
 * Keeps what the cache holds of a document that was read with its password, durably. Of others nothing
 * is kept.
 *
 * Errors: `disk-full`, `not-writable`.
 */
export async function keepText({ blobs, pages }: Kept, document: StoredDocument): Promise<void> {
  if (!document.locked) return;
  const summary = pages.summaryOf(document.id);
  if (summary === null) return;
  await blobs.keepText(document.id, document.fileName, linesOfText(pages, document.id, summary));
}

function* linesOfText(pages: PageCache, id: string, summary: ReadSummary): Generator<string> {
  const head: z.input<typeof KeptSummary> = { form: 1, ...summary };
  yield JSON.stringify(head);
  const pictures = new Set(pages.scannedPagesOf(id).map(({ page }) => page));
  for (let from = 1; from <= summary.pageCount; from += AT_ONCE) {
    for (const page of pages.pagesOf(id, from, from + AT_ONCE - 1)) {
      const kept: z.input<typeof KeptPage> = {
        ...page,
        words: [...packWords(page.words)],
        ...(pictures.has(page.number) && { isPicture: true }),
      };
      yield JSON.stringify(kept);
    }
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
  let summary: ReadSummary | null = null;
  let writer: ReturnType<PageCache['receive']> | null = null;
  try {
    for await (const line of blobs.linesOfText(document.id, document.fileName)) {
      const said: unknown = JSON.parse(line);
      if (writer === null) {
        summary = KeptSummary.parse(said);
        writer = pages.receive(document.id);
      } else writer.add(KeptPage.parse(said));
    }
  } catch (error) {
    if (!isAppError(error) && !(error instanceof SyntaxError) && !(error instanceof ZodError)) {
      throw error;
    }
    if (writer !== null) pages.forget(document.id);
    return false;
  }
  if (writer === null || summary === null) return false;
  writer.finish({
    format: summary.format,
    pageCount: summary.pageCount,
    notices: summary.notices,
  });
  return true;
}
