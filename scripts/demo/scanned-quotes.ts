import { openPageCache } from '../../main/documents/page-cache';
import { openProject } from '../../main/store/open-project';
import { listDocuments } from '../../main/store/queries/documents';
import { findTolerantly } from '../../shared/domain/tolerant-search';
import type { CodedRow, SimulatedCoding } from '../sample/simulated-reviewers';
import type { Truth } from '../sample/truth';

interface QuotesRead {
  readonly codings: SimulatedCoding[];
  /** Quotes on scanned pages: recognised letter by letter, read otherwise, and not to be found. */
  readonly exact: number;
  readonly otherwise: number;
  readonly leftOut: number;
}

/** Letters of the true text around a quote that help to find it. */
const AROUND = 40;

/**
 * The codings as readers of this project would quote: on a scanned page the words as they were
 * recognised, which is what can be selected there. A quote that is not to be found is left out, and the
 * answer stands without evidence.
 */
export function quotesAsRecognised(
  folder: string,
  truths: readonly Truth[],
  codings: readonly SimulatedCoding[],
  now: string,
): QuotesRead {
  const store = openProject(folder, { program: 'the demo', now });
  const cache = openPageCache(folder);
  const counts = { exact: 0, otherwise: 0, leftOut: 0 };
  try {
    const ids = new Map(listDocuments(store.db).map(({ id, fileName }) => [fileName, id]));
    const scans = new Map(truths.map((truth) => [truth.fileName, truth.scannedPages]));
    const quoted = (row: CodedRow): CodedRow => {
      const page = Number(row.page);
      const truth = scans.get(row.agreement)?.find((each) => each.page === page);
      const id = ids.get(row.agreement);
      if (row.quote === '' || truth === undefined || id === undefined) return row;
      const text = level(cache.pagesOf(id, page, page)[0]?.text ?? '');
      if (text.includes(level(row.quote))) {
        counts.exact += 1;
        return row;
      }
      const found = findTolerantly(inItsPlace(row.quote, level(truth.text)), text);
      counts[found === null ? 'leftOut' : 'otherwise'] += 1;
      return found === null
        ? { ...row, quote: '', page: '' }
        : { ...row, quote: text.slice(found.start, found.end) };
    };
    return {
      codings: codings.map((coding) => ({ ...coding, rows: coding.rows.map(quoted) })),
      ...counts,
    };
  } finally {
    cache.close();
    store.close();
  }
}

const level = (text: string): string => text.replace(/\s+/g, ' ').trim();

function inItsPlace(quote: string, text: string) {
  const at = text.indexOf(quote);
  const end = at + quote.length;
  return at < 0
    ? { quote, prefix: '', suffix: '' }
    : {
        quote,
        prefix: text.slice(Math.max(0, at - AROUND), at),
        suffix: text.slice(end, end + AROUND),
      };
}
