import type { FoundLine } from '../../../shared/domain/recognition';
import { hasEnglish } from '../../../shared/domain/page-language';
import type { GreyPicture } from './skew';
import type { Languages, Tesseract } from './tesseract';

/**
 * Reads pages of one document in the languages that they are written in.
 *
 * With one language a page takes an eighth to a quarter less time than with two, and on the scans of
 * the sample collection as many letters are right. So pages are read in Swedish first; one that has
 * English in it is read again with both languages, and so are those that follow it in its document.
 */
export class PageReader {
  readonly #tesseract: Tesseract;
  #languages: Languages = 'swe';

  constructor(tesseract: Tesseract) {
    this.#tesseract = tesseract;
  }

  /** The lines of text in a picture, in reading order. Throws as `Tesseract.recognise`. */
  read(picture: GreyPicture, dpi: number): FoundLine[] {
    const lines = this.#tesseract.recognise(picture, dpi, this.#languages);
    if (this.#languages !== 'swe' || !hasEnglish(lines)) return lines;
    this.#languages = 'swe+eng';
    return this.#tesseract.recognise(picture, dpi, this.#languages);
  }
}
