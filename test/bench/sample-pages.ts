import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

import type { DrawnPart } from '../../main/documents/drawn-parts';
import { forkWithNode } from '../../main/documents/fork-with-node';
import { readDocument } from '../../main/documents/read-document';
import { createRecogniserHost } from '../../main/documents/recognition/recogniser-host';
import { buildApp } from '../../scripts/build.mjs';
import type { SampleFile } from '../../scripts/sample';
import { projectFolder } from '../../scripts/setup/paths.mjs';
import type { DetectorPage } from '../../shared/domain/detector/proposal';
import { DocumentId } from '../../shared/domain/ids';

/** A sample agreement as the program gets to know it: its documents' pages, scans as they were recognised. */
export interface ReadSample {
  readonly pages: readonly DetectorPage[];
  /** Of the scanned pages, the words that they truly have, and how many of them were read rightly. */
  readonly words: number;
  readonly wordsRight: number;
}

export interface SampleReader {
  read(file: SampleFile): Promise<ReadSample>;
  close(): void;
}

/** Reads sample agreements as the program does, with as many recognisers as there are cores. */
export async function sampleReader(): Promise<SampleReader> {
  await buildApp({ parts: ['main', 'renderer'] });
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-bench-samples-'));
  const processes = Math.min(4, availableParallelism());
  const host = createRecogniserHost({
    fork: forkWithNode(join(projectFolder, 'dist/main/recogniser-process.js')),
    processes,
  });
  let files = 0;

  async function pagesOf(bytes: Uint8Array, fileName: string): Promise<DetectorPage[]> {
    files += 1;
    const document = DocumentId.parse(files.toString(16).padStart(64, '0'));
    const pages: (DetectorPage & { isPicture: boolean })[] = [];
    const attached: { fileName: string; content: Uint8Array }[] = [];
    let parts: readonly DrawnPart[] | null = null;
    await readDocument(bytes.slice(), fileName, {
      onPage: ({ number, text, isPicture = false }) =>
        pages.push({ document, number, text, isPicture }),
      onDrawing: (drawn) => {
        parts = drawn;
      },
      onAttachment: (found) => {
        if ('error' in found) throw found.error;
        attached.push(found);
      },
    });
    const path = join(folder, document);
    if (pages.some(({ isPicture }) => isPicture)) writeFileSync(path, bytes);
    const source = { id: document, path, parts };
    const read = await Promise.all(
      pages.map(async ({ isPicture, ...page }) =>
        isPicture ? { ...page, text: (await host.recognise(source, page.number)).text } : page,
      ),
    );
    for (const each of attached) read.push(...(await pagesOf(each.content, each.fileName)));
    return read;
  }

  return {
    async read({ bytes, fileName, truth }) {
      const pages = await pagesOf(bytes, fileName);
      let [words, wordsRight] = [0, 0];
      // The page that came by fax tells nothing of the document's own level.
      for (const { page, text } of truth.scannedPages.filter(({ noise }) => noise < 4)) {
        const printed = wordsOf(text);
        words += printed.length;
        wordsRight += sharedOf(printed, wordsOf(pages[page - 1]?.text ?? ''));
      }
      return { pages, words, wordsRight };
    },
    close() {
      host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** How many words are in both, wherever they stand: columns and footers have no one order. */
function sharedOf(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  return one.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
}
