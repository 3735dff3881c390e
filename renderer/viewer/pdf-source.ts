import {
  AnnotationMode,
  getDocument,
  GlobalWorkerOptions,
  PDFDataRangeTransport,
  PDFWorker,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

import type { DocumentId } from '../../shared/domain/ids';
import { RecognisedText, type TextChange } from './recognised-text';
import { UndrawnPages } from './undrawn-pages';

/** Up to here a file is fetched whole; above it, piece by piece as pages are looked at. */
const WHOLE = 1024 * 1024;
const PIECE = 256 * 1024;

/** How many documents are kept parsed: the one shown, the one before it, the one to come. */
const KEPT = 3;

GlobalWorkerOptions.workerSrc = '/pdfjs/pdf.worker.mjs';

/** Annotations are drawn as they look (a stamp, a filled-in field), never as something to fill in. */
export const annotationMode = AnnotationMode.ENABLE;

/** The received file is not in the project. */
export class MissingOriginal extends Error {
  constructor() {
    super('The document is not in the project.');
  }
}

interface Kept {
  readonly task: Promise<PDFDocumentLoadingTask>;
  readonly pdf: Promise<PDFDocumentProxy>;
  readonly recognised: RecognisedText;
  readonly undrawn: UndrawnPages;
}

/** Fetches and parses documents, and keeps the last few so that going to and fro is quick. */
export class PdfSource {
  /** One for all documents: starting one takes longer than most documents do. */
  readonly #worker = PDFWorker.create({ name: 'pdf' });
  readonly #kept = new Map<DocumentId, Kept>();

  /** The parsed document. Rejects when it cannot be read. */
  get(document: DocumentId): Promise<PDFDocumentProxy> {
    const known = this.#kept.get(document);
    if (known !== undefined) {
      this.#kept.delete(document);
      this.#kept.set(document, known);
      return known.pdf;
    }
    const task = this.#start(document);
    const recognised = new RecognisedText(document);
    const undrawn = new UndrawnPages(document, this.#worker);
    const pdf = task
      .then((started) => started.promise)
      .then(async (opened) => {
        undrawn.layOver(opened);
        recognised.layOver(opened);
        doWithout(opened);
        // The viewer shows nothing without it, and says so to nobody.
        await opened.getPage(1);
        return opened;
      });
    this.#kept.set(document, { task, pdf, recognised, undrawn });
    pdf.catch(() => this.#kept.delete(document));
    this.#forgetOldest();
    return pdf;
  }

  /** The pages of a document whose recognised text is another than it was; none of one that is not kept. */
  async changedTexts(document: DocumentId): Promise<TextChange> {
    const change = await this.#kept.get(document)?.recognised.refresh();
    return change ?? { pages: [], isTurned: false };
  }

  /** Whether a page of a document was tried, and could not be drawn. */
  isUndrawn(document: DocumentId, page: number): boolean {
    return this.#kept.get(document)?.undrawn.has(page) ?? false;
  }

  /** Parses a document and draws its first page where nobody sees it: fonts and images are then at hand. */
  async prepare(document: DocumentId): Promise<void> {
    const pdf = await this.get(document);
    const page = await pdf.getPage(1);
    const viewport = page.getViewport({ scale: 0.1 });
    const canvas = window.document.createElement('canvas');
    canvas.width = Math.ceil(viewport.width);
    canvas.height = Math.ceil(viewport.height);
    await page.render({ canvas, viewport, annotationMode }).promise;
  }

  async #start(document: DocumentId): Promise<PDFDocumentLoadingTask> {
    const url = `/documents/${document}`;
    const { bytes, total } = await fetchPiece(url, 0, WHOLE);
    const common = {
      worker: this.#worker,
      cMapUrl: '/pdfjs/cmaps/',
      cMapPacked: true,
      standardFontDataUrl: '/pdfjs/standard_fonts/',
      wasmUrl: '/pdfjs/wasm/',
      iccUrl: '/pdfjs/iccs/',
      enableXfa: false,
      disableAutoFetch: true,
      disableStream: true,
      rangeChunkSize: PIECE,
      // A page may ask for an image that no memory holds; it is then left out.
      maxImageSize: 100_000_000,
      verbosity: 0,
    };
    return bytes.length >= total
      ? getDocument({ ...common, data: bytes })
      : getDocument({ ...common, range: new PieceTransport(url, total, bytes) });
  }

  #forgetOldest(): void {
    for (const [document, { task, undrawn }] of this.#kept) {
      if (this.#kept.size <= KEPT) return;
      this.#kept.delete(document);
      void task
        .then(async (started) => Promise.all([started.destroy(), undrawn.destroy()]))
        .catch(() => undefined);
    }
  }
}

/**
 * What pdf.js's viewer asks a document for by itself, beside its pages, becomes none where a damaged
 * document cannot tell it: the viewer waits for the answers too late or not at all, and nobody else
 * could catch their failing. The pages are there all the same.
 */
function doWithout(pdf: PDFDocumentProxy): void {
  const getMetadata = pdf.getMetadata.bind(pdf);
  const getFieldObjects = pdf.getFieldObjects.bind(pdf);
  const hasJSActions = pdf.hasJSActions.bind(pdf);
  const noMetadata = { info: {}, metadata: null } as unknown as Metadata;
  pdf.getMetadata = () => getMetadata().catch(instead('Its metadata', noMetadata));
  pdf.getFieldObjects = () => getFieldObjects().catch(instead('Its form', null));
  pdf.hasJSActions = () => hasJSActions().catch(instead('Whether it has scripts', false));
}

type Metadata = Awaited<ReturnType<PDFDocumentProxy['getMetadata']>>;

function instead<T>(what: string, none: T): (error: unknown) => T {
  return (error) => {
    console.warn(`The document is shown without something. ${what} cannot be read:`, error);
    return none;
  };
}

/** pdf.js asks for ranges over HTTP only; this brings them over `app://`. */
class PieceTransport extends PDFDataRangeTransport {
  readonly #url: string;
  #aborted = false;

  constructor(url: string, length: number, initial: Uint8Array) {
    super(length, initial, false);
    this.#url = url;
  }

  override requestDataRange(begin: number, end: number): void {
    void fetchPiece(this.#url, begin, end).then(
      ({ bytes }) => {
        if (!this.#aborted) this.onDataRange(begin, bytes);
      },
      (error: unknown) => {
        if (this.#aborted) return;
        console.error('A part of the document could not be read', error);
        this.onDataRange(begin, null);
      },
    );
  }

  override abort(): void {
    this.#aborted = true;
  }
}

/** Bytes `begin` to `end` (exclusive) of a document, fewer at its end, and how long all of it is. */
async function fetchPiece(
  url: string,
  begin: number,
  end: number,
): Promise<{ bytes: Uint8Array; total: number }> {
  const response = await fetch(url, { headers: { Range: `bytes=${begin}-${end - 1}` } });
  if (response.status === 404) throw new MissingOriginal();
  if (!response.ok) throw new Error(`The document cannot be fetched (${response.status}).`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const total = Number(/\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '')?.[1]);
  return { bytes, total: Number.isFinite(total) ? total : bytes.length };
}
