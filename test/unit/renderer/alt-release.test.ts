// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest';

import { keepAltForKeys } from '../../../renderer/keyboard/alt-release';

beforeAll(() => keepAltForKeys(window));

const send = (type: 'keydown' | 'keyup', key: string): boolean => {
  const altKey = type === 'keydown' || key !== 'Alt';
  const event = new KeyboardEvent(type, { key, altKey, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event.defaultPrevented;
};

it('leaves Alt alone to the system, which shows the menu bar', () => {
  send('keydown', 'Alt');

  expect(send('keyup', 'Alt')).toBe(false);
});

it('keeps Alt from the system when it is let go before the key it was pressed for', () => {
  send('keydown', 'Alt');
  send('keydown', 'ArrowDown');

  expect(send('keyup', 'Alt')).toBe(true);
  send('keyup', 'ArrowDown');
  send('keydown', 'Alt');
  expect(send('keyup', 'Alt')).toBe(false);
});
