import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { DrawnPart } from '../../main/documents/drawn-parts';
import { forkWithNode } from '../../main/documents/fork-with-node';
import { readDocument } from '../../main/documents/read-document';
import {
  createRecogniserHost,
  type PictureSource,
} from '../../main/documents/recognition/recogniser-host';
import { buildApp } from '../../scripts/build.mjs';
import { sampleTruths } from '../../scripts/sample';
import { projectFolder } from '../../scripts/setup/paths.mjs';
import { lettersApart } from '../../shared/domain/tolerant-search';
import { pngOf, scanned, textCanvas } from '../../scripts/sample/writers/pictures';
import type { Options } from './options';
import { note, report, rounded } from './report';

const DPI = 200;
/** A4. */
const PAPER = { width: 1654, height: 2339 };
const LINES = 46;
const COLUMNS = 82;

interface Scan {
  readonly file: string;
  readonly truth: string;
  readonly source: PictureSource;
}

/**
 * Text read from scans: pages a minute and the share of letters that are right, beside the
 * `tesseract` command on the same pictures, each on one core.
 *
 * The pictures are agreements of the sample collection, drawn as pages with a little skew, grey paper
 * and grain, so their text is known.
 */
export async function measureOcr({ quick }: Options): Promise<void> {
  const found = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
  const languages = `${found.stdout ?? ''}\n${found.stderr ?? ''}`;
  if (found.error !== undefined || !/^swe$/m.test(languages) || !/^eng$/m.test(languages)) {
    note(
      'Skipped: there is no baseline. Install it with\n  apt-get install tesseract-ocr tesseract-ocr-swe tesseract-ocr-eng',
    );
    return;
  }
  await buildApp({ parts: ['main', 'renderer'] });
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-ocr-'));
  const host = createRecogniserHost({
    fork: forkWithNode(join(projectFolder, 'dist/main/recogniser-process.js')),
  });
  try {
    const scans = await makeScans(folder, quick ? 2 : 8);
    const ours = { texts: [] as string[], seconds: [] as number[] };
    const theirs = { texts: [] as string[], seconds: [] as number[] };
    // By turns, so that whatever else the machine does troubles both.
    for (const [index, { file, source }] of scans.entries()) {
      note(`page ${index + 1} of ${scans.length}`);
      const begun = performance.now();
      ours.texts.push((await host.recognise(source, 1)).text);
      ours.seconds.push((performance.now() - begun) / 1000);
      const started = performance.now();
      const out = spawnSync('tesseract', [file, '-', '-l', 'swe+eng', '--dpi', String(DPI)], {
        encoding: 'utf8',
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      });
      theirs.seconds.push((performance.now() - started) / 1000);
      theirs.texts.push(out.stdout);
    }
    const truths = scans.map(({ truth }) => truth);
    const us = figures(ours, truths);
    const them = figures(theirs, truths);
    const ratio = rounded(us.secondsPerPage / them.secondsPerPage);
    report({
      name: 'text of a scanned page',
      unit: 's per page',
      samsyn: us,
      baseline: { name: 'tesseract command', ...them },
      ratio,
      aim: 'within 1.3 times its time, and no fewer letters right',
      met: ratio <= 1.3 && us.lettersRight >= them.lettersRight,
      n: scans.length,
      about: { dpi: DPI, languages: 'swe, and eng where it stands; baseline swe+eng', cores: 1 },
    });
  } finally {
    host.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function figures(
  of: { texts: readonly string[]; seconds: readonly number[] },
  truths: readonly string[],
) {
  const total = of.seconds.reduce((sum, seconds) => sum + seconds, 0);
  const letters = truths.reduce((sum, truth) => sum + truth.length, 0);
  const wrong = truths.reduce(
    (sum, truth, index) => sum + lettersApart(truth, levelled(of.texts[index] ?? '')),
    0,
  );
  return {
    secondsPerPage: rounded(total / of.seconds.length),
    pagesPerMinute: rounded((60 * of.seconds.length) / total),
    lettersRight: Number((1 - wrong / letters).toFixed(4)),
  };
}

const levelled = (text: string): string => text.replace(/\s+/g, ' ').trim();

async function makeScans(folder: string, count: number): Promise<Scan[]> {
  // The words of agreements, from the pages that the collection holds as pictures.
  const truths = await sampleTruths();
  const lines = truths.flatMap(({ scannedPages }) =>
    scannedPages.flatMap(({ text }) => wrapped(text.replaceAll('\n', ' '))),
  );
  mkdirSync(folder, { recursive: true });
  const scans: Scan[] = [];
  for (let page = 0; page < count; page += 1) {
    const shown = lines.slice(page * LINES, (page + 1) * LINES);
    const canvas = textCanvas(shown, {
      ...PAPER,
      dpi: DPI,
      skew: [0, 0.7, -1.2, 1.6][page % 4] ?? 0,
    });
    const bytes = pngOf(page % 2 === 0 ? canvas : scanned(canvas, page), DPI);
    const file = join(folder, `${page}.png`);
    writeFileSync(file, bytes);
    let parts: readonly DrawnPart[] = [];
    await readDocument(new Uint8Array(bytes), file, {
      onPage: () => undefined,
      onDrawing: (given) => {
        parts = given;
      },
    });
    scans.push({
      file,
      truth: levelled(shown.join('\n')),
      source: { id: file, path: file, parts },
    });
  }
  return scans;
}

/** Lines that fit the page, without those that are blank. */
function wrapped(text: string): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    for (const word of paragraph.trim().split(/\s+/)) {
      const last = lines.at(-1);
      if (word === '') continue;
      if (last !== undefined && last.length + word.length < COLUMNS) {
        lines[lines.length - 1] = `${last} ${word}`;
      } else lines.push(word);
    }
    return lines;
  });
}
