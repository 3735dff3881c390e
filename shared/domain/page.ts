import { z } from 'zod';

/**
 * The one page model that every document format is read into.
 *
 * Evidence points into `text` by character offset (UTF-16 code units, as JavaScript counts), so
 * whatever draws a page must lay out exactly this text.
 */
export const WordBox = z.object({
  /** Offsets into the page's text: `text.slice(start, end)` is the word. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** Box in page units (PDF points), origin at the top left. */
  x: z.number(),
  y: z.number(),
  w: z.number(),
  h: z.number(),
});
export type WordBox = z.infer<typeof WordBox>;

export const BlockKind = z.enum(['heading', 'paragraph', 'list-item', 'table-row']);
export type BlockKind = z.infer<typeof BlockKind>;

/** How a stretch of a page's text is laid out; only formats without fixed pages have blocks. */
export const TextBlock = z.object({
  kind: BlockKind,
  /** 1–6 for headings, nesting depth from 1 for list items, else 0. */
  level: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /**
   * What stands before the block without being part of its text: a list's bullet or number, the
   * number of a row. Shown, but neither searched nor quoted.
   */
  marker: z.string().max(24).optional(),
  /** A row that names the columns. */
  header: z.boolean().optional(),
});
export type TextBlock = z.infer<typeof TextBlock>;

export const Page = z.object({
  /** From 1. */
  number: z.int().positive(),
  /** In PDF points; 0 for formats without fixed pages. */
  width: z.number(),
  height: z.number(),
  text: z.string(),
  words: z.array(WordBox),
  blocks: z.array(TextBlock),
  /** Its text stands in a picture, and has to be recognised. */
  isPicture: z.boolean().optional(),
});
export type Page = z.infer<typeof Page>;

/** What a file is. Mail of both kinds (EML, MSG) is `email`. */
export const DocumentFormat = z.enum([
  'pdf',
  'docx',
  'text',
  'odt',
  'rtf',
  'html',
  'markdown',
  'email',
  'csv',
  'xlsx',
  'image',
]);
export type DocumentFormat = z.infer<typeof DocumentFormat>;

/** Something to tell about a document that was read all the same. */
export const DocumentNotice = z.enum([
  /** No page has any text, as with a scan; its text has to be recognised first. */
  'no-text',
  /** It holds changes that nobody has accepted or rejected; they are shown as accepted. */
  'tracked-changes',
  /** It holds comments in the margin, which are not shown. */
  'comments',
  /** It holds text, sheets or rows that its author hid, which are not shown. */
  'hidden',
]);
export type DocumentNotice = z.infer<typeof DocumentNotice>;

/** Formats with pages of their own, drawn as they are; the others are laid out by us. */
export function hasFixedPages(format: DocumentFormat): boolean {
  return format === 'pdf' || format === 'image';
}

/** How a document is shown: one that was read with a password has its text alone. */
export function drawnAs(document: { format: DocumentFormat; locked: boolean }): DocumentFormat {
  return document.locked ? 'text' : document.format;
}
