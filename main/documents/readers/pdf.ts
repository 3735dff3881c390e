import type { Page } from '../../../shared/domain/page';
import { pageTextOf, pdfTextParameters, wordBoxesOf } from '../../../shared/domain/pdf-text';
import { hasFewWords, hasText, needsRecognition } from '../../../shared/domain/recognition';
import { type Cause, documentError, type ErrorDetails } from '../errors';
import type { ReadOptions } from '../read-document';
import type { ReadSummary } from '../read-summary';
import { LONG_PDF, MOST_PAGES, type PagePart } from '../reader-protocol';
import { coverOf, picturesOn } from './pdf-pictures';
import { loadPdfjs, textOnly } from './pdfjs';

type Pdfjs = Awaited<ReturnType<typeof loadPdfjs>>;
type PdfDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;

/** How far from the end the end marker may stand: some senders put their own lines after it. */
const TAIL_LENGTH = 64 * 1024;

/**
 * Reads the text of a PDF page by page.
 *
 * A file that stops before its end, or has a page that cannot be read, is refused: pdf.js would mend
 * it silently, and an agreement coded with pages missing is worse than one to fetch again.
 *
 * Errors: `pdf-encrypted`, `pdf-password-wrong`, `pdf-damaged`, `too-many-pages`. `bytes` are handed to pdf.js and are empty afterwards.
 */
export async function readPdf(
  bytes: Uint8Array,
  fileName: string,
  { onPage, password, share }: ReadOptions,
): Promise<ReadSummary> {
  const damaged = (context: Cause, details: ErrorDetails = {}) =>
    documentError('pdf-damaged', fileName, { context, ...details });
  if (isCutOff(bytes)) throw damaged('cut-off');
  const { getDocument, OPS } = await loadPdfjs();
  const task = getDocument({
    ...textOnly,
    data: plainBytes(bytes),
    // The one that opens the file: it goes no further, and no message holds it.
    ...(password !== undefined && { password }),
  });
  try {
    const document = await task.promise.catch((error: unknown) => {
      if (nameOf(error) === 'PasswordException') {
        throw documentError(
          password === undefined ? 'pdf-encrypted' : 'pdf-password-wrong',
          fileName,
        );
      }
      throw damaged('structure', { reason: reasonOf(error) });
    });
    if (document.numPages < 1) throw damaged('no-pages');
    if (document.numPages > MOST_PAGES) {
      throw documentError('too-many-pages', fileName, { limit: MOST_PAGES });
    }
    const readPart = async ({ from, to }: PagePart): Promise<void> => {
      for (let number = from; number <= to; number += 1) {
        const page = await readPage(document, number, OPS).catch((error: unknown) => {
          throw damaged('page', { page: number, reason: reasonOf(error) });
        });
        onPage(page);
      }
    };
    if (share === undefined || document.numPages < LONG_PDF) {
      await readPart({ from: 1, to: document.numPages });
    } else {
      for (;;) {
        const part = await share(document.numPages);
        if (part === null) break;
        await readPart(part);
      }
    }
    return { format: 'pdf', pageCount: document.numPages, notices: [] };
  } finally {
    await task.destroy();
  }
}

async function readPage(
  document: PdfDocument,
  number: number,
  operators: Pdfjs['OPS'],
): Promise<Page> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent(pdfTextParameters);
  const text = pageTextOf(items);
  const words = wordBoxesOf(items, text, viewport.transform);
  // What lies on a page is looked at only where its words may not be all.
  const asked = hasFewWords(text) && hasText(text);
  const covered = asked ? coverOf(await picturesOn(page, operators)) : 0;
  page.cleanup();
  return {
    number,
    width: viewport.width,
    height: viewport.height,
    text: text.text,
    words,
    blocks: [],
    ...(needsRecognition(text, covered) ? { isPicture: true } : {}),
  };
}

/**
 * True where the end of the file is missing: no end marker, or shorter than a linearised file says
 * it is (that kind has an end marker near its beginning, too).
 */
function isCutOff(bytes: Uint8Array): boolean {
  const tail = textBetween(bytes, Math.max(0, bytes.length - TAIL_LENGTH), bytes.length);
  if (!tail.includes('%%EOF') && !tail.includes('startxref')) return true;
  const head = textBetween(bytes, 0, 1024);
  const declared = /\/Linearized\b[^>]*?\/L\s+(\d+)/.exec(head)?.[1];
  return declared !== undefined && bytes.length < Number(declared);
}

function textBetween(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', start, end);
}

/** pdf.js refuses Node's `Buffer`, and takes over the memory, which must not be shared. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  const ownsMemory = bytes.byteLength === bytes.buffer.byteLength;
  return ownsMemory ? new Uint8Array(bytes.buffer) : new Uint8Array(bytes);
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
