import { documentError } from '../errors';
import type { ReadOptions } from '../read-document';
import type { ReadSummary } from '../read-summary';
import { htmlBlocks, TooDeepError } from './html-blocks';
import { givePages } from './page-breaks';
import { textIn } from './text-encoding';

/** Where a page says its encoding, it says so early on. */
const DECLARATION_LENGTH = 4096;

/**
 * Reads a web page: what a reader of it sees, without scripts, styles and what they hide.
 *
 * Nothing of it is run and nothing that it points to is fetched.
 *
 * Errors: `file-not-supported` where the bytes are no text, `file-empty`, `file-damaged`.
 */
export function readHtml(
  bytes: Uint8Array,
  fileName: string,
  { onPage }: ReadOptions,
): ReadSummary {
  const text = textIn(bytes, fileName, declaredEncoding(bytes));
  try {
    const { blocks, hidden } = htmlBlocks(text);
    const pageCount = givePages(blocks, onPage);
    if (blocks.length === 0) return { format: 'html', pageCount, notices: ['no-text'] };
    return { format: 'html', pageCount, notices: hidden ? ['hidden'] : [] };
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error;
    throw documentError('file-damaged', fileName, { context: 'depth', limit: error.limit });
  }
}

/** The encoding that a page claims to be in, as it names it. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(
    'latin1',
    0,
    DECLARATION_LENGTH,
  );
  const found =
    /<meta\s[^>]*charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ??
    /^\s*<\?xml\s[^>]*encoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  return found?.[1]?.toLowerCase() ?? null;
}
