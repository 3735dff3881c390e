import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the program's own files are that its reader and its recogniser work with. */

const load = createRequire(import.meta.url);
const bundle = dirname(fileURLToPath(import.meta.url));
const beside = join(bundle, '..', 'renderer', 'pdfjs');

const recognising = ['tesseract.js-core', '@tesseract.js-data/swe', '@tesseract.js-data/eng'];

/** Folders that the reader may read beside the document that it is handed: its bundle, and what decodes pictures. */
export function readerFiles(): string[] {
  return [bundle, ...pictureLibrary()];
}

/** The same for the recogniser: its bundle, pdf.js's decoders, tesseract and its data, what decodes pictures. */
export function recogniserFiles(): string[] {
  const folders = [bundle, pdfjsFolder(), ...recognising.map(packageFolder)];
  return [
    ...new Set([...folders, ...folders.map((folder) => realpathSync(folder))]),
    ...pictureLibrary(),
  ];
}

/** pdf.js's files: beside the window's in the built program, else those of the package. */
export function pdfjsFolder(): string {
  return existsSync(beside) ? beside : packageFolder('pdfjs-dist');
}

/**
 * The library that decodes pictures, with the binary of this platform, which is a package of its own
 * beside it; none where it is not installed.
 */
function pictureLibrary(): string[] {
  try {
    const scope = dirname(packageFolder('@napi-rs/canvas'));
    // A packaged program has its binaries beside the archive.
    return [scope, scope.replace(/\bapp\.asar\b/, 'app.asar.unpacked')];
  } catch {
    return [];
  }
}

function packageFolder(name: string): string {
  return dirname(load.resolve(`${name}/package.json`));
}
