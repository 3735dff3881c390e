import { rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes out the stand-in for Electron's own shell, which set-up puts into an Electron from the npm registry.
 *
 * @param {{ appOutDir: string }} context
 */
export default function afterExtract({ appOutDir }) {
  rmSync(join(appOutDir, 'resources/app'), { recursive: true, force: true });
}
