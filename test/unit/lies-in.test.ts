import { posix, win32 } from 'node:path';

import { expect, it } from 'vitest';

import { liesIn } from '../../main/documents/lock-down';

it('takes what lies in a folder for its own, however it is spelt, and what lies beside it not', () => {
  const isOwn = liesIn(['/prog/läsare'], posix);

  expect(['/prog/läsare', '/prog/läsare/a.js', '/prog/./läsare/b/../a.js'].map(isOwn)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['/prog', '/prog/läsare2/a.js', '/prog/läsare/../hemligt'].map(isOwn)).toEqual([
    false,
    false,
    false,
  ]);
});

it('knows the long names by which Windows loads libraries', () => {
  const isOwn = liesIn(['C:\\Prog\\läsare', '\\\\server\\delad\\prog'], win32);

  expect(isOwn('\\\\?\\C:\\Prog\\läsare\\canvas.node')).toBe(true);
  expect(isOwn('\\\\?\\UNC\\server\\delad\\prog\\canvas.node')).toBe(true);
  expect(isOwn('C:/Prog/läsare/canvas.node')).toBe(true);
  expect(isOwn('\\\\?\\C:\\Prog\\annat.node')).toBe(false);
  expect(isOwn('\\\\?\\UNC\\server\\annan\\prog\\canvas.node')).toBe(false);
});
