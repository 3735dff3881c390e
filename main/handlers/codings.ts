import { actorByName } from '../../shared/domain/actor';
import { variableOf } from '../../shared/domain/codebook';
import type { AgreementId } from '../../shared/domain/ids';
import type { CodingView } from '../../shared/domain/views';
import type { Handlers } from '../../shared/ipc/contract';
import { findAgreement } from '../store/queries/agreements';
import { findNextToCode } from '../store/queries/codings';
import {
  type CodingStep,
  attachEvidence,
  recordAnswer,
  redo,
  removeEvidence,
  reopenCoding,
  submitCoding,
  undo,
  viewCoding,
} from '../work/codings';
import { suggestPublicBodies } from '../work/public-bodies';
import { type Deps, codebookOf, codersWantedIn, codingIn } from './deps';

export const codings: Handlers<Deps>['codings'] = {
  next: (deps, { after }) => {
    const { store, reviewer } = codingIn(deps);
    const from = after === null ? null : findAgreement(store.db, after, reviewer);
    const agreement = findNextToCode(store.db, reviewer, from?.number ?? 0, codersWantedIn(store));
    return agreement === null ? null : { agreement };
  },
  open: (deps, { agreement }) => viewCoding({ ...codingIn(deps), agreement }),
  recordAnswer: (deps, { agreement, variable, answer }) =>
    take(deps, agreement, (step) => recordAnswer(step, variable, answer)),
  attachEvidence: (deps, { agreement, variable, passage }) => {
    const evidence = attachEvidence(stepIn(deps, agreement), variable, passage);
    return { coding: tell(deps, agreement), evidence };
  },
  removeEvidence: (deps, { agreement, evidence }) =>
    take(deps, agreement, (step) => removeEvidence(step, evidence)),
  undo: (deps, { agreement }) => take(deps, agreement, undo),
  redo: (deps, { agreement }) => take(deps, agreement, redo),
  submit: (deps, { agreement }) => take(deps, agreement, submitCoding),
  reopen: (deps, { agreement }) => take(deps, agreement, reopenCoding),
  suggestActors: (deps, { variable, text }) => {
    const found = variableOf(codebookOf(codingIn(deps).store), variable);
    if (text.trim() === '') return [];
    return found?.type === 'public-actors' ? suggestPublicBodies(text, 8) : [actorByName(text)];
  },
};

function stepIn(deps: Deps, agreement: AgreementId): CodingStep {
  const { store, reviewer } = codingIn(deps);
  return { store, reviewer, agreement, at: deps.now() };
}

/** Takes a step in one's own coding and tells how it stands now. */
function take(
  deps: Deps,
  agreement: AgreementId,
  step: (coding: CodingStep) => unknown,
): CodingView {
  step(stepIn(deps, agreement));
  return tell(deps, agreement);
}

function tell(deps: Deps, agreement: AgreementId): CodingView {
  deps.publish({ topic: 'codings', agreement, command: null });
  return viewCoding({ ...codingIn(deps), agreement });
}
