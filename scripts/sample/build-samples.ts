import { resolve } from 'node:path';

import { writeSampleCollection } from './index';

/** Run by the build with the folder to fill (`dist/samples`): the collection that the program offers. */
const [folder = 'dist/samples'] = process.argv.slice(2);
await writeSampleCollection(resolve(folder));
