import type { VariableId } from '../../../shared/domain/ids';
import type { KeyPlace } from '../../keyboard/key-press';

/** Moving the focus in the form. The sections name their variable in `data-variable`. */

function sectionOf(variable: VariableId): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-variable="${variable}"]`);
}

/** Brings the variable into view without moving the focus, with what it shows once it is active. */
export function revealVariable(variable: VariableId): void {
  requestAnimationFrame(() => sectionOf(variable)?.scrollIntoView({ block: 'nearest' }));
}

/** Puts the focus on the variable, where keys are commands. */
export function focusVariable(variable: VariableId): void {
  sectionOf(variable)?.focus({ preventScroll: true });
  revealVariable(variable);
}

const TEXT_FIELD = 'input:not([type=radio], [type=checkbox], [disabled]), textarea:not([disabled])';

/** Puts the focus in the variable's first field to write in, else on its chosen or first choice. */
export function focusEditor(variable: VariableId): boolean {
  const editor = sectionOf(variable)?.querySelector('[data-editor]');
  const field =
    editor?.querySelector<HTMLElement>('[data-first] input') ??
    editor?.querySelector<HTMLElement>(TEXT_FIELD) ??
    editor?.querySelector<HTMLElement>('input[type=radio]:checked, input[type=radio]');
  field?.focus();
  return field !== null && field !== undefined;
}

/** Puts the focus in the variable's note once it stands there. */
export function focusNote(variable: VariableId): void {
  requestAnimationFrame(() =>
    sectionOf(variable)?.querySelector<HTMLElement>('[data-note] textarea')?.focus(),
  );
}

/** What the place of a key press means for it. */
export function placeOfKey(target: EventTarget | null, isRecorded: boolean): KeyPlace {
  if (!(target instanceof Element)) return { typing: false, unrecorded: false, elsewhere: false };
  const field = target.closest('input, textarea, [contenteditable=true]');
  const isChoice = field instanceof HTMLInputElement && /radio|checkbox/.test(field.type);
  const typing = field !== null && !isChoice;
  const inForm = target.closest('[data-coding]') !== null;
  return {
    typing,
    unrecorded: typing && (!isRecorded || isSearching(field)),
    // A field of the window around the form, and whatever lies over it, have their own keys.
    elsewhere:
      (typing && !inForm) ||
      target.closest('[role=dialog], [role=menu], [role=listbox], [role=separator]') !== null,
  };
}

function isSearching(field: Element): boolean {
  return field instanceof HTMLInputElement && field.role === 'combobox' && field.value !== '';
}
