import type { Variable } from '../../../shared/domain/codebook';
import type { VariableId } from '../../../shared/domain/ids';
import { digitOf, type KeyPlace, type KeyPress, stepOf } from '../../keyboard/key-press';

export type CodingCommand =
  | { readonly kind: 'choose'; readonly place: number; readonly secondary: boolean }
  | { readonly kind: 'mark-or-go'; readonly variable: VariableId }
  | { readonly kind: 'move'; readonly step: 1 | -1 }
  | { readonly kind: 'walk-evidence'; readonly step: 1 | -1 }
  | { readonly kind: 'neighbour'; readonly step: 1 | -1 }
  | {
      readonly kind:
        | 'unsure'
        | 'note'
        | 'missing'
        | 'instruction'
        | 'edit'
        | 'clear'
        | 'take-proposal'
        | 'leave-field'
        | 'submit'
        | 'undo'
        | 'redo'
        | 'find'
        | 'help';
    };

/** Keys that mean the same for every variable; a codebook cannot give them to one. */
export const COMMON_KEYS = { unsure: 'u', note: 'n', missing: 'x', instruction: 'k' } as const;

/**
 * What a key means while coding, or `null` when it is none of ours.
 *
 * While someone types, only keys with Control, Command or Alt mean anything, Tab, which takes what is
 * proposed, and Escape, which leaves the field. `Ctrl Z` belongs to the field as long as it holds what is not recorded.
 */
export function codingCommand(
  press: KeyPress,
  place: KeyPlace,
  variables: readonly Variable[],
): CodingCommand | null {
  if (place.elsewhere) return null;
  const isMod = press.ctrlKey || press.metaKey;
  if (isMod && !press.altKey) return withControl(press, place);
  if (press.altKey && !isMod) return withAlt(press);
  if (isMod || press.altKey) return null;
  if (press.key === 'Tab' && !press.shiftKey && !place.unrecorded) return { kind: 'take-proposal' };
  if (place.typing) return press.key === 'Escape' ? { kind: 'leave-field' } : null;
  return plain(press, variables);
}

function withControl(press: KeyPress, place: KeyPlace): CodingCommand | null {
  const key = press.key.toLowerCase();
  if (key === 'enter') return { kind: 'submit' };
  if (key === 'f') return { kind: 'find' };
  if (key === 'arrowdown') return { kind: 'move', step: 1 };
  if (key === 'arrowup') return { kind: 'move', step: -1 };
  if (place.unrecorded) return null;
  if (key === 'y' || (key === 'z' && press.shiftKey)) return { kind: 'redo' };
  return key === 'z' ? { kind: 'undo' } : null;
}

function withAlt(press: KeyPress): CodingCommand | null {
  if (press.key === 'ArrowDown') return { kind: 'walk-evidence', step: 1 };
  if (press.key === 'ArrowUp') return { kind: 'walk-evidence', step: -1 };
  return common(press.key.toLowerCase());
}

function plain(press: KeyPress, variables: readonly Variable[]): CodingCommand | null {
  const digit = digitOf(press);
  if (digit !== null) return { kind: 'choose', place: digit, secondary: press.shiftKey };
  const step = stepOf(press);
  if (step !== null) return { kind: step.of === 'within' ? 'move' : 'neighbour', step: step.step };
  switch (press.key) {
    case 'Enter':
      return { kind: 'edit' };
    case 'Delete':
      return { kind: 'clear' };
    case '?':
      return { kind: 'help' };
  }
  if (press.shiftKey) return null;
  const shared = common(press.key);
  if (shared !== null) return shared;
  const variable = variables.find(({ key }) => key === press.key);
  return variable === undefined ? null : { kind: 'mark-or-go', variable: variable.id };
}

function common(key: string): CodingCommand | null {
  switch (key) {
    case COMMON_KEYS.unsure:
      return { kind: 'unsure' };
    case COMMON_KEYS.note:
      return { kind: 'note' };
    case COMMON_KEYS.missing:
      return { kind: 'missing' };
    case COMMON_KEYS.instruction:
      return { kind: 'instruction' };
    default:
      return null;
  }
}
