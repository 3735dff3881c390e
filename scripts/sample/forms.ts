import type { FlowingFormat } from './flowing-formats';
import type { NoiseLevel, OfficeFormat, PictureFormat, TextEncoding } from './truth';

/** Which pages of a PDF are pictures: its first ones, or its last. */
interface ScannedPart {
  readonly from: number;
  readonly to: number;
}

/** What an agreement comes in: as the office wrote it, or as somebody sent it on. */
export type Form =
  | { readonly kind: 'office' }
  | { readonly kind: 'scan'; readonly pages: ScannedPart; readonly faxed?: number }
  | { readonly kind: 'picture'; readonly format: PictureFormat }
  | { readonly kind: 'flowing'; readonly format: FlowingFormat }
  | { readonly kind: 'mail'; readonly format: 'eml' | 'msg' };

/** What the choice hangs on. */
interface Written {
  readonly format: OfficeFormat;
  readonly encoding: TextEncoding | null;
  readonly noise: NoiseLevel;
  /** Of a PDF. */
  readonly pages: number | null;
  /** Of those pages, the ones that state a fact. */
  readonly statingPages: ReadonlySet<number>;
  readonly related: { readonly kind: 'extends' | 'duplicates' } | null;
  readonly goodExample: boolean;
}

/** Of a longer document only so much is scanned: the signed agreement, and not the annexes put after it. */
const MOST_SCANNED = 3;

/**
 * The form of each agreement. Those with the noise of a scan are scanned, one of them only in its last,
 * signed page, and one page, that states nothing to code, came by fax; a few others come in forms that
 * are met now and then, one of each.
 */
export function chooseForms(written: readonly Written[]): Form[] {
  const forms = written.map((each): Form => {
    if (each.format !== 'pdf' || each.noise < 2) return { kind: 'office' };
    return { kind: 'scan', pages: { from: 1, to: Math.min(each.pages ?? 1, MOST_SCANNED) } };
  });
  /** The form is given to the first that suits and has none yet. */
  const give = (form: Form, ...suits: ((each: Written, at: number) => boolean)[]): void => {
    for (const suit of suits) {
      const found = written.findIndex(
        (each, at) => isFree(each, forms[at]) && !given.has(at) && suit(each, at),
      );
      if (found < 0) continue;
      forms[found] = form;
      given.add(found);
      return;
    }
  };
  const given = new Set<number>();
  const isOnePage = ({ format, pages }: Written) => format === 'pdf' && pages === 1;
  const isScan = ({ noise }: Written) => noise >= 2;

  const lastOnly = written.findIndex(
    (each) => each.noise === 2 && each.related === null && (each.pages ?? 0) >= 2,
  );
  const last = written[lastOnly]?.pages;
  if (typeof last === 'number') {
    forms[lastOnly] = { kind: 'scan', pages: { from: last, to: last } };
    given.add(lastOnly);
  }
  const faxed = written.findLastIndex((each, at) => faxedPage(each, forms[at]) !== null);
  const poorest = written[faxed];
  const asItWas = forms[faxed];
  const page = poorest === undefined ? null : faxedPage(poorest, asItWas);
  if (asItWas?.kind === 'scan' && page !== null) forms[faxed] = { ...asItWas, faxed: page };
  give({ kind: 'picture', format: 'tif' }, (each) => isScan(each) && isShort(each));
  for (const format of ['jpg', 'png'] as const) {
    give(
      { kind: 'picture', format },
      (each) => isScan(each) && isOnePage(each),
      (each) => each.related === null && isOnePage(each),
      isOnePage,
    );
  }
  for (const format of ['odt', 'rtf', 'html'] as const) {
    give({ kind: 'flowing', format }, (each) => each.format === 'docx');
  }
  give({ kind: 'mail', format: 'msg' }, (each) => each.format === 'docx');
  // Of each encoding of plain text one is left.
  const isSpare = (each: Written, at: number) =>
    each.format === 'txt' &&
    written.some(
      ({ encoding }, other) => other !== at && !given.has(other) && encoding === each.encoding,
    );
  give({ kind: 'flowing', format: 'md' }, isSpare);
  give({ kind: 'mail', format: 'eml' }, isSpare, (each) => each.format === 'docx');
  return forms;
}

/** The page of a poor scan that may have come by fax: its last, where that states nothing. */
function faxedPage({ noise, statingPages }: Written, form: Form | undefined): number | null {
  if (noise !== 3 || form?.kind !== 'scan' || form.pages.to === 1) return null;
  return statingPages.has(form.pages.to) ? null : form.pages.to;
}

/** The report's examples and both ends of a pair of duplicates stay as they are. */
function isFree({ goodExample, related }: Written, form: Form | undefined): boolean {
  return !goodExample && related?.kind !== 'duplicates' && form !== undefined;
}

const isShort = ({ pages }: Written): boolean => pages !== null && pages >= 2 && pages <= 4;
