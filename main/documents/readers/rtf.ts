import { documentError } from '../errors';
import type { ReadOptions } from '../read-document';
import type { ReadSummary } from '../read-summary';
import { TooDeepError } from './html-blocks';
import { pagesOf } from './page-breaks';
import { RtfReader } from './rtf-blocks';
import { parseRtf } from './rtf-tokens';

/**
 * Reads rich text (.rtf): page headers first, then the body, then notes and page footers.
 *
 * Errors: `file-damaged` where it stops before its end or nests without end.
 */
export function readRtf(bytes: Uint8Array, fileName: string, { onPage }: ReadOptions): ReadSummary {
  const reader = new RtfReader();
  try {
    if (!parseRtf(bytes, reader)) {
      throw documentError('file-damaged', fileName, { context: 'cut-off' });
    }
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
    throw documentError('file-damaged', fileName, { context: 'depth', limit: error.limit });
  }
  const { blocks, notices } = reader.finish();
  let pageCount = 0;
  for (const page of pagesOf(blocks)) {
    onPage(page);
    pageCount += 1;
  }
  return { format: 'rtf', pageCount, notices };
}
