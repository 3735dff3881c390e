import type { Canvas } from '@napi-rs/canvas';

import { renderDocx } from './docx';
import type { Draft } from './draft';
import { renderFlowing } from './flowing-formats';
import type { Form } from './forms';
import { renderEml, renderMsg } from './mail';
import { distorter } from './noise';
import { type PagePictures, renderPdf } from './pdf/render-pdf';
import { renderText } from './plain-text';
import type { Placed, Rendered } from './render';
import { printOf } from './scan/print';
import { cleaned, type Scanner, SCANNERS, scannedPage } from './scan/scanner';
import type {
  AttachmentTruth,
  Evidence,
  FileFormat,
  NoiseLevel,
  PictureFormat,
  ScannedPageTruth,
  ScanLevel,
  Truth,
} from './truth';
import { jpegOf, pngOf, tiffOf } from './writers/pictures';

/** A draft that is about to become a file. */
export interface Outgoing {
  readonly draft: Draft;
  /** As the file is called in the end. */
  readonly fileName: string;
  readonly related: Truth['related'];
  readonly form: Form;
  /** Of a PDF, drawn in the first place to know its pages. */
  readonly drawn: Rendered | null;
}

interface Finished extends Rendered {
  readonly scannedPages?: readonly ScannedPageTruth[];
  readonly attachments?: readonly AttachmentTruth[];
}

/** Draws the PDF that a draft is, or is scanned from; `null` for one that is none. */
export async function drawDraft({ format, model, noise, random }: Draft): Promise<Rendered | null> {
  return format === 'pdf' ? renderPdf(model, distorter(noise, random)) : null;
}

export function formatOf({ draft, form }: Pick<Outgoing, 'draft' | 'form'>): FileFormat {
  return form.kind === 'office' || form.kind === 'scan' ? draft.format : form.format;
}

/**
 * The bytes of the file and what is true of it. Without `pictures` the truth alone: to make pictures of
 * pages takes most of the time, and the bytes are then those of the print.
 */
export async function renderDraft(
  outgoing: Outgoing,
  { pictures }: { pictures: boolean },
): Promise<{ bytes: Uint8Array; truth: Truth }> {
  const { draft, fileName, related, form } = outgoing;
  const { facts, encoding } = draft;
  const finished = await finish(outgoing, pictures);
  const format = formatOf(outgoing);
  const truth: Truth = {
    fileName,
    format,
    encoding: format === 'txt' ? encoding : null,
    pages: finished.pages,
    scannedPages: finished.scannedPages ?? [],
    attachments: finished.attachments ?? [],
    noise: noiseOf(draft, form),
    ...facts,
    related,
    evidence: [...headerEvidence(draft, finished.pages), ...finished.placed.flatMap(evidenceOf)],
  };
  return { bytes: finished.bytes, truth };
}

function finish({ draft, form, drawn }: Outgoing, pictures: boolean): Promise<Finished> | Finished {
  const { model, facts, noise, random, encoding } = draft;
  if (drawn !== null) return finishPdf(draft, form, drawn, pictures);
  const distort = distorter(noise, random);
  switch (form.kind) {
    case 'flowing':
      return renderFlowing(model, distort, form.format);
    case 'mail':
      return form.format === 'eml'
        ? renderEml(model, facts, distort)
        : renderMsg(model, facts, distort, draft.fileName);
    default:
      return draft.format === 'txt'
        ? renderText(model, distort, encoding ?? 'utf-8')
        : renderDocx(model, distort);
  }
}

async function finishPdf(
  draft: Draft,
  form: Form,
  drawn: Rendered,
  pictures: boolean,
): Promise<Finished> {
  const pages = drawn.pages ?? 0;
  const part = form.kind === 'scan' ? form.pages : { from: 1, to: pages };
  if (form.kind !== 'scan' && form.kind !== 'picture') return drawn;
  const print = await printOf(drawn.bytes);
  try {
    const numbers = Array.from({ length: part.to - part.from + 1 }, (_, at) => part.from + at);
    const scannedPages: ScannedPageTruth[] = [];
    const usual = noiseOf(draft, form) === 3 ? 3 : 2;
    const faxed = form.kind === 'scan' ? form.faxed : undefined;
    for (const page of numbers) {
      const noise = page === faxed ? 4 : usual;
      scannedPages.push({ page, text: await print.text(page), noise });
    }
    if (!pictures) return { ...drawn, scannedPages };
    const isPng = form.kind === 'picture' && form.format === 'png';
    const scannerOf = (noise: ScanLevel) => (isPng ? cleaned(SCANNERS[noise]) : SCANNERS[noise]);
    const random = draft.random.fork();
    const scans: Scan[] = [];
    for (const { page, noise } of scannedPages) {
      const scanner = scannerOf(noise);
      const picture = await print.picture(page, scanner.dpi);
      scans.push({ page, scanner, canvas: scannedPage(picture, scanner, random.fork()) });
    }
    const bytes =
      form.kind === 'picture'
        ? pictureFile(scans, form.format, scannerOf(usual))
        : await scannedPdf(draft, scans);
    return { ...drawn, bytes, scannedPages };
  } finally {
    await print.close();
  }
}

interface Scan {
  readonly page: number;
  readonly scanner: Scanner;
  readonly canvas: Canvas;
}

async function scannedPdf(
  { model, noise, random }: Draft,
  scans: readonly Scan[],
): Promise<Uint8Array> {
  const pictures: PagePictures = new Map(
    scans.map(({ page, scanner, canvas }) => [page, jpegOf(canvas, scanner.quality)]),
  );
  return (await renderPdf(model, distorter(noise, random), pictures)).bytes;
}

function pictureFile(
  scans: readonly Scan[],
  format: PictureFormat,
  { dpi, quality }: Scanner,
): Uint8Array {
  const canvases = scans.map(({ canvas }) => canvas);
  if (format === 'tif') return new Uint8Array(tiffOf(canvases, dpi, 'fax'));
  const [only] = canvases;
  if (only === undefined || scans.length > 1) throw new Error(`A ${format} file is one page`);
  return new Uint8Array(format === 'jpg' ? jpegOf(only, quality) : pngOf(only, dpi));
}

/** A picture is a scan, whatever the document was before. */
const noiseOf = ({ noise }: Draft, form: Form): NoiseLevel =>
  form.kind === 'picture' && noise < 2 ? 2 : noise;

/** The number that the sender's head prints on the first page; a cover has none. */
function headerEvidence({ facts, model }: Draft, pages: number | null): Evidence[] {
  if (facts.caseNumber === null || model.blocks[0]?.kind === 'cover') return [];
  const page = pages === null ? null : 1;
  return [{ fact: 'case_number', party: null, quote: facts.caseNumber, page }];
}

/** The pages on which a passage states a fact. */
export function pagesThatState(placed: readonly Placed[]): ReadonlySet<number> {
  return new Set(placed.flatMap(evidenceOf).flatMap(({ page }) => page ?? []));
}

function evidenceOf({ rich, page }: Placed): Evidence[] {
  return rich.marks.flatMap((mark) =>
    mark.facts.map((fact) => ({
      fact,
      party: mark.party,
      quote: rich.text.slice(mark.start, mark.end),
      page,
    })),
  );
}
