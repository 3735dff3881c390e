import { decompressRTF } from '@kenjiuno/decompressrtf';

import { htmlBlocks, TooDeepError } from './html-blocks';
import type { LooseBlock } from './page-breaks';
import { RtfReader } from './rtf-blocks';
import { parseRtf } from './rtf-tokens';
import { textBlocks } from './text';

/** Bytes of compressed rich text that are unpacked; it grows to at most nine times as many. */
const MOST_RTF = 5_000_000;

interface Bodies {
  readonly html: string | null;
  readonly text: string | null;
  /** As Outlook compresses it (MS-OXRTFCP). */
  readonly rtf?: Uint8Array | null;
}

/**
 * The text of a mail in blocks: from its HTML, which has the tables and lists, else plain, else from
 * rich text. HTML whose elements lie too deep in each other is passed over for the plain text.
 */
export function mailBody(bodies: Bodies): { body: LooseBlock[]; hidden: boolean } {
  const text = [...textBlocks(bodies.text ?? '')];
  const html = fromHtml(bodies.html, text.length > 0);
  if (html !== null && html.body.length > 0) return html;
  if (text.length > 0) return { body: text, hidden: false };
  return { body: fromRichText(bodies.rtf ?? null), hidden: false };
}

function fromHtml(
  html: string | null,
  hasText: boolean,
): { body: LooseBlock[]; hidden: boolean } | null {
  if (html === null || html.trim() === '') return null;
  try {
    const { blocks, hidden } = htmlBlocks(html);
    return { body: blocks, hidden };
  } catch (error) {
    if (error instanceof TooDeepError && hasText) return null;
    throw error;
  }
}

function fromRichText(rtf: Uint8Array | null): LooseBlock[] {
  if (rtf === null || rtf.length === 0 || rtf.length > MOST_RTF) return [];
  const reader = new RtfReader();
  // What stops before its end gives what it has: the mail itself is whole.
  parseRtf(Uint8Array.from(decompressRTF([...rtf])), reader);
  return reader.finish().blocks;
}
