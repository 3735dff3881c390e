import { join } from 'node:path';

import { projectFolder } from '../../scripts/setup/paths.mjs';
import { launchSamsyn } from '../support/launch-electron';

type Draw = (name: string, width: number) => Promise<number>;

declare global {
  interface Window {
    /** In the window of pdfjs-app. */
    drawFirstPage?: Draw;
    drawPicture?: Draw;
    drawText?: Draw;
  }
}

export interface PdfjsAlone {
  /** Milliseconds from asking for a document of the folder until its first page is painted. */
  readonly drawFirstPage: Draw;
  /** The same of a picture that a browser knows. */
  readonly drawPicture: Draw;
  /** The same of plain text. */
  readonly drawText: Draw;
  close(): Promise<void>;
}

/** An Electron window with pdf.js and nothing of ours: what a page takes at the least. */
export async function openPdfjsAlone(documents: string): Promise<PdfjsAlone> {
  const { window: page, close } = await launchSamsyn({
    application: join(projectFolder, 'test/bench/pdfjs-app'),
    env: {
      SAMSYN_BENCH_PDFJS: join(projectFolder, 'node_modules/pdfjs-dist/legacy/build'),
      SAMSYN_BENCH_DOCUMENTS: documents,
    },
  });
  await page.waitForFunction(() => window.drawFirstPage !== undefined);
  const asked =
    (how: 'drawFirstPage' | 'drawPicture' | 'drawText'): Draw =>
    (name, width) =>
      page.evaluate(([does, of, at]) => window[does]?.(of, at) ?? Number.NaN, [
        how,
        name,
        width,
      ] as const);
  return {
    drawFirstPage: asked('drawFirstPage'),
    drawPicture: asked('drawPicture'),
    drawText: asked('drawText'),
    close,
  };
}
