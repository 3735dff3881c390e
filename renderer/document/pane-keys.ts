import type { PaneCommand } from '../../shared/ipc/menu-commands';

const withControl: Readonly<Record<string, PaneCommand>> = {
  f: 'find',
  g: 'find-next',
  '+': 'document-zoom-in',
  '=': 'document-zoom-in',
  '-': 'document-zoom-out',
  '0': 'document-zoom-actual',
  '1': 'document-fit-width',
  '2': 'document-fit-page',
  r: 'document-turn-right',
  l: 'document-go-to-page',
};

const withControlAndShift: Readonly<Record<string, PaneCommand>> = {
  g: 'find-previous',
  r: 'document-turn-left',
  '+': 'document-zoom-in',
};

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The pane's command for a key; `null` when it has none. */
export function paneCommandOf(press: Key): PaneCommand | null {
  const isMod = press.ctrlKey || press.metaKey;
  if (press.altKey) return isMod || press.shiftKey ? null : withAlt(press.key);
  if (press.key === 'F3') return press.shiftKey ? 'find-previous' : 'find-next';
  if (press.key === 'F4') return press.shiftKey ? 'document-outline' : 'document-thumbnails';
  if (!isMod) return null;
  const keys = press.shiftKey ? withControlAndShift : withControl;
  const key = press.key.toLowerCase();
  return Object.hasOwn(keys, key) ? (keys[key] ?? null) : null;
}

/** Whether the key opens the search over everything, wherever the focus is. */
export function isSearchKey(press: Key): boolean {
  const isMod = press.ctrlKey || press.metaKey;
  return isMod && !press.altKey && !press.shiftKey && press.key.toLowerCase() === 'k';
}

/** Whether the key goes to another screen of the project, wherever the focus is. */
export function isScreenKey(press: Key & Pick<KeyboardEvent, 'code'>): boolean {
  const isPlainAlt = press.altKey && !press.ctrlKey && !press.metaKey && !press.shiftKey;
  return isPlainAlt && /^Digit[1-9]$/.test(press.code);
}

function withAlt(key: string): PaneCommand | null {
  if (key === 'PageDown') return 'document-next';
  return key === 'PageUp' ? 'document-previous' : null;
}

const printed: Readonly<Record<PaneCommand, readonly string[]>> = {
  find: ['Ctrl', 'F'],
  'find-next': ['F3'],
  'find-previous': ['Shift', 'F3'],
  'document-zoom-in': ['Ctrl', '+'],
  'document-zoom-out': ['Ctrl', '−'],
  'document-zoom-actual': ['Ctrl', '0'],
  'document-fit-width': ['Ctrl', '1'],
  'document-fit-page': ['Ctrl', '2'],
  'document-turn-right': ['Ctrl', 'R'],
  'document-turn-left': ['Ctrl', 'Shift', 'R'],
  'document-thumbnails': ['F4'],
  'document-outline': ['Shift', 'F4'],
  'document-go-to-page': ['Ctrl', 'L'],
  'document-next': ['Alt', 'PageDown'],
  'document-previous': ['Alt', 'PageUp'],
};

/** A command's keys as they are printed. */
export function keysOf(command: PaneCommand): readonly string[] {
  return printed[command];
}
