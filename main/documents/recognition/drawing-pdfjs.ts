/**
 * pdf.js for drawing pages in a process without a window.
 *
 * As in `readers/pdfjs.ts`, and with what drawing needs: canvases, and decoders for the compressions
 * that scanners use (JBIG2, JPEG 2000), read from the program's own files by name.
 */
import '../readers/pdfjs-environment';

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createCanvas, DOMMatrix, ImageData, Path2D, type Canvas } from '@napi-rs/canvas';
import type { DocumentInitParameters } from 'pdfjs-dist/types/src/display/api';

import { loadPdfjs, textOnly } from '../readers/pdfjs';
import { pdfjsFolder } from '../own-files';

/** What pdf.js may ask for, by kind: the folders that the build puts beside the window's files. */
const shipped: Readonly<Record<string, string>> = {
  wasmUrl: 'wasm',
  standardFontDataUrl: 'standard_fonts',
  cMapUrl: 'cmaps',
  iccUrl: 'iccs',
};

class ShippedFiles {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const place = Object.hasOwn(shipped, kind) ? shipped[kind] : undefined;
    if (place === undefined || !/^[\w-]+(\.[\w]+)+$/.test(filename)) {
      throw new Error(`not available to the recogniser: ${kind} ${filename}`);
    }
    return new Uint8Array(await readFile(join(pdfjsFolder(), place, filename)));
  }
}

interface Drawn {
  canvas: Canvas | null;
  context: unknown;
}

class Canvases {
  create(width: number, height: number): Drawn {
    const canvas = createCanvas(width, height);
    return { canvas, context: canvas.getContext('2d') };
  }
  reset(drawn: Drawn, width: number, height: number): void {
    if (drawn.canvas === null) return;
    drawn.canvas.width = width;
    drawn.canvas.height = height;
  }
  destroy(drawn: Drawn): void {
    drawn.canvas = null;
    drawn.context = null;
  }
}

/** pdf.js and how to open a document for drawing. */
export async function loadDrawingPdfjs(): Promise<{
  pdfjs: Awaited<ReturnType<typeof loadPdfjs>>;
  drawing: DocumentInitParameters;
}> {
  Object.assign(globalThis, { DOMMatrix, ImageData, Path2D });
  return {
    pdfjs: await loadPdfjs(),
    drawing: {
      ...textOnly,
      BinaryDataFactory: ShippedFiles,
      CanvasFactory: Canvases,
      // Addresses only in name: what is asked for goes through `ShippedFiles`.
      wasmUrl: 'shipped:/',
      standardFontDataUrl: 'shipped:/',
      cMapUrl: 'shipped:/',
      iccUrl: 'shipped:/',
      cMapPacked: true,
      useWasm: true,
      maxImageSize: 120_000_000,
    },
  };
}
