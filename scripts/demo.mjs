// npm run demo: the whole job on the sample collection, in the real window; see scripts/demo/run.ts.
import { runToolWithWindow } from './tool.mjs';

await runToolWithWindow('scripts/demo/run.ts');
