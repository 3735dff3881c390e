import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { forkWithNode } from '../../../main/documents/fork-with-node';
import { readDocument } from '../../../main/documents/read-document';
import { createReaderHost, type ReaderHost } from '../../../main/documents/reader-host';
import { loadDrawingPdfjs } from '../../../main/documents/recognition/drawing-pdfjs';
import { pagePictureOf } from '../../../main/documents/recognition/page-picture';
import {
  createRecogniserHost,
  type RecogniserHost,
} from '../../../main/documents/recognition/recogniser-host';
import { temporaryFolder, writeFiles } from '../../support/bad-files';
import {
  pdfNestedDeep,
  pdfThatDrawsItself,
  pdfWithCodeInFont,
  pdfWithHugePicture,
} from '../../support/hostile-pdfs';
import { plainPdf } from '../../support/pdf-files';
import { bundleAsMain, bundleReader } from '../../support/reader-bundle';

const folder = temporaryFolder();
/** Milliseconds that what never ends may take here; the program gives it more. */
const IMPATIENT = 5_000;
const PATIENT = 45_000;
let patient: Hosts;
let impatient: Hosts;

interface Hosts {
  readonly readers: ReaderHost;
  readonly recognisers: RecogniserHost;
}

beforeAll(async () => {
  const reader = await bundleReader(join(folder, 'reader'));
  const recogniser = await bundleAsMain(
    join(folder, 'recogniser'),
    'recogniser-process',
    'main/documents/recognition/recogniser-process.ts',
  );
  const hosts = (limit: number): Hosts => ({
    readers: createReaderHost({ fork: forkWithNode(reader), limit }),
    recognisers: createRecogniserHost({ fork: forkWithNode(recogniser), patience: limit }),
  });
  patient = hosts(PATIENT);
  impatient = hosts(IMPATIENT);
}, 60_000);
afterAll(() => {
  for (const { readers, recognisers } of [patient, impatient]) {
    readers.close();
    recognisers.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

/** What comes of reading a file and of drawing its first page: the text, or the code of the error. */
async function outcomes(
  { readers, recognisers }: Hosts,
  name: string,
  bytes: Uint8Array,
): Promise<{ read: string; drawn: string }> {
  const [path = ''] = writeFiles(folder, { [name]: bytes });
  const texts: string[] = [];
  const codeOf = (error: unknown) => String(Reflect.get(Object(error), 'code'));
  const read = await readers
    .read(path, name, { onPage: ({ text }) => texts.push(text) })
    .then(() => texts.join(' ').trim(), codeOf);
  const drawn = await recognisers
    .recognise({ id: name, path, parts: null }, 1)
    .then(({ text }) => text.trim(), codeOf);
  return { read, drawn };
}

describe('a PDF that is made to hurt', () => {
  it('reads and draws a page whose picture says that it is 60 000 dots wide, without the picture', async () => {
    expect(await outcomes(patient, 'stor bild.pdf', pdfWithHugePicture())).toEqual({
      read: 'Avtal',
      drawn: 'Avtal',
    });
  });

  it('names one whose objects nest without end, as damaged and as not to be drawn', async () => {
    expect(await outcomes(patient, 'djup.pdf', pdfNestedDeep())).toEqual({
      read: 'pdf-damaged',
      drawn: 'page-not-drawn',
    });
  });

  it(
    'names one that draws itself over and over, and goes on with the next',
    { timeout: 60_000 },
    async () => {
      expect(await outcomes(impatient, 'sig själv.pdf', pdfThatDrawsItself())).toEqual({
        read: 'reader-timeout',
        drawn: 'recogniser-timeout',
      });
      const [after = ''] = writeFiles(folder, { 'efter.pdf': plainPdf([['Avtal']]) });
      const texts: string[] = [];
      await impatient.readers.read(after, 'efter.pdf', { onPage: ({ text }) => texts.push(text) });
      expect(texts).toEqual(['Avtal']);
    },
  );

  it('runs no code that a font holds, neither to read nor to draw it', async () => {
    const bytes = pdfWithCodeInFont();
    await readDocument(new Uint8Array(bytes), 'teckensnitt.pdf', { onPage: () => undefined });
    const { pdfjs, drawing } = await loadDrawingPdfjs();
    const task = pdfjs.getDocument({ ...drawing, data: new Uint8Array(bytes) });
    await pagePictureOf(await task.promise, 1, null, pdfjs.OPS, 0);
    await task.destroy();

    expect(Reflect.get(globalThis, 'taken')).toBeUndefined();
  });
});
