import { z } from 'zod';

import type { ReadingQuality } from './better-reading';
import type { Page, WordBox } from './page';
import { Turn } from './turn';

/**
 * How the text of a picture becomes the text of a page.
 *
 * A recogniser finds lines of words in a picture, with boxes in the picture's pixels. Here they become
 * a page's text and word boxes, as if the page had always had them, so that search, selection and
 * evidence work as in any other page.
 */

/** A rectangle in pixels, origin at the top left; `x1` and `y1` lie outside. */
export const PixelBox = z.object({
  x0: z.number(),
  y0: z.number(),
  x1: z.number(),
  y1: z.number(),
});
export type PixelBox = z.output<typeof PixelBox>;

const FoundWord = z.object({
  text: z.string(),
  box: PixelBox,
  /** How sure the recogniser is, 0–100. */
  confidence: z.number(),
});
type FoundWord = z.output<typeof FoundWord>;

/** A line of words from left to right; lines come in reading order. */
export const FoundLine = z.object({ box: PixelBox, words: z.array(FoundWord) });
export type FoundLine = z.output<typeof FoundLine>;

/** How the picture that was recognised lies on the page. */
export interface PictureGeometry {
  /** Width and height of the page in points. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture per point of the page. */
  readonly scale: number;
  /** Radians by which the page was turned, clockwise about its middle, to lie straight in the picture. */
  readonly turned: number;
}

/** A page's text as it was recognised; its confidence is weighted by the words' length. */
interface RecognisedText extends ReadingQuality {
  readonly text: string;
  readonly words: readonly WordBox[];
}

/** Below this a page is hard to read: it is flagged for a person to look at. */
export const LOW_CONFIDENCE = 75;

/** Dots per inch for pages that came out badly at the usual ones. */
export const HIGHER_DPI = 400;

/** From here on the recogniser is sure of a word. Specks that were taken for one are below. */
const SURE_CONFIDENCE = 60;

/**
 * The page's text from the lines that were found: words with a space between, lines with a break.
 *
 * A word's box is as high as its line, so that a selection is an even band; its width is the word's
 * own. Boxes are turned back to where the words stand on the page as it is shown.
 */
export function textOfLines(
  lines: readonly FoundLine[],
  geometry: PictureGeometry,
): RecognisedText {
  const words: WordBox[] = [];
  let text = '';
  for (const line of lines) {
    const kept = line.words.filter(isWord);
    if (kept.length === 0) continue;
    if (text !== '') text += '\n';
    for (const [index, word] of kept.entries()) {
      if (index > 0) text += ' ';
      const written = cleanWord(word.text);
      const box = { ...word.box, y0: line.box.y0, y1: line.box.y1 };
      words.push({
        start: text.length,
        end: text.length + written.length,
        ...boxOnPage(box, geometry),
      });
      text += written;
    }
  }
  const { letters, confidence } = letterConfidence(lines);
  return {
    text,
    words,
    confidence: letters === 0 ? null : Math.round(10 * confidence) / 10,
    sureLetters: sureLettersIn(lines),
  };
}

/** How many letters the words have that the recogniser is sure of. */
function sureLettersIn(lines: readonly FoundLine[]): number {
  const sure = lines.flatMap(({ words }) =>
    words.filter((word) => isWord(word) && word.confidence >= SURE_CONFIDENCE),
  );
  return sure.reduce((sum, { text }) => sum + cleanWord(text).length, 0);
}

/** How many letters the words of some lines have, and how sure of them the recogniser is on average, 0–100. */
export function letterConfidence(lines: readonly FoundLine[]): {
  letters: number;
  confidence: number;
} {
  let letters = 0;
  let sum = 0;
  for (const word of lines.flatMap((line) => line.words.filter(isWord))) {
    const { length } = cleanWord(word.text);
    letters += length;
    sum += word.confidence * length;
  }
  return { letters, confidence: letters === 0 ? 0 : sum / letters };
}

/** A box of the picture on the page as it is shown, in points. Its sides stay parallel to the page's. */
export function boxOnPage(
  box: PixelBox,
  { width, height, scale, turned }: PictureGeometry,
): Pick<WordBox, 'x' | 'y' | 'w' | 'h'> {
  const w = (box.x1 - box.x0) / scale;
  const h = (box.y1 - box.y0) / scale;
  const dx = (box.x0 + box.x1) / 2 / scale - width / 2;
  const dy = (box.y0 + box.y1) / 2 / scale - height / 2;
  const cos = Math.cos(turned);
  const sin = Math.sin(turned);
  // Turned back: by −turned, with y downwards.
  const x = width / 2 + dx * cos + dy * sin;
  const y = height / 2 - dx * sin + dy * cos;
  return { x: rounded(x - w / 2), y: rounded(y - h / 2), w: rounded(w), h: rounded(h) };
}

/** How far recognition of a page has come. */
export const PageState = z.enum(['waiting', 'done', 'failed']);
export type PageState = z.output<typeof PageState>;

/** A page whose text is recognised, or is to be. */
export const ScannedPage = z.object({
  page: z.int().positive(),
  state: PageState,
  /** Mean confidence 0–100; `null` before, and for a page without any word. */
  confidence: z.number().nullable(),
  /** Dots per inch that its text was recognised at; `null` before. */
  dpi: z.int().nullable(),
  /** How far it was turned to stand upright: it is shown so. */
  turn: Turn,
  /** Why it failed: an error code. */
  error: z.string().nullable(),
  /** The last try read no better: the page has the text that it had. */
  kept: z.boolean(),
  /** Grows with each new text of the page. */
  version: z.int(),
});
export type ScannedPage = z.output<typeof ScannedPage>;

/** Pages that a person should look at: hard to read. A page without any word is not: it may be blank. */
export function isHardToRead({
  state,
  confidence,
}: Pick<ScannedPage, 'state' | 'confidence'>): boolean {
  return state === 'done' && confidence !== null && confidence < LOW_CONFIDENCE;
}

/** Words of a page with some, that is yet a picture: a stamp or a running header over a scan. */
const FEW_WORDS = 40;

/** Part of the page that a picture must cover to be a scan of it. */
const SCAN_COVER = 0.6;

/**
 * Whether a page's text has to be recognised: it has none, or only a few words over a picture that
 * covers most of it, as when an archive stamps scans.
 *
 * @param covered part of the page, 0–1, that the largest picture covers; asked for only if needed
 */
export function needsRecognition(page: Pick<Page, 'text'>, covered: number): boolean {
  return hasFewWords(page) && (!hasText(page) || covered >= SCAN_COVER);
}

/** Whether the picture on a page matters: it has so few words that they may not be all. */
export function hasFewWords({ text }: Pick<Page, 'text'>): boolean {
  let words = 0;
  // No further than needed: it is asked of every page that is read.
  for (const _ of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    words += 1;
    if (words > FEW_WORDS) return false;
  }
  return true;
}

/** Whether a page has any letter or digit. */
export function hasText({ text }: Pick<Page, 'text'>): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Words with a letter or digit, however unsure, and sure marks that are not the rules of a table. */
function isWord({ text, confidence }: FoundWord): boolean {
  const written = cleanWord(text);
  if (/[\p{L}\p{N}]/u.test(written)) return true;
  return confidence >= SURE_CONFIDENCE && !/^[|¦_~`´^\\/]*$/.test(written);
}

/** One word, composed, without control characters or spaces within. */
function cleanWord(text: string): string {
  return text.normalize('NFC').replace(/[\s\p{Cc}\p{Cs}]+/gu, '');
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
