import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { writeSampleCollection } from './index';

/**
 * Run by the build with the folder to fill (`dist/samples`): the collection that the program offers
 * as its sample project. Files of an earlier collection are removed.
 */
const folder = resolve(process.argv[2] ?? 'dist/samples');
await rm(join(folder, 'documents'), { recursive: true, force: true });
await writeSampleCollection(folder);
