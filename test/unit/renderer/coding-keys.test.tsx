import { describe, expect, it } from 'vitest';

import { codingCommand, COMMON_KEYS } from '../../../renderer/features/coding/coding-keys';
import type { KeyPlace, KeyPress } from '../../../renderer/keyboard/key-press';
import { IOP_CODEBOOK } from '../../../shared/domain/codebook-iop';

const inForm: KeyPlace = { typing: false, unrecorded: false, elsewhere: false };
const typing: KeyPlace = { ...inForm, typing: true };

function press(key: string, parts: Partial<KeyPress> = {}): KeyPress {
  const code = /^\d$/.test(key) ? `Digit${key}` : '';
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...parts };
}
const command = (pressed: KeyPress, place = inForm) =>
  codingCommand(pressed, place, IOP_CODEBOOK.variables);
const ctrl = (key: string, parts: Partial<KeyPress> = {}) =>
  press(key, { ctrlKey: true, ...parts });

describe('keys in the form', () => {
  it('choose a category by its digit, whatever character Shift makes of it', () => {
    expect(command(press('4'))).toEqual({ kind: 'choose', place: 4, secondary: false });
    expect(command(press('¤', { code: 'Digit4', shiftKey: true }))).toEqual({
      kind: 'choose',
      place: 4,
      secondary: true,
    });
    expect(command(press('4', { code: 'Numpad4' }))).toMatchObject({ place: 4 });
  });

  it('go to each variable by its letter', () => {
    const reached = IOP_CODEBOOK.variables.map(({ key }) => command(press(key)));

    expect(reached).toEqual(
      IOP_CODEBOOK.variables.map(({ id }) => ({ kind: 'mark-or-go', variable: id })),
    );
  });

  it('leave the keys that every variable has to themselves', () => {
    const common: string[] = Object.values(COMMON_KEYS);

    expect(IOP_CODEBOOK.variables.filter(({ key }) => common.includes(key))).toEqual([]);
    expect(Object.values(COMMON_KEYS).map((key) => command(press(key))?.kind)).toEqual(
      Object.keys(COMMON_KEYS),
    );
  });

  it('move between variables, agreements and evidence', () => {
    expect(command(press('ArrowDown'))).toEqual({ kind: 'move', step: 1 });
    expect(command(press('ArrowUp'))).toEqual({ kind: 'move', step: -1 });
    expect(command(press('PageDown'))).toEqual({ kind: 'neighbour', step: 1 });
    expect(command(press('['))).toEqual({ kind: 'neighbour', step: -1 });
    expect(command(press('ArrowUp', { altKey: true }))).toEqual({
      kind: 'walk-evidence',
      step: -1,
    });
  });

  it('undo and redo in each of their ways', () => {
    expect(command(ctrl('z'))?.kind).toBe('undo');
    expect(command(ctrl('Z', { shiftKey: true }))?.kind).toBe('redo');
    expect(command(ctrl('y'))?.kind).toBe('redo');
    expect(command(press('z', { metaKey: true }))?.kind).toBe('undo');
  });

  it('mean nothing when a list, menu or dialog has them', () => {
    const elsewhere = { ...inForm, elsewhere: true };

    expect(['4', 'u', 'ArrowDown', 'm'].map((key) => command(press(key), elsewhere))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(command(ctrl('Enter'), elsewhere)).toBeNull();
  });

  it('mean nothing of ours with AltGr, which types characters', () => {
    expect(command(press('[', { ctrlKey: true, altKey: true, code: 'Digit8' }))).toBeNull();
  });
});

describe('keys while typing', () => {
  it('are text', () => {
    const plain = ['u', 'n', 'x', 'm', '4', '?', '[', 'ArrowUp', 'Enter', 'Delete', 'PageDown'];

    expect(plain.map((key) => command(press(key), typing))).toEqual(plain.map(() => null));
  });

  it('are commands with Control or Alt', () => {
    expect(command(ctrl('Enter'), typing)?.kind).toBe('submit');
    expect(command(ctrl('f'), typing)?.kind).toBe('find');
    expect(command(press('u', { altKey: true }), typing)?.kind).toBe('unsure');
    expect(command(press('ArrowDown', { altKey: true }), typing)).toEqual({
      kind: 'walk-evidence',
      step: 1,
    });
  });

  it('leave the field with Escape', () => {
    expect(command(press('Escape'), typing)?.kind).toBe('leave-field');
    expect(command(press('Escape'))).toBeNull();
  });

  it('leave undoing to the field while it holds what is not recorded', () => {
    expect(command(ctrl('z'), { ...typing, unrecorded: true })).toBeNull();
    expect(command(ctrl('z'), typing)?.kind).toBe('undo');
  });
});
