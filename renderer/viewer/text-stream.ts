import type { WordBox } from '../../shared/domain/page';
import { textItemsOf } from '../../shared/domain/recognised-items';

/** The one font of text that is not the PDF's own: never seen, and there on every machine. */
const FONT = 'recognised';
const STYLES = {
  [FONT]: { ascent: 0.81, descent: -0.19, vertical: false, fontFamily: 'sans-serif' },
};

/**
 * What pdf.js hears in one piece when it asks a page for its text.
 *
 * @param viewport of the page at scale 1, turned as it was when its words were read
 */
export function textContentOf(
  viewport: { readonly transform: readonly number[] },
  found: { readonly text: string; readonly words: readonly WordBox[] },
): { items: unknown[]; styles: typeof STYLES; lang: null } {
  const items = textItemsOf(found, viewport.transform).map((item) => ({
    ...item,
    dir: 'ltr',
    fontName: FONT,
  }));
  return { items, styles: STYLES, lang: null };
}
