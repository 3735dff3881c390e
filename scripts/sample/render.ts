import type { RichText } from './rich-text';

/** A text with marks and the page it came to stand on; `null` in formats without fixed pages. */
export interface Placed {
  readonly rich: RichText;
  readonly page: number | null;
}

/** A rendered document. */
export interface Rendered {
  readonly bytes: Uint8Array;
  readonly pages: number | null;
  readonly placed: readonly Placed[];
}
