import { paneCommandOf } from '../document/pane-keys';

/** Keys that scroll, move the caret or the focus: the frame keeps them. */
const kept = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  ' ',
  'Tab',
]);

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead']);

/** With Ctrl: copying, and what the menu hears by itself. Told to the window too, they would act twice. */
const ofMenuOrSystem = new Set(['c', 'a', 'o', 'q', 'r', 'w']);

type Key = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/**
 * Whose a key is that was pressed while the frame has the focus.
 *
 * `window`: the window is told. `taken`: the window is told, and nobody else may act on it, as the
 * menu would too. `frame`: it is the frame's or the menu's own.
 */
export function ownerOf(event: Key): 'frame' | 'window' | 'taken' {
  if (event.isComposing || modifiers.has(event.key)) return 'frame';
  if (paneCommandOf(event) !== null) return 'taken';
  if (event.ctrlKey || event.metaKey) {
    return ofMenuOrSystem.has(event.key.toLowerCase()) ? 'frame' : 'window';
  }
  // Alt with an arrow walks through the evidence, with Page Up and Down through the documents.
  if (event.altKey && kept.has(event.key)) return event.key === 'Tab' ? 'frame' : 'taken';
  return kept.has(event.key) || /^F\d+$/.test(event.key) ? 'frame' : 'window';
}
