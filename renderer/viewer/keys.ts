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

/** What the menu takes anyway (find, zoom, function keys), and copying: told twice they would act twice. */
const ofMenuOrSystem = new Set(['c', 'a', 'f', 'g', '+', '-', '=', '0', 'o', 'q', 'r', 'w']);

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/** True for keys that the window is to hear of although the frame has the focus. */
export function isForWindow(event: Key): boolean {
  if (event.isComposing || modifiers.has(event.key)) return false;
  const command = event.ctrlKey || event.metaKey;
  if (command) return !ofMenuOrSystem.has(event.key.toLowerCase());
  return !kept.has(event.key) && !/^F\d+$/.test(event.key);
}
