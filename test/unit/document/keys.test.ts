import { describe, expect, it } from 'vitest';

import { isScreenKey, paneCommandOf } from '../../../renderer/document/pane-keys';
import { ownerOf } from '../../../renderer/viewer/keys';

const press = (key: string, parts: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...parts,
});
const ctrl = (key: string, parts: Partial<KeyboardEvent> = {}) =>
  press(key, { ctrlKey: true, ...parts });

describe('a key in the document frame', () => {
  it.each([
    ['a letter', press('o')],
    ['a digit', press('4')],
    ['Enter', press('Enter')],
    ['Escape', press('Escape')],
    ['Ctrl Enter', ctrl('Enter')],
    ['Ctrl Z', ctrl('z')],
    ['Ctrl ArrowDown', ctrl('ArrowDown')],
  ])('is for the window: %s', (_, key) => {
    expect(ownerOf(key)).toBe('window');
  });

  it.each([
    ['an arrow', press('ArrowDown')],
    ['Shift and an arrow', press('ArrowRight', { shiftKey: true })],
    ['Page Down', press('PageDown')],
    ['Space', press(' ')],
    ['Tab', press('Tab')],
    ['Ctrl C', ctrl('c')],
    ['Ctrl A', ctrl('a')],
    ['a modifier alone', press('Control', { ctrlKey: true })],
    ['half a letter', press('Dead')],
    ['a letter that is being put together', press('o', { isComposing: true })],
    ['a key of the menu', press('F1')],
  ])('is the frame’s own, or the menu’s: %s', (_, key) => {
    expect(ownerOf(key)).toBe('frame');
  });

  it.each([
    ['find', ctrl('f')],
    ['find-next', press('F3')],
    ['find-previous', press('F3', { shiftKey: true })],
    ['document-zoom-in', ctrl('+')],
    ['document-zoom-out', ctrl('-')],
    ['document-zoom-actual', ctrl('0')],
    ['document-fit-width', ctrl('1')],
    ['document-fit-page', ctrl('2')],
    ['document-turn-right', ctrl('r')],
    ['document-turn-left', ctrl('R', { shiftKey: true })],
    ['document-thumbnails', press('F4')],
    ['document-outline', press('F4', { shiftKey: true })],
    ['document-go-to-page', ctrl('l')],
    ['document-next', press('PageDown', { altKey: true })],
    ['document-previous', press('PageUp', { altKey: true })],
  ])('is the pane’s and nobody else’s: %s', (command, key) => {
    expect(paneCommandOf(key)).toBe(command);
    expect(ownerOf(key)).toBe('taken');
  });

  it('is for the window, and not the menu’s or the frame’s, where it walks through the evidence', () => {
    expect(ownerOf(press('ArrowDown', { altKey: true }))).toBe('taken');
    expect(ownerOf(press('ArrowUp', { altKey: true }))).toBe('taken');
  });

  it('is not the pane’s with Alt, which writes characters on many keyboards', () => {
    expect(paneCommandOf(ctrl('+', { altKey: true }))).toBeNull();
  });

  it('goes to another screen with Alt and a digit, as it does beside the document', () => {
    const one = press('1', { altKey: true });

    expect(ownerOf(one)).toBe('window');
    expect(isScreenKey({ ...one, code: 'Digit1' })).toBe(true);
    expect(isScreenKey({ ...ctrl('1', { altKey: true }), code: 'Digit1' })).toBe(false);
    expect(isScreenKey({ ...press('1'), code: 'Digit1' })).toBe(false);
  });
});
