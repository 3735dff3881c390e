import { documentError } from '../errors';
import type { ReadOptions } from '../read-document';
import type { ReadSummary } from '../read-summary';
import { TooDeepError } from './html-blocks';
import { givePages } from './page-breaks';
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
  const pageCount = givePages(blocks, onPage);
  return { format: 'rtf', pageCount, notices };
}
