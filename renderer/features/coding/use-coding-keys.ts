import { type RefObject, useRef } from 'react';

import { toggleSecondary, valueAtPlace } from '../../../shared/domain/answer-changes';
import { type Codebook, variableOf } from '../../../shared/domain/codebook';
import type { VariableId } from '../../../shared/domain/ids';
import { useCommand } from '../../keyboard/commands';
import type { KeyPress } from '../../keyboard/key-press';
import { useKeyPresses } from '../../keyboard/use-key-presses';
import { type AppStore, type Store, useAppStore } from '../../store';
import { answerIn } from '../../store/coding-state';
import { offerIn } from '../../store/proposals-slice';
import { codingCommand, type CodingCommand } from './coding-keys';
import { focusEditor, focusVariable, placeOfKey, revealVariable } from './focus';
import { MISSING_KINDS } from './MissingChoice';
import type { Panels } from './panels';

interface CodingKeysDeps {
  readonly codebook: Codebook;
  readonly panels: Panels;
  readonly onGuide: () => void;
  readonly onFind: () => void;
  /** The evidence that was walked to is to be shown in the document. */
  readonly onWalked: () => void;
  readonly onSubmit: () => void;
}

/**
 * Carries out the keys of the coding screen, from the window and from the document frame alike.
 *
 * Gives the handler for keys of the frame. A command from there leaves the focus in the document, so
 * that one can go on selecting; only what is about to be typed in takes it.
 */
export function useCodingKeys(deps: CodingKeysDeps): (press: KeyPress) => void {
  const store = useAppStore();
  const taken = useRef<VariableId | null>(null);
  const takeBack = (command: 'undo' | 'redo'): void => {
    const { active, edits } = store.getState().coding;
    const isRecorded = active === null || edits[active] === undefined;
    const { typing, unrecorded } = placeOfKey(document.activeElement, isRecorded);
    if (typing && unrecorded) document.execCommand(command);
    else carryOut({ kind: command }, store, { ...deps, taken }, true);
  };
  useCommand('undo', () => takeBack('undo'));
  useCommand('redo', () => takeBack('redo'));

  return useKeyPresses((press, target) => {
    const { coding, dialog } = store.getState();
    if (dialog !== null || coding.view === null) return false;
    const { active } = coding;
    const isRecorded = active === null || coding.edits[active] === undefined;
    const place = placeOfKey(target, isRecorded);
    const command = codingCommand(press, place, deps.codebook.variables);
    if (command === null) return false;
    if (command.kind !== 'take-proposal') taken.current = null;
    if (command.kind === 'take-proposal' && !isIn(active, target)) return false;
    // On a button or a choice, Enter and Delete belong to it.
    const isOnControl =
      target instanceof Element && target.closest('button, a, input, [role=button]') !== null;
    if (isOnControl && (command.kind === 'edit' || command.kind === 'clear')) return false;
    return carryOut(command, store, { ...deps, taken }, target === null);
  });
}

interface CarryOutDeps extends CodingKeysDeps {
  /** The variable whose proposal was taken with the key before. */
  readonly taken: RefObject<VariableId | null>;
}

/** Whether `Tab` takes something for a variable: in the document it would only move the focus. */
function isProposed({ proposals, coding }: Store, variable: VariableId): boolean {
  return offerIn(proposals, coding, variable)?.finding.outcome === 'proposed';
}

/** True when the key is used up by it. */
function carryOut(
  command: CodingCommand,
  store: AppStore,
  { codebook, panels, taken, onGuide, onFind, onWalked, onSubmit }: CarryOutDeps,
  isFromDocument: boolean,
): boolean {
  const state = store.getState();
  const { active } = state.coding;
  const goTo = isFromDocument ? revealVariable : focusVariable;

  switch (command.kind) {
    case 'move': {
      state.moveActive(command.step);
      const next = store.getState().coding.active;
      if (next !== null) goTo(next);
      return true;
    }
    case 'mark-or-go':
      state.activateVariable(command.variable);
      if (state.coding.selection !== null) {
        // What is quoted is answered next: with a digit, or with Tab as it is proposed.
        focusVariable(command.variable);
        void state.attachEvidence(command.variable);
      } else if (isProposed(state, command.variable)) focusVariable(command.variable);
      else goTo(command.variable);
      return true;
    case 'choose':
      return choose(command, state, codebook, panels, isFromDocument);
    case 'unsure':
      if (active !== null) state.toggleUnsure(active);
      return true;
    case 'missing':
      panels.askMissing(panels.missing === active ? null : active);
      return true;
    case 'note':
      panels.openNote(active);
      return true;
    case 'instruction':
      onGuide();
      return true;
    case 'edit':
      return active !== null && focusEditor(active);
    case 'clear':
      if (active !== null) {
        state.setMissing(active, null);
        state.setValue(active, null);
      }
      return true;
    case 'take-proposal': {
      const offer = active === null ? null : offerIn(state.proposals, state.coding, active);
      if (active === null || state.coding.taking !== null) return false;
      if (offer?.finding.outcome !== 'proposed') {
        // What was proposed is taken: once more goes on. Elsewhere Tab is the browser's.
        if (taken.current !== active) return false;
        taken.current = null;
        state.moveActive(1);
        const next = store.getState().coding.active;
        if (next === null || next === active) return false;
        goTo(next);
        return true;
      }
      const candidate = offer.finding.candidates[offer.place];
      if (candidate === undefined) return false;
      void state.takeProposal(active, candidate.id).then((isTaken) => {
        if (isTaken) taken.current = active;
      });
      return true;
    }
    case 'leave-field':
      if (active !== null) focusVariable(active);
      return false;
    case 'walk-evidence':
      if (state.walkEvidence(command.step) !== null) onWalked();
      return true;
    case 'neighbour':
      leaveField();
      void state.openNeighbour(command.step);
      return true;
    case 'submit':
      leaveField();
      onSubmit();
      return true;
    case 'undo':
      void state.undoCoding();
      return true;
    case 'redo':
      void state.redoCoding();
      return true;
    case 'find':
      onFind();
      return true;
    case 'help':
      state.openDialog('keys');
      return true;
  }
}

function choose(
  { place, secondary }: Extract<CodingCommand, { kind: 'choose' }>,
  state: Store,
  codebook: Codebook,
  panels: Panels,
  isFromDocument: boolean,
): boolean {
  const { active } = state.coding;
  const variable = active === null ? undefined : variableOf(codebook, active);
  if (variable === undefined) return false;
  if (panels.missing === variable.id) {
    const kind = MISSING_KINDS[place - 1];
    if (kind !== undefined) panels.chooseMissing(variable.id, kind);
    return true;
  }
  const { value } = answerIn(state.coding, variable.id);
  const category = variable.categories[place - 1];
  const chosen =
    secondary && category !== undefined
      ? toggleSecondary(variable, value, category)
      : valueAtPlace(variable, value, place);
  if (chosen !== null) {
    state.setValue(variable.id, chosen);
    return true;
  }
  if (variable.type === 'category' || variable.type === 'renewal') return true;
  // A date or a text begins with this digit: the field gets the focus and then the key itself.
  if (!isFromDocument) focusEditor(variable.id);
  return false;
}

/** Whether a key was pressed in the variable's own part of the form, in no field that holds text. */
function isIn(variable: VariableId | null, target: EventTarget | null): boolean {
  if (!(target instanceof Element) || variable === null) return false;
  const isFilled =
    (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
    !/radio|checkbox/.test(target.type) &&
    target.value !== '';
  return (
    !isFilled &&
    target.closest(`[data-variable="${variable}"] [data-note]`) === null &&
    target.closest(`[data-variable="${variable}"]`) !== null
  );
}

/** What is half typed in a field with a list is taken when the field is left. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
