// npm run bench: how fast it is, beside a baseline measured in the same run; see test/bench/run.ts.
import { runToolWithWindow } from './tool.mjs';

await runToolWithWindow('test/bench/run.ts');
