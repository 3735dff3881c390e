import { useTranslation } from 'react-i18next';
import { variableOf, type Codebook } from '../../../shared/domain/codebook';
import type { DisagreementView } from '../../../shared/domain/views';
import type { KeyPress } from '../../keyboard/key-press';
import { useShortcutHelp } from '../../keyboard/shortcuts';
import { useKeyPresses } from '../../keyboard/use-key-presses';
import { type AppStore, type Store, useAppStore } from '../../store';
import { valueAtPlace } from '../../../shared/domain/answer-changes';
import { draftOf, filterRows, fullestText, readingOf } from '../../store/settling';
import { focusVariable, placeOfKey, revealVariable } from '../coding/focus';
import { settlingCommand, type SettlingCommand } from './disagreement-keys';

interface SettlingKeysDeps {
  readonly view: DisagreementView;
  readonly codebook: Codebook;
  readonly onFind: () => void;
  readonly onWalk: (step: 1 | -1) => void;
}

/** Carries out the keys of the disagreements; gives the handler for those pressed in the document. */
export function useSettlingKeys(deps: SettlingKeysDeps): (press: KeyPress) => void {
  const store = useAppStore();
  return useKeyPresses((press, target) => {
    if (store.getState().dialog !== null) return false;
    // In the other decision, digits choose there, and Escape goes back to the readings.
    const isInOther = target instanceof Element && target.closest('[data-other]') !== null;
    const { active } = store.getState().disagreements;
    if (isInOther && press.key === 'Escape' && active !== null) {
      focusVariable(active);
      return true;
    }
    const command = settlingCommand(press, placeOfKey(target, true));
    if (isInOther && command?.kind === 'choose') {
      return chooseInOther(command.place, store.getState(), deps);
    }
    return command !== null && carryOut(command, store, deps, target === null);
  });
}

function carryOut(
  command: SettlingCommand,
  store: AppStore,
  { view, codebook, onFind, onWalk }: SettlingKeysDeps,
  isFromDocument: boolean,
): boolean {
  const state = store.getState();
  const { active } = state.disagreements;
  switch (command.kind) {
    case 'choose': {
      const variable = active === null ? undefined : variableOf(codebook, active);
      if (variable === undefined) return false;
      const coding = view.codings[command.place - 1];
      if (coding !== undefined) {
        if (readingOf(view, coding.reviewer.id, variable.id) === null) return false;
        state.chooseReading(variable.id, coding.reviewer.id);
        return true;
      }
      if (command.place !== view.codings.length + 1) return false;
      state.chooseOther(variable.id, { value: fullestText(view, variable), missing: null });
      focusIn(variable.id, '[data-other] input, [data-other] textarea');
      return true;
    }
    case 'rationale':
      if (active !== null) focusIn(active, '[data-rationale] textarea');
      return true;
    case 'move': {
      state.moveDisagreement(command.step);
      const next = store.getState().disagreements.active;
      if (next !== null) (isFromDocument ? revealVariable : focusVariable)(next);
      return true;
    }
    case 'leave-field':
      if (active !== null) focusVariable(active);
      return false;
    case 'queue':
      void stepInQueue(state, view, command.step);
      return true;
    case 'agreed':
      void state.settleAgreed(view.agreement);
      return true;
    case 'settle':
      void state.settleChosen();
      return true;
    case 'undo':
      void state.undoDecision();
      return true;
    case 'walk-evidence':
      onWalk(command.step);
      return true;
    case 'find':
      onFind();
      return true;
    case 'help':
      state.openDialog('keys');
      return true;
  }
}

/** The category or kind of renewal with that digit, as the third value. */
function chooseInOther(place: number, state: Store, { view, codebook }: SettlingKeysDeps): boolean {
  const { active, drafts } = state.disagreements;
  const variable = active === null ? undefined : variableOf(codebook, active);
  if (variable === undefined) return false;
  const { choice } = draftOf(drafts, view.agreement, variable.id);
  const before = choice?.kind === 'other' ? choice.value : null;
  const value = valueAtPlace(variable, before, place);
  if (value === null) return false;
  state.chooseOther(variable.id, { value, missing: null });
  return true;
}

function focusIn(variable: string, selector: string): void {
  requestAnimationFrame(() =>
    document
      .querySelector(`[data-variable="${variable}"]`)
      ?.querySelector<HTMLElement>(selector)
      ?.focus(),
  );
}

async function stepInQueue(state: Store, view: DisagreementView, step: 1 | -1): Promise<void> {
  const { list, variable } = state.disagreements;
  const rows = filterRows(list.value ?? [], variable);
  const at = rows.findIndex(({ agreement }) => agreement === view.agreement);
  const next = rows[at < 0 ? 0 : at + step];
  if (next !== undefined) await state.openDisagreement(next.agreement);
}

/** Lists the keys in the overlay that `?` opens. */
export function useSettlingHelp(): void {
  const { t } = useTranslation('disagreements');
  useShortcutHelp(t('keys.title'), [
    { keys: ['1', '–', '9'], label: t('keys.choose') },
    { keys: ['R'], label: t('keys.rationale') },
    { keys: ['Ctrl', 'Enter'], label: t('keys.settle') },
    { keys: ['E'], label: t('keys.agreed') },
    { keys: ['Ctrl', 'Z'], label: t('keys.undo') },
    { keys: ['↑', '↓'], label: t('keys.move') },
    { keys: ['PageUp', 'PageDown'], label: t('keys.queue') },
    { keys: ['Alt', '↑', '↓'], label: t('keys.evidence') },
  ]);
}
