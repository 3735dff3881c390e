import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';

import type { FoundLine, PixelBox } from '../../../shared/domain/recognition';
import type { GreyPicture } from './skew';

/** Swedish, or both languages whose data comes with the program, most wanted first. */
export type Languages = 'swe' | 'swe+eng';

/** Of the many forms of the data: whole numbers, trained long. */
const DATA = '4.0.0_best_int';

/** Only the neural network; the older engine's data is not shipped. */
const LSTM_ONLY = 1;

/** Layout found by itself; does not look for the page's orientation, for which no data is shipped. */
const AUTOMATIC_LAYOUT = '3';

/** The parts of tesseract's WebAssembly build that are used. */
interface Core {
  FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
  TessBaseAPI: new () => {
    Init(path: null, languages: string, engine: number): number;
    SetVariable(name: string, value: string): void;
    SetImageFile(exif: number, angle: number): number;
    Recognize(monitor: null): number;
    GetTSVText(page: number): string;
    Clear(): void;
  };
}

const load = createRequire(import.meta.url);

/**
 * Tesseract, run in this process: no worker, no fetching, no cache.
 *
 * The library's own wrapper looks for language data at an address and falls back on one in the
 * network; here the data is read from the program's own files and handed over as bytes.
 */
export class Tesseract {
  readonly #core: Core;
  readonly #api: InstanceType<Core['TessBaseAPI']>;
  #ready: Languages | null = null;
  /** Languages whose data the program has. */
  readonly #given = new Set<string>();

  private constructor(core: Core) {
    this.#core = core;
    this.#api = new core.TessBaseAPI();
  }

  /** Loads the program; some tenths of a second. Throws where a file of it is missing or damaged. */
  static async load(): Promise<Tesseract> {
    const start = load('tesseract.js-core/tesseract-core-simd-lstm.js') as (
      options: object,
    ) => Promise<Core>;
    const core = await start({ print: () => undefined, printErr: () => undefined });
    return new Tesseract(core);
  }

  /** The lines of text in a picture, in reading order. Throws where data of a language is missing or damaged. */
  recognise(picture: GreyPicture, dpi: number, languages: Languages): FoundLine[] {
    this.#prepare(languages);
    this.#core.FS.writeFile('/input', portableGreyMap(picture));
    try {
      this.#api.SetVariable('user_defined_dpi', String(Math.round(dpi)));
      if (this.#api.SetImageFile(1, 0) !== 0) throw new Error('The picture could not be taken.');
      if (this.#api.Recognize(null) !== 0) throw new Error('The picture could not be recognised.');
      return linesOf(this.#api.GetTSVText(0));
    } finally {
      this.#core.FS.unlink('/input');
      this.#api.Clear();
    }
  }

  /** Takes up the data of the languages that are to be read: a tenth of a second where they are others than before. */
  #prepare(languages: Languages): void {
    if (this.#ready === languages) return;
    this.#ready = null;
    for (const language of languages.split('+')) {
      if (this.#given.has(language)) continue;
      const name = `${language}.traineddata`;
      const file = load.resolve(`@tesseract.js-data/${language}/${DATA}/${name}.gz`);
      this.#core.FS.writeFile(`./${name}`, gunzipSync(readFileSync(file)));
      this.#given.add(language);
    }
    if (this.#api.Init(null, languages, LSTM_ONLY) !== 0) {
      throw new Error('The data for recognising text could not be used.');
    }
    this.#api.SetVariable('tessedit_pageseg_mode', AUTOMATIC_LAYOUT);
    this.#ready = languages;
  }
}

/** The simplest file that tesseract reads: no compression, so nothing to decode. */
function portableGreyMap({ width, height, data }: GreyPicture): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + data.length);
  file.set(head);
  file.set(data, head.length);
  return file;
}

const LINE = '4';
const WORD = '5';

/**
 * The lines of tesseract's table: level, page, block, paragraph, line and word number, left, top,
 * width, height, confidence, text.
 */
export function linesOf(table: string): FoundLine[] {
  const lines: { box: PixelBox; words: FoundLine['words'] }[] = [];
  for (const row of table.split('\n')) {
    const [level, , , , , , left, top, width, height, confidence, ...text] = row.split('\t');
    const box: PixelBox = {
      x0: Number(left),
      y0: Number(top),
      x1: Number(left) + Number(width),
      y1: Number(top) + Number(height),
    };
    if (level === LINE) lines.push({ box, words: [] });
    else if (level === WORD) {
      lines.at(-1)?.words.push({ text: text.join(' '), box, confidence: Number(confidence) });
    }
  }
  return lines.filter(({ words }) => words.length > 0);
}
