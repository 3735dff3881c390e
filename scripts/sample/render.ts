import type { RichText } from './rich-text';

/** A text with marks and the page it came to stand on. */
export interface Placed {
  readonly rich: RichText;
  readonly page: number;
}

/** A rendered document. */
export interface Rendered {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly placed: readonly Placed[];
}
