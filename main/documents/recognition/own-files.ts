import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the recogniser's own files are: its bundle, pdf.js's decoders, tesseract and its data. */

const load = createRequire(import.meta.url);
const bundle = dirname(fileURLToPath(import.meta.url));
const beside = join(bundle, '..', 'renderer', 'pdfjs');

const packages = [
  'tesseract.js-core',
  '@tesseract.js-data/swe',
  '@tesseract.js-data/eng',
  '@napi-rs/canvas',
];

/** Folders that the recogniser may read beside the document that it is handed. */
export function ownFiles(): string[] {
  const folders = [bundle, pdfjsFolder(), ...packages.map(packageFolder)];
  return [...new Set([...folders, ...folders.map((folder) => realpathSync(folder))])];
}

/** pdf.js's files: beside the window's in the built program, else those of the package. */
export function pdfjsFolder(): string {
  return existsSync(beside) ? beside : packageFolder('pdfjs-dist');
}

function packageFolder(name: string): string {
  return dirname(load.resolve(`${name}/package.json`));
}
