import type { Page } from '../../shared/domain/page';
import { documentError } from './errors';
import { HEAD_LENGTH, kindOf, notAText } from './file-kind';
import { type ReadSummary, SIZE_LIMITS } from './read-summary';

export interface ReadOptions {
  /** Called for each page in order, from 1, as soon as it is read. */
  onPage: (page: Page) => void;
}

/**
 * Reads a document into pages, whatever it is called: its bytes tell what it is.
 *
 * Each format's reader is loaded when first needed. To be called in the reader process only, as it
 * parses what anyone may have sent. `bytes` may be handed on to the parser and be empty afterwards.
 *
 * Errors: `AppError` with a `DocumentErrorCode`.
 */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
): Promise<ReadSummary> {
  const found = kindOf(bytes.subarray(0, HEAD_LENGTH));
  switch (found.kind) {
    case 'empty':
      throw documentError('file-empty', fileName);
    case 'foreign':
      throw documentError('file-not-supported', fileName, { context: found.as });
    case 'pdf': {
      checkSize(bytes, fileName, SIZE_LIMITS.pdf);
      const { readPdf } = await import('./readers/pdf');
      return readPdf(bytes, fileName, options);
    }
    case 'zip': {
      checkSize(bytes, fileName, SIZE_LIMITS.zip);
      const { readDocx } = await import('./readers/docx');
      return readDocx(bytes, fileName, options);
    }
    case 'text': {
      const mismatch = notAText(fileName);
      if (mismatch !== null) {
        throw documentError(mismatch.code, fileName, { context: mismatch.context });
      }
      checkSize(bytes, fileName, SIZE_LIMITS.text);
      const { readText } = await import('./readers/text');
      return readText(bytes, fileName, options);
    }
  }
}

function checkSize(bytes: Uint8Array, fileName: string, limit: number): void {
  const megabytes = Math.ceil(bytes.length / 1_000_000);
  if (megabytes > limit) throw documentError('file-too-large', fileName, { megabytes, limit });
}
