import { builtinModules } from 'node:module';

import { expect, it } from 'vitest';

import { unknownModules } from '../../main/documents/lock-down';
import { GUARDED, HARMLESS } from '../../main/documents/parts-of-node';

it('knows every built-in module, and takes those that read files or open connections by themselves', () => {
  // A newer Node may have more: they are taken, too, until somebody has looked and names them.
  expect(unknownModules().sort()).toEqual([
    'node:sea',
    'node:sqlite',
    'node:test',
    'node:test/reporters',
    'repl',
    'wasi',
  ]);
  expect([...HARMLESS].filter((name) => GUARDED.has(name))).toEqual([]);
});

it('takes a module that it never heard of', () => {
  const listed = [...builtinModules, 'original-fs', 'original-fs/promises', 'node:quic'];

  expect(unknownModules(listed)).toEqual(
    expect.arrayContaining(['original-fs', 'original-fs/promises', 'node:quic', 'node:sqlite']),
  );
});
