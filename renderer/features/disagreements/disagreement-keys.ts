import { digitOf, type KeyPlace, type KeyPress, stepOf } from '../../keyboard/key-press';

export type SettlingCommand =
  | { readonly kind: 'choose'; readonly place: number }
  | { readonly kind: 'move'; readonly step: 1 | -1 }
  | { readonly kind: 'walk-evidence'; readonly step: 1 | -1 }
  | { readonly kind: 'queue'; readonly step: 1 | -1 }
  | { readonly kind: 'rationale' | 'agreed' | 'leave-field' | 'settle' | 'undo' | 'find' | 'help' };

/** What a key means while settling, or `null` when it is none of ours; the same rules as while coding. */
export function settlingCommand(press: KeyPress, place: KeyPlace): SettlingCommand | null {
  if (place.elsewhere) return null;
  const isMod = press.ctrlKey || press.metaKey;
  if (isMod && !press.altKey) {
    if (press.key === 'Enter') return { kind: 'settle' };
    // In a field it is the field's own business.
    if (press.key === 'z' && !place.typing) return { kind: 'undo' };
    return press.key.toLowerCase() === 'f' ? { kind: 'find' } : null;
  }
  if (press.altKey && !isMod) {
    if (press.key === 'ArrowDown') return { kind: 'walk-evidence', step: 1 };
    return press.key === 'ArrowUp' ? { kind: 'walk-evidence', step: -1 } : null;
  }
  if (isMod || press.altKey) return null;
  if (place.typing) return press.key === 'Escape' ? { kind: 'leave-field' } : null;
  const digit = digitOf(press);
  if (digit !== null && !press.shiftKey) return { kind: 'choose', place: digit };
  const step = stepOf(press);
  if (step !== null) return { kind: step.of === 'within' ? 'move' : 'queue', step: step.step };
  switch (press.key) {
    case 'r':
      return { kind: 'rationale' };
    case 'e':
      return { kind: 'agreed' };
    case '?':
      return { kind: 'help' };
    default:
      return null;
  }
}
