import { join } from 'node:path';

import { projectFolder } from '../../scripts/setup/paths.mjs';
import { launchSamsyn } from '../support/launch-electron';

declare global {
  interface Window {
    /** In the window of pdfjs-app. */
    drawFirstPage?(name: string, width: number): Promise<number>;
  }
}

export interface PdfjsAlone {
  /** Milliseconds from asking for a document of the folder until its first page is painted. */
  drawFirstPage(name: string, width: number): Promise<number>;
  close(): Promise<void>;
}

/** An Electron window with pdf.js and nothing of ours. */
export async function openPdfjsAlone(documents: string): Promise<PdfjsAlone> {
  const { window: page, close } = await launchSamsyn({
    application: join(projectFolder, 'test/bench/pdfjs-app'),
    env: {
      SAMSYN_BENCH_PDFJS: join(projectFolder, 'node_modules/pdfjs-dist/legacy/build'),
      SAMSYN_BENCH_DOCUMENTS: documents,
    },
  });
  await page.waitForFunction(() => window.drawFirstPage !== undefined);
  return {
    drawFirstPage: (name, width) =>
      page.evaluate(([of, at]) => window.drawFirstPage?.(of, at) ?? Number.NaN, [
        name,
        width,
      ] as const),
    close,
  };
}
