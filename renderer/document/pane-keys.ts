/** What the document pane does by key wherever the focus is in it; the same words as the menu's. */
export type PaneCommand =
  | 'find'
  | 'find-next'
  | 'find-previous'
  | 'document-zoom-in'
  | 'document-zoom-out'
  | 'document-zoom-actual';

const withControl: Readonly<Record<string, PaneCommand>> = {
  f: 'find',
  g: 'find-next',
  '+': 'document-zoom-in',
  '=': 'document-zoom-in',
  '-': 'document-zoom-out',
  '0': 'document-zoom-actual',
};

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The pane's command for a key; `null` when it has none. */
export function paneCommandOf(press: Key): PaneCommand | null {
  if (press.altKey) return null;
  if (press.key === 'F3') return press.shiftKey ? 'find-previous' : 'find-next';
  if (!press.ctrlKey && !press.metaKey) return null;
  const key = press.key.toLowerCase();
  if (key === 'g' && press.shiftKey) return 'find-previous';
  if (key === 'f' && press.shiftKey) return null;
  return Object.hasOwn(withControl, key) ? (withControl[key] ?? null) : null;
}
