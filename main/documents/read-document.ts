import type { AppError } from '../../shared/domain/app-error';
import type { Page } from '../../shared/domain/page';
import type { DrawnPart } from './drawn-parts';
import { documentError } from './errors';
import { foreignByName, HEAD_LENGTH, kindOf, notAText, textFormatOf } from './file-kind';
import { type ReadSummary, SIZE_LIMITS } from './read-summary';
import type { PagePart } from './reader-protocol';

export interface ReadOptions {
  /** Called for each page in order, from 1, as soon as it is read. */
  onPage: (page: Page) => void;
  /** For a PDF that asks for one. */
  password?: string | undefined;
  /**
   * Asked with its number of pages which part of a long PDF to read next, until there is none; without
   * it, all are read.
   */
  share?: ((pageCount: number) => Promise<PagePart | null>) | undefined;
  /** Called for each attachment of a mail, in order; without it they are left where they are. */
  onAttachment?: ((attachment: FoundAttachment) => void) | undefined;
  /** Called for each picture of a mail that only decorates its text. */
  onPassedOver?: (() => void) | undefined;
  /** Called once, before the end, where a document is not to be drawn simply as it was received. */
  onDrawing?: (parts: readonly DrawnPart[]) => void;
}

/** What a mail brought along, or why it cannot be had. The name holds nothing that leads anywhere. */
export type FoundAttachment =
  | { readonly fileName: string; readonly content: Uint8Array }
  | { readonly fileName: string; readonly error: AppError };

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
  const found = kindOf(bytes.subarray(0, HEAD_LENGTH), fileName);
  switch (found.kind) {
    case 'empty':
      throw documentError('file-empty', fileName);
    case 'foreign':
      throw documentError('file-not-supported', fileName, {
        context: foreignByName(found.as, fileName),
      });
    case 'pdf': {
      checkSize(bytes, fileName, SIZE_LIMITS.pdf);
      const { readPdf } = await import('./readers/pdf');
      return readPdf(bytes, fileName, options);
    }
    case 'picture': {
      checkSize(bytes, fileName, SIZE_LIMITS.picture);
      const { readPicture } = await import('./readers/picture');
      return readPicture(bytes, fileName, options);
    }
    case 'zip': {
      checkSize(bytes, fileName, SIZE_LIMITS.zip);
      return readZip(bytes, fileName, options);
    }
    case 'rtf': {
      checkSize(bytes, fileName, SIZE_LIMITS.rtf);
      const { readRtf } = await import('./readers/rtf');
      return readRtf(bytes, fileName, options);
    }
    case 'html': {
      checkSize(bytes, fileName, SIZE_LIMITS.html);
      const { readHtml } = await import('./readers/html');
      return readHtml(bytes, fileName, options);
    }
    case 'eml': {
      checkSize(bytes, fileName, SIZE_LIMITS.eml);
      const { readEml } = await import('./readers/eml');
      return readEml(bytes, fileName, options);
    }
    case 'cfb': {
      checkSize(bytes, fileName, SIZE_LIMITS.cfb);
      const { readMsg } = await import('./readers/msg');
      return readMsg(bytes, fileName, options);
    }
    case 'text': {
      const mismatch = notAText(fileName);
      if (mismatch !== null) throw documentError(mismatch.code, fileName, mismatch.details);
      return readTextual(bytes, fileName, options);
    }
  }
}

/** A zip: its parts tell what it is. */
async function readZip(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
): Promise<ReadSummary> {
  const { openZip } = await import('./readers/safe-zip');
  const { officeKindOf } = await import('./readers/office-kind');
  const zip = await openZip(bytes, fileName);
  const found = await officeKindOf(zip);
  if (found.kind === 'foreign') {
    throw documentError('file-not-supported', fileName, { context: found.as });
  }
  switch (found.kind) {
    case 'docx':
      return (await import('./readers/docx')).readDocx(zip, fileName, options);
    case 'odt':
      return (await import('./readers/odt')).readOdt(zip, fileName, options);
    case 'xlsx':
      return (await import('./readers/xlsx')).readXlsx(zip, fileName, options);
  }
}

/** Text without a signature: its name tells what it is. */
async function readTextual(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
): Promise<ReadSummary> {
  const format = textFormatOf(fileName) ?? 'text';
  checkSize(bytes, fileName, SIZE_LIMITS[format === 'html' ? 'html' : 'text']);
  switch (format) {
    case 'html':
      return (await import('./readers/html')).readHtml(bytes, fileName, options);
    case 'markdown':
      return (await import('./readers/markdown')).readMarkdown(bytes, fileName, options);
    case 'csv':
      return (await import('./readers/csv')).readCsv(bytes, fileName, options);
    case 'text':
      return (await import('./readers/text')).readText(bytes, fileName, options);
  }
}

function checkSize(bytes: Uint8Array, fileName: string, limit: number): void {
  const megabytes = Math.ceil(bytes.length / 1_000_000);
  if (megabytes > limit) throw documentError('file-too-large', fileName, { megabytes, limit });
}
