import { type Passage, locateQuote, passageAt } from '../../shared/domain/evidence';
import type { DocumentView } from '../../shared/domain/views';
import { type PageSource, readPages } from '../documents/read-pages';

/** The text of one page of one of an agreement's documents. */
interface PageText {
  readonly document: DocumentView;
  readonly number: number;
  readonly text: string;
}

/** The passage that a quote is, or why there is none: the end of a sentence that begins with where it stands. */
type FoundQuote =
  | { passage: Passage }
  | { passage: null; column: 'quote' | 'page'; reason: string };

/** Pages that are read from the cache at a time, so that a long document does not fill the memory. */
const PAGES_AT_ONCE = 50;

/** The texts of an agreement's documents, to find quotes in. Rejects as `readPages` does. */
export async function loadTexts(
  source: PageSource,
  documents: readonly DocumentView[],
): Promise<PageText[]> {
  const texts: PageText[] = [];
  for (const document of documents) {
    for (let from = 1; from <= document.pageCount; from += PAGES_AT_ONCE) {
      const pages = await readPages(source, document, from, from + PAGES_AT_ONCE - 1);
      texts.push(...pages.map(({ number, text }) => ({ document, number, text })));
    }
  }
  return texts;
}

/**
 * Finds a quote letter by letter, spaces and line breaks apart: on the page that is given, else on
 * the first page that has it. Where it is on another page than the given one, the reason names that.
 */
export function findQuote(
  texts: readonly PageText[],
  quote: string,
  page: number | null,
): FoundQuote {
  const holding = texts.flatMap((each) => {
    const passage = passageIn(each, quote);
    return passage === null ? [] : [{ ...each, passage }];
  });
  const wanted = holding.find(({ number }) => page === null || number === page);
  if (wanted !== undefined) return { passage: wanted.passage };

  const files = [...new Set(texts.map(({ document }) => `"${document.fileName}"`))].join(', ');
  const last = Math.max(0, ...texts.map(({ number }) => number));
  const elsewhere = holding.map(
    ({ document, number }) => `page ${number} of "${document.fileName}"`,
  );
  if (page !== null && page > last) {
    return {
      passage: null,
      column: 'page',
      reason: `there is no page ${page} in ${files}; the last is ${last}`,
    };
  }
  if (elsewhere.length > 0) {
    return {
      passage: null,
      column: 'page',
      reason: `the quote is not on page ${page} but on ${elsewhere.slice(0, 3).join(', ')}`,
    };
  }
  return {
    passage: null,
    column: 'quote',
    reason: `the quote is not in ${files}; give it letter by letter as the document has it, spaces and line breaks apart`,
  };
}

function passageIn({ document, number, text }: PageText, quote: string): Passage | null {
  for (const spelling of new Set([quote, quote.normalize('NFC'), quote.normalize('NFD')])) {
    const found = locateQuote({ start: 0, end: 0, quote: spelling, prefix: '', suffix: '' }, text);
    if (found !== null) return passageAt(document.id, { number, text }, found.start, found.end);
  }
  return null;
}
