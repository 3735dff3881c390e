import { execFile } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { forkWithNode } from '../../main/documents/fork-with-node';
import { createReaderHost } from '../../main/documents/reader-host';
import { pdfOfPages } from '../../scripts/sample/pdf/fixtures';
import { projectFolder } from '../../scripts/setup/paths.mjs';
import { workFolder } from './big-project';
import { missingProgram } from './debian-program';
import type { Options } from './options';
import { note, percentile, report, rounded, timed } from './report';

const run = promisify(execFile);
const samples = join(projectFolder, 'dist/samples/documents');
/** As the program does: two files at a time. */
const AT_ONCE = 2;

/**
 * Text out of PDFs, in pages a second: the reader processes of the program, already running as they
 * are from the second file on, beside `pdftotext` with as many files at a time.
 */
export async function measureExtraction({ quick }: Options): Promise<void> {
  if (await missingProgram('pdftotext', 'poppler-utils')) return;
  const { folder, remove } = workFolder('extraction');
  try {
    const long = join(folder, 'lång.pdf');
    writeFileSync(long, pdfOfPages(quick ? 300 : 2_000));
    const collection = readdirSync(samples)
      .filter((name) => name.toLowerCase().endsWith('.pdf'))
      .map((name) => join(samples, name));
    await measure('text of the sample PDFs', collection, quick ? 2 : 5);
    await measure('text of one long PDF', [long], quick ? 2 : 3);
  } finally {
    remove();
  }
}

async function measure(name: string, files: readonly string[], runs: number): Promise<void> {
  const host = createReaderHost({
    fork: forkWithNode(join(projectFolder, 'dist/main/reader-process.js')),
    processes: AT_ONCE,
  });
  try {
    let pages = 0;
    const extract = () =>
      eachOf(files, async (file) => {
        await host.read(file, file, { onPage: () => void (pages += 1) });
      });
    await extract();
    const pageCount = pages;
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < runs; round += 1) {
      ours.push(await timed(extract));
      theirs.push(
        await timed(() =>
          eachOf(files, async (file) => {
            await run('pdftotext', [file, '-'], { maxBuffer: 200_000_000 });
          }),
        ),
      );
      note(
        `extraction: ${rounded(ours.at(-1) ?? 0)} ms, pdftotext ${rounded(theirs.at(-1) ?? 0)} ms`,
      );
    }
    const speed = (times: readonly number[]) =>
      rounded((pageCount * 1_000) / percentile(times, 0.5));
    const ratio = percentile(theirs, 0.5) / percentile(ours, 0.5);
    report({
      name,
      unit: 'pages/s',
      samsyn: { p50: speed(ours) },
      baseline: { name: 'pdftotext', p50: speed(theirs) },
      ratio: rounded(ratio),
      aim: 'at least 0.3 times pdftotext',
      met: ratio >= 0.3,
      n: runs,
      about: {
        files: files.length,
        pages: pageCount,
        megabytes: rounded(files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6),
      },
    });
  } finally {
    host.close();
  }
}

async function eachOf(
  files: readonly string[],
  step: (file: string) => Promise<void>,
): Promise<void> {
  const waiting = [...files];
  const lane = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await step(file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
