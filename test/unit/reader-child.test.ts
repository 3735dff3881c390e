import { expect, it } from 'vitest';

import { ranOutOfMemory } from '../../main/documents/reader-child';
import { MEMORY_MARK } from '../../main/documents/reader-protocol';

it.each([
  ['its own watch', `something before\n${MEMORY_MARK}\n`, true],
  [
    'the engine',
    'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    true,
  ],
  ['another fault', 'TypeError: undefined is not a function', false],
  ['nobody', '', false],
])('a process that %s ended is told from one that was short of memory', (_by, output, isMemory) => {
  expect(ranOutOfMemory(output)).toBe(isMemory);
});
