/** A key as the window and the document frame both tell it. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Where the key was pressed, as far as it matters for what it means. */
export interface KeyPlace {
  /** In a field that takes text: plain keys are text there. */
  readonly typing: boolean;
  /** What is typed there is not recorded yet, so undoing is the field's own business. */
  readonly unrecorded: boolean;
  /** A list, menu or dialog is open and has the keys. */
  readonly elsewhere: boolean;
}

/** The digit 1–9 by its place on the keyboard (with Shift, the key gives another character), or `null`. */
export function digitOf(press: KeyPress): number | null {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  return digit === undefined ? null : Number(digit);
}

/** A step within what is shown (arrows) or to its neighbour (PageUp, PageDown or brackets), or `null`. */
export function stepOf(press: KeyPress): { of: 'within' | 'neighbour'; step: 1 | -1 } | null {
  switch (press.key) {
    case 'ArrowDown':
      return { of: 'within', step: 1 };
    case 'ArrowUp':
      return { of: 'within', step: -1 };
    case 'PageDown':
    case ']':
      return { of: 'neighbour', step: 1 };
    case 'PageUp':
    case '[':
      return { of: 'neighbour', step: -1 };
    default:
      return null;
  }
}
