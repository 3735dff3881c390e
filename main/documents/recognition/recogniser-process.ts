/**
 * The recogniser: a process of its own that reads the text in pictures of pages, one page at a time.
 *
 * It decodes what anyone may have sent, so it holds nothing worth stealing and may be killed at any
 * moment: no database, no network, and of files only the program's own and the one document it is
 * handed. Runs as an Electron utility process under the window, and as a child of plain Node under the
 * command line.
 */
import { open, type FileHandle } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';

import type { PDFDocumentLoadingTask } from 'pdfjs-dist/types/src/display/api';

import { textOfLines } from '../../../shared/domain/recognition';
import { connectToParent, endAbove } from '../child-process';
import { type DrawnPart, lengthOf, lengthOfAll } from '../drawn-parts';
import { lockDown } from '../lock-down';
import { recogniserFiles } from '../own-files';
import { MEMORY_MARK } from '../reader-protocol';
import { loadDrawingPdfjs } from './drawing-pdfjs';
import { pagePictureOf } from './page-picture';
import { readInItsLanguages } from './read-languages';
import { readUpright } from './read-upright';
import {
  type FromRecogniser,
  RECOGNISER_MEMORY,
  type Recognised,
  ToRecogniser,
} from './recogniser-protocol';
import { Tesseract } from './tesseract';

/** As for any PDF (`SIZE_LIMITS`). */
const MOST_BYTES = 500_000_000;

type OnDocument = Extract<ToRecogniser, { kind: 'document' }>;
type OnPage = Extract<ToRecogniser, { kind: 'recognise' }>;

// Before the door is shut: what watches is a thread, and none may be started then.
endAbove(RECOGNISER_MEMORY, MEMORY_MARK);
const lock = lockDown(recogniserFiles());

let tesseract: Promise<Tesseract> | null = null;
let given: OnDocument | null = null;
let opened: PDFDocumentLoadingTask | null = null;

async function recognise({ job, ...page }: OnPage): Promise<void> {
  try {
    await send({ kind: 'recognised', job, found: await textOnPage(page) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await send({ kind: 'failed', job, reason: reason.slice(0, 2_000) });
  }
}

async function textOnPage({
  page,
  dpi,
  turn: known,
}: Omit<OnPage, 'kind' | 'job'>): Promise<Recognised> {
  const { pdfjs, drawing } = await loadDrawingPdfjs();
  if (given === null) throw new Error('No document was handed over.');
  opened ??= pdfjs.getDocument({ ...drawing, data: await bytesOf(given) });
  const pdf = await opened.promise;
  tesseract ??= Tesseract.load();
  const reader = await tesseract;
  const { drawn, lines, turn } = await readUpright(
    {
      draw: (way) => pagePictureOf(pdf, page, dpi, pdfjs.OPS, way),
      read: (picture, dots) => readInItsLanguages(reader, picture, dots),
    },
    known,
  );
  const { width, height, turned: straightened } = drawn.geometry;
  const { words, ...read } = textOfLines(lines, drawn.geometry);
  return {
    ...read,
    words: [...words],
    dpi: Math.round(drawn.dpi),
    skew: -straightened,
    turn,
    width,
    height,
  };
}

async function take(document: OnDocument): Promise<void> {
  await opened?.destroy();
  opened = null;
  given = document;
  lock.handOver(document.path);
}

async function bytesOf({ path, parts }: OnDocument): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const pieces: readonly DrawnPart[] = parts ?? [{ start: 0, end: size }];
    const length = lengthOfAll(pieces);
    if (length > MOST_BYTES) throw new Error(`It is ${Math.ceil(length / 1e6)} MB.`);
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const piece of pieces) {
      if ('bytes' in piece) bytes.set(piece.bytes, at);
      else await fill(bytes.subarray(at, at + lengthOf(piece)), file, piece.start);
      at += lengthOf(piece);
    }
    return bytes;
  } finally {
    await file.close();
  }
}

async function fill(target: Uint8Array, file: FileHandle, from: number): Promise<void> {
  for (let at = 0; at < target.length;) {
    const { bytesRead } = await file.read(target, at, target.length - at, from + at);
    if (bytesRead === 0) throw new Error('It is shorter than it was.');
    at += bytesRead;
  }
}

// Under the window a person works meanwhile.
if ('parentPort' in process) setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

let queue = Promise.resolve();
const send = connectToParent<FromRecogniser>((message) => {
  const said = ToRecogniser.parse(message);
  queue = queue.then(() => (said.kind === 'document' ? take(said) : recognise(said)));
});
void send({ kind: 'ready' });
